"""Cards -> the same cards, equal parts of them held once: a corpus says the same few thousand names over and over."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Hashable

    from dateline.cards.writing import Card

T = TypeVar("T")


class Shared:
    """What the cards of one corpus have in common."""

    def __init__(self) -> None:
        self._held: dict[Hashable, Hashable] = {}

    def card(self, said: Card) -> Card:
        """An equal card."""
        return replace(
            said,
            when=self._one(said.when),
            source=self._one(said.source),
            author=self._one(said.author),
            section=self._one(said.section),
            language=self._one(said.language),
            keys=tuple(map(self._one, said.keys)),
            codes=tuple(map(self._one, said.codes)),
            dating=self._one(said.dating),
            aside=self._one(said.aside),
        )

    def _one(self, value: T) -> T:
        return self._held.setdefault(value, value)  # type: ignore[return-value]  # an equal value is of its type
