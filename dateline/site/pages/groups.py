"""Articles -> the groups in which a page lists them: by month, by day, by topic. No list outgrows its page.

Few articles stand in full, more of them by their headlines alone; of too many, each group shows some and leads to the
page that has all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from dateline.site.pages import whole
from dateline.site.shown.parts import FULL_ROWS, TITLE_ROWS
from dateline.site.views import Group, Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dateline.cards import Key
    from dateline.library import Item
    from dateline.site.shown.parts import Parts

K = TypeVar("K")
BEST_OF_MONTH = 5
BEST_OF_DAY = 3
BEST_OF_TOPIC = 3
LONG_DAY = 8  # articles, above which a day is grouped by topic
TOPICS = 60  # groups of a day that is too full for all its articles


def year_address(year: int) -> str:
    return f"{year:04}/"


def month_address(month: int) -> str:
    """Months since year 0 -> 2021/05/"""
    return f"{month // 12:04}/{month % 12 + 1:02}/"


def day_address(day: str) -> str:
    """2021-05-25 -> 2021/05/25/"""
    return day.replace("-", "/") + "/"


def by_month(
    parts: Parts,
    items: Iterable[Item],
    at: str,
    page: Callable[[int], str] = month_address,
    about: Key | None = None,
    most: int = FULL_ROWS,
) -> Iterator[Group]:
    """The articles of a year, in the order given; above `most` the most connected ones of each month.

    `at`: the address of the year's page. `page`: month -> the address of its page, which has all of its articles.
    `about`: the subject whose articles they are; its own page tells with whom it stands, and rows need not.
    """
    language, groups = parts.language, _grouped(items, lambda item: item.month)
    vague = groups.pop(None, [])
    count = len(vague) + sum(map(len, groups.values()))
    for month, own in groups.items():
        name = language.opening(language.month_name(month % 12 + 1)) if month is not None else ""
        address = page(month) if month is not None else ""
        shown = own if count <= most else most_connected(own, BEST_OF_MONTH)
        all_ = language.text("All %(n)s in %(month)s", n=language.count(len(own)), month=name)
        more = Link(all_, address) if address and len(shown) < len(own) else None
        full = count <= FULL_ROWS
        tags = about is None and (full or len(shown) < len(own))
        rows = parts.rows(shown, about, snippet=full, tags=tags)
        yield Group(name, f"m{(month or 0) % 12 + 1:02}", address, len(own), rows, more)
    if vague:
        title = language.text("Some time in %(year)s", year=str(vague[0].when.year) if vague[0].when else "")
        yield rest(parts, title, "vague", vague, vague_address(at), about)


def vague_address(at: str) -> str:
    """Where those of a year or month stand that are dated no more precisely."""
    return f"{at}vague/"


def all_address(at: str) -> str:
    """Where all articles of a day or month stand that are too many for its page."""
    return f"{at}all/"


def by_day(parts: Parts, items: Iterable[Item], at: str, about: Key | None = None) -> Iterator[Group]:
    """The articles of a month, in the order given; of a very full month the first ones of each day.

    The others stand on the page of the day, or in a list of the whole month where the site has no pages of days.
    """
    language, groups = parts.language, _grouped(items, _day)
    vague = groups.pop("", [])
    count = len(vague) + sum(map(len, groups.values()))
    for day, own in groups.items():
        when = own[0].when
        said = language.date(when)
        address = day_address(day) if parts.config.has("days") else ""
        shown = own if count <= TITLE_ROWS else own[:BEST_OF_DAY]
        all_ = language.text("All %(n)s on %(day)s", n=language.count(len(parts.library.days[day])), day=said)
        more = Link(all_, address) if address and len(shown) < len(own) else None
        full = count <= FULL_ROWS
        rows = parts.rows(shown, about, snippet=full, tags=full or len(shown) < len(own))
        title = f"{language.short(when)}, {language.weekday(when)}" if when else said
        yield Group(title, f"d{day[8:]}", address, len(own), rows, more)
    if vague:
        yield rest(parts, language.text("Day not known"), "vague", vague, vague_address(at), about)
    if count > TITLE_ROWS and not parts.config.has("days"):
        yield _all(parts, at, count)


def month_is_cut(parts: Parts, items: Sequence[Item]) -> bool:
    """Does a month need a list of all its articles?"""
    return len(items) > TITLE_ROWS and not parts.config.has("days")


def _all(parts: Parts, at: str, count: int) -> Group:
    more = whole.way(parts, all_address(at), count)
    return Group(parts.language.text("Articles"), "articles", "", count, (), more)


def has_day(item: Item) -> bool:
    """Is its date known to the day?"""
    return bool(item.when and item.when.day)


def _day(item: Item) -> str:
    """2021-05-25; empty where it is not known."""
    return item.when.date if item.when and item.when.day else ""


def by_topic(parts: Parts, items: Sequence[Item], at: str) -> Iterator[Group]:
    """The articles of a day: few in one list, more under the topics that lead them; of too many, the first of each."""
    language = parts.language
    if len(items) <= LONG_DAY:
        yield Group(language.text("Articles"), "articles", "", len(items), parts.rows(items))
        return
    groups = _grouped(items, lambda item: next((name for facet, name in item.keys if facet == "topics"), ""))
    full, in_order = len(items) > TITLE_ROWS, sorted(groups, key=lambda name: (not name, -len(groups[name]), name))
    for topic in in_order[:TOPICS]:
        own = groups[topic]
        address = parts.library.subject(("topics", topic)).address if topic else ""
        anchor = address.strip("/").replace("/", "-") or "other"
        rows = parts.rows(own[:BEST_OF_TOPIC] if full else own, snippet=len(items) <= FULL_ROWS)
        yield Group(parts.name(("topics", topic)) if topic else language.text("Other"), anchor, address, len(own), rows)
    if full:
        yield _all(parts, at, len(items))


def rest(
    parts: Parts,
    title: str,
    anchor: str,
    items: Sequence[Item],
    at: str,
    about: Key | None = None,
    most: int | None = None,
) -> Group:
    """Articles that no finer page has: the first of them, and the way to a list of all that stands at `at`."""
    most = whole.PART if most is None else most
    rows = parts.rows(items[:most], about, snippet=False, tags=False)
    more = whole.way(parts, at, len(items)) if len(items) > most else None
    return Group(title, anchor, "", len(items), rows, more)


def most_connected(items: Sequence[Item], most: int) -> list[Item]:
    """The articles with most tags, in the order given."""
    chosen = {item.number for item in sorted(items, key=lambda item: (-len(item.keys), item.number))[:most]}
    return [item for item in items if item.number in chosen]


def _grouped(items: Iterable[Item], key: Callable[[Item], K]) -> dict[K, list[Item]]:
    groups: dict[K, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups
