"""Articles of one subject -> a line of bars as small as a word."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.site.charts import bars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.library import Item, Library

HEIGHT = 32
MOST_BARS = 36


class Scale(Struct, frozen=True):
    """The time that all sparklines of a site share."""

    start: int  # month since year 0
    unit: int  # months in a bar
    width: int


def scale(library: Library) -> Scale | None:
    """None where no article has a date."""
    if not library.years:
        return None
    first, last = min(library.years), max(library.years)
    months = (last - first + 1) * 12
    unit = bars.unit_for(months, MOST_BARS)
    return Scale(first * 12, unit, -(-months // unit) * bars.PITCH)


def sparkline(time: Scale, items: Sequence[Item]) -> str:
    """A path on the scale of the subject itself: its shape, not its size, which stands beside it as a number."""
    months = Counter(item.month if item.month is not None else item.when.year * 12 for item in items if item.when)
    counts = bars.binned(months, time.start, time.unit)
    return bars.path(counts, max(counts.values(), default=1), HEIGHT, least=6)
