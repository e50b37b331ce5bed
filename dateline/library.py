"""[Entry] -> Library: the articles by day, month and year, by person, country, topic and source."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from functools import cached_property
from itertools import chain, groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Protocol, TypeVar

from msgspec import Struct, field
from msgspec.structs import astuple

from dateline import addresses
from dateline.cards import UNATTRIBUTED, Card, Key, Telling, Told, card, opened, sound, tell
from dateline.model import FACETS, When
from dateline.workers import Lazy, OnDemand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from dateline.model import Entry, Facet

__all__ = [
    "Door",
    "Item",
    "Key",
    "Library",
    "Open",
    "Subject",
    "arrange",
    "count_dated",
    "place_at",
    "ready",
    "shelve",
    "tally",
]

UNATTRIBUTED_SLUG = "unattributed"
NOTHING = Told()
AT_ONCE = 100  # articles whose tellings are fetched together; a cache holds twice as many
K = TypeVar("K")


class Door(Protocol):
    """Behind it is what is not held of articles, each by its number."""

    def entry(self, number: int) -> Entry:
        """All that is known of it."""

    def told(self, number: int) -> Sequence[Telling]:
        """What it tells of each of its tags."""

    def ready(self, numbers: Sequence[int]) -> None:
        """What these tell will be asked for."""


class Item(Card, frozen=True, eq=False):
    """One article in its place: its card, and the one door to all the rest of it."""

    number: int  # 0-based in the order of time, undated articles last
    door: Door
    month: int | None  # since year 0; None where the date is not known to the month

    @property
    def entry(self) -> Entry:
        """Text, mentions, quotes, evidence. It may have to be fetched: nobody keeps it."""
        return self.door.entry(self.number)

    def about(self, key: Key) -> Told:
        """What it tells of one of its tags; nothing of its source."""
        tags = self.keys[:-1]
        return opened(self.door.told(self.number)[tags.index(key)]) if self.tells and key in tags else NOTHING


def ready(items: Sequence[Item]) -> Iterator[Item]:
    """Articles that will be asked what they tell of their tags: it is fetched for many of them at once."""
    for start in range(0, len(items), AT_ONCE):
        some = items[start : start + AT_ONCE]
        some[0].door.ready([item.number for item in some if item.tells])
        yield from some


def tally(items: Iterable[Item]) -> Counter[Key]:
    """How many of these articles have each tag or source."""
    return Counter(chain.from_iterable([item.keys for item in items]))


def count_dated(items: Sequence[Item]) -> int:
    """How many of these have a date: in the order of time they come first."""
    return bisect_left(items, True, key=lambda item: item.when is None)


class Subject(Struct, frozen=True):
    """A person, a country, a topic or a source of the corpus, with its articles in the order of time."""

    facet: Facet
    name: str
    slug: str
    code: str
    items: tuple[Item, ...]
    numbers: Sequence[int]  # of the items: they rise

    @property
    def key(self) -> Key:
        return self.facet, self.name

    @property
    def address(self) -> str:
        return f"{self.facet}/{self.slug}/"

    @property
    def dated(self) -> tuple[Item, ...]:
        return self.items[: count_dated(self.items)]


class Library(Struct, frozen=True, dict=True):
    """The corpus, indexed. Made by `shelve`; nothing in it changes afterwards."""

    items: tuple[Item, ...]  # in the order of time, undated articles last
    subjects: Mapping[Facet, Mapping[str, Subject]]  # most articles first, then by name
    _with: dict[Key, Counter[Key]] = field(default_factory=dict)

    @cached_property
    def dated(self) -> tuple[Item, ...]:
        return self.items[: count_dated(self.items)]

    @cached_property
    def undated(self) -> tuple[Item, ...]:
        return self.items[len(self.dated) :]

    @cached_property
    def years(self) -> Mapping[int, tuple[Item, ...]]:
        """Only years that have articles, oldest first."""
        return _grouped(self.dated, attrgetter("when.year"))

    @cached_property
    def months(self) -> Mapping[int, tuple[Item, ...]]:
        """Months since year 0 -> the articles dated to that month or more precisely."""
        return _grouped([item for item in self.dated if item.month is not None], attrgetter("month"))

    @cached_property
    def days(self) -> Mapping[str, tuple[Item, ...]]:
        """2021-05-25 -> the articles of that day."""
        known = [item for item in self.dated if item.when and item.when.day]
        groups = _grouped(known, attrgetter("when.year", "when.month", "when.day")).values()
        return {items[0].when.date: items for items in groups if items[0].when}

    @cached_property
    def per_month(self) -> Mapping[int, int]:
        """Months since year 0 -> how many articles."""
        return {month: len(items) for month, items in self.months.items()}

    @cached_property
    def per_year(self) -> Mapping[int, int]:
        return {year: len(items) for year, items in self.years.items()}

    def subject(self, key: Key) -> Subject:
        return self.subjects[key[0]][key[1]]

    @cached_property
    def rarity(self) -> Mapping[Key, int]:
        """Each subject's place among all, those with fewest articles first."""
        sizes = sorted((len(each.items), each.key) for facet in self.subjects.values() for each in facet.values())
        return {key: place for place, (_, key) in enumerate(sizes)}

    def together(self, key: Key) -> Counter[Key]:
        """How many of a subject's articles name each other subject."""
        found = self._with.get(key)
        if found is None:
            found = tally(self.subject(key).items)
            del found[key]
            self._with.clear()  # what stands beside a page asks again; all of them would be most of an archive
            self._with[key] = found
        return found


