"""A work -> a ContextObject in a span (COinS), by which reference managers see the articles of a list.

OpenURL 1.0 (Z39.88-2004) in its matrix of Dublin Core, which alone has a place for an address and lets the type be
a newspaper article; Zotero reads it so. The journals' matrix lends it `aucorp`, an author that is no person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote_plus, urlencode

if TYPE_CHECKING:
    from dateline.site.citing.names import Name
    from dateline.site.citing.work import Work

KEPT = ":/"  # what stands as it is
HEAD = urlencode(
    (
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", "newspaperArticle"),
    ),
    safe=KEPT,
)


def coins(work: Work) -> str:
    """The title of a span whose class is Z3988; not yet escaped for HTML."""
    fields = [
        ("rft.title", work.title),
        *(("rft.aucorp", name.family) if name.whole else ("rft.creator", _said(name)) for name in work.authors),
        ("rft.source", work.source),
        ("rft.date", work.date.date if work.date else ""),
        ("rft.identifier", work.url),
    ]
    return "&".join([HEAD, *(f"{key}={quote_plus(value, safe=KEPT)}" for key, value in fields if value)])


def _said(name: Name) -> str:
    return ", ".join(part for part in (name.family, name.given, name.suffix) if part)
