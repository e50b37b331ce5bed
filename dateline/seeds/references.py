"""RIS exports of reference managers -> one seed a record. S28: no record in it.

Tags after the RIS specification of 2011: T1, TI title; AB, N2 abstract; DA, PY date; JO, T2, PB outlet; AU author.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.seeds.decoding import decode

if TYPE_CHECKING:
    from dateline.seeds.raw import Item, Raw

_TAG = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)")
FIELDS = {
    "title": ("TI", "T1"),
    "date": ("DA", "Y1", "PY"),
    "url": ("UR", "L1", "L2"),
    "source": ("T2", "JO", "JF", "PB", "DP"),
    "language": ("LA",),
    "section": ("SE",),
}
TEXTS = ("N1", "AB", "N2")  # notes are where people keep the text itself; the abstract follows


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
    fields["date"] = fields["date"].strip("/").replace("/", "-")
    fields["author"] = "; ".join(_straight(name) for name in record.get("AU", record.get("A1", [])))
    text = "\n\n".join(part for tag in TEXTS for part in record.get(tag, []))
    return [raw.seed(text, "export", fields, number, line)] if text or fields["title"] else []


def _straight(name: str) -> str:
    """`Lind, Anna` -> `Anna Lind`."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma else name