def shelve(
    entries: Sequence[Entry], cards: Sequence[Card] = (), told: Sequence[Sequence[Telling]] | None = None
) -> Library:
    """Put the entries in the order of time and index them; their own order does not matter.

    cards, told: theirs, where they are known: then no entry is fetched before it is asked for.
    """
    if cards:
        return arrange(cards, Lazy(len(cards), lambda place: sound(entries[place])), told)
    held = [sound(entry) for entry in entries]
    return arrange([card(entry) for entry in held], held)


def arrange(
    cards: Sequence[Card], entries: Sequence[Entry], told: Sequence[Sequence[Telling]] | None = None
) -> Library:
    """The library of so many cards, with their entries, which are `cards.sound`, in the same order.

    told: what each tells of its tags; by default it is asked of the entry.
    """
    order = sorted(range(len(cards)), key=lambda place: _time(cards[place]))
    if told is None:
        told = Lazy(len(cards), lambda place: tell(entries[place], cards[place].keys[:-1]))
    door = _Behind(order, entries, told)
    items = tuple(place_at(cards[place], number, door) for number, place in enumerate(order))
    each_key, each_code = (chain.from_iterable(map(attrgetter(name), items)) for name in ("keys", "codes"))
    codes = dict(filter(itemgetter(1), zip(each_key, each_code, strict=True)))
    found: dict[Key, list[int]] = defaultdict(list)
    for item in items:
        number = item.number
        for key in item.keys:
            found[key].append(number)
    return Library(items, {facet: _subjects(facet, found, codes, items) for facet in FACETS})


class _Behind(Struct, frozen=True):
    """All entries, fetched as they are asked for."""

    order: Sequence[int]  # of each number, its place among those
    entries: Sequence[Entry]
    tellings: Sequence[Sequence[Telling]]

    def entry(self, number: int) -> Entry:
        return self.entries[self.order[number]]

    def told(self, number: int) -> Sequence[Telling]:
        return self.tellings[self.order[number]]

    def ready(self, numbers: Sequence[int]) -> None:
        if isinstance(self.tellings, OnDemand):
            self.tellings.ready([self.order[number] for number in numbers])


class Open(Struct, frozen=True):
    """One entry that is held."""

    known: Entry

    def entry(self, _: int) -> Entry:
        return self.known

    def told(self, _: int) -> Sequence[Told]:
        return tell(self.known, card(self.known).keys[:-1])

    def ready(self, _: Sequence[int]) -> None:
        """It is."""


def place_at(said: Card, number: int, door: Door) -> Item:
    """A card in its place."""
    when = said.when
    month = when.year * 12 + when.month - 1 if when and when.month else None
    return Item(*(*astuple(said), number, door, month))


def _time(said: Card) -> tuple[bool, When, str, str]:
    return said.when is None, said.when or When(0), said.title, said.address


def _subjects(
    facet: Facet, found: Mapping[Key, Sequence[int]], codes: Mapping[Key, str], items: Sequence[Item]
) -> dict[str, Subject]:
    """`found`: of each key the numbers of its items."""
    names = [name for kind, name in found if kind == facet]
    slugs = addresses.slugs((name for name in names if name != UNATTRIBUTED), taken=(UNATTRIBUTED_SLUG,))
    if UNATTRIBUTED in names:
        slugs[UNATTRIBUTED] = UNATTRIBUTED_SLUG
    names.sort(key=lambda name: (-len(found[facet, name]), name == UNATTRIBUTED, name))
    subjects = {}
    for name in names:
        numbers = found[facet, name]
        own, code = tuple(map(items.__getitem__, numbers)), codes.get((facet, name), "")
        subjects[name] = Subject(facet, name, slugs[name], code, own, numbers)
    return subjects


def _grouped(items: Iterable[Item], key: Callable[[Item], K]) -> dict[K, tuple[Item, ...]]:
    """Items of one key, which stand together where they are in the order of time."""
    groups: dict[K, tuple[Item, ...]] = {}
    for each, run in groupby(items, key):
        groups[each] = (*groups.get(each, ()), *run)
    return groups
