"""An article's quotes -> who says what, where that is sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.model import Entry, Quote

AMID = " … "  # between two parts of one sentence, which its speaker's name interrupts
_AFRESH = frozenset(("quotes.goes-on", "quotes.same-quote", "quotes.next-paragraph"))  # rules of another sentence
_STOPS = tuple(".!?…–—")
_CLOSING = "'’”\")]"


class Saying(Struct, frozen=True):
    """What one person says in one breath, though a "he said" may stand in between."""

    speaker: str  # the canonical name
    said_as: str  # who speaks, as the article says it
    words: str
    rule: str  # its name
    anchor: str  # of its first part
    parts: tuple[Quote, ...]


def sayings(entry: Entry) -> tuple[Saying, ...]:
    """The quotes of an article whose speaker is sure, in the order of the text."""
    return tuple(_saying(number, parts) for number, parts in enumerate(_breaths(entry.quotes), 1))


def _breaths(quotes: Sequence[Quote]) -> Iterator[tuple[Quote, ...]]:
    parts: list[Quote] = []
    for quote in quotes:
        if parts and quote.continues and quote.speaker == parts[-1].speaker:
            parts.append(quote)
            continue
        if parts:
            yield tuple(parts)
        parts = [quote] if quote.speaker else []
    if parts:
        yield tuple(parts)


def _saying(number: int, parts: tuple[Quote, ...]) -> Saying:
    first = parts[0]
    words = _joined(parts)
    said_as = next((part.speaker_text for part in parts if part.speaker_text), "")
    rule = next((part.rule for part in parts if part.rule), "")
    return Saying(first.speaker, said_as, words, rule, f"q{number}", parts)


def _joined(parts: Sequence[Quote]) -> str:
    """The parts as one text: nothing is said to be left out where only "she said" stands between two sentences.

    A comma at the end of a part is the reporter's, and what begins in small letters is the rest of a sentence.
    """
    words = parts[0].text.strip()
    for part in parts[1:]:
        text, before = part.text.strip(), words.removesuffix(",")
        if text[:1].islower() or (part.rule not in _AFRESH and before[-1:] not in _STOPS):
            words = before + AMID + text
        else:
            words = f"{before} {text}" if before.rstrip(_CLOSING)[-1:] in _STOPS else f"{before}. {text}"
    words = words.removesuffix(",")
    return f"… {words}" if words[:1].islower() else words
