"""dateline/data/names -> Lexicon: what is known of a word that is written with a capital."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import resources
from typing import TYPE_CHECKING

from anyascii import anyascii

if TYPE_CHECKING:
    from collections.abc import Iterable

Tiers = tuple[frozenset[str], ...]


def fold(text: str) -> str:
    """Lower case, ASCII, straight apostrophes: the form in which names are compared."""
    return text.lower() if text.isascii() else anyascii(text).lower().replace("`", "'")


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
    _kinds: dict[str, str] = field(default_factory=dict)  # what `kind` has answered

    def kind(self, folded: str) -> str:
        """The class that decides what a capitalised word does to a name, or "name" where it may be part of one."""
        known = self._kinds.get(folded)
        if known is None:
            known = self._kinds[folded] = self._kind_of(folded)
        return known

    def _kind_of(self, folded: str) -> str:
        if folded in self.demonyms or folded in self.countries:
            return "country"
        for name in ("suffix", "honorific", "office", "organisation", "place", "modifier", "function"):
            if folded in self.classes[name] or (folded.endswith(".") and folded[:-1] in self.classes[name]):
                return name
        return "name"


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
    return Lexicon(
        given=_tiers("given.txt"),
        family=_tiers("family.txt"),
        places=places,
        words=_tiers("words.txt")[0],
        persons=_tiers("persons.txt")[0],
        classes=_sections("classes.txt"),
        countries=frozenset(name for name in names if " " not in name),
        demonyms=frozenset(word for word in map(fold, country_words) if " " not in word),
        places_of_many_words=frozenset(name for name in names if " " in name)
        | frozenset(name for words in places for name in words if " " in name),
    )


def _read(name: str) -> str:
    return resources.files("dateline.data").joinpath("names", name).read_text(encoding="utf-8")


def _tiers(name: str) -> Tiers:
    return tuple(frozenset(section.split("\n")) for section in _read(name).strip().split("\n\n"))


def _sections(name: str) -> dict[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in _read(name).splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("["):
            words = sections.setdefault(line.strip("[]"), set())
        else:
            words.update(fold(word) for word in line.split())
    return {title: frozenset(section) for title, section in sections.items()}
