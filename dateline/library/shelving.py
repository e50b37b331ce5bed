"""[Entry] -> Library: the articles put in the order of time, and each under its tags and its source."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline import addresses
from dateline.cards import UNATTRIBUTED, card, sound, tell
from dateline.library.indexed import Library, Subject
from dateline.library.items import place_at
from dateline.model import FACETS, When
from dateline.workers.demand import Lazy, OnDemand

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.cards import Card, Key, Telling
    from dateline.library.items import Item
    from dateline.model import Entry, Facet

UNATTRIBUTED_SLUG = "unattributed"


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


def _time(said: Card) -> tuple[bool, When, str]:
    """Of one day, and of none: by the letters of the headline, which the address has; no quotation mark comes first."""
    return said.when is None, said.when or When(0), said.address


def _subjects(
    facet: Facet, found: Mapping[Key, Sequence[int]], codes: Mapping[Key, str], items: Sequence[Item]
) -> dict[str, Subject]:
    """`found`: of each key the numbers of its items."""
    names = [name for kind, name in found if kind == facet]
    slugs = addresses.slugs((name for name in names if name != UNATTRIBUTED), taken=(UNATTRIBUTED_SLUG,))
    if UNATTRIBUTED in names:
        slugs[UNATTRIBUTED] = UNATTRIBUTED_SLUG
    # Of as many articles: by the letters of the address, so that neither eHow nor Ångström stands behind all others.
    names.sort(key=lambda name: (-len(found[facet, name]), name == UNATTRIBUTED, slugs[name], name))
    subjects = {}
    for name in names:
        numbers = found[facet, name]
        own, code = tuple(map(items.__getitem__, numbers)), codes.get((facet, name), "")
        subjects[name] = Subject(facet, name, slugs[name], code, own, numbers)
    return subjects
