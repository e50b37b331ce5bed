"""Articles of one subject, or of two together, that are more than one page carries -> highlights, and pages by time.

Each year has a page; of a year that is too full for its headlines, each month has one too; and what has no date, or
none precise enough, stands in lists of a hundred. So every article of every subject is reached.
"""

from __future__ import annotations

from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.library import count_dated
from dateline.model import When
from dateline.site import feeds
from dateline.site.pages import groups, whole
from dateline.site.pages.whole import Listing
from dateline.site.planned import Planned, digest
from dateline.site.shown.parts import FULL_ROWS, TITLE_ROWS
from dateline.site.views import Group, Link, Neighbours, Page, Rank, Slice, TagLink

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dateline.cards import Key
    from dateline.library import Item
    from dateline.library import Subject as Shelf
    from dateline.site.shown.parts import Parts

LATEST = 20
UNDATED = 20  # headlines among highlights; what else is known of a subject stands below them
KEY_DAYS = 5
KEY_DAY_ROWS = 3
Sides = tuple[int | None, int | None]  # the years or months before and after
_year_of = attrgetter("when.year")
_day_of = attrgetter("when.year", "when.month", "when.day")


class Thread(Struct, frozen=True):
    """The articles of one subject, or of two together."""

    keys: tuple[Key, ...]
    title: str
    address: str
    items: Sequence[Item]  # in the order of time, undated ones last
    crumbs: tuple[Link, ...]  # of its page

    @property
    def many(self) -> bool:
        """Are they too many for one page?"""
        return are_many(self.items)

    @property
    def dated(self) -> Sequence[Item]:
        return self.items[: count_dated(self.items)]

    @property
    def undated(self) -> Sequence[Item]:
        return self.items[count_dated(self.items) :]

    @property
    def newest(self) -> Sequence[Item]:
        """Newest first; undated ones still last."""
        return [*self.dated[::-1], *self.undated]

    @property
    def years(self) -> dict[int, list[Item]]:
        return {year: list(items) for year, items in groupby(self.dated, _year_of)}

    def at(self, year: int, month: int = 0) -> str:
        """The address of a year, or of a month."""
        return f"{self.address}{year:04}/" + (f"{month:02}/" if month else "")


def are_many(items: Sequence[object]) -> bool:
    """Are they too many for one page?"""
    return len(items) > FULL_ROWS


def of_subject(parts: Parts, shelf: Shelf) -> Thread:
    crumbs = (Link(parts.facet_titles[shelf.facet], f"{shelf.facet}/"),)
    return Thread((shelf.key,), parts.name(shelf.key), shelf.address, shelf.items, crumbs)


def highlights(parts: Parts, thread: Thread) -> tuple[Group, ...]:
    """The latest ones, the days with most articles, and those without a date."""
    language, dated = parts.language, thread.dated
    each_day = [list(items) for (_, _, day), items in groupby(dated, _day_of) if day]
    days = {items[0].when.date: items for items in each_day if len(items) > 2 and items[0].when}
    key_days = sorted(days, key=lambda day: (-len(days[day]), day))[:KEY_DAYS]
    found = []
    if latest := dated[::-1][:LATEST]:
        rows = parts.rows(latest, thread.keys[0], apart=thread.keys)
        found.append(Group(language.text("Latest"), "latest", "", len(rows), rows))
    for day in sorted(key_days, reverse=True):
        more = Link(language.text("All of %(day)s", day=language.date(When.parse(day))), parts.day(day))
        rows = parts.rows(days[day][:KEY_DAY_ROWS], thread.keys[0], snippet=False, apart=thread.keys)
        title = language.text("Key day: %(day)s", day=language.date(When.parse(day)))
        all_ = more if len(days[day]) > len(rows) else None
        found.append(Group(title, f"d{day}", more.address, len(days[day]), rows, all_))
    if undated := thread.undated:
        title, about = language.text("Undated"), thread.keys[0]
        found.append(groups.rest(parts, title, "undated", undated, _undated(thread), about, UNDATED))
    return tuple(found)


def _undated(thread: Thread) -> str:
    return f"{thread.address}undated/"


def years(thread: Thread) -> tuple[Rank, ...]:
    """The years that have pages, newest first."""
    return tuple(
        Rank(TagLink(thread.keys[0][0], str(year), thread.at(year)), len(items), "")
        for year, items in sorted(thread.years.items(), reverse=True)
    )


def places(thread: Thread) -> Callable[[int, int], str]:
    """Where its articles of a year stand, and of a month: on a page of its own, or on that of the year."""
    of_year = thread.years

    def at(year: int, month: int) -> str:
        if month and len(of_year[year]) <= TITLE_ROWS:
            return f"{thread.at(year)}#m{month:02}"
        return thread.at(year, month)

    return at


