"""RIS exports of reference managers -> one seed a record. S28: no record in it.

Tags after the RIS specification of 2011, as Zotero, EndNote and Mendeley write them: T1, TI title; AB, N2 abstract;
DA, Y1, PY date (2021/05/25/ or 2021/05//); T2, JO, PB outlet; AU author; UR address. The package rispy (MIT) was
weighed: it knows the tags too, but not on which line a record begins, and stops at a line that is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.seeds.decoding import decode

if TYPE_CHECKING:
    from dateline.seeds.raw import Item, Raw

_TAG = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)")
_DATE = re.compile(r"(\d{4})(?:/(\d\d)?(?:/(\d\d)?)?)?(?:/|$)")
FIELDS = {
    "title": ("TI", "T1"),
    "date": ("DA", "Y1", "PY"),
    "source": ("T2", "JO", "JF", "T3", "PB", "DP"),
    "language": ("LA",),
    "section": ("SE",),
}
ADDRESSES = ("UR", "LK", "L2", "L1")  # L1 and L2 may be files on the exporter's machine
TEXTS = ("AB", "N2", "N1")  # people keep the text itself in the abstract or in a note


def read(raw: Raw) -> list[Item]:
    """Every record that has a title or a text."""
    items: list[Item] = []
    record: dict[str, list[str]] = {}
    first, last = 1, ""
    for number, line in enumerate(decode(raw.data).lstrip("\ufeff").split("\n"), 1):
        match = _TAG.fullmatch(line.rstrip())
        if match and match[1] == "TY":
            record, first = {}, number
        elif match and match[1] == "ER":
            items += _seed(raw, record, len(items), first)
            record = {}
        elif match:
            last = match[1]
            record.setdefault(last, []).append(match[2].strip())
        elif line.strip() and last in record:
            record[last][-1] += "\n" + line.strip()
    items += _seed(raw, record, len(items), first)
    return items or [raw.problem("S28", "holds no record", "Each record goes from `TY  - NEWS` to `ER  -`.")]


def _seed(raw: Raw, record: dict[str, list[str]], number: int, line: int) -> list[Item]:
    fields = {name: next((record[tag][0] for tag in tags if tag in record), "") for name, tags in FIELDS.items()}
    fields["date"] = _date(fields["date"])
    links = (link for tag in ADDRESSES for link in record.get(tag, []))
    fields["url"] = next((link for link in links if link.startswith(("http://", "https://"))), "")
    names = record.get("AU") or record.get("A1") or record.get("A2", [])
    fields["author"] = "; ".join(_straight(name) for name in names)
    text = max(("\n\n".join(record.get(tag, [])) for tag in TEXTS), key=len)
    return [raw.seed(text, "export", fields, number, line)] if text or fields["title"] else []


def _date(value: str) -> str:
    """`2021/05/25/` -> `2021-05-25`, `2021/05//Spring` -> `2021-05`; a date in other words stays as it is."""
    match = _DATE.match(value)
    return "-".join(part for part in match.groups() if part) if match else value


def _straight(name: str) -> str:
    """`Lind, Anna` -> `Anna Lind`."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma else name
