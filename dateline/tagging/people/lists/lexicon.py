"""dateline/data/names -> Lexicon: what is known of a word that is written with a capital."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from anyascii import anyascii
from msgspec import Struct, field

from dateline.tagging.people.lists.listed import Listed, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ACCENTS = re.compile("[\u0300-\u036f]")

# The order decides: a word of several classes is taken for the first.
_CLASSES = (
    ("suffix", "suffix"),
    ("honorific", "honorific"),
    ("office", "office"),
    ("organisation", "organisation"),
    ("brand", "organisation"),
    ("christened", "organisation"),
    ("place", "place"),
    ("place head", "place"),
    ("modifier", "modifier"),
    ("post-nominal", "function"),
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


class Lexicon(Struct, frozen=True):
    """Names and words, all folded."""

    given: Listed
    family: Listed
    places: Listed
    words: Listed  # written in lower case in ordinary text
    genders: Listed  # given names: of women in the first tier, of men in the second; others are borne by both
    persons: frozenset[str]  # nouns for people: goalkeeper, economist
    classes: dict[str, frozenset[str]]  # the sections of classes.txt
    countries: frozenset[str] = frozenset()  # names of countries
    demonyms: frozenset[str] = frozenset()  # other single words that name a country: adjectives, peoples
    other_places: frozenset[str] = frozenset()  # of two words or more, that `places` does not have
    phrases: frozenset[str] = frozenset()  # of two words or more that are nobody, though each may be part of a name
    verbs: frozenset[str] = frozenset()  # irregular past tenses: threw
    title_endings: tuple[str, ...] = ()
    kinds: Mapping[str, str] = field(default_factory=dict)  # of the words of `classes` and those that name a country

    def kind(self, folded: str) -> str:
        """The class that decides what a capitalised word does to a name, or "name" where it may be part of one."""
        known = self.kinds.get(folded)
        if known is None and folded[-1] == ".":
            known = self.kinds.get(folded.rstrip("."))
        if known is not None:
            return known
        if folded.endswith(self.title_endings):
            return "office"
        if "-" in folded:
            if self.classes["calendar"].issuperset(folded.split("-")):
                return "function"  # the April-June quarter
            kinds = [self.kind(part) for part in folded.split("-") if part]
            if folded.partition("-")[0] in self.classes["prefix"]:
                return "name"  # al-Kuwaiti
            if "country" in kinds:
                return "country"
            if kinds and all(kind in _TITLES for kind in kinds):
                return "office"
        return "name"

    def gender(self, given: str) -> str:
        """ "f" or "m" for a given name of women or of men; nothing for any other."""
        return ("", "f", "m")[self.genders.tier(given)]

    def is_place(self, words: str) -> bool:
        """True where words, two or more, are together the name of a place, of a country, or of nobody."""
        return words in self.other_places or words in self.places

    def is_common(self, folded: str) -> bool:
        """True for a surname that many bear, and for an ordinary word."""
        return self.family.tier(folded) == 1 or folded in self.words

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


def load(country_names: Iterable[str] = (), country_words: Iterable[str] = ()) -> Lexicon:
    """Read the shipped lists. `country_names` are names of countries, `country_words` demonyms and the like."""
    names = [fold(name) for name in country_names]
    others = [fold(word) for word in country_words]
    classes, regions = sections(), sections("regions.txt")
    phrases = frozenset(phrase.replace("+", " ") for phrase in classes["phrase"])
    return Lexicon(
        given=Listed(read("given.txt"), besides=regions["given"]),
        family=Listed(read("family.txt"), besides=regions["family"]),
        places=Listed(read("places.txt"), besides=classes["region"]),
        words=Listed(read("words.txt")),
        genders=Listed(read("genders.txt")),
        persons=_words("persons.txt") | classes["person"],
        verbs=_words("verbs.txt"),
        classes=classes,
        countries=frozenset(name for name in names if " " not in name),
        demonyms=frozenset(word for word in others if " " not in word),
        other_places=frozenset(name for those in (names, others, phrases) for name in those if " " in name),
        phrases=phrases,
        title_endings=tuple(classes["title ending"]),
        kinds=_kinds(classes, (*names, *others)),
    )


def _kinds(classes: Mapping[str, Iterable[str]], countries: Iterable[str]) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for section, kind in reversed(_CLASSES):
        kinds.update(dict.fromkeys(classes[section], kind))
    kinds.update(dict.fromkeys((word for word in countries if " " not in word), "country"))
    return kinds


def _words(name: str) -> frozenset[str]:
    return frozenset(read(name).split())


@cache
def sections(name: str = "classes.txt") -> dict[str, frozenset[str]]:
    """The words of a list with sections, which is that of classes: title -> words, folded."""
    found: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in read(name).splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("["):
            words = found.setdefault(line.strip("[]"), set())
        else:
            words.update(fold(word) for word in line.split())
    return {title: frozenset(section) for title, section in found.items()}
