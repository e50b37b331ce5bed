"""Dates, numbers and lists -> British English, as CLDR has it.

Most interfaces speak it, and to load CLDR takes 30 ms, as long as to make ten pages; a test holds this equal to that.
Dates are written day first: they cannot be misread, and sort with the ledger's column.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

TAG = "en"
LOCALE = "en-GB"
DIRECTION = "ltr"
FIRST_WEEKDAY = 0  # Monday
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def weekdays() -> tuple[tuple[str, str], ...]:
    """Mon, Monday; Tue, Tuesday; …"""
    return tuple((name[:3], name) for name in WEEKDAYS)


def date(shape: str, year: int, month: int, day: int) -> str:
    """A day, month or year in one of `Language`'s shapes, which are CLDR's: 12 July 2018, Jul 2018, Thursday.

    month, day: 0 where the shape has none.
    """
    name = MONTHS[month - 1]
    short = "Sept" if month == 9 else name[:3]
    match shape:
        case "y":
            return f"{year}"
        case "cccc":
            return WEEKDAYS[datetime.date(year, month, day).weekday()]
        case "LLL" | "LLLL":
            return short if shape == "LLL" else name
        case "yMMM" | "yMMMM":
            return f"{short if shape == 'yMMM' else name} {year}"
        case "yMMMd" | "long":
            return f"{day} {short if shape == 'yMMMd' else name} {year}"
    raise ValueError(shape)


def number(n: int) -> str:
    """1,234."""
    return f"{n:,}"


def measured(n: float, unit: str) -> str:
    """12 kB, 3.4 MB; `unit`: kilobyte or megabyte. One digit behind the point of what is no whole number."""
    number = f"{Decimal(str(n)):,.1f}" if isinstance(n, float) else f"{n:,}"  # decimal, as CLDR rounds
    return f"{number} {'kB' if unit == 'kilobyte' else 'MB'}"


def plural(n: int) -> str:
    return "one" if n == 1 else "other"


def listed(words: Sequence[str]) -> str:
    """A, B and C."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
