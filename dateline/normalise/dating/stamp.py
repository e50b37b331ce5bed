"""The first line of a seed -> a date that a scraper set before the article, and the line without it.

" date 2020-10-08 The alliance depends on …"  ->  2020-10-08, "The alliance depends on …"
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dateline.model import When
from dateline.normalise.lines.line import Line, make

if TYPE_CHECKING:
    from collections.abc import Sequence

_STAMP = re.compile(
    r"\W{0,3}(?:(?P<label>date|dated|datetime|pub(?:lished|date|lication date)?|posted|created|timestamp)\b\W{0,3})?"
    r"(?P<when>\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?)(?:\s+|$)",
    re.IGNORECASE,
)


class Stamp(Struct, frozen=True):
    """The date, and the words that it stands in."""

    when: When
    text: str
    line: int


def take(lines: Sequence[Line]) -> tuple[Stamp | None, list[Line]]:
    """The stamp, if there is one, and the lines with it taken off.

    A bare year or month counts only after a label: an article may begin "2021 was the year …".
    """
    if not lines:
        return None, []
    first = lines[0]
    match = _STAMP.match(first.text)
    if not match or (len(match["when"]) < 10 and not match["label"]):
        return None, list(lines)
    try:
        when = When.parse(match["when"][:16].replace(" ", "T"))
    except ValueError:
        return None, list(lines)
    stamp = Stamp(when, match.group().strip(), first.number)
    rest = first.text[match.end() :]
    if not rest:
        return stamp, list(lines[1:])
    return stamp, [replace(make(first.number, rest, first.gap), indent=first.indent), *lines[1:]]
