"""Cards -> the same cards, equal parts of them held once: a corpus says the same few thousand names over and over."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from dateline.cards.writing import Card

if TYPE_CHECKING:
    from collections.abc import Hashable

_NAMES = Card.__struct_fields__
_SAID_OFTEN = [_NAMES.index(name) for name in ("when", "source", "author", "section", "language", "dating", "aside")]
_LISTS_OF_SUCH = [_NAMES.index(name) for name in ("keys", "codes")]
_all_of = attrgetter(*_NAMES)


class Shared:
    """What the cards of one corpus have in common."""

    def __init__(self) -> None:
        self._held: dict[Hashable, Hashable] = {}

    def card(self, said: Card) -> Card:
        """An equal card."""
        one, values = self._held.setdefault, list(_all_of(said))
        for place in _SAID_OFTEN:
            value = values[place]
            values[place] = one(value, value)
        for place in _LISTS_OF_SUCH:
            values[place] = tuple([one(value, value) for value in values[place]])
        return Card(*values)
