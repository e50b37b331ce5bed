"""A text -> its language, where that is another than English, told by its common words and its letters."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COMMON = 60  # words of each language: articles, prepositions, pronouns; further down stand nouns
ALL = 150  # where these leave two languages, or the text is short
# Words in lower case, what share of them must be common words of one language, and how often as many as are of English;
# or of those that only one of the two has, the language has so many times as many.
# Where endings say what others say with words, a tenth are; a table of results has few words, of no language.
ENOUGH = ((60, 0.08, 3), (20, 0.25, 5), (12, 0.4, 4))
# Of a text without English words in which so many words in lower case, and so large a share, have letters that English
# has not, so many common words are enough.
ACCENTED, ACCENTED_SHARE, FEW = 2, 0.06, 4
LIKELY = 2  # common words of the language that a short text is said to be in, and more than of English
THE = 500  # characters: a text with a "the" in as many is English, which spares the count
READ = 4000  # characters of a text that are looked at
LEAST = 5  # words of another script, by which a text is told to be in it; where it is said to be in one, so LIKELY
_LOWER = re.compile(r"[^\W\d_]+")
_GREEK = re.compile(r"[α-ωά-ώ]")
_CYRILLIC = re.compile(r"[а-я]")
# The letters that only some of the languages have
_ALPHABETS = {
    "be": "ыэёіў", "bg": "ъ", "kk": "ыэъіәғқңөұүһ", "ky": "ыэъңөү", "mk": "јљњџѓќѕ", "ru": "ыэёъ", "sr": "јљњџћђ",
    "uk": "іїєґ",
}  # fmt: skip
_TELLING = frozenset("".join(_ALPHABETS.values()))


def of(text: str, stated: str = "") -> str:
    """The code of the language; empty for English, and where nothing tells.

    `stated` is what the article says that it is in, BCP 47: it counts where the text is too short to tell by itself.
    """
    if text.count(" the ", 0, READ) * THE > min(len(text), READ):
        return ""
    words = [word for word in _LOWER.findall(text, 0, READ) if word.islower()]
    if not text.isascii() and (code := _of_script(words, LIKELY if stated in _ALPHABETS else LEAST)):
        return code
    counts = _counts(words, COMMON)
    code, most = _first(counts)
    if code == "en":
        return ""
    own, english = _apart(words, code)
    for n, share, times in ENOUGH:
        is_plain = most >= times * counts["en"] or own >= max(FEW, times * english)
        if len(words) >= n and most >= share * len(words) and is_plain:
            return _first(_counts(words, ALL), [each for each in counts if counts[each] == most])[0]
    accented = sum(not word.isascii() for word in words)
    if accented >= max(ACCENTED, ACCENTED_SHARE * len(words)):
        counts = _counts(words, ALL)
        code, most = _first(counts)
        if code != "en" and most >= max(FEW, 2 * counts["en"]):
            return code
    stated = stated.partition("-")[0].casefold()
    counts = _counts(words, ALL)
    return stated if counts[stated] >= LIKELY and counts[stated] > counts["en"] else ""


def _counts(words: Sequence[str], common: int) -> Counter[str]:
    """How many of the words are among so many common words of each language."""
    known = speakers(common)
    return Counter(code for word in words for code in known.get(word, ()))


def _apart(words: Sequence[str], code: str) -> tuple[int, int]:
    """How many are common words of that language and not of English, and the other way round.

    Dutch has in, is, was, had and over too, so that a short text of it has half as many words of English.
    """
    known = speakers(COMMON)
    found = [codes for codes in map(known.get, words) if codes and ("en" in codes) != (code in codes)]
    own = sum(code in codes for codes in found)
    return own, len(found) - own


def _first(counts: Counter[str], among: Sequence[str] = ()) -> tuple[str, int]:
    """The language with most words, of some or of all."""
    found = [(counts[code], code) for code in among or counts]
    most, code = max(found, default=(0, "en"))
    return code, most


def _of_script(words: Sequence[str], least: int) -> str:
    """The language of a text whose script no other has, or a few by whose words and letters it is told."""
    other = [word for word in words if not word.isascii()]
    if len(other) < max(least, len(words) / 2):
        return ""
    if sum(map(bool, map(_GREEK.match, other))) > len(words) / 2:
        return "el"
    if sum(map(bool, map(_CYRILLIC.match, other))) <= len(words) / 2:
        return ""
    letters = Counter("".join(other))
    counts = _counts(words, COMMON)
    foreign = {code: sum(letters[sign] for sign in _TELLING.difference(own)) for code, own in _ALPHABETS.items()}
    return max(_ALPHABETS, key=lambda code: (counts[code] - foreign[code], code == "ru"))


@cache
def speakers(common: int = COMMON) -> Mapping[str, Sequence[str]]:
    """Common word, as it is written -> the languages that have it."""
    file = resources.files("dateline.data").joinpath("languages.json")
    table: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    found: dict[str, list[str]] = defaultdict(list)
    for code, words in table.items():
        for word in words.split()[:common]:
            found[word].append(code)
    return found
