"""Text -> its language, BCP 47, from its script and its commonest words.

Own tables, because the models that do this load for half a second, more than a whole run over unchanged articles.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from functools import cache
from importlib.resources import files

from dateline.normalise.lines import kinds

SAMPLE = 2_000  # characters from the middle of the text, where furniture is rarest
MIN_LETTERS = 12
FEW = 200  # characters, which mostly have that many
_WORD = re.compile(r"[^\W\d_]+")
_APART = "".join(chr(i).lower() if chr(i).isalpha() else " " for i in range(128)).encode().ljust(256)  # of ASCII
_BEYOND_GREEK = re.compile(r"[Ͱ-῿⺀-퟿]")  # letters that are not Latin; typographic signs stand between the two
_SCRIPTS = (  # ranges of letters; scripts that one language of the press uses need no words
    ("ja", re.compile(r"[぀-ヿ]")),
    ("ko", re.compile(r"[가-힯]")),
    ("zh", re.compile(r"[一-鿿]")),
    ("el", re.compile(r"[Ͱ-Ͽ]")),
    ("he", re.compile(r"[֐-׿]")),
    ("hy", re.compile(r"[԰-֏]")),
    ("ka", re.compile(r"[Ⴀ-ჿ]")),
    ("th", re.compile(r"[฀-๿]")),
    ("lo", re.compile(r"[຀-໿]")),
    ("km", re.compile(r"[ក-៿]")),
    ("my", re.compile(r"[က-႟]")),
    ("bn", re.compile(r"[ঀ-৿]")),
    ("pa", re.compile(r"[਀-੿]")),
    ("gu", re.compile(r"[઀-૿]")),
    ("or", re.compile(r"[଀-୿]")),
    ("ta", re.compile(r"[஀-௿]")),
    ("te", re.compile(r"[ఀ-౿]")),
    ("kn", re.compile(r"[ಀ-೿]")),
    ("ml", re.compile(r"[ഀ-ൿ]")),
    ("si", re.compile(r"[඀-෿]")),
    ("am", re.compile(r"[ሀ-፿]")),
)
FOREIGN = {  # letters that a language does not have, among those that share its words
    "ru": "іїєґјљњћђџѓќѕў",
    "uk": "ыэёъўјљњћђ",
    "be": "ищъїєґјљњћђ",
    "bg": "ыэёіїєјљњћђ",
    "sr": "ыэёйяюъщіїє",
    "mk": "ыэёйяюъщіїє",
}
DEVANAGARI = {  # function words of the languages that share the script; the lists of words have lost its vowel signs
    "hi": "है हैं के का की में से को ने और पर यह वह कि था थे थी लिए नहीं भी हो जो तो गया गई गए किया ही इस उस उन साथ",
    "ne": "छ छन् छैन हो हुन् र पनि गरेको गरेका भएको भएका गर्ने गर्न भन्ने थियो थिए उनले गरिएको बताए सबै तथा तर भने",
    "mr": "आहे आहेत आणि होते होता होती नाही या व हा ही हे केली केले केला झाली झाला झाले त्यांनी असे असून तर मध्ये पण म्हणून",
}
_DEVANAGARI = re.compile(r"[ऀ-ॣ०-ॿ]+")
JAPANESE_SHARE = 0.1  # of kana among kana and Chinese characters; Chinese names a Japanese firm now and then


def detect(text: str, default: str = "") -> str:
    """The language; `default` where too little of the text tells."""
    middle = max(0, (len(text) - SAMPLE) // 2)
    sample = text[middle : middle + SAMPLE]
    if sum(map(str.isalpha, sample[:FEW])) < MIN_LETTERS and sum(map(str.isalpha, sample)) < MIN_LETTERS:
        return default
    return _by_script(sample) or _by_words(sample) or default


def _by_script(sample: str) -> str:
    if kinds.is_plain(sample) or not (beyond := len(_BEYOND_GREEK.findall(sample))):
        return ""
    letters = sum(map(str.isalpha, sample))
    if beyond < letters / 3:
        return ""
    words = Counter(_DEVANAGARI.findall(sample))
    if sum(len(word) * times for word, times in words.items()) > letters / 2:
        return max(DEVANAGARI, key=lambda name: sum(words[word] for word in DEVANAGARI[name].split()))
    counts = {name: len(pattern.findall(sample)) for name, pattern in _SCRIPTS}
    if (
        counts["ja"] + counts["zh"] > letters / 3
    ):  # each says as much as several letters of the Latin words between them
        return "ja" if counts["ja"] > JAPANESE_SHARE * (counts["ja"] + counts["zh"]) else "zh"
    name, count = max(counts.items(), key=lambda pair: pair[1])
    return name if count > letters / 2 else ""


def _words(sample: str) -> list[str]:
    """In lower case."""
    if kinds.is_plain(sample):
        return sample.encode("ascii", "replace").translate(_APART).decode("ascii").split()
    return _WORD.findall(sample.casefold())


def _by_words(sample: str) -> str:
    scores: defaultdict[str, float] = defaultdict(float)
    weights = _weights()
    for word, times in Counter(filter(weights.__contains__, _words(sample))).items():
        often = math.sqrt(times)
        for language, weight in weights[word]:
            scores[language] += weight * often
    for language, foreign in FOREIGN.items():
        if language in scores and sum(sample.count(letter) for letter in foreign) > 1:
            scores[language] /= 2
    return max(scores, key=scores.__getitem__, default="")


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """word -> (language, weight): a word of few languages, and one high on its list, says more."""
    table = json.loads(files("dateline.data").joinpath("languages.json").read_text(encoding="utf-8"))
    ranks: dict[str, list[tuple[str, int]]] = {}
    for language, words in table.items():
        for rank, word in enumerate(words.split()):
            ranks.setdefault(word, []).append((language, rank))
    return {
        word: tuple((language, math.log(1 + len(table) / len(found)) / (1 + rank / 50)) for language, rank in found)
        for word, found in ranks.items()
    }


@cache
def common_words(language: str) -> frozenset[str]:
    """The commonest words of a language, lower case; none where it is not known."""
    table = json.loads(files("dateline.data").joinpath("languages.json").read_text(encoding="utf-8"))
    return frozenset(table.get(language.partition("-")[0], "").split())
