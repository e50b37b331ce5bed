"""A text -> its language, where that is another than English, told by its common words."""

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
# Words in lower case, what share of them must be common words of one language, and how often as many as are of English.
# Where endings say what others say with words, a tenth are; a table of results has few words, of no language.
ENOUGH = ((60, 0.08, 3), (20, 0.25, 5))
THE = 500  # characters: a text with a "the" in as many is English, which spares the count
READ = 4000  # characters of a text that are looked at
_LOWER = re.compile(r"[^\W\d_]+")


def of(text: str) -> str:
    """The code of the language; empty for English, and where nothing tells."""
    if text.count(" the ", 0, READ) * THE > min(len(text), READ):
        return ""
    words = [word for word in _LOWER.findall(text, 0, READ) if word.islower()]
    counts = Counter(code for word in words for code in speakers().get(word, ()))
    code, most = max(counts.items(), key=lambda item: (item[1], item[0]), default=("en", 0))
    told = any(len(words) >= n and most >= max(s * len(words), t * counts["en"]) for n, s, t in ENOUGH)
    return code if code != "en" and told else ""


@cache
def speakers() -> Mapping[str, Sequence[str]]:
    """Common word, as it is written -> the languages that have it."""
    file = resources.files("dateline.data").joinpath("languages.json")
    table: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    found: dict[str, list[str]] = defaultdict(list)
    for code, words in table.items():
        for word in words.split()[:COMMON]:
            found[word].append(code)
    return found
