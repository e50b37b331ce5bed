"""What programs that keep copies of pages state as if it were the page's -> what the page's own outlet said.

An archive calls the site by its own name, Telegram calls a channel the headline, a notebook gives the day on which it
was clipped; a reader's view has address and author in elements of its own, notes have them in a table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline.normalise.lines.line import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.normalise.blocks.tree import Tree
    from dateline.normalise.pages.metadata import Metadata

_ARCHIVE = re.compile(
    r"(?:www\.)?archive\.(?:today|is|ph|li|vn|fo|md|org)|wayback machine|internet archive", re.IGNORECASE
)
_TELEGRAM = "Telegram"
_POSTED = "tgme_widget_message_date"  # the class of the link with the time of a post
_CLIPPED = ("exporter-version", "evernote-version")
_ROWS = {  # what the first cell of a row says -> which <meta> says the same
    "author": "author", "authors": "author", "autor": "author", "by": "author",
    "date": "date", "published": "date", "publication date": "date", "datum": "date", "veröffentlicht": "date",
    "url": "og:url", "link": "og:url", "source url": "og:url",
    "publication": "og:site_name", "publication title": "og:site_name", "website title": "og:site_name",
    "newspaper": "og:site_name", "publisher": "og:site_name",
}  # fmt: skip
CELLS, ENOUGH = 2, 2  # cells of a row; rows of such a table that say something known
LONGEST = 300  # characters of a cell


def own(about: Metadata, tree: Tree) -> Metadata:
    """What the page itself stated."""
    meta = dict(about.meta)
    title, canonical = about.title, about.canonical
    if _TELEGRAM in meta.get("og:site_name", ()):
        meta["og:site_name"] = meta.pop("og:title", ())
        meta.pop("twitter:title", None)
        title = ""
        posted = (
            time.get("datetime") or "" for node in tree.iter("a") if _has(node, _POSTED) for time in node.iter("time")
        )
        if when := next(filter(None, posted), ""):
            meta.setdefault("article:published_time", (when,))
    if any(map(_ARCHIVE.fullmatch, meta.get("og:site_name", ()))):
        del meta["og:site_name"]
    if any(name in meta for name in _CLIPPED):
        for name in ("created", "updated"):
            meta.pop(name, None)
        canonical = canonical or next(iter(meta.get("source-url", ())), "")
    for node in tree.iter("a", "div"):
        if _has(node, "reader-domain"):
            canonical = canonical or (node.get("href") or "")
        elif _has(node, "reader-credits") and (text := fold(node.text_content())):
            meta.setdefault("author", (text,))
    for name, value in _told(tree).items():
        meta.setdefault(name, (value,))
    if (title, canonical) == (about.title, about.canonical) and meta == about.meta:
        return about
    return replace(about, meta=meta, title=title, canonical=canonical)


def _has(node: Tree, name: str) -> bool:
    return name in (node.get("class") or "").split()


def _told(tree: Tree) -> Mapping[str, str]:
    """What a table of properties says, as notes and reports of references have it: "Author | Anna Lind"."""
    for table in tree.iter("table"):
        found: dict[str, str] = {}
        for row in table.iter("tr"):
            cells = [cell for cell in row if cell.tag in ("th", "td")]
            if len(cells) != CELLS:
                continue
            name, value = (fold(cell.text_content()) for cell in cells)
            said = _ROWS.get(name.casefold().rstrip(":"), "")
            if said and 0 < len(value) <= LONGEST:
                found.setdefault(said, value.lstrip("@"))
        if len(found) >= ENOUGH and {"author", "og:url"} & set(found):
            return found
    return {}
