"""A vocabulary and a text -> which of the site's own people may have a say in what is read there.

Each of them is found by its words. So a text that lacks a word of every name of somebody reads the same whatever the
vocabulary says of them, and need not be read again when that changes.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import normalize

import ahocorasick
from anyascii import anyascii
from msgspec import Struct

from dateline import cache

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.tagging.people.names import Words
    from dateline.vocabulary import Person, Vocabulary

_ACCENTS = re.compile("[\u0300-\u036f]")
_FOLDED = "dateline.folded"  # name of the way in which letters are encoded that ASCII has not
_ESCAPES = re.compile(r"\\|''")  # in a value of YAML: behind them may be anything
_WORD = re.compile(r"[^\W_]+")
_HEAD = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_STATED = re.compile(r"^[ ]*\"?language\"?:\s*[\"']?(?!en\b)([a-z]{2,3})\b", re.MULTILINE | re.IGNORECASE)


class OwnPeople:
    """What the site's people.yaml says: of whom it speaks, and which names are nobody's."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        own = [person for person in vocabulary.people.values() if not person.shipped]
        self.whole = cache.key("own people", own, sorted(vocabulary.nobody)) if own or vocabulary.nobody else ""
        self.rest = _rest(vocabulary, own)  # what counts in every text
        self._said = {person.name: cache.key("own person", person) for person in own}
        self._said.update({name: cache.key("nobody") for name in vocabulary.nobody})
        self._words = ahocorasick.Automaton()
        self._wanted: dict[str, list[frozenset[str]]] = {}  # name -> words, a text must have all of one group
        self._offices: list[_Office] = []
        if self.whole:
            self._note(vocabulary, own)

    def _note(self, vocabulary: Vocabulary, own: Iterable[Person]) -> None:
        """Look for all of them from now on."""
        from dateline.tagging.people import names  # here: of most sites the vocabulary has nobody
        from dateline.tagging.people.own import offices

        self._wanted = {person.name: self._noted(_groups(person)) for person in own}
        self._wanted.update({name: self._noted([names.words_of(name)]) for name in vocabulary.nobody})
        for person in vocabulary.dropped:
            self._wanted[person.name] += self._noted(_groups(person))
        self._offices = [
            _Office(name, self._noted((end,) for end in ends), self._noted(_WORD.findall(form) for form in forms))
            for name, ends, forms in offices.Offices(vocabulary).signs()
        ]
        if len(self._words):
            self._words.make_automaton()

    def _noted(self, groups: Iterable[Iterable[str]]) -> list[frozenset[str]]:
        """Groups of words, folded, which are looked for from now on."""
        found = [frozenset(map(fold, filter(None, words))) for words in groups]
        for word in frozenset[str]().union(*found):
            self._words.add_word(word, word)
        return found

    def in_text(self, texts: Iterable[str]) -> str:
        """A digest of what the vocabulary says of all who may have a say in the texts; empty where nobody has."""
        if not len(self._words):
            return ""
        from dateline.tagging import tongue  # here, as above
        from dateline.tagging.people.together import inflection

        texts = list(texts)
        stated = (code.lower() for text in texts for code in _STATED.findall(text))
        codes = {tongue.of(max(texts, key=len, default="")), *stated}
        there = {
            word
            for text in texts
            for shown in (text, *(inflection.cited(text, code) for code in codes))
            for _, word in self._words.iter(fold(shown))
        }
        touching = [name for name, groups in self._wanted.items() if _has(there, groups)]
        return self.of(dict.fromkeys([*touching, *self._in_office(there)]))

    def _in_office(self, there: set[str]) -> Iterator[str]:
        """Those of whom an office or its place is named beside any place and any office: one may hide the other."""
        found = [(office, _has(there, office.ends), _has(there, office.places)) for office in self._offices]
        if any(end for _, end, _ in found) and any(place for _, _, place in found):
            yield from (office.name for office, end, place in found if end or place)

    def in_article(self, *texts: str) -> str:
        """The same of all that an article is made from; of all people, where a value of YAML may not be as it looks."""
        heads = filter(None, map(_HEAD.match, texts))
        return self.whole if any(_ESCAPES.search(head[0]) for head in heads) else self.in_text(texts)

    def of(self, people: Iterable[str]) -> str:
        """A digest of what the vocabulary says of people of these names; empty where it has none of them."""
        said = [(name, self._said[name]) for name in people if name in self._said]
        return cache.key("own", said) if said else ""


def fold(text: str) -> str:
    """As `lexicon.fold`, letter by letter: whatever stands in a text stands in it when both are folded."""
    return text.encode("ascii", _FOLDED).decode("ascii").replace("`", "'").lower()


def _in_ascii(error: UnicodeError) -> tuple[str, int]:
    """What the encoder has no letters for, as far as it goes: most texts have few such places."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return _plain(error.object[error.start : error.end]), error.end


codecs.register_error(_FOLDED, _in_ascii)


@lru_cache(maxsize=100_000)  # of most texts a few signs; of others their words, which come again
def _plain(letters: str) -> str:
    return anyascii(_ACCENTS.sub("", normalize("NFKD", letters.replace("’", "'"))))


class _Office(Struct, frozen=True):
    """An office that somebody holds, and the words of it."""

    name: str  # whose
    ends: list[frozenset[str]]
    places: list[frozenset[str]]


def _has(there: set[str], groups: Iterable[frozenset[str]]) -> bool:
    return any(group <= there for group in groups)


def _groups(person: Person) -> Iterator[Words]:
    from dateline.tagging.people import names  # here, as above

    for name in (person.name, *person.also, *person.nots):
        yield names.words_of(name)
    for name in person.weak:
        yield names.core(names.words_of(name))[-1:]


def _rest(vocabulary: Vocabulary, own: Iterable[Person]) -> str:
    """Who is called like a country is meant by other words than these."""
    namesakes = [person for person in own if person.name in vocabulary.countries or person.name in vocabulary.topics]
    shipped = any(person.shipped for person in vocabulary.people.values())
    return cache.key("rest of own people", namesakes, shipped)
