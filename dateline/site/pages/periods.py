"""Library -> a page per year, month and day that has articles."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from dateline.model import When
from dateline.site.charts import calendar
from dateline.site.language import forms
from dateline.site.parts import FULL_ROWS, TITLE_ROWS
from dateline.site.planned import Planned, digest
from dateline.site.views import Day, DayPage, Feed, Group, Link, Month, Neighbours, Page, Year, YearMonth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from dateline.library import Item
    from dateline.site.parts import Parts

K = TypeVar("K", int, str)
UNIT = forms("article", "articles")
SPECIAL = 5
WHO, WHO_BESIDE = 8, 6  # names in each list under a day, and beside a month's calendar
BEST_OF_MONTH = 5  # articles of a month on the page of a year that is too full for all
BEST_OF_DAY = 3
LONG_DAY = 8  # articles, above which a day is grouped by topic


def years(parts: Parts) -> Iterator[Planned]:
    """One page per year that has articles."""
    busiest = max((len(items) for items in parts.library.days.values()), default=1)
    for year, neighbours in _in_turn(parts.library.years, lambda other: Link(str(other), f"{other:04}/")):
        items = parts.library.years[year]
        inputs = digest(parts.digests.group(items), neighbours, parts.special(items, SPECIAL), busiest)
        yield Planned(f"{year:04}/", inputs, partial(_year, parts, year, neighbours, busiest))


def _year(parts: Parts, year: int, neighbours: Neighbours, busiest: int) -> Iterator[Page]:
    items, language = parts.library.years[year], parts.language
    facts = parts.period(items)
    title = str(year)
    address = f"{year:04}/"
    context = Year(
        head=parts.head(
            title,
            language.text("Articles of %(when)s: %(facts)s.", when=title, facts=facts),
            address,
            section="timeline/",
            crumbs=parts.crumbs_of_time(),
            feed=Feed(language.text("All articles"), "feed.xml"),
        ),
        here=parts.here(items, (year,)),
        title=title,
        facts=facts,
        calendars=_calendars(parts, year, busiest),
        groups=tuple(_months_of(parts, year, items)),
        special=parts.special(items, SPECIAL),
        neighbours=neighbours,
    )
    yield Page(f"{address}index.html", "year", context)


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


def _months_of(parts: Parts, year: int, items: Sequence[Item]) -> Iterator[Group]:
    """The articles month by month: all of them, or of a full year the most connected ones."""
    language = parts.language
    in_full = len(items) <= FULL_ROWS
    vague = [item for item in items if item.month is None]
    for number in range(1, 13):
        own = parts.library.months.get(year * 12 + number - 1)
        if not own:
            continue
        name, address = language.opening(language.month_name(number)), f"{year:04}/{number:02}/"
        shown = own if in_full else most_connected(own, BEST_OF_MONTH)
        more = None
        if len(shown) < len(own):
            more = Link(language.text("All %(n)s in %(month)s", n=language.count(len(own)), month=name), address)
        yield Group(name, f"m{number:02}", address, len(own), parts.rows(shown, snippet=in_full), more)
    if vague:
        title = language.text("Some time in %(year)s", year=str(year))
        yield Group(title, "vague", "", len(vague), parts.rows(vague[:FULL_ROWS], snippet=in_full))


def most_connected(items: Sequence[Item], most: int) -> list[Item]:
    """The articles with most tags, in the order of time."""
    chosen = sorted(items, key=lambda item: (-len(item.keys), item.number))[:most]
    return sorted(chosen, key=lambda item: item.number)


def _in_turn(keys: Iterable[K], link: Callable[[K], Link]) -> Iterator[tuple[K, Neighbours]]:
    """Each period with the ones before and after it that have articles."""
    known = list(keys)
    for i, key in enumerate(known):
        earlier = link(known[i - 1]) if i else None
        later = link(known[i + 1]) if i + 1 < len(known) else None
        yield key, Neighbours(earlier=earlier, later=later)


def months(parts: Parts) -> Iterator[Planned]:
    """One page per month that has articles."""
    language = parts.language
    for month, neighbours in _in_turn(
        parts.library.months, lambda other: Link(language.month(other), month_address(other))
    ):
        items = parts.library.months[month]
        inputs = digest(parts.digests.group(items), neighbours, parts.special(items, SPECIAL))
        yield Planned(month_address(month), inputs, partial(_month, parts, month, neighbours))


def _month(parts: Parts, month: int, neighbours: Neighbours) -> Iterator[Page]:
    items, language = parts.library.months[month], parts.language
    year, number = divmod(month, 12)
    number += 1
    title, address, facts = language.opening(language.month(month)), month_address(month), parts.period(items)
    counts = Counter(key for item in items for key in item.keys)
    blanks = (date(year, number, 1).weekday() - language.first_weekday) % 7
    context = Month(
        head=parts.head(
            title,
            language.text("Articles of %(when)s: %(facts)s.", when=title, facts=facts),
            address,
            section="timeline/",
            crumbs=(*parts.crumbs_of_time(), Link(str(year), f"{year:04}/")),
            feed=Feed(language.text("All articles"), "feed.xml"),
        ),
        here=parts.here(items, (year,)),
        title=title,
        facts=facts,
        blanks=blanks,
        weekdays=language.weekdays(),
        days=_days(parts, year, number),
        lists=parts.who(counts, WHO_BESIDE),
        groups=tuple(_days_of(parts, items)),
        special=parts.special(items, SPECIAL),
        neighbours=neighbours,
    )
    yield Page(f"{address}index.html", "month", context)


def month_address(month: int) -> str:
    return f"{month // 12:04}/{month % 12 + 1:02}/"


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


def _days_of(parts: Parts, items: Sequence[Item]) -> Iterator[Group]:
    """The articles day by day; a very full month shows the first of each day."""
    language = parts.language
    for day, own in _by_day(items).items():
        when = own[0].when
        if when and when.day:
            title, anchor, address = (
                f"{language.date(when)}, {language.weekday(when)}",
                f"d{day[8:]}",
                day_address(day) if parts.config.has("days") else "",
            )
        else:
            title, anchor, address = language.text("Day not known"), "vague", ""
        shown = own if len(items) <= TITLE_ROWS or not address else own[:BEST_OF_DAY]
        more = Link(language.text("All %(n)s on %(day)s", n=language.count(len(own)), day=language.date(when)), address)
        rows = parts.rows(shown[:TITLE_ROWS], snippet=len(items) <= FULL_ROWS)
        yield Group(title, anchor, address, len(own), rows, more if len(shown) < len(own) else None)


def _by_day(items: Sequence[Item]) -> Mapping[str, list[Item]]:
    """Those without a day come first in the order of time, and are put last."""
    found: dict[str, list[Item]] = {}
    for item in sorted(items, key=lambda item: (not (item.when and item.when.day), item.number)):
        found.setdefault(item.when.date if item.when else "", []).append(item)
    return found


def days(parts: Parts) -> Iterator[Planned]:
    """One page per day that has articles."""
    anniversaries: dict[str, list[str]] = {}
    for day in parts.library.days:
        anniversaries.setdefault(day[5:], []).append(day)

    def link(other: str) -> Link:
        return Link(parts.language.date(When.parse(other)), day_address(other))

    for day, neighbours in _in_turn(parts.library.days, link):
        items = parts.library.days[day]
        others = [(other, len(parts.library.days[other])) for other in anniversaries[day[5:]] if other != day]
        inputs = digest(parts.digests.group(items), neighbours, others)
        yield Planned(day_address(day), inputs, partial(_day, parts, day, neighbours, others))


def day_address(day: str) -> str:
    """2021-05-25 -> 2021/05/25/"""
    return day.replace("-", "/") + "/"


def _day(parts: Parts, day: str, neighbours: Neighbours, others: Sequence[tuple[str, int]]) -> Iterator[Page]:
    items, language = parts.library.days[day], parts.language
    when = When.parse(day)
    title, address, facts = language.date(when), day_address(day), parts.period(items)
    counts = Counter(key for item in items for key in item.keys)
    context = DayPage(
        head=parts.head(
            title,
            language.text("Articles of %(when)s: %(facts)s.", when=title, facts=facts),
            address,
            section="timeline/",
            crumbs=(
                *parts.crumbs_of_time(),
                Link(str(when.year), f"{when.year:04}/"),
                Link(language.month_name(when.month), f"{when.year:04}/{when.month:02}/"),
            ),
            feed=Feed(language.text("All articles"), "feed.xml"),
        ),
        here=parts.here(items, (when.year,)),
        title=title,
        weekday=language.weekday(when),
        facts=facts,
        groups=tuple(_topics_of(parts, items)),
        other_years=tuple(Link(f"{other[:4]} · {parts.articles(n)}", day_address(other)) for other, n in others[:40]),
        lists=parts.who(counts, WHO),
        neighbours=neighbours,
    )
    yield Page(f"{address}index.html", "day", context)


def _topics_of(parts: Parts, items: Sequence[Item]) -> Iterator[Group]:
    """A short day in one list, a long one under the topics that lead its articles."""
    language = parts.language
    full = len(items) <= FULL_ROWS
    if len(items) <= LONG_DAY:
        yield Group(language.text("Articles"), "articles", "", len(items), parts.rows(items))
        return
    groups: dict[str, list[Item]] = {}
    for item in items:
        topic = next((name for facet, name in item.keys if facet == "topics"), "")
        groups.setdefault(topic, []).append(item)
    for topic, own in sorted(groups.items(), key=lambda group: (not group[0], -len(group[1]), group[0])):
        title = topic or language.text("Other")
        address = parts.library.subject(("topics", topic)).address if topic else ""
        anchor = address.strip("/").replace("/", "-") or "other"
        yield Group(title, anchor, address, len(own), parts.rows(own[:TITLE_ROWS], snippet=full))
