"""Text -> the words by which it is found: runs of letters, folded; the same rules as static/js/search-words.js.

The two sides are held together by a test over every character: a word that the index folds one way and the
reader another is never found.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from functools import cache
from itertools import chain, groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A possessive's s says nothing, and every other article has one.
LETTER_APOSTROPHE = "ʼ"  # U+02BC, which Unicode counts as a letter
APOSTROPHES = f"'`´‘’＇{LETTER_APOSTROPHE}"
# Marks of Latin, Greek and Cyrillic letters, vowel points of Hebrew and Arabic. Other scripts' marks are vowels
# without which a word is another word.
FOLDED_MARKS = ((0x300, 0x36F), (0x591, 0x5C7), (0x610, 0x61A), (0x640, 0x640), (0x64B, 0x65F), (0x670, 0x670))
# Letters with a stroke or joined, which have no decomposition.
LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ς": "σ"}
# Scripts written without spaces: Thai, Lao, Myanmar, Khmer, kana to Han. Two characters at a time stand for words.
SPACELESS_RANGES = (
    *((0xE00, 0xEFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)),
)


PLANES = (range(0x20000), range(0xE0000, 0xE1000))  # beyond are Han characters and nothing: a second to look through


def _ranges(*ranges: tuple[int, int]) -> str:
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


SPACELESS = re.compile(f"[{_ranges(*SPACELESS_RANGES)}]+")
_MARKS = re.compile(f"[{_ranges(*FOLDED_MARKS)}]+")
_LETTERS = str.maketrans(LETTERS)
_UNMARKED = re.compile(r"\w+")  # several times as fast as the whole pattern
_WESTERN = "cp1252"  # has no mark, and one byte a character: its words are had in half the time that a pattern takes
_BEFORE = re.compile(r"[^\W\d_]+\Z")
_CONTRACTED = frozenset(("s", "t", "re", "ve", "ll", "d", "m"))  # I'll is no word ill
FIRST = 12  # letters that may stand before an apostrophe within a word
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}][sS](?![^\W_])")  # where no mark stands


@cache
def _all_marks() -> str:
    """Every combining mark, as ranges of a character class."""
    codes = [code for code in chain(*PLANES) if unicodedata.category(chr(code))[0] == "M"]
    stretches = [[code for _, code in group] for _, group in groupby(enumerate(codes), lambda pair: pair[1] - pair[0])]
    return _ranges(*((codes[0], codes[-1]) for codes in stretches))


@cache
def _marked() -> tuple[re.Pattern[str], re.Pattern[str]]:
    r"""A word, which is `[\p{L}\p{N}\p{M}]+`, and a possessive's s, where marks stand: Python's own \w leaves them out.

    Made where one is met: to look through all characters takes longer than to read ten texts.
    """
    marks = _all_marks()
    return re.compile(rf"(?:[^\W_]|[{marks}])+"), re.compile(rf"[{APOSTROPHES}][sS](?![^\W_]|[{marks}])")


@cache
def _blanks() -> bytes:
    """Each byte -> itself where it is a letter or a digit, else a blank."""
    characters = (bytes([byte]).decode(_WESTERN, "replace") for byte in range(256))
    return b"".join(each.encode(_WESTERN) if each.isalnum() else b" " for each in characters)


def runs(text: str) -> list[str]:
    """The words as they stand, in their order: `Estonia’s 2nd-largest` -> Estonia, 2nd, largest."""
    plain = _POSSESSIVE.sub(" ", text).replace(LETTER_APOSTROPHE, "'")
    with suppress(UnicodeEncodeError):
        return plain.encode(_WESTERN).translate(_blanks()).decode(_WESTERN).split()
    if any(unicodedata.category(letter)[0] == "M" for letter in set(plain) if letter > "\x7f"):
        word, possessive = _marked()
        return word.findall(possessive.sub(" ", text).replace(LETTER_APOSTROPHE, "'"))
    return _UNMARKED.findall(plain.replace("_", " "))


def joined(text: str) -> list[str]:
    """Names in whose middle an apostrophe stands, without it: O'Brien -> OBrien, Sana'a -> Sanaa.

    They are found by both ways of typing them, so the index has these words beside those of `runs`. No query has: what
    is typed with the apostrophe is two words. `I'll` and, at the beginning of a sentence, `L'homme` are no such names.
    """
    found = []
    for mark in APOSTROPHES:  # in most texts one of them stands
        at = text.find(mark)
        while at >= 0:
            first, rest = _BEFORE.search(text, max(0, at - FIRST), at), _UNMARKED.match(text, at + 1)
            if first and rest and _is_one_name(first[0], rest[0]):
                found.append(first[0] + rest[0])
            at = text.find(mark, at + 1)
    return found


def _is_one_name(first: str, rest: str) -> bool:
    return first[0].isupper() and (rest[0].isupper() or (len(first) > 1 and rest.lower() not in _CONTRACTED))


def fold(run: str) -> str:
    """One form for all spellings that differ by case, diacritics or compatibility: Õunapuu -> ounapuu."""
    if run.isascii():
        return run.lower()
    letters = unicodedata.normalize("NFKD", run).upper().lower()  # upper first: ß -> ss, ı -> i
    letters = _MARKS.sub("", unicodedata.normalize("NFKD", letters)).translate(_LETTERS)
    return unicodedata.normalize("NFC", letters)


def forms(run: str, *, ends: bool = True) -> Iterator[str]:
    """What a run is filed under: itself folded, or pairs of characters where its script has no spaces.

    `ends`: also the last character alone, so that a search for one character finds it at the end of a run. A
    query of several characters leaves it out.
    """
    folded = fold(run)
    if folded.isascii() and folded.isalnum():
        yield folded
        return
    for part in runs(folded):
        yield from _parts(part, ends)


def _parts(text: str, ends: bool) -> Iterator[str]:
    at = 0
    for match in SPACELESS.finditer(text):
        if match.start() > at:
            yield text[at : match.start()]
        letters = match.group()
        yield from (letters[i : i + 2] for i in range(len(letters) - 1))
        if ends or len(letters) == 1:
            yield letters[-1]
        at = match.end()
    if at < len(text):
        yield text[at:]


def terms(text: str, *, ends: bool = True) -> list[str]:
    """Every form of a text, in its order."""
    return [form for run in runs(text) for form in forms(run, ends=ends)]
