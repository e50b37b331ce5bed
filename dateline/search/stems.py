"""A word and its language -> the stem that it shares with its other forms, by the Snowball algorithms.

Stemming happens here alone. The index says which forms share a stem, so a reader's browser looks up what was
typed and gets all of them: no second stemmer to carry to the reader and to keep equal, and every language that
Snowball has works. What a form is that no article uses, prefixes decide.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib import import_module
from typing import Protocol

from dateline.search.words import fold

# BCP 47 -> the algorithm. Left out: Serbian (writes Latin for Cyrillic), Esperanto and Porter's first English one.
ALGORITHMS = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}


class Stemmer(Protocol):
    """What every algorithm offers."""

    def stemWord(self, word: str) -> str: ...  # noqa: N802  the library's name


@cache
def stemmer(language: str) -> Stemmer | None:
    """The algorithm of a primary language tag; None where Snowball has none.

    The modules are asked for by name: the library's own door hands out PyStemmer where that happens to be
    installed, and its stems may be another version's.
    """
    name = ALGORITHMS.get(language)
    if not name:
        return None
    module = import_module(f"snowballstemmer.{name}_stemmer")
    made: Stemmer = getattr(module, f"{name.title()}Stemmer")()
    return made


def stem(run: str, language: str) -> str:
    """The folded stem of a word as it stands; the folded word where the language has no stemmer."""
    if stemmer(language) is None or (not run.isalpha() and any(map(str.isdigit, run))):
        return fold(run)
    return _stem(unicodedata.normalize("NFC", run).lower(), language) or fold(run)


@cache
def _stem(word: str, language: str) -> str:
    """Remembered, for a name is written in two or three ways: it takes as long as all else that is done to a word."""
    algorithm = stemmer(language)
    return fold(algorithm.stemWord(word)) if algorithm else ""
