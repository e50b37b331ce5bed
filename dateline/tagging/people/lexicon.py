"""dateline/data/names -> Lexicon: what is known of a word that is written with a capital."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from importlib import resources
from typing import TYPE_CHECKING
from unicodedata import normalize

from anyascii import anyascii

if TYPE_CHECKING:
    from collections.abc import Iterable

_ACCENTS = re.compile("[\u0300-\u036f]")
Tiers = tuple[frozenset[str], ...]

# The order decides: a word of several classes is taken for the first.
_CLASSES = (
    ("suffix", "suffix"),
    ("honorific", "honorific"),
    ("office", "office"),
    ("organisation", "organisation"),
    ("brand", "organisation"),
    ("place", "place"),
    ("modifier", "modifier"),
    ("calendar", "function"),
    ("function", "function"),
    ("group", "country"),
)
_TITLES = ("honorific", "office", "modifier")


def fold(text: str) -> str:
    """Lower case, ASCII, straight apostrophes: the form in which names are compared."""
    if text.isascii():
        return text.lower()
    # Most of what is not ASCII is a letter with an accent or a curly apostrophe, for which anyascii is slow.
    plain = _ACCENTS.sub("", normalize("NFKD", text.replace("’", "'")))
    return (plain if plain.isascii() else anyascii(plain).replace("`", "'")).lower()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names and words, all folded; a tier of 1 is the surest, 0 says that the list has no such word."""

    given: Tiers
    family: Tiers
    places: Tiers
    words: frozenset[str]  # written in lower case in ordinary text
    persons: frozenset[str]  # nouns for people: goalkeeper, economist
    classes: dict[str, frozenset[str]]  # the sections of classes.txt
    countries: frozenset[str] = frozenset()  # names of countries
    demonyms: frozenset[str] = frozenset()  # other single words that name a country: adjectives, peoples
    places_of_many_words: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()  # irregular past tenses: threw
    memory: dict[str | tuple[str, str], str] = field(default_factory=dict)  # answers given before; it only saves time
    not_names: set[str] = field(default_factory=set)  # likewise: single words as written that are no part of a name
    _kinds: dict[str, str] = field(default_factory=dict)  # likewise, of `kind`

    def kind(self, folded: str) -> str:
        """The class that decides what a capitalised word does to a name, or "name" where it may be part of one."""
        known = self._kinds.get(folded)
        if known is None:
            known = self._kinds[folded] = self._kind_of(folded)
        return known

    def _kind_of(self, folded: str) -> str:
        if folded in self.demonyms or folded in self.countries:
            return "country"
        stem = folded.rstrip(".")
        for section, kind in _CLASSES:
            if folded in self.classes[section] or stem in self.classes[section]:
                return kind
        parts = folded.split("-")
        if len(parts) > 1:
            kinds = [self.kind(part) for part in parts if part]
            if "country" in kinds:
                return "country"
            if kinds and all(kind in _TITLES for kind in kinds):
                return "office"
        return "name"

    def is_noun_of_group(self, word: str) -> bool:
        """True for what belongs to a name that is no person: Hessian mercenaries, Benetton team."""
        stem = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
        return (
            word in self.classes["organisation"]
            or word in self.classes["place"]
            or stem in self.classes["organisation"]
            or (word.endswith("s") and stem in self.persons)
        )

    def is_compound(self, text: str) -> bool:
        """True for California-based, Oxford-trained, Tokyo-listed; not for Geun-hye and Ki-moon."""
        stem, _, last = text.rpartition("-")
        return (
            bool(stem)
            and last.islower()
            and (last in self.classes["compound"] or (last in self.words and last.endswith(("ed", "ing", "er"))))
        )


def tier(tiers: Tiers, folded: str) -> int:
    """1 for the first tier that has the word, 2 for the second; 0 where none has."""
    for number, words in enumerate(tiers, 1):
        if folded in words:
            return number
    return 0


def load(country_names: Iterable[str] = (), country_words: Iterable[str] = ()) -> Lexicon:
    """Read the shipped lists. `country_names` are names of countries, `country_words` demonyms and the like."""
    places = _tiers("places.txt")
    names = [fold(name) for name in country_names]
    others = [fold(word) for word in country_words]
    classes = sections()
    phrases = [phrase.replace("+", " ") for phrase in classes["phrase"]]
    return Lexicon(
        given=_tiers("given.txt"),
        family=_tiers("family.txt"),
        places=(places[0] | classes["region"], *places[1:]),
        words=_tiers("words.txt")[0],
        persons=_tiers("persons.txt")[0],
        verbs=_tiers("verbs.txt")[0],
        classes=classes,
        countries=frozenset(name for name in names if " " not in name),
        demonyms=frozenset(word for word in others if " " not in word),
        places_of_many_words=frozenset(
            name for tier in (*places, names, others, phrases) for name in tier if " " in name
        ),
    )


def _read(name: str) -> str:
    return resources.files("dateline.data").joinpath("names", name).read_text(encoding="utf-8")


def _tiers(name: str) -> Tiers:
    return tuple(frozenset(section.split("\n")) for section in _read(name).strip().split("\n\n"))


def sections() -> dict[str, frozenset[str]]:
    """The classes of words in classes.txt: title -> words, folded."""
    found: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in _read("classes.txt").splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("["):
            words = found.setdefault(line.strip("[]"), set())
        else:
            words.update(fold(word) for word in line.split())
    return {title: frozenset(section) for title, section in found.items()}
