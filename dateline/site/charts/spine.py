"""Library -> the strip under every masthead: the whole corpus by month, over its years."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.site.charts import bars

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.library import Item, Library

HEIGHT = 24
MOST_BARS = 300  # 24 years of months and a little; the strip is about 1,200 pixels wide
FEW = 20  # articles in the largest bar, up to which each one counts
STEPS = (10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100)  # tenths
MOST_YEARS = 24  # labels that stand side by side without crowding


@dataclass(frozen=True, slots=True)
class Year:
    """One label of the strip."""

    text: str
    grow: int  # its width in tenths of the others'; 0: the same
    address: str  # empty where the year has no article
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Spine:
    """What all pages share of the strip; `marks` adds what is a page's own, and `rule` draws what lies behind it."""

    start: int  # the month of the first bar, since year 0
    unit: int  # months in a bar
    width: int  # bars
    largest: int  # articles that a bar of full height would have
    years: tuple[Year, ...]


def spine(library: Library) -> Spine | None:
    """The strip of a corpus; None where no article has a date."""
    if not library.years:
        return None
    first, last = min(library.years), max(library.years)
    span = (last - first + 1) * 12
    unit = bars.unit_for(span, MOST_BARS)
    counts = bars.binned(library.per_month, first * 12, unit)
    largest = _with_room(max(counts.values(), default=1))
    return Spine(first * 12, unit, -(-span // unit), largest, _labels(library, first, last))


def _with_room(largest: int) -> int:
    """A scale that one more article seldom changes, since every page has bars on it; at most a fifth stays empty."""
    power = 10 ** (len(str(largest)) - 1)
    return largest if largest < FEW else next(step * power // 10 for step in STEPS if step * power >= largest * 10)


def rule(strip: Spine, library: Library) -> str:
    """The bars of all articles, for the end of a stylesheet: in every page they would be 2 % of all that is published.

    A rectangle over the strip is cut to their outline, so that they have the colour of the theme. Pages do not hang on
    them, nor on how many articles there are, but for the largest month, on whose scale all marks are.
    """
    path = bars.outline(bars.binned(library.per_month, strip.start, strip.unit), strip.largest, HEIGHT)
    return f'.spine .all{{--bars:path("{path}");clip-path:var(--bars)}}\n'  # validators know no path() in its place


def marks(strip: Spine | None, items: Iterable[Item]) -> str:
    """The bars of one page's articles, to lie over those of all."""
    if strip is None:
        return ""
    months = Counter(item.month for item in items if item.month is not None)
    return bars.outline(bars.binned(months, strip.start, strip.unit), strip.largest, HEIGHT)


def _labels(library: Library, first: int, last: int) -> tuple[Year, ...]:
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000) if (last - first) // n < MOST_YEARS)
    labels = []
    for group in bars.steps(first, last, step):
        held = next((year for year in group if year in library.years), None)
        named = group[0] if held is None else held  # the year that it leads to
        address = "" if held is None else f"{held:04}/"
        labels.append(Year(str(named), bars.grow(group, step), address, tuple(group)))
    return tuple(labels)
