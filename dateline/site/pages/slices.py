"""A subject with more articles than one page carries -> its key days and latest articles, and a page for each year."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dateline.model import When
from dateline.site import feeds
from dateline.site.parts import FULL_ROWS, TITLE_ROWS
from dateline.site.planned import Planned, digest
from dateline.site.views import Group, Link, Neighbours, Page, Rank, Slice, TagLink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.library import Item, Key
    from dateline.library import Subject as Shelf
    from dateline.site.parts import Parts

LATEST = 20
KEY_DAYS = 5
KEY_DAY_ROWS = 3


def highlights(parts: Parts, shelf: Shelf) -> tuple[Group, ...]:
    """The days with most articles, and the latest ones."""
    language = parts.language
    days: dict[str, list[Item]] = {}
    for item in shelf.dated:
        if item.when and item.when.day:
            days.setdefault(item.when.date, []).append(item)
    key_days = [day for day in sorted(days, key=lambda day: (-len(days[day]), day))[:KEY_DAYS] if len(days[day]) > 2]
    found = []
    for day in sorted(key_days, reverse=True):
        more = Link(language.text("All of %(day)s", day=language.date(When.parse(day))), parts.day(day))
        rows = parts.rows(days[day][:KEY_DAY_ROWS], shelf.key, snippet=False)
        title = language.text("Key day: %(day)s", day=language.date(When.parse(day)))
        found.append(
            Group(title, f"d{day}", more.address, len(days[day]), rows, more if len(days[day]) > len(rows) else None)
        )
    latest = shelf.dated[::-1][:LATEST] or shelf.items[:LATEST]
    return (Group(language.text("Latest"), "latest", "", len(shelf.items), parts.rows(latest, shelf.key)), *found)


def _by_year(shelf: Shelf) -> dict[int, list[Item]]:
    found: dict[int, list[Item]] = {}
    for item in shelf.dated:
        if item.when:
            found.setdefault(item.when.year, []).append(item)
    return found


def years(shelf: Shelf) -> tuple[Rank, ...]:
    return tuple(
        Rank(TagLink(shelf.facet, str(year), _address(shelf, year)), len(items), "")
        for year, items in sorted(_by_year(shelf).items(), reverse=True)
    )


def slices(parts: Parts, shelf: Shelf) -> Iterator[Planned]:
    """The articles of one subject in one year."""
    by_year = _by_year(shelf)
    known = list(by_year)
    for i, (year, items) in enumerate(by_year.items()):
        sides = (known[i - 1] if i else None), (known[i + 1] if i + 1 < len(known) else None)
        inputs = digest(parts.digests.face(shelf.key), parts.digests.group(items), sides)
        yield Planned(_address(shelf, year), inputs, partial(_slice, parts, shelf, year, items, sides))


def _address(shelf: Shelf, year: int) -> str:
    return f"{shelf.address}{year:04}/"


def _slice(
    parts: Parts, shelf: Shelf, year: int, items: Sequence[Item], sides: tuple[int | None, int | None]
) -> Iterator[Page]:
    name, facts, address = parts.name(shelf.key), parts.facts(items), _address(shelf, year)
    title = parts.language.text("%(name)s in %(year)s", name=name, year=str(year))
    earlier, later = (None if side is None else Link(str(side), _address(shelf, side)) for side in sides)
    context = Slice(
        head=parts.head(
            title,
            f"{title}: {facts}.",
            address,
            section=f"{shelf.facet}/",
            crumbs=(Link(parts.facet_titles[shelf.facet], f"{shelf.facet}/"), Link(name, shelf.address)),
            feed=feeds.of(parts, shelf),
        ),
        here=parts.here(items, (year,)),
        tags=(parts.tag(shelf.key),),
        title=title,
        facts=facts,
        groups=tuple(_months(parts, items, shelf.key)),
        neighbours=Neighbours(earlier=earlier, later=later),
    )
    yield Page(f"{address}index.html", "slice", context)


def _months(parts: Parts, items: Sequence[Item], about: Key) -> Iterator[Group]:
    groups: dict[int | None, list[Item]] = {}
    for item in items:
        groups.setdefault(item.month, []).append(item)
    shown = TITLE_ROWS
    for month, own in sorted(groups.items(), key=lambda group: (group[0] is None, -(group[0] or 0))):
        title = (
            parts.language.opening(parts.language.month(month))
            if month is not None
            else parts.language.text("Month not known")
        )
        address = f"{month // 12:04}/{month % 12 + 1:02}/" if month is not None else ""
        anchor = f"m{month % 12 + 1:02}" if month is not None else "vague"
        rows = parts.rows(own[::-1][: max(0, shown)], about, snippet=len(items) <= FULL_ROWS)
        shown -= len(rows)
        yield Group(title, anchor, address, len(own), rows)
