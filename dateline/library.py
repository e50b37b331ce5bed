"""[Entry] -> Library: the articles by day, month and year, by person, country, topic and source."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from dateline import addresses, plaintext, web
from dateline.model import FACETS, LANGUAGE, TAG_FACETS, Tag, When

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.model import Entry, Facet

UNATTRIBUTED = ""  # the source of articles that name none
UNATTRIBUTED_SLUG = "unattributed"
K = TypeVar("K")
Key = tuple["Facet", str]  # a tag of the whole corpus: facet and name


@dataclass(frozen=True, slots=True)
class Item:
    """One article in its place: everything that pages ask of it again and again."""

    entry: Entry
    number: int  # 0-based in the order of time, undated articles last
    words: int
    keys: tuple[Key, ...]  # its tags and its source, each facet in the order of the entry

    @property
    def when(self) -> When | None:
        return self.entry.article.date

    @property
    def month(self) -> int | None:
        """Months since year 0; None where the date is not known to the month."""
        when = self.entry.article.date
        return when.year * 12 + when.month - 1 if when and when.month else None


@dataclass(frozen=True, slots=True)
class Subject:
    """A person, a country, a topic or a source of the corpus, with its articles in the order of time."""

    facet: Facet
    name: str
    slug: str
    code: str
    items: tuple[Item, ...]

    @property
    def key(self) -> Key:
        return self.facet, self.name

    @property
    def address(self) -> str:
        return f"{self.facet}/{self.slug}/"

    @property
    def dated(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.when)


@dataclass(frozen=True)
class Library:
    """The corpus, indexed. Made by `shelve`; nothing in it changes afterwards."""

    items: tuple[Item, ...]  # in the order of time, undated articles last
    subjects: Mapping[Facet, Mapping[str, Subject]]  # most articles first, then by name
    _with: dict[Key, Counter[Key]] = field(default_factory=dict, repr=False)

    @cached_property
    def dated(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.when)

    @cached_property
    def undated(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if not item.when)

    @cached_property
    def years(self) -> Mapping[int, tuple[Item, ...]]:
        """Only years that have articles, oldest first."""
        return _grouped((item.when.year, item) for item in self.dated if item.when)

    @cached_property
    def months(self) -> Mapping[int, tuple[Item, ...]]:
        """Months since year 0 -> the articles dated to that month or more precisely."""
        return _grouped((item.month, item) for item in self.dated if item.month is not None)

    @cached_property
    def days(self) -> Mapping[str, tuple[Item, ...]]:
        """2021-05-25 -> the articles of that day."""
        return _grouped((item.when.date, item) for item in self.dated if item.when and item.when.day)

    @cached_property
    def per_month(self) -> Mapping[int, int]:
        """Months since year 0 -> how many articles."""
        return {month: len(items) for month, items in self.months.items()}

    @cached_property
    def per_year(self) -> Mapping[int, int]:
        return {year: len(items) for year, items in self.years.items()}

    def subject(self, key: Key) -> Subject:
        return self.subjects[key[0]][key[1]]

    def together(self, key: Key) -> Counter[Key]:
        """How many of a subject's articles name each other subject."""
        found = self._with.get(key)
        if found is None:
            found = Counter(other for item in self.subject(key).items for other in item.keys)
            del found[key]
            self._with[key] = found
        return found


def shelve(entries: Iterable[Entry]) -> Library:
    """Put the entries in the order of time and index them; their own order does not matter."""
    in_order = sorted(map(_sound, entries), key=_time)
    items = tuple(Item(entry, i, plaintext.words(entry.article.body), _keys(entry)) for i, entry in enumerate(in_order))
    codes = {(tag.facet, tag.name): tag.code for entry in in_order for tag in entry.tags if tag.code}
    found: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        for key in item.keys:
            found[key].append(item)
    return Library(items, {facet: _subjects(facet, found, codes) for facet in FACETS})


def _sound(entry: Entry) -> Entry:
    """Without an original's address or a language that is none: both stand in links, feeds and metadata as they are."""
    said = entry.article
    url = said.url if web.is_page(said.url) else ""
    language = said.language if LANGUAGE.fullmatch(said.language) else ""
    if (url, language) == (said.url, said.language):
        return entry
    return replace(entry, article=replace(said, url=url, language=language))


def _time(entry: Entry) -> tuple[bool, When, str, str]:
    when = entry.article.date
    return when is None, when or When(0), entry.article.title, entry.address


def _keys(entry: Entry) -> tuple[Key, ...]:
    """An entry's subjects without repetition, the strongest of each facet first where strength is known."""
    tags: list[Tag] = sorted(entry.tags, key=lambda tag: TAG_FACETS.index(tag.facet) if tag.facet in TAG_FACETS else 9)
    keys = dict.fromkeys((tag.facet, tag.name) for tag in tags if tag.facet in TAG_FACETS)
    return (*keys, ("sources", entry.article.source or UNATTRIBUTED))


def _subjects(facet: Facet, found: Mapping[Key, Sequence[Item]], codes: Mapping[Key, str]) -> dict[str, Subject]:
    names = [name for kind, name in found if kind == facet]
    slugs = addresses.slugs((name for name in names if name != UNATTRIBUTED), taken=(UNATTRIBUTED_SLUG,))
    if UNATTRIBUTED in names:
        slugs[UNATTRIBUTED] = UNATTRIBUTED_SLUG
    names.sort(key=lambda name: (-len(found[facet, name]), name == UNATTRIBUTED, name))
    return {
        name: Subject(facet, name, slugs[name], codes.get((facet, name), ""), tuple(found[facet, name]))
        for name in names
    }


def _grouped(pairs: Iterable[tuple[K, Item]]) -> dict[K, tuple[Item, ...]]:
    groups: dict[K, list[Item]] = {}
    for key, item in pairs:
        groups.setdefault(key, []).append(item)
    return {key: tuple(items) for key, items in groups.items()}


def nearest(items: Sequence[Item], number: int, most: int) -> Sequence[Item]:
    """At most `most` of `items` that stand closest to place `number` in the order of time."""
    if len(items) <= most:
        return items
    middle = bisect_left(items, number, key=lambda item: item.number)
    start = min(max(0, middle - most // 2), len(items) - most)
    return items[start : start + most]
