"""Cards -> the same cards, equal parts of them held once: a corpus says the same few thousand names over and over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

if TYPE_CHECKING:
    from dateline.cards.writing import Card


class Shared:
    """What the cards of one corpus have in common."""

    def __init__(self) -> None:
        self._held: dict[Any, Any] = {}  # value -> the equal one that is held

    def card(self, said: Card) -> Card:
        """An equal card."""
        one = self._held.setdefault
        return replace(
            said,
            when=one(said.when, said.when),
            source=one(said.source, said.source),
            author=one(said.author, said.author),
            section=one(said.section, said.section),
            language=one(said.language, said.language),
            keys=tuple(map(one, said.keys, said.keys)),
            codes=tuple(map(one, said.codes, said.codes)),
            dating=one(said.dating, said.dating),
            aside=one(said.aside, said.aside),
        )
