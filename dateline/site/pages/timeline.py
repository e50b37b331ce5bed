"""Library -> the timeline: every year, newest first, with its gaps."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from typing import TYPE_CHECKING

from dateline.site import linked
from dateline.site.charts.density import density
from dateline.site.planned import Planned, digest
from dateline.site.shown.parts import FULL_ROWS
from dateline.site.views import Feed, Group, MonthCell, Page, Timeline, YearBlock

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.library import Item
    from dateline.site.shown.parts import Parts

YEAR_TAGS = 4
FOLD = 3  # empty years in a row, from which they become one line
HEAT = 5
UNDATED_SHOWN = 20


def timeline(parts: Parts) -> Iterator[Planned]:
    """All years on one page."""
    library, digests = parts.library, parts.digests
    undated = digests.group(library.undated)
    everything = digests.whole if len(library.items) < FULL_ROWS else digests.shape
    yield Planned("timeline/", digest(everything, undated), partial(_timeline, parts))


def _timeline(parts: Parts) -> Iterator[Page]:
    library, language = parts.library, parts.language
    title = language.text("Timeline")
    facts = parts.facts(library.items) if library.items else language.text("No article yet.")
    feed = Feed(language.text("All articles"), "feed.xml")
    thing = linked.collection(title, parts.links.absolute("timeline/"))
    context = Timeline(
        head=parts.head(title, f"{title}: {facts}.", "timeline/", thing=thing, section="timeline/", feed=feed),
        here=parts.here(library.dated),
        facts=facts,
        chart=density(library, library.items, language, whole=True) if parts.config.has("charts") else None,
        years=tuple(_years(parts)),
        undated=_undated_block(parts),
    )
    yield Page("timeline/index.html", "timeline", context)


def _years(parts: Parts) -> Iterator[YearBlock]:
    library = parts.library
    if not library.years:
        return
    in_full = len(library.items) < FULL_ROWS
    steps = _steps([len(items) for items in library.months.values()])
    empty: list[int] = []
    for year in range(max(library.years), min(library.years) - 1, -1):
        items = library.years.get(year)
        if items is None:
            empty.append(year)
            continue
        yield from _gap(empty)
        empty = []
        rows = parts.rows(items[::-1]) if in_full else ()
        months = () if in_full else _months(parts, year, library.months, steps)
        tags = () if in_full else tuple(rank.tag for rank in parts.special(items, YEAR_TAGS))
        yield YearBlock(str(year), f"y{year}", f"{year:04}/", len(items), months, tags, rows)


def _gap(years: Sequence[int]) -> Iterator[YearBlock]:
    """Empty years are shown as such, since gaps are information; three or more fold into one line."""
    if len(years) >= FOLD:
        yield YearBlock(f"{years[-1]}–{years[0]}", f"y{years[-1]}", "", 0, (), (), ())
    else:
        for year in years:
            yield YearBlock(str(year), f"y{year}", "", 0, (), (), ())


def _steps(counts: Sequence[int]) -> list[int]:
    """The counts at which a month turns one shade darker: quantiles of the months that have articles."""
    ordered = sorted(counts)
    return [ordered[len(ordered) * i // HEAT] for i in range(1, HEAT)] if ordered else []


def _months(
    parts: Parts, year: int, months: Mapping[int, Sequence[Item]], steps: Sequence[int]
) -> tuple[MonthCell, ...]:
    cells = []
    for number in range(1, 13):
        count = len(months.get(year * 12 + number - 1, ()))
        shade = bisect_right(steps, count - 1) + 1 if count else 0
        address = f"{year:04}/{number:02}/" if count else ""
        cells.append(MonthCell(parts.language.month_name(number, short=True), count, min(shade, HEAT), address))
    return tuple(cells)


def _undated_block(parts: Parts) -> Group | None:
    items = parts.library.undated
    if not items:
        return None
    shown = items[:UNDATED_SHOWN]
    return Group(
        parts.language.text("Undated"),
        "undated",
        "undated/",
        len(items),
        parts.rows(shown, snippet=len(items) < UNDATED_SHOWN),
    )