def slices(parts: Parts, thread: Thread) -> Iterator[Planned]:
    """The pages of its years and months, and the lists of what has no place there."""
    by_year = thread.years
    for (year, items), sides in zip(by_year.items(), _sides(list(by_year)), strict=True):
        yield Planned(
            thread.at(year), _inputs(parts, thread, items, sides), partial(_year, parts, thread, year, items, sides)
        )
        if len(items) > TITLE_ROWS:
            yield from _months(parts, thread, year, items)
        vague = [item for item in items if item.month is None]
        if whole.is_long(vague):
            title = f"{thread.title}: {parts.language.text('Some time in %(year)s', year=str(year))}"
            at = groups.vague_address(thread.at(year))
            yield from whole.whole(parts, Listing(title, at, vague, _below(thread), thread.keys))
    title = f"{thread.title}: {parts.language.text('Undated')}"
    listing = Listing(title, _undated(thread), thread.undated, _below(thread), thread.keys)
    yield from whole.whole(parts, listing, UNDATED)


def _sides(known: Sequence[int]) -> list[Sides]:
    """For each of several years or months the ones before and after it."""
    last = len(known) - 1
    return [(known[i - 1] if i else None, known[i + 1] if i < last else None) for i in range(len(known))]


def _inputs(parts: Parts, thread: Thread, items: Sequence[Item], sides: Sides) -> bytes:
    days = sorted({item.when.date for item in items if item.when and item.when.day}) if len(items) > TITLE_ROWS else ()
    counts = [(day, len(parts.library.days[day])) for day in days]
    return digest([parts.digests.face(key) for key in thread.keys], parts.digests.group(items), sides, counts)


def _below(thread: Thread) -> tuple[Link, ...]:
    return (*thread.crumbs, Link(thread.title, thread.address))


def _year(parts: Parts, thread: Thread, year: int, items: Sequence[Item], sides: Sides) -> Iterator[Page]:
    title = parts.language.text("%(name)s in %(year)s", name=thread.title, year=str(year))
    ways = (None if side is None else Link(str(side), thread.at(side)) for side in sides)
    own_months = len(items) > TITLE_ROWS

    def page(month: int) -> str:
        return thread.at(year, month % 12 + 1) if own_months else groups.month_address(month)

    found = groups.by_month(parts, items[::-1], thread.at(year), page, thread.keys[0], TITLE_ROWS)
    yield _page(parts, thread, thread.at(year), title, items, tuple(found), _around(*ways), _below(thread))


def _months(parts: Parts, thread: Thread, year: int, items: Sequence[Item]) -> Iterator[Planned]:
    by_month: dict[int, list[Item]] = {}
    for item in items:
        if item.month is not None:
            by_month.setdefault(item.month, []).append(item)
    for (month, own), sides in zip(by_month.items(), _sides(list(by_month)), strict=True):
        address, inputs = thread.at(year, month % 12 + 1), _inputs(parts, thread, own, sides)
        yield Planned(address, inputs, partial(_month, parts, thread, month, own, sides))
        vague = [item for item in own if not groups.has_day(item)]
        title = f"{thread.title}: {parts.language.month(month)}, {parts.language.text('Day not known')}"
        listing = Listing(title, groups.vague_address(address), vague, _below(thread), thread.keys)
        yield from whole.whole(parts, listing)
        if groups.month_is_cut(parts, own):
            title = f"{thread.title}: {parts.language.month(month)}"
            yield from whole.whole(parts, Listing(title, groups.all_address(address), own, _below(thread), thread.keys))


def _month(parts: Parts, thread: Thread, month: int, items: Sequence[Item], sides: Sides) -> Iterator[Page]:
    language, year = parts.language, month // 12
    address = thread.at(year, month % 12 + 1)
    title = f"{thread.title}: {language.month(month)}"
    ways = (
        None if side is None else Link(language.month(side), thread.at(side // 12, side % 12 + 1)) for side in sides
    )
    found = groups.by_day(parts, items[::-1], address, thread.keys[0])
    crumbs = (*_below(thread), Link(str(year), thread.at(year)))
    yield _page(parts, thread, address, title, items, tuple(found), _around(*ways), crumbs)


def _around(earlier: Link | None, later: Link | None) -> Neighbours:
    return Neighbours(earlier=earlier, later=later)


def _page(
    parts: Parts,
    thread: Thread,
    address: str,
    title: str,
    items: Sequence[Item],
    found: tuple[Group, ...],
    neighbours: Neighbours,
    crumbs: tuple[Link, ...],
) -> Page:
    facts = parts.facts(items, thread.keys[0])
    feed = feeds.of(parts, parts.library.subject(thread.keys[0])) if len(thread.keys) == 1 else None
    context = Slice(
        head=parts.head(
            title, f"{title}: {facts}.", address, section=f"{thread.keys[0][0]}/", crumbs=crumbs, feed=feed
        ),
        here=parts.here(items, {item.when.year for item in items if item.when}),
        tags=tuple(parts.tag(key) for key in thread.keys),
        title=title,
        facts=facts,
        groups=found,
        neighbours=neighbours,
    )
    return Page(f"{address}index.html", "slice", context)
