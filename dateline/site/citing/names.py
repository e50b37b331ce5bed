"""An author as an article states it -> the parts of a person's name, or the whole as it stands.

Reference managers sort by family name and shorten given names, which would spoil the name of an organisation.
So a name is taken apart only where it has the shape of a person's in a script with capitals; anything else is
kept whole, which every format can say.
"""

from __future__ import annotations

import re

from msgspec import Struct

_PARTICLES = """
af al av bin bint da das de del della den der di do dos du e el ibn la le op 't ’t ten ter van vom von y zu zum zur
Al Bin Da De Del Della Den Der Di Dos Du El Ibn La Le Mac Ní O Ó Ten Ter Van Von
"""
# Words of organisations, desks and offices, none of which is common as a name.
_COLLECTIVE = """
administration agency alliance association authority board broadcasting bulletin bureau campaign centre center
chamber club commission committee company contributors corporation correspondent correspondents council daily
department desk editor editorial editors embassy federation foundation gazette government group herald
institute international journal limited ltd magazine media ministry network news newspaper newsroom office online
organisation organization party post press radio reporter reporters review secretariat service society staff
studio team telegraph television times tribune tv unit university weekly wire
"""
PARTICLES, COLLECTIVE = frozenset(_PARTICLES.split()), frozenset(_COLLECTIVE.split())
_ARTICLES = frozenset({"De", "Der", "Die", "El", "Il", "La", "Le", "Les", "Los", "The"})  # papers' names begin so
_JOINED = re.compile(r"(?:[ae]l|a[dnrstz]|ash)-|(?:d|l|dall|dell)['’ʼ]")  # before a family name: al-Amin, d’Azeglio
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ.\-][^\W\d_]*)*", re.UNICODE)
MOST_WORDS = 5


class Name(Struct, frozen=True):
    """A person's name in its parts, or with `family` alone the whole of a name that is not taken apart."""

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def whole(self) -> bool:
        """Is it one name, not to be turned around?"""
        return not self.given


def is_collective(text: str) -> bool:
    """Has it a word of organisations, desks or offices?"""
    return not COLLECTIVE.isdisjoint(text.lower().split())


def parse(text: str) -> Name:
    """`Ada van der Berg` and `van der Berg, Ada` -> van der Berg, Ada; `Port News Desk` stays whole."""
    said = " ".join(text.split())
    left, comma, right = (part.strip() for part in said.partition(","))
    if comma and "," not in right and _is_family(left.split()) and _is_given(right.split()):
        return Name(left, right)
    words = said.split()
    suffix = words.pop().rstrip(",") if len(words) > 2 and words[-1].lower() in SUFFIXES else ""
    if suffix:
        words[-1] = words[-1].rstrip(",")
    if not 2 <= len(words) <= MOST_WORDS or words[0] in _ARTICLES:
        return Name(said)
    first = next((i for i in range(1, len(words)) if words[i] in PARTICLES), len(words) - 1)
    if not _is_given(words[:first]) or not _is_family(words[first:]):
        return Name(said)
    return Name(" ".join(words[first:]), " ".join(words[:first]), suffix)


def _is_family(words: list[str]) -> bool:
    """Particles and one name after them; a name of several words cannot be told from a person and their paper."""
    return bool(words) and PARTICLES.issuperset(words[:-1]) and _is_name(_JOINED.sub("", words[-1], count=1))


def _is_given(words: list[str]) -> bool:
    return bool(words) and all(_is_name(word) for word in words)


def _is_name(word: str) -> bool:
    if not _WORD.fullmatch(word) or word.lower() in COLLECTIVE:
        return False
    letters = [letter for letter in word if letter.isalpha()]
    shouted = len(letters) > 2 and all(letter.isupper() for letter in letters)
    return word[0].isupper() and not shouted
