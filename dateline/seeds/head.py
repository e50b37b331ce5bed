"""A text that begins with lines of "Title: …", "Source: …", as people keep clippings -> its fields and its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.seeds import columns

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINE = re.compile(r"\s*(?P<name>[^\W\d_][\w -]{1,24}?)\s*:\s+(?P<value>\S.*?)\s*")
LEAST = 2  # fields; one line alone may be a headline with a colon in it
OF_A_HEAD = frozenset(["title", "date", "url", "source", "author", "language", "section"])


def of(text: str, own: Mapping[str, str]) -> tuple[dict[str, str], str, int]:
    """The fields, the text below them, and the number of its first line; without such a head, the text as it is.

    A text in which a title comes again is several: they are left as they are.
    """
    lines = text.split("\n")
    pairs, end = _pairs(lines, own)
    fields = columns.article(pairs, own)
    if len(fields) < LEAST or "title" not in fields or any(_kind(line, own) == "title" for line in lines[end:]):
        return {}, text, 1
    return fields, "\n".join(lines[end:]), end + 1


def _pairs(lines: list[str], own: Mapping[str, str]) -> tuple[dict[str, str], int]:
    """The names and values of the head, and how many lines it has; what else stands among them goes with it."""
    pairs: dict[str, str] = {}
    end = 0
    for i, line in enumerate(lines):
        if not line.strip():
            if pairs:
                break
            continue
        match = _LINE.fullmatch(line)
        kind = _kind(line, own)
        if match is None or kind in ("text", "summary") or not (kind or pairs):
            break
        if kind in OF_A_HEAD:
            pairs[match["name"]] = match["value"]
            end = i + 1
    return pairs, end


def _kind(line: str, own: Mapping[str, str]) -> str:
    """The field that a line states, if it states one."""
    match = _LINE.fullmatch(line)
    known = columns.field(match["name"], own) if match else None
    return known[0] if known else ""
