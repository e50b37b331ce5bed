"""Dates whose year has two digits: "3 May '21", and "Mon, 3 May 21", where the day of the week fits."""

from __future__ import annotations

import re

_LETTERS = r"[^\W\d_]"
_SHORT = r"(?P<short>\d\d)(?![\d'’]|[.:,/]\d)"
_MARK = r"(?P<mark>(?<=\s)['’])"
FORMS = (  # name, where it is looked for, pattern
    (
        "day-month-short",
        "short",
        rf"(?<![\d.,:])(?P<day>\d\d?)(?:st|nd|rd|th)?[\s-]+(?P<name>{_LETTERS}{{3,12}}+)\.?,?[\s-]+{_MARK}?{_SHORT}",
    ),
    (
        "month-day-short",
        "short",
        rf"(?P<name>{_LETTERS}{{3,12}}+)\.?\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+{_MARK}{_SHORT}",
    ),
)
SIGN = re.compile(  # what both forms have
    rf"\s['’]\d\d(?!\d)|\d(?:{_LETTERS}\w)?[\s-]+{_LETTERS}{{3,12}}\.?,?[\s-]+\d\d(?!\d)"
)
LAST = 39  # years of two digits up to which they are of this century


def whole(short: int) -> int:
    """The year: 21 -> 2021, 98 -> 1998."""
    return short + (2000 if short <= LAST else 1900)
