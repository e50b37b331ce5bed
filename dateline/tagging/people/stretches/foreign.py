"""A text in another language than English -> what may be names in its runs, and which candidates surely are.

The weights were fitted on English, where a capital is rare. In German every noun has one, and everywhere the word that
begins a sentence: there a name counts only with a given name that the lists know, or a title before it. The particles
of names are words of their own in some of these languages, and join a name to what is none.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources
from itertools import chain
from typing import TYPE_CHECKING

from dateline.tagging import abroad, tongue
from dateline.tagging.people.lists import naturalised
from dateline.tagging.people.lists.lexicon import fold
from dateline.tagging.people.stretches import german, offices_before, whereabouts
from dateline.tagging.people.stretches.runs import APOSTROPHE

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from dateline.tagging.people import names
    from dateline.tagging.people.lists.lexicon import Lexicon

WITH_CAPITAL_NOUNS = frozenset(["de", "lb"])
WITH_GENITIVE = frozenset(["de", "lb", "da", "no", "nn", "sv"])
ROMANCE = frozenset(["ca", "es", "fr", "gl", "it", "pt", "ro"])
GERMANIC = frozenset(["de", "lb", "nl", "af", "da", "no", "nn", "sv"])
FAMILY_FIRST = frozenset(["hu"])
CYRILLIC = frozenset(["be", "bg", "mk", "ru", "sr", "uk"])  # their words are written in Latin to look for names
SLAVIC = CYRILLIC | {"bs", "cs", "hr", "pl", "sk", "sl"}
WITH_ENDINGS_SET_OFF = frozenset(["tr", "pl", "et", "fi"])  # Trump'ın, Moore'a: by an apostrophe, of foreign names
_WORD = re.compile(r"[^ \u00a0]+")
_ARTICLE = re.compile(rf"[dl]{APOSTROPHE}(?=\w)")
_ENDING = re.compile(rf"(?<=\w\w){APOSTROPHE}(?=[^\W\d_]+\Z)")
_JOINING = frozenset(["y", "e", "et", "und", "og", "och", "ja", "en", "oraz", "ve"])  # "Francia y Alemania" is two
SHORTEST = 2  # words of a name that stands beside another
_OF_FATHER = ("vich", "vicha", "vichu", "vichem", "viche", "vna", "vny", "vne", "vnu", "vnoi")
# Endings of given names in the cases of Slavic languages, in Latin letters, and what may be there in the nominative.
_IN_CASES = (
    *(("a", ""), ("u", ""), ("om", ""), ("em", ""), ("u", "a"), ("y", "a"), ("i", "a"), ("oi", "a")),
    *(("ya", "y"), ("yu", "y"), ("iya", "i"), ("iyu", "i"), ("iem", "i"), ("ii", "iya"), ("iyu", "iya")),
)
_MONSIEUR = ("M.", "MM.")  # which no French reader takes for an initial
DECLINED = "declined"  # a feature: the name stands in a case, with a given name that the lists know
_TITLED = ("honorific-before", "office-before", DECLINED)
_FROM = frozenset(["von", "van", "da", "af", "av"])  # what somebody wrote or did, besides: "Roman von …"


class Foreign:
    """One language other than English, by its code."""

    def __init__(self, lexicon: Lexicon, code: str) -> None:
        self._lexicon = lexicon
        self.code = code
        self._particles = lexicon.classes["particle"]

    def is_sure(self, core: names.Words, words: names.Words, features: Container[str]) -> bool:
        """Whether a candidate may stand by itself."""
        if len(core) == 1 or not _JOINING.isdisjoint(words) or " ".join(words) in _countries(self.code):
            return False
        tier = naturalised.tier(core[-1 if self.code in FAMILY_FIRST else 0], self.code, self._lexicon)
        if self.code in ROMANCE and core[0] in self._lexicon.classes["noun of romance"]:
            return False  # Día Internacional, Cruz Roja
        if self.code in WITH_CAPITAL_NOUNS:
            tier = 0 if tier > 2 or core[0] in self._lexicon.classes["noun of german"] else tier
        elif (tier != 1 or self.code in CYRILLIC) and not _homonyms(self.code).isdisjoint((core[0], words[0])):
            return False
        return bool(tier) or any(feature in features for feature in _TITLED)

    def has_office_before(self, text: str, start: int) -> bool:
        """Whether an office stands before a name, in a language that writes it small and has cases."""
        offices = self._lexicon.classes["office abroad"]
        return self.code in CYRILLIC and offices_before.is_office(text, start, offices, _countries(self.code))

    def parts(self, run: str, before: str, *, opens_sentence: bool) -> Iterator[tuple[int, str]]:
        """What may be a name in a run, with its offset; `before` is the word before the run.

        Left out are what has its capital from the sentence only, an office that a name follows (de la Santé Ann Lee),
        a particle that joins no name (Ann Lee von der Universität), endings behind an apostrophe, a genitive's s with
        what it owns (Ann Lees Rede), a place behind a name (Ann Lee Kiievis).
        """
        words = [(match.start(), match[0]) for match in _WORD.finditer(run)]
        first = self._first(words, before, opens_sentence)
        at = first
        while at < len(words):
            start, word = words[at]
            ending = _ENDING.search(word) if self.code in WITH_ENDINGS_SET_OFF else None
            if at > first and whereabouts.is_place(word, self.code, self._lexicon):
                yield from _piece(run, words[first:at])
                first = at + 1
            elif ending:
                yield words[first][0], run[words[first][0] : start + ending.start()]
                first = at + 1
            elif word[-1] == "s" and self.code in WITH_GENITIVE and (end := self._owner(words[first:], at - first)):
                yield words[first][0], run[words[first][0] : start + end]
                first = at + 1
            elif word in self._particles:
                behind = next((i for i in range(at, len(words)) if words[i][1] not in self._particles), len(words))
                if not self._joins(
                    [word for _, word in words[first:at]], [word for _, word in words[at:]], behind - at
                ):
                    yield from _piece(run, words[first:at])
                    first = behind
                at = behind
                continue
            at += 1
        rest = words[first:]
        if self.code in WITH_CAPITAL_NOUNS and len(rest) > SHORTEST and german.is_behind(rest[-1][1]):
            rest.pop()
        for some in self._one_each(rest) if self.code in CYRILLIC else [rest]:
            yield from _piece(run, some)

    def _one_each(self, words: Sequence[tuple[int, str]]) -> Iterator[Sequence[tuple[int, str]]]:
        """Names side by side, of which one is in another case: the mother of Ann Lee Eve Lee."""
        first = 0
        for at in range(SHORTEST, len(words) - SHORTEST + 1):
            (_, before), (_, word) = words[at - 1 : at + 1]
            if at - first >= SHORTEST and self._may_be_given(fold(word)) and not self._is_given_or_of_father(before):
                yield words[first:at]
                first = at
        yield words[first:]

    def _is_given_or_of_father(self, word: str) -> bool:
        folded = fold(word)
        return folded.endswith(_OF_FATHER) or self._may_be_given(folded)

    def _may_be_given(self, word: str) -> bool:
        """Whether a word is a given name in some case."""
        tier = self._lexicon.given.tier
        return tier(word) in (1, 2) or any(
            tier(word[: -len(ending)] + base) == 1 for ending, base in _IN_CASES if word.endswith(ending)
        )

    def _owner(self, words: Sequence[tuple[int, str]], number: int) -> int:
        """The length of a surname, the word of that number, without a genitive's s; 0 where it is no such.

        Ann Lees Rede, Ann Lees neue Rede, where Lee is a surname and Lees is none; Ann Peters Rede.
        """
        given, family = self._lexicon.given, self._lexicon.family
        word, following = words[number][1], [word for _, word in words[number + 1 : number + 2]]
        surname = fold(word)
        if number == 0 or given.tier(surname) == 1 or not 0 < given.tier(fold(words[0][1])) <= 2:
            return 0  # Hans Lee, Ann Thomas Lee
        is_owner = not family.tier(surname)
        if not following:
            return len(word) - 1 if is_owner and family.tier(surname[:-1]) == 1 else 0
        if self.code not in WITH_CAPITAL_NOUNS or following[0] in self._particles:
            return 0
        return len(word) - 1 if is_owner and family.tier(surname[:-1]) else len(word)

    def _first(self, words: Sequence[tuple[int, str]], before: str, opens_sentence: bool) -> int:
        """The number of the first word that may be part of a name."""
        first = self._behind_office([fold(word) for _, word in words])
        if self.code in WITH_CAPITAL_NOUNS:
            first = german.first([word for _, word in words], first, self._lexicon)
        while opens_sentence and first < len(words) and self._opens(fold(words[first][1])):
            first += 1
        if self.code == "fr" and len(words) - first > 1 and words[first][1] in _MONSIEUR:
            first += 1
        rest = [fold(word) for _, word in words[first:]]
        article = _ARTICLE.match(words[first][1]) if rest else None
        if not (article or before.lower() in self._lexicon.classes["article abroad"]) or len(rest) < 3:
            return first
        given = self._lexicon.given
        is_name = self.code in GERMANIC and given.tier(rest[0]) == 1
        return first + (given.tier(rest[1]) == 1 and rest[1] not in self._particles and not is_name)

    def _opens(self, word: str) -> bool:
        """Whether a word has its capital from the sentence: Later Ann Lee came."""
        is_opener = word in self._lexicon.classes["opener"] and self._lexicon.given.tier(word) != 1
        return (is_opener or word in _homonyms(self.code)) and word not in self._particles

    def _behind_office(self, words: Sequence[str]) -> int:
        """The number of the first word behind an office and its country: Premierminister Polens Ann Lee."""
        offices, countries = self._lexicon.classes["office abroad"], _countries(self.code)
        behind = 0
        for number, word in enumerate(words[:-1], 1):
            is_office = word in offices or (self.code in SLAVIC and not offices.isdisjoint((word[:-1], word[:-2])))
            if is_office or (word in countries and len(words) - number > 1):
                behind = number
            elif self._lexicon.given.tier(word) in (1, 2):
                break
        return behind

    def _joins(self, before: Sequence[str], words: Sequence[str], length: int) -> bool:
        """Whether the particles, so many of the words, stand between the parts of one name."""
        given = self._lexicon.given
        if not before or words[0] not in _common(self.code):
            return True
        behind = words[length:]
        if words[0] in _FROM and len(behind) > 1 and given.tier(fold(behind[0])) == 1 and behind[1][0].isupper():
            return False  # a novel von Ann Lee
        if self.code not in GERMANIC:
            return self.code in ROMANCE  # in Slovak "do" is "to"
        last = fold(before[-1])
        is_given = last[-1] == "." or (
            0 < given.tier(last) <= 2 and last not in self._lexicon.classes["noun of german"]
        )
        return is_given and words[0] in self._lexicon.classes["nobility"]


def _piece(run: str, words: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    if words:
        start = words[0][0]
        yield start, run[start : words[-1][0] + len(words[-1][1])]


@cache
def _common(code: str) -> frozenset[str]:
    """The commonest words of one language."""
    return frozenset(word for word, codes in tongue.speakers().items() if code in codes)


@cache
def _countries(code: str) -> frozenset[str]:
    """What countries are called in one language, folded: Reino Unido has a given name's first word."""
    return frozenset(map(fold, chain(abroad.hidden(code), *abroad.names(code).values())))


@cache
def _homonyms(code: str) -> frozenset[str]:
    """The common words of one language that are given names elsewhere, folded."""
    file = resources.files("dateline.data").joinpath("names", "homonyms.json")
    table: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return frozenset(table.get(code, "").split())
