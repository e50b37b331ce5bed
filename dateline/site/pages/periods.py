"""Library -> a page per year, month and day that has articles."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from dateline.library import tally
from dateline.model import When
from dateline.site.charts import calendar
from dateline.site.pages import groups, whole
from dateline.site.pages.groups import day_address, month_address, year_address
from dateline.site.pages.whole import Listing
from dateline.site.planned import Planned, digest
from dateline.site.shown.parts import TITLE_ROWS
from dateline.site.views import Day, DayPage, Feed, Head, Link, Month, Neighbours, Page, Year, YearMonth
from dateline.site.words.language import forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from dateline.library import Item
    from dateline.site.shown.parts import Parts

K = TypeVar("K", int, str)
Sides = tuple[K | None, K | None]  # the periods before and after one
UNIT = forms("article", "articles")
SPECIAL = 5
OTHER_YEARS = 40  # links from a day to the same one of others
WHO, WHO_BESIDE = 8, 6  # names in each list under a day, and beside a month's calendar


def years(parts: Parts) -> Iterator[Planned]:
    """One page per year that has articles."""
    busiest = max((len(items) for items in parts.library.days.values()), default=1)
    for year, sides in _in_turn(parts.library.years):
        items = parts.library.years[year]
        address, vague = year_address(year), [item for item in items if not (item.when and item.when.month)]
        inputs = digest(
            parts.digests.group(items), sides, parts.decides(address, partial(parts.special, items, SPECIAL)), busiest
        )
        yield Planned(address, inputs, partial(_year, parts, year, sides, busiest))
        title, crumbs = parts.language.text("Some time in %(year)s", year=str(year)), (Link(str(year), address),)
        yield from _whole(parts, title, groups.vague_address(address), vague, crumbs)


def _year(parts: Parts, year: int, sides: Sides[int], busiest: int) -> Iterator[Page]:
    items = parts.library.years[year]
    facts = parts.period(items)
    title, address = str(year), year_address(year)
    context = Year(
        head=_head(parts, title, facts, address),
        here=parts.here(items, (year,)),
        title=title,
        facts=facts,
        calendars=_calendars(parts, year, busiest),
        groups=tuple(groups.by_month(parts, items, address)),
        special=parts.special(items, SPECIAL),
        neighbours=_neighbours(sides, lambda other: Link(str(other), year_address(other))),
    )
    yield Page(f"{address}index.html", "year", context)


def _head(parts: Parts, title: str, facts: str, address: str, *crumbs: Link) -> Head:
    language = parts.language
    return parts.head(
        title,
        language.text("Articles of %(when)s: %(facts)s.", when=title, facts=facts),
        address,
        section="timeline/",
        crumbs=(*parts.crumbs_of_time(), *crumbs),
        feed=Feed(language.text("All articles"), "feed.xml"),
    )


def _calendars(parts: Parts, year: int, busiest: int) -> tuple[YearMonth, ...]:
    library, language = parts.library, parts.language
    found = []
    for number in range(1, 13):
        items = library.months.get(year * 12 + number - 1, ())
        days = Counter(item.when.day for item in items if item.when and item.when.day)
        drawn = calendar.month(year, number, days, busiest, language.first_weekday)
        address = f"{year:04}/{number:02}/" if items else ""
        found.append(YearMonth(language.opening(language.month_name(number)), len(items), address, drawn))
    return tuple(found)


def _in_turn(keys: Iterable[K]) -> Iterator[tuple[K, Sides[K]]]:
    """Each period with the ones before and after it that have articles."""
    known = list(keys)
    for i, key in enumerate(known):
        yield key, (known[i - 1] if i else None, known[i + 1] if i + 1 < len(known) else None)


def _neighbours(sides: Sides[K], link: Callable[[K], Link]) -> Neighbours:
    earlier, later = sides
    return Neighbours(
        earlier=link(earlier) if earlier is not None else None, later=link(later) if later is not None else None
    )


def months(parts: Parts) -> Iterator[Planned]:
    """One page per month that has articles."""
    language = parts.language
    for month, sides in _in_turn(parts.library.months):
        items = parts.library.months[month]
        address, vague = month_address(month), [item for item in items if not groups.has_day(item)]
        inputs = digest(
            parts.digests.group(items), sides, parts.decides(address, partial(parts.special, items, SPECIAL))
        )
        yield Planned(address, inputs, partial(_month, parts, month, sides))
        title, crumbs = (
            f"{language.month(month)}, {language.text('Day not known')}",
            _above(parts, When(*_split(month))),
        )
        yield from _whole(parts, title, groups.vague_address(address), vague, crumbs)
        if groups.month_is_cut(parts, items):
            yield from _whole(parts, language.month(month), groups.all_address(address), items, crumbs)


def _month(parts: Parts, month: int, sides: Sides[int]) -> Iterator[Page]:
    items, language = parts.library.months[month], parts.language
    year, number = _split(month)
    title, address, facts = language.opening(language.month(month)), month_address(month), parts.period(items)
    blanks = (date(year, number, 1).weekday() - language.first_weekday) % 7
    context = Month(
        head=_head(parts, title, facts, address, Link(str(year), year_address(year))),
        here=parts.here(items, (year,)),
        title=title,
        facts=facts,
        blanks=blanks,
        weekdays=language.weekdays(),
        days=_days(parts, year, number),
        lists=parts.who(tally(items), WHO_BESIDE),
        groups=tuple(groups.by_day(parts, items, address)),
        special=parts.special(items, SPECIAL),
        neighbours=_neighbours(sides, lambda other: Link(language.month(other), month_address(other))),
    )
    yield Page(f"{address}index.html", "month", context)


def _split(month: int) -> tuple[int, int]:
    """Months since year 0 -> the year, and the month from 1 to 12."""
    return month // 12, month % 12 + 1


def _above(parts: Parts, when: When) -> tuple[Link, Link]:
    """The year and the month in which a day lies."""
    month = month_address(when.year * 12 + when.month - 1)
    return Link(str(when.year), year_address(when.year)), Link(parts.language.month_name(when.month), month)


def _whole(parts: Parts, title: str, address: str, items: Sequence[Item], crumbs: Sequence[Link]) -> Iterator[Planned]:
    return whole.whole(parts, Listing(title, address, items, (*parts.crumbs_of_time(), *crumbs)))


def _days(parts: Parts, year: int, number: int) -> tuple[Day, ...]:
    counts = {
        day: len(parts.library.days.get(f"{year:04}-{number:02}-{day:02}", ()))
        for day in range(1, monthrange(year, number)[1] + 1)
    }
    largest = max(counts.values())
    found = []
    for day, n in counts.items():
        unit = parts.language.number_of(*UNIT, n)
        address = parts.day(f"{year:04}-{number:02}-{day:02}") if n else ""
        found.append(Day(day, n, address, calendar.shade(n, largest) + 1 if n else 0, unit))
    return tuple(found)


def days(parts: Parts) -> Iterator[Planned]:
    """One page per day that has articles."""
    anniversaries: dict[str, dict[str, int]] = {}
    for day, items in parts.library.days.items():
        anniversaries.setdefault(day[5:], {})[day] = len(items)
    counted = {name: digest(counts) for name, counts in anniversaries.items()}

    for day, sides in _in_turn(parts.library.days):
        items, name = parts.library.days[day], day[5:]
        inputs = digest(parts.digests.group(items), sides, counted[name])
        address = day_address(day)
        yield Planned(address, inputs, partial(_day, parts, day, sides, anniversaries[name]))
        if len(items) > TITLE_ROWS:
            when = When.parse(day)
            title = parts.language.date(when)
            crumbs = (*_above(parts, when), Link(title, address))
            yield from _whole(parts, title, groups.all_address(address), items, crumbs)


def _day(parts: Parts, day: str, sides: Sides[str], anniversaries: Mapping[str, int]) -> Iterator[Page]:
    """`anniversaries`: this day in each year that has it, and how many articles."""
    items, language = parts.library.days[day], parts.language
    others = [(other, n) for other, n in anniversaries.items() if other != day][:OTHER_YEARS]
    when = When.parse(day)
    title, address, facts = language.date(when), day_address(day), parts.period(items)
    context = DayPage(
        head=_head(parts, title, facts, address, *_above(parts, when)),
        here=parts.here(items, (when.year,)),
        title=title,
        weekday=language.weekday(when),
        facts=facts,
        groups=tuple(groups.by_topic(parts, items, address)),
        other_years=tuple(Link(f"{other[:4]} · {parts.articles(n)}", day_address(other)) for other, n in others),
        lists=parts.who(tally(items), WHO),
        neighbours=_neighbours(sides, lambda other: Link(language.date(When.parse(other)), day_address(other))),
    )
    yield Page(f"{address}index.html", "day", context)
