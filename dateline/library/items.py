"""Card -> Item: one article in its place among all, with a door to what is not held of it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct
from msgspec.structs import astuple

from dateline.cards import Card, Key, Telling, Told, card, opened, tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.model import Entry

NOTHING = Told()
AT_ONCE = 100  # articles whose tellings are fetched together; a cache holds twice as many


class Door(Protocol):
    """Behind it is what is not held of articles, each by its number."""

    def entry(self, number: int) -> Entry:
        """All that is known of it."""

    def told(self, number: int) -> Sequence[Telling]:
        """What it tells of each of its tags."""

    def ready(self, numbers: Sequence[int]) -> None:
        """What these tell will be asked for."""


class Open(Struct, frozen=True):
    """One entry that is held."""

    known: Entry

    def entry(self, _: int) -> Entry:
        return self.known

    def told(self, _: int) -> Sequence[Told]:
        return tell(self.known, card(self.known).keys[:-1])

    def ready(self, _: Sequence[int]) -> None:
        """It is."""


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


def place_at(said: Card, number: int, door: Door) -> Item:
    """A card in its place."""
    when = said.when
    month = when.year * 12 + when.month - 1 if when and when.month else None
    return Item(*(*astuple(said), number, door, month))


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
