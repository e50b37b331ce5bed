"""Lines -> lines, in which a date is one that stood in several: "10", "Oct", "2021", as weblogs set it in a box.

Agencies set the time of day on a line above or below that of the date: "14:00", "20.08.2022".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.normalise.lines import unwrapping
from dateline.normalise.lists import calendar_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

_DAY = re.compile(r"(?:[1-9]|[0-2]\d|3[01])(?:st|nd|rd|th)?[.,]?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")
_NUMBERS = re.compile(r"\d\d?([./-])\d\d?\1(?:19|20)\d\d")
CLOCK_LENGTH = (4, 5)  # characters
PIECES = 3
APART = 2  # blank lines between two of them


def joined(lines: Sequence[Line]) -> list[Line]:
    """The lines; what is no more than a day, a month and a year in any order that people write is one."""
    if any(line.length in CLOCK_LENGTH and _CLOCK.fullmatch(line.text) for line in lines):
        lines = _with_clock(lines)
    if not any(_YEAR.fullmatch(line.text) for line in lines if line.length == 4):
        return list(lines)
    found: list[Line] = []
    i = 0
    while i < len(lines):
        pieces = lines[i : i + PIECES]
        if _is_date(pieces):
            found.append(unwrapping.join(unwrapping.join(pieces[0], pieces[1]), pieces[2]))
            i += PIECES
        else:
            found.append(lines[i])
            i += 1
    return found


def _with_clock(lines: Sequence[Line]) -> list[Line]:
    found: list[Line] = []
    for line in lines:
        if found and not line.gap and _is_clock_and_date(found[-1].text, line.text):
            found[-1] = unwrapping.join(found[-1], line)
        else:
            found.append(line)
    return found


def _is_clock_and_date(above: str, below: str) -> bool:
    pair = (above, below) if _CLOCK.fullmatch(above) else (below, above)
    return bool(_CLOCK.fullmatch(pair[0])) and bool(_NUMBERS.fullmatch(pair[1]))


def _is_date(lines: Sequence[Line]) -> bool:
    if len(lines) < PIECES or any(line.gap > APART for line in lines[1:]) or not _YEAR.fullmatch(lines[2].text):
        return False
    first, second = lines[0].text, lines[1].text
    day, month = (first, second) if _DAY.fullmatch(first) else (second, first)
    return bool(_DAY.fullmatch(day)) and bool(calendar_words.month(month.strip(".,")))
