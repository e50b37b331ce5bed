"""The words of a name -> the names of the features by which its own words speak for or against a person.

A feature is a plain word such as "given-1" or "suffix"; its weight stands in dateline/data/people/weights.json.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.tagging.people import names
from dateline.tagging.people.words import korean, pinyin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.tagging.people.lists.lexicon import Lexicon
    from dateline.tagging.people.words.word import Word

_SYLLABLES = re.compile("[A-Z][a-z]{1,5}-[a-z]{2,6}")  # Ki-moon, Ing-wen; joined, of pinyin
_JOINED = re.compile(r"[A-Z]\w+-u[lrdzsn]-[A-Z]\w+")  # Inzamam-ul-Haq
_ANYBODY = {"man", "woman", "men", "women", "boy", "girl", "teen", "couple"}  # Xhavo Man Jailed, of a town
OTHER_MEANINGS = {"last-is-word", "last-is-plural", "last-is-place-1", "last-is-place-2", "last-is-place-3"}


def last_of(words: Sequence[Word]) -> Word:
    """The word that a name is mostly known by: the last but Jr and the like."""
    return words[-2] if _has_suffix(words) else words[-1]


def of_last(lexicon: Lexicon, last: Word) -> tuple[str, ...]:
    """What that word says."""
    return tuple(_of_last(lexicon, last))


def _of_last(lexicon: Lexicon, last: Word) -> Iterator[str]:
    word = last.folded
    yield f"family-{last.family}"
    yield f"last-given-{last.given}"
    if last.ordinary:
        yield "last-is-word"
        if word[-1] == "s" and word[:-1] in lexicon.words and last.family != 1:
            yield "last-is-plural"
    if last.place:
        yield f"last-is-place-{last.place}"
    if word in lexicon.countries:
        yield "last-is-country"
    if (kind := lexicon.kind(word)) in ("organisation", "place"):
        yield f"last-is-{kind}-word"
    yield from _letters(last.text)


def of_several(words: Sequence[Word], lexicon: Lexicon) -> Iterator[str]:
    """What the words say together; nothing of a single one."""
    if _has_suffix(words):
        yield "suffix"
        words = words[:-1]
    if len(words) < 2:
        return
    first, last = words[0], words[-1]
    yield f"words-{min(len(words), 4)}"
    initials = first.kind == "initial" or (len(first.text) == 2 and first.text.isupper())
    if initials or (len(first.folded) <= 6 and first.folded.endswith(".")):
        yield "given-initial"
    else:
        given = 0 if first.given > 1 and first.ordinary else first.given  # the lower tiers have words, too
        yield f"given-{given}"
        if first.ordinary:
            yield "first-is-word"
        if first.place:
            yield f"first-is-place-{first.place}"
        if not last.given and not last.family:
            yield f"last-unknown-given-{min(1, given)}"
    yield from _of_plain(words, lexicon)
    if len(words) == 2 and ((first.family and _SYLLABLES.fullmatch(last.text)) or pinyin.is_full(first, last)):
        yield "hyphened-given-last"
    if len(words) == 2 and pinyin.is_reversed(first, last, lexicon.classes["surname of china"]):
        yield "hyphened-given-last"
    if korean.is_full(words, lexicon):
        yield "syllables-of-korea"
    if len(words) > 2:
        yield from _of_inner(words[1:-1], lexicon)
    if lexicon.is_place(" ".join([word.folded for word in words])):
        yield "is-place"


def _of_plain(words: Sequence[Word], lexicon: Lexicon) -> Iterator[str]:
    """What words say that are written in lower case, too."""
    first, last = words[0], words[-1]
    if all(word.ordinary for word in words):
        yield "all-words"
        if not (last.given or last.family):
            yield "mere-word-last"  # Gang Members
        elif first.given and not lexicon.gender(first.folded):
            yield "mere-word-first"  # Job Fair; not Grace Stone
    elif len(words) == 2 and _is_epithet(first, last):
        yield "epithet"
    elif last.folded in _ANYBODY and first.given != 1:
        yield "mere-word-last"


def _is_epithet(first: Word, last: Word) -> bool:
    """True for Crooked Hilde: a plain word before a given name that is no surname."""
    return first.ordinary and not (first.given or first.family) and last.given == 1 and last.family != 1


def is_lord_of_town(found: set[str], titles: Iterable[str]) -> bool:
    """True where features and titles are those of Lord Xhavoreagh, a small town too; not of Prince George."""
    if found & OTHER_MEANINGS != {"last-is-place-3"} or "honorific-before" not in found:
        return False
    return any(names.gender_of_title(title) and not names.is_regal(title) for title in titles)


def _of_inner(words: Sequence[Word], lexicon: Lexicon) -> Iterator[str]:
    if any(word.ordinary and not word.given for word in words):
        yield "inner-is-word"
    if any(len(word.folded) == 2 and word.folded[1] == "." for word in words):
        yield "middle-initial"
    if any(word.folded in lexicon.classes["particle"] for word in words):
        yield "particle"
    if any(word.folded in lexicon.classes["son of"] for word in words):
        yield "patronymic"


def _has_suffix(words: Sequence[Word]) -> bool:
    return len(words) > 1 and words[-1].folded in names.SUFFIXES


def _letters(text: str) -> Iterator[str]:
    if len(text) <= 2:
        yield "short"
    if text[1:].islower() and text.isalpha():
        return  # as nearly all are
    if any(letter.isdigit() for letter in text):
        yield "digit"
    if text.isupper() and len(text) > 2:
        yield "capitals"
    elif any(letter.isupper() for letter in text[3:]) and "-" not in text and "'" not in text:
        yield "camel"  # AstraZeneca; not McCain
    if _JOINED.fullmatch(text):
        yield "joined"
    first, _, second = text.partition("-")
    if second.islower() and first[0].isupper():
        yield "hyphen-lower"  # Geun-hye
    if text.casefold().startswith(("al-", "el-", "bin-", "ben-")):
        yield "arabic-article"
