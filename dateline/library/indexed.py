"""The corpus by day, month and year, and by subject: what pages ask of all articles."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, field

from dateline.library.items import count_dated, tally

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dateline.cards import Key
    from dateline.library.items import Item
    from dateline.model import Facet

K = TypeVar("K")


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

    @cached_property
    def fullest(self) -> tuple[int, int]:
        """How many articles the fullest month has, and the fullest year."""
        return max(self.per_month.values(), default=0), max(self.per_year.values(), default=0)

    @cached_property
    def times(self) -> tuple[Sequence[int | None], Sequence[int]]:
        """Month and year of each dated article, by its number."""
        return [item.month for item in self.dated], [item.when.year for item in self.dated if item.when]

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


def _grouped(items: Iterable[Item], key: Callable[[Item], K]) -> dict[K, tuple[Item, ...]]:
    """Items of one key, which stand together where they are in the order of time."""
    groups: dict[K, tuple[Item, ...]] = {}
    for each, run in groupby(items, key):
        groups[each] = (*groups.get(each, ()), *run)
    return groups
