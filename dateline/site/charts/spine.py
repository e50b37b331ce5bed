"""Library -> the strip under every masthead: the whole corpus by month, over its years."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.site.charts import bars

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.library import Item, Library

HEIGHT = 16  # steps of two pixels: with more, the bars of 24 years weigh a tenth of their stylesheet
MOST_BARS = 288  # 24 years of months; the strip is about 1,200 pixels wide
FEW = 20  # articles in the largest bar, up to which each one counts
STEPS = (10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100)  # tenths
MOST_YEARS = 24  # labels that stand side by side without crowding


class Year(Struct, frozen=True):
    """One label of the strip."""

    text: str
    grow: int  # its width in tenths of the others'; 0: the same
    address: str  # empty where the year has no article
    numbers: tuple[int, ...]


class Spine(Struct, frozen=True):
    """What all pages share of the strip; `marks` adds what is a page's own, and `rule` draws what lies behind it."""

    start: int  # the month of the first bar, since year 0
    unit: int  # months in a bar
    width: int  # bars
    largest: int  # articles that a bar of full height would have
    height: int  # of the picture, in the same units as the bars'
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
    return Spine(first * 12, unit, -(-span // unit), largest, HEIGHT, _labels(library, first, last))


def _with_room(largest: int) -> int:
    """A scale that one more article seldom changes, since every page has bars on it; at most a fifth stays empty."""
    power = 10 ** (len(str(largest)) - 1)
    return largest if largest < FEW else next(step * power // 10 for step in STEPS if step * power >= largest * 10)


def rule(strip: Spine, library: Library) -> str:
    """The bars of all articles, for the end of a stylesheet: in every page they would be 2 % of all that is published.

    A rectangle over the strip is cut to their outline, so that they have the colour of the theme. Pages do not hang on
    them, nor on how many articles there are, but on their frame. Nor does the stylesheet's address, or every page would
    be another with every article: a browser that has kept the sheet (ten minutes, from GitHub Pages) may show a month
    one article short, in its place and on its scale. A sheet of their own would be one more request for every reader.
    """
    path = bars.outline(bars.binned(library.per_month, strip.start, strip.unit), strip.largest, strip.height)
    return f'.spine .all{{--bars:path("{path}");clip-path:var(--bars)}}\n'  # validators know no path() in its place


def frame(strip: Spine | None) -> str:
    """What all bars are drawn in; where it is another one, no page may lie over the bars that a browser has kept."""
    return f"{strip.start} {strip.unit} {strip.width} {strip.largest} {strip.height}" if strip else ""


def marks(strip: Spine | None, items: Iterable[Item]) -> str:
    """The bars of one page's articles, to lie over those of all."""
    if strip is None:
        return ""
    months = Counter(item.month for item in items if item.month is not None)
    return bars.outline(bars.binned(months, strip.start, strip.unit), strip.largest, strip.height)


def _labels(library: Library, first: int, last: int) -> tuple[Year, ...]:
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000) if (last - first) // n < MOST_YEARS)
    labels = []
    for group in bars.steps(first, last, step):
        held = next((year for year in group if year in library.years), None)
        named = group[0] if held is None else held  # the year that it leads to
        address = "" if held is None else f"{held:04}/"
        labels.append(Year(str(named), bars.grow(group, step), address, tuple(group)))
    return tuple(labels)
