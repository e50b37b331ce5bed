"""Days with articles -> a month as squares, darker where there are more."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

CELL, PITCH = 17, 20  # a square and the way to the next, in units of the picture
WIDTH = 7 * PITCH - (PITCH - CELL)
SHADES = 4


class Month(Struct, frozen=True):
    """Paths of one month: days without articles, then days from few to many."""

    width: int
    height: int
    empty: str
    shades: tuple[str, ...]  # SHADES of them


def shade(n: int, largest: int) -> int:
    """0 to SHADES - 1: which of the shades a count takes. One article is the lightest only where others have more."""
    if largest <= 1:
        return SHADES - 1
    return min(SHADES - 1, (n - 1) * SHADES // largest) if n < largest else SHADES - 1


def month(year: int, number: int, days: Mapping[int, int], largest: int, first_weekday: int = 0) -> Month:
    """Draw month `number` (1-12); `days`: day -> how many; `first_weekday`: 0 is Monday."""
    before = (date(year, number, 1).weekday() - first_weekday) % 7
    length = monthrange(year, number)[1]
    empty: list[str] = []
    shades: list[list[str]] = [[] for _ in range(SHADES)]
    for day in range(1, length + 1):
        row, column = divmod(before + day - 1, 7)
        square = f"M{column * PITCH} {row * PITCH}h{CELL}v{CELL}h-{CELL}z"
        (shades[shade(days[day], largest)] if days.get(day) else empty).append(square)
    rows = -(-(before + length) // 7)
    return Month(WIDTH, rows * PITCH - (PITCH - CELL), "".join(empty), tuple("".join(part) for part in shades))
