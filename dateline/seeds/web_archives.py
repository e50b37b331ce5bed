"""WARC and WACZ files -> every HTML response as a page.

warcio (Apache 2.0) is an extra. Problems: S50 it is not installed, S53 cannot be read, S54 holds no page.
"""

from __future__ import annotations

import io
import logging
import re
from contextlib import redirect_stderr
from importlib import import_module
from typing import TYPE_CHECKING, Any

from dateline.seeds import pages
from dateline.seeds.decoding import NotTextError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.seeds.raw import Item, Raw

MAX_PAGE = 20_000_000  # bytes of one response
_CHARSET = re.compile(r"charset=[\"']?([\w-]+)", re.IGNORECASE)


def read(raw: Raw) -> list[Item]:
    """The pages, in the order of the archive, each with its address."""
    try:
        iterator = import_module("warcio.archiveiterator").ArchiveIterator
        failed: type[Exception] = import_module("warcio.exceptions").ArchiveLoadFailed
    except ImportError:
        hint = "Install it with: pip install 'dateline[warc]'"
        return [raw.problem("S50", "needs the package warcio", hint)]
    if problem := pages.missing(raw):
        return [problem]
    items: list[Item] = []
    logging.getLogger("warcio").setLevel(logging.CRITICAL)  # it prints what a broken file says, as it stands there
    try:
        with redirect_stderr(io.StringIO()):  # which it writes to as well
            for number, (address, text) in enumerate(_responses(iterator(io.BytesIO(raw.data)))):
                items.append(raw.seed(text, "page", {"url": address}, number))
    except (failed, ValueError, OSError, EOFError, AttributeError) as error:  # warcio stumbles over a broken head
        items.append(raw.problem("S53", f"cannot be read further: {error}", "Fetch it again: it may be cut off."))
    hint = "Fetch it again with its pages (HTML responses), or take it away."
    return items or [raw.problem("S54", "holds no page", hint)]


def _responses(records: Iterable[Any]) -> Iterator[tuple[str, str]]:
    for record in records:
        headers = getattr(record, "http_headers", None)
        if getattr(record, "rec_type", "") != "response" or headers is None:
            continue
        kind = headers.get_header("Content-Type") or ""
        if headers.get_statuscode() != "200" or "html" not in kind:
            continue
        data = record.content_stream().read(MAX_PAGE)
        try:
            yield record.rec_headers.get_header("WARC-Target-URI") or "", _decoded(data, kind)
        except NotTextError:
            continue


def _decoded(data: bytes, kind: str) -> str:
    if match := _CHARSET.search(kind):
        try:
            return data.decode(match[1]).replace("\r\n", "\n")
        except (LookupError, UnicodeDecodeError):
            pass  # the header says what it is not
    return pages.decode(data)
