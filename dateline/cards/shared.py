"""Cards -> the same cards, equal parts of them held once: a corpus says the same few thousand names over and over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Hashable

    from dateline.cards.writing import Card

H = TypeVar("H", bound="Hashable")


class Shared:
    """What the cards of one corpus have in common."""

    def __init__(self) -> None:
        self._held: dict[tuple[type, Hashable], Hashable] = {}

    def card(self, said: Card) -> Card:
        """An equal card."""
        one = self._one
        return replace(
            said,
            when=one(said.when),
            source=one(said.source),
            author=one(said.author),
            section=one(said.section),
            language=one(said.language),
            keys=tuple([one(key) for key in said.keys]),
            codes=tuple([one(code) for code in said.codes]),
            dating=one(said.dating),
            aside=one(said.aside),
        )

    def _one(self, value: H) -> H:
        return cast("H", self._held.setdefault((type(value), value), value))
