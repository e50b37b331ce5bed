"""A word -> whether it is a given name, or the name of a city, in the lists of dateline/data/names/.

The lists are in ASCII: Paweł and Андрей are looked up as pawel and andrey.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

REMEMBERED = 2_000  # words in other letters


@cache
def _surnames() -> frozenset[str]:
    """Those of which it is sure that many are called so."""
    text = files("dateline.data").joinpath("names", "family.txt").read_text(encoding="utf-8")
    return frozenset(text.partition("\n\n")[0].split("\n"))


@cache
def _names(name: str) -> frozenset[str]:
    text = files("dateline.data").joinpath("names", name).read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))


def _folded(word: str) -> str:
    """A name as the lists have it."""
    return word.lower() if word.isascii() else _in_ascii(word)


@lru_cache(maxsize=REMEMBERED)
def _in_ascii(word: str) -> str:
    from anyascii import anyascii

    return anyascii(word).lower().replace("'", "")  # Татьяна: tat'yana


def is_given_name(word: str) -> bool:
    """Whether people are called so."""
    return _folded(word) in _names("given.txt")


def is_place(name: str) -> bool:
    """Whether a large city is called so."""
    return _folded(name) in _names("places.txt")


def is_plain_word(word: str) -> bool:
    """Whether it is a word of English, and no surname: Details, but not Brown."""
    plain = word.casefold()
    return plain in _names("words.txt") and plain not in _surnames()


def is_word(word: str) -> bool:
    """Whether it is a word of English, whoever may be called so too: Keen."""
    return word.casefold() in _names("words.txt")


def is_name_before_all(word: str) -> bool:
    """Whether a word is a name, and if it is a word of English too, one that many are given."""
    return is_given_name(word) and (_folded(word) not in _names("words.txt") or is_given_to_many(word))


def is_given_to_many(word: str) -> bool:
    """Whether so many are called so that it is known of which sex they are."""
    return _folded(word) in _names("genders.txt")
