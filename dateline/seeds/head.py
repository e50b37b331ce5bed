"""A text that begins with lines of "Title: …", "Source: …", as people keep clippings -> its fields and its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.seeds import columns

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINE = re.compile(r"(?P<name>[^\W\d_][\w -]{1,24}?)\s*:\s+(?P<value>\S.*)")
LEAST = 2  # fields; one line alone may be a headline with a colon in it
OF_A_HEAD = frozenset(["title", "date", "url", "source", "author", "language", "section", "place", "rights"])


def of(text: str, own: Mapping[str, str]) -> tuple[dict[str, str], str]:
    """The fields, and the text with blank lines where they stood; without such a head, the text as it is.

    A text in which a title comes again is several: they are left as they are.
    """
    lines = text.split("\n")
    pairs, read = _pairs(lines, own)
    fields = columns.article(pairs, own)
    below = lines[read[-1] + 1 :] if read else []
    if len(fields) < LEAST or "title" not in fields or any(_kind(line, own) == "title" for line in below):
        return {}, text
    for i in read:
        lines[i] = ""
    return fields, "\n".join(lines)


def _pairs(lines: list[str], own: Mapping[str, str]) -> tuple[dict[str, str], list[int]]:
    """The names and values of the head, and the places of its lines; others may stand among them."""
    pairs: dict[str, str] = {}
    read: list[int] = []
    for i, line in enumerate(lines):
        if not line.strip():
            if pairs:
                break
            continue
        match = _LINE.fullmatch(line.strip())
        kind = _kind(line, own)
        if match is None or kind in ("text", "summary") or not (kind or pairs):
            break
        if kind in OF_A_HEAD:
            pairs[match["name"]] = match["value"]
            read.append(i)
    return pairs, read


def _kind(line: str, own: Mapping[str, str]) -> str:
    """The field that a line states, if it states one."""
    match = _LINE.fullmatch(line.strip())
    known = columns.field(match["name"], own) if match else None
    return known[0] if known else ""
