"""Articles -> a chart of how many there are over time, with its axis, its peaks and its figures."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.site.charts import bars

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from dateline.library import Item, Library
    from dateline.site.words.language import Language

HEIGHT = 120
MOST_YEARS_BY_MONTH = 25
MOST_FIGURES = 60  # rows of the table; above, it counts by year
PEAKS = 3
READABLE = 4  # a subject's largest bar against the archive's: below a quarter its bars are strokes that tell nothing


class Label(Struct, frozen=True):
    """A word under the axis."""

    text: str
    grow: int  # its width in tenths of a whole step's; 0: a whole one
    minor: bool  # left out on a phone


class Figure(Struct, frozen=True):
    """A row of the table under a chart, and a peak."""

    text: str
    address: str
    own: int
    all: int


class Chart(Struct, frozen=True):
    """Everything that a density chart shows."""

    width: int  # bars
    height: int
    grey: str  # path of all articles; empty where they are this page's own, or where `red` has a scale of its own
    red: str
    part: bool  # the articles are some of all: the table has both
    axis: tuple[Label, ...]
    sentence: str
    peaks: tuple[Figure, ...]
    figures: tuple[Figure, ...]
    by_month: bool  # a bar is a month; else a year
    unit: str  # heading of the table's first column


def page_of(year: int, month: int) -> str:
    """The page of a month, or with month 0 of a year: 2021, 5 -> 2021/05/"""
    return f"{year:04}/{month:02}/" if month else f"{year:04}/"


def density(
    library: Library,
    items: Sequence[Item],
    language: Language,
    *,
    whole: bool = False,
    at: Callable[[int, int], str] = page_of,
) -> Chart | None:
    """Chart `items` against all articles; None where a chart would show nothing: it would have a single bar.

    `whole`: the items are all articles, so there is nothing to hold them against. Where they are few beside all, they
    stand alone on a scale of their own: the strip under the masthead shows them among the others. `at`: where a year
    and month (0: the whole year) have their articles.
    """
    dated = [item for item in items if item.when]
    if not dated:
        return None
    first, last = min(library.years), max(library.years)
    by_month, own, everything, alone = _held(library, [item.number for item in dated])
    if len(own) < 2:
        return None
    alone = whole or alone
    start, per_year = (first * 12, 12) if by_month else (first, 1)
    bins = (last - first + 1) * per_year
    largest = max((own if alone else everything).values())
    name = language.month if by_month else str
    red = bars.outline({place - start: n for place, n in own.items()}, largest, HEIGHT)
    grey = "" if alone else bars.outline({place - start: n for place, n in everything.items()}, largest, HEIGHT)
    figures = tuple(
        Figure(name(place), at(place // 12, place % 12 + 1) if by_month else at(place, 0), n, everything[place])
        for place, n in sorted(own.items())
    )
    if _is_long(own, by_month=by_month):
        table, unit = _by_year(dated, library, at), language.text("Year")
    else:
        table, unit = figures, language.text("Month") if by_month else language.text("Year")
    return Chart(
        width=bins,
        height=HEIGHT,
        grey=grey,
        red=red,
        part=not whole,
        axis=_axis(first, last),
        sentence=_sentence(items, figures, language, by_month=by_month),
        peaks=tuple(_peaks(figures)),
        figures=table,
        by_month=by_month,
        unit=unit,
    )


def of_others(library: Library, numbers: Sequence[int]) -> tuple[object, ...]:
    """All that the chart of a part of the articles shows of the others: in its table, and as grey bars.

    numbers: of that part, which rise.
    """
    dated = numbers[: bisect_left(numbers, len(library.dated))]
    if len(dated) < 2:
        return ()
    by_month, own, everything, alone = _held(library, dated)
    if len(own) < 2:
        return ()
    years, (_, years_of) = _is_long(own, by_month=by_month), library.times
    if years:
        table = [len(library.years[year]) for year in dict.fromkeys(map(years_of.__getitem__, dated))]
    else:
        table = [everything[place] for place in own]
    ends = min(library.years), max(library.years)
    return ends, years, table, () if alone else (*everything.items(),)


def _held(library: Library, dated: Sequence[int]) -> tuple[bool, Mapping[int, int], Mapping[int, int], bool]:
    """Is a bar a month; the bars of some articles by their numbers, those of all, and whether the former stand better
    alone.

    That is where they need a scale of their own, and where nothing of the others would be seen behind them.
    """
    span = max(library.years) - min(library.years)
    months, years = library.times
    known = Counter(map(months.__getitem__, dated)) if span < MOST_YEARS_BY_MONTH else {}
    own: Mapping[int, int] = {month: n for month, n in known.items() if month is not None}
    by_month, (fullest_month, fullest_year) = bool(own), library.fullest
    everything, fullest = (library.per_month, fullest_month) if by_month else (library.per_year, fullest_year)
    own = own or Counter(map(years.__getitem__, dated))
    return by_month, own, everything, own == everything or max(own.values()) * READABLE < fullest


def _is_long(own: Mapping[int, int], *, by_month: bool) -> bool:
    """Would a table of these months be so long that it is one of years?"""
    return by_month and len(own) > MOST_FIGURES


def _by_year(items: Sequence[Item], library: Library, at: Callable[[int, int], str]) -> tuple[Figure, ...]:
    own = Counter([item.when.year for item in items if item.when])
    return tuple(Figure(str(year), at(year, 0), n, len(library.years[year])) for year, n in sorted(own.items()))


def _axis(first: int, last: int) -> tuple[Label, ...]:
    years = last - first + 1
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 500, 1000) if years / n <= 16 or n == 1000)
    groups = bars.steps(first, last, step)
    sparse = len(groups) > 7  # a phone has room for seven; above, for every third, if it has two places at least
    return tuple(
        Label(str(group[0]), bars.grow(group, step), sparse and (i % 3 > 0 or i == len(groups) - 1))
        for i, group in enumerate(groups)
    )


def _peaks(figures: Sequence[Figure]) -> Sequence[Figure]:
    """Those with most; none where so many have as many as the first that three of them would be any three."""
    ranked = sorted(figures, key=lambda figure: -figure.own)
    if len(ranked) > PEAKS and ranked[PEAKS].own == ranked[0].own:
        return ()
    return [figure for figure in ranked[:PEAKS] if figure.own > 1]


def _sentence(items: Sequence[Item], figures: Sequence[Figure], language: Language, *, by_month: bool) -> str:
    largest = max(figure.own for figure in figures)
    busiest = [figure.text for figure in figures if figure.own == largest]
    if largest == 1:
        said = language.text("No month has more than one.") if by_month else language.text("No year has more than one.")
    elif len(busiest) == 1:
        values = {"when": busiest[0], "n": language.count(largest), "all": language.count(len(items))}
        said = (
            language.text("The busiest month is %(when)s, with %(n)s of %(all)s.", **values)
            if by_month
            else language.text("The busiest year is %(when)s, with %(n)s of %(all)s.", **values)
        )
    elif len(busiest) <= PEAKS:
        said = language.text(
            "Busiest: %(when)s, with %(n)s each.", when=language.listed(busiest), n=language.count(largest)
        )
    else:
        said = (
            language.text("No month has more than %(n)s.", n=language.count(largest))
            if by_month
            else language.text("No year has more than %(n)s.", n=language.count(largest))
        )
    return " ".join((said, *_undrawn(items, language, by_month=by_month)))


def _undrawn(items: Sequence[Item], language: Language, *, by_month: bool) -> Iterator[str]:
    """Which articles have no bar, so that the figures add up to the page's."""
    undated = sum(item.when is None for item in items)
    rough = sum(item.when is not None and item.month is None for item in items) if by_month else 0
    if rough:
        yield language.number_of(
            "%(n)s article known only to the year is not drawn.",
            "%(n)s articles known only to the year are not drawn.",
            rough,
        )
    if undated:
        yield language.number_of(
            "%(n)s undated article is not drawn.", "%(n)s undated articles are not drawn.", undated
        )
