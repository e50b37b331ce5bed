"""CSL-JSON, the exchange format of reference managers (Zotero, Pandoc, citeproc) -> one seed an item.

After the schema csl-data.json 1.0: `issued` is an object with date-parts, a raw or a literal date; names are objects
of family and given name. Problem: S28 no item in it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from dateline.seeds import columns
from dateline.seeds.decoding import decode

if TYPE_CHECKING:
    from dateline.seeds.raw import Item, Raw

FIELDS = {
    "title": ("title", "title-short"),
    "url": ("URL",),
    "source": ("container-title", "publisher", "source"),
    "language": ("language",),
    "section": ("section",),
}
TEXTS = ("abstract", "note")
HINT = 'Export it again as CSL JSON: a list of items such as {"type": "article-newspaper", "title": "…"}.'


def read(raw: Raw) -> list[Item]:
    """Every item that has a title or a text."""
    try:
        document = json.loads(decode(raw.data))
    except (ValueError, RecursionError):
        return [raw.problem("S28", "is not JSON", HINT)]
    return of_items(raw, items(document)) or [raw.problem("S28", "holds no item", HINT)]


def is_csl(document: Any) -> bool:
    """Whether parsed JSON is a list of such items."""
    found = items(document)
    return bool(found) and all(_is_item(one) for one in found)


def items(document: Any) -> list[Any]:
    """The items of a list, or of an object that holds one."""
    if isinstance(document, Mapping):
        document = document.get("items", [document])
    return document if isinstance(document, list) else []


def of_items(raw: Raw, found: list[Any]) -> list[Item]:
    """The seeds of parsed items."""
    made: list[Item] = []
    for item in found:
        if isinstance(item, Mapping):
            fields = {name: _first(item, keys) for name, keys in FIELDS.items()}
            fields["date"] = date(item.get("issued"))
            fields["author"] = "; ".join(filter(None, (_name(name) for name in _list(item.get("author")))))
            text = max((_first(item, (key,)) for key in TEXTS), key=len)
            if text or fields["title"]:
                made.append(raw.seed(text, "export", fields, len(made)))
    return made


def date(issued: Any) -> str:
    """An ISO date as precise as the item states it; of a range its beginning; else its words."""
    if not isinstance(issued, Mapping):
        return columns.text(issued, " ")
    parts = _list(issued.get("date-parts"))
    first = [str(part) for part in _list(parts[0])] if parts else []
    if first and all(part.isdecimal() for part in first):
        return "-".join([first[0].zfill(4), *(part.zfill(2) for part in first[1:3])])
    return _first(issued, ("raw", "literal"))


def _is_item(item: Any) -> bool:
    """By what only such an item has: somebody else's record may have a type "article" too, and a text."""
    if not isinstance(item, Mapping) or not isinstance(item.get("type"), str):
        return False
    return "container-title" in item or isinstance(item.get("issued"), Mapping)


def _first(item: Mapping[Any, Any], keys: tuple[str, ...]) -> str:
    return next((found for key in keys if (found := columns.text(item.get(key), ", "))), "")


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _name(name: Any) -> str:
    if not isinstance(name, Mapping):
        return columns.text(name, " ")
    parts = (name.get(key) for key in ("given", "dropping-particle", "non-dropping-particle", "family", "suffix"))
    return " ".join(filter(None, (columns.text(part, " ") for part in parts))) or columns.text(name.get("literal"), " ")
