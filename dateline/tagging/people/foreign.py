"""A text in another language than English -> which of its candidates are surely names there.

The weights were fitted on English, where a capital is rare. In German every noun has one, and everywhere the word that
begins a sentence: there a name counts only with a given name that the lists know, or a title before it.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from dateline.tagging.people.lexicon import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.tagging.people.candidates import Candidate
    from dateline.tagging.people.lexicon import Lexicon

COMMON = 60  # words of each language: articles, prepositions, pronouns; further down stand nouns
FEWEST = 60  # words in lower case: a table of results tells no language
SHARE = 0.2  # of them common words of one other language
THE = 500  # characters: a text with a "the" in as many is English, which spares the count
READ = 4000  # characters of a text that are looked at
_LOWER = re.compile(r"[^\W\d_]+")
_JOINING = frozenset(["y", "e", "et", "und", "og", "och", "ja", "en", "oraz", "ve"])  # "Francia y Alemania" is two
_TITLED = frozenset({"honorific-before", "office-before"})


def language(text: str) -> str:
    """The code of the language, other than English, whose common words the text has; empty where there is none."""
    if text.count(" the ", 0, READ) * THE > min(len(text), READ):
        return ""
    words = [word for word in _LOWER.findall(text, 0, READ) if word.islower()]
    counts = Counter(code for word in words for code in _speakers().get(word, ()))
    code, most = max(counts.items(), key=lambda item: (item[1], item[0]), default=("en", 0))
    return code if code != "en" and len(words) >= FEWEST and most >= SHARE * len(words) else ""


def is_sure(candidate: Candidate, lexicon: Lexicon, code: str) -> bool:
    """Whether a candidate of a text in that language may stand by itself."""
    if len(candidate.core) == 1 or _JOINING.intersection(candidate.words):
        return False
    if {candidate.core[0], candidate.words[0]} & _words(code):
        return False
    return bool(lexicon.given.get(candidate.core[0])) or bool(_TITLED & candidate.features)


@cache
def _table() -> Mapping[str, Sequence[str]]:
    file = resources.files("dateline.data").joinpath("languages.json")
    table: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return {code: words.split() for code, words in table.items()}


@cache
def _speakers() -> Mapping[str, Sequence[str]]:
    """Common word, as it is written -> the languages that have it."""
    speakers: dict[str, list[str]] = defaultdict(list)
    for code, words in _table().items():
        for word in words[:COMMON]:
            speakers[word].append(code)
    return speakers


@cache
def _words(code: str) -> frozenset[str]:
    """The words of one language, folded."""
    return frozenset(map(fold, _table()[code]))
