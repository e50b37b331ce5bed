"""A vocabulary and a text -> which of the site's own people may have a say in what is read there.

Each of them is found by its words. So a text that lacks a word of every name of somebody reads the same whatever the
vocabulary says of them, and need not be read again when that changes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

import ahocorasick
from anyascii import anyascii

from dateline import cache
from dateline.tagging.people import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.vocabulary import Person, Vocabulary

_ACCENTS = re.compile("[\u0300-\u036f]")
_ESCAPES = re.compile(r"\\|''")  # in a value of YAML: behind them may be anything
_HEAD = re.compile(r"---\n.*?\n---\n", re.DOTALL)


class _Ascii(dict[int, str]):
    """Each character in ASCII, as it is first met."""

    def __missing__(self, code: int) -> str:
        found = self[code] = anyascii(chr(code))
        return found


class OwnPeople:
    """Those of the vocabulary's people that the site's people.yaml speaks of."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        own = [person for person in vocabulary.people.values() if not person.shipped]
        self.whole = cache.key("own people", own) if own else ""
        self.rest = _rest(vocabulary, own)  # what counts in every text
        self._said = {person.name: cache.key("own person", person) for person in own}
        self._ascii = _Ascii()
        self._wanted: dict[str, list[frozenset[str]]] = {}  # person -> words of which a text must have all of one group
        self._words = ahocorasick.Automaton()
        for person in own:
            groups = [frozenset(map(self.fold, filter(None, words))) for words in _groups(person)]
            self._wanted[person.name] = groups
            for word in frozenset[str]().union(*groups):
                self._words.add_word(word, word)
        if own:
            self._words.make_automaton()

    def in_text(self, texts: Iterable[str]) -> str:
        """A digest of what the vocabulary says of all who may have a say in the texts; empty where nobody has."""
        if not self._wanted:
            return ""
        there = {word for text in texts for _, word in self._words.iter(self.fold(text))}
        touching = [name for name, groups in self._wanted.items() if any(group <= there for group in groups)]
        return self.of(touching)

    def in_article(self, file: str, *more: str) -> str:
        """The same of an article's file and of `more`; of all people, where a value may not be as it looks."""
        head = _HEAD.match(file)
        return self.whole if head and _ESCAPES.search(head[0]) else self.in_text((file, *more))

    def of(self, people: Iterable[str]) -> str:
        """A digest of what the vocabulary says of people of these names; empty where it has none of them."""
        said = [self._said[name] for name in people if name in self._said]
        return cache.key("own", said) if said else ""

    def fold(self, text: str) -> str:
        """As `lexicon.fold`, letter by letter: whatever stands in a text stands in it when both are folded."""
        if not text.isascii():
            text = _ACCENTS.sub("", normalize("NFKD", text.replace("’", "'"))).translate(self._ascii)
        return text.replace("`", "'").lower()


def _groups(person: Person) -> Iterator[names.Words]:
    for name in (person.name, *person.also, *person.nots):
        yield names.words_of(name)
    for name in person.weak:
        yield names.core(names.words_of(name))[-1:]


def _rest(vocabulary: Vocabulary, own: Iterable[Person]) -> str:
    """Offices are found by the names of countries; who is called like a country is meant by other words than these."""
    offices = [(person.name, person.roles) for person in own if any(not role.shipped for role in person.roles)]
    namesakes = [person for person in own if person.name in vocabulary.countries or person.name in vocabulary.topics]
    shipped = any(person.shipped for person in vocabulary.people.values())
    return cache.key("rest of own people", offices, namesakes, sorted(vocabulary.nobody), shipped)
