"""Entry -> what it tells of each of its subjects, for their pages and for lists about them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw, Struct

from dateline.cards.introductions import introduction
from dateline.cards.sayings import sayings
from dateline.plaintext import snippets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model import Entry, Facet, Mention

LONGEST = 420  # characters of a quote on its speaker's page


class Told(Struct, frozen=True, array_like=True):
    """What an article tells of one of its subjects."""

    snippet: str = ""  # HTML of the words around its first mention; empty: the text has none
    wordings: tuple[tuple[str, int], ...] = ()  # the words that stand for a person or country, and how often
    introductions: tuple[str, ...] = ()  # what stands right before a person's name: offices, titles
    sayings: tuple[tuple[str, str], ...] = ()  # what a person says, and the anchor of that in the text


Telling = Told | Raw  # Raw: as it is stored
_read = msgspec.msgpack.Decoder(Told).decode


def opened(telling: Telling) -> Told:
    """What is stored is read when it is asked for: a list wants it of one of an article's ten tags."""
    return telling if isinstance(telling, Told) else _read(telling)


def tell(entry: Entry, keys: Sequence[tuple[Facet, str]]) -> tuple[Told, ...]:
    """What an article tells of the tags `keys`, in their order."""
    mentions: dict[tuple[Facet, str], list[Mention]] = {}
    for tag in entry.tags:
        mentions.setdefault((tag.facet, tag.name), []).extend(tag.mentions)
    said: dict[str, list[tuple[str, str]]] = {}
    for saying in sayings(entry):
        said.setdefault(saying.speaker, []).append((snippets.opening(saying.words, LONGEST), saying.anchor))
    return tuple(_told(entry.article.body, key, mentions.get(key, ()), said) for key in keys)


def _told(
    body: str, key: tuple[Facet, str], mentions: Sequence[Mention], said: dict[str, list[tuple[str, str]]]
) -> Told:
    facet, name = key
    first = snippets.first(mentions, body)
    person = facet == "people"
    wordings = Counter(" ".join(mention.text.split()) for mention in mentions if facet != "topics")
    introductions = (introduction(body, mention) for mention in mentions if person)
    return Told(
        snippet=str(snippets.around(body, first)) if first else "",
        wordings=tuple(wordings.items()),
        introductions=tuple(words for words in introductions if words),
        sayings=tuple(said.get(name, ())) if person else (),
    )
