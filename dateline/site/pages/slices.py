"""A subject with more articles than one page carries -> its key days and latest articles, and a page for each year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import When
from dateline.site.parts import FULL_ROWS, TITLE_ROWS
from dateline.site.views import Feed, Group, Link, Neighbours, Page, Rank, Slice, TagLink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.library import Item, Key
    from dateline.library import Subject as Shelf
    from dateline.site.parts import Parts

LATEST = 20
KEY_DAYS = 5
KEY_DAY_ROWS = 3


def digest(parts: Parts, shelf: Shelf) -> tuple[Group, ...]:
    """The days with most articles, and the latest ones."""
    language = parts.language
    days: dict[str, list[Item]] = {}
    for item in shelf.dated:
        if item.when and item.when.day:
            days.setdefault(item.when.date, []).append(item)
    key_days = [day for day in sorted(days, key=lambda day: (-len(days[day]), day))[:KEY_DAYS] if len(days[day]) > 2]
    found = []
    for day in sorted(key_days, reverse=True):
        more = Link(language.text("All of %(day)s", day=language.date(When.parse(day))), day.replace("-", "/") + "/")
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
        Rank(TagLink(shelf.facet, str(year), f"{shelf.address}{year:04}/"), len(items), "")
        for year, items in sorted(_by_year(shelf).items(), reverse=True)
    )


def slices(parts: Parts, shelf: Shelf) -> Iterator[Page]:
    """The articles of one subject in one year."""
    language, name = parts.language, parts.name(shelf.key)

    by_year = _by_year(shelf)
    known = list(by_year)
    for i, year in enumerate(known):
        items = by_year[year]
        title = language.text("%(name)s in %(year)s", name=name, year=str(year))
        address = f"{shelf.address}{year:04}/"
        facts = parts.facts(items)
        earlier, later = (known[i - 1] if i else None), (known[i + 1] if i + 1 < len(known) else None)
        yield Page(
            f"{address}index.html",
            "slice",
            Slice(
                head=parts.head(
                    title,
                    f"{title}: {facts}.",
                    address,
                    section=f"{shelf.facet}/",
                    crumbs=(Link(parts.facet_titles[shelf.facet], f"{shelf.facet}/"), Link(name, shelf.address)),
                    feed=Feed(name, f"{shelf.address}feed.xml"),
                ),
                here=parts.here(items, (year,)),
                tags=(parts.tag(shelf.key),),
                title=title,
                facts=facts,
                groups=tuple(_months(parts, items, shelf.key)),
                neighbours=Neighbours(
                    Link(str(earlier), f"{shelf.address}{earlier:04}/") if earlier is not None else None,
                    "",
                    Link(str(later), f"{shelf.address}{later:04}/") if later is not None else None,
                    "",
                ),
            ),
        )


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
