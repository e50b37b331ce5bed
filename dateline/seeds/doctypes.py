"""XML -> whether it has a DOCTYPE: neither feeds nor Office files need one, and XML bombs are made of its entities."""

from __future__ import annotations

from contextlib import suppress
from xml.parsers import expat


class _Found(Exception):  # noqa: N818 - no error: it ends the parser at the first element
    pass


def has_doctype(data: bytes) -> bool:
    """Asked of the parser itself, up to the first element: an encoding or a long comment hides nothing from it."""
    seen: list[str] = []

    def doctype(name: str, *_: object) -> None:
        seen.append(name)
        raise _Found

    def element(*_: object) -> None:
        raise _Found

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = element
    with suppress(_Found, expat.ExpatError, ValueError, LookupError):
        parser.Parse(data, True)
    return bool(seen)
