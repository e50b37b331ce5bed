"""The path of a seed -> what its name says: a date, and a headline where it has one in plain words."""

from __future__ import annotations

import re

from dateline.normalise.dating import dates
from dateline.normalise.lines.line import fold, words

_NUMBERED = re.compile(r"^\W*\d{1,5}[\W_]+")
MIN_WORDS = 3
MIN_LETTERS = 12


def date(path: str) -> dates.Found | None:
    """The date in the file's name, else in its folder's; day and month have to be there."""
    for part in reversed(path.rsplit("/", 2)[-2:]):
        for found in dates.find(part.replace("_", " "), order="dmy"):
            if found.when.day:
                return found
    return None


def headline(path: str) -> str:
    """The name of the file without its suffix and date, if it is several words with spaces between them."""
    stem = path.rpartition("/")[2].rpartition(".")[0] or path.rpartition("/")[2]
    spaced = fold(stem.replace("_", " "))
    for found in reversed(dates.find(spaced, order="dmy")):
        if found.when.day and found.start < 3:
            spaced = spaced[found.end :]
    text = _NUMBERED.sub("", spaced).strip(" -–—_.")
    said = words(text)
    plain = " " in stem.strip() and len(said) >= MIN_WORDS and sum(map(str.isalpha, text)) >= MIN_LETTERS
    return text if plain and not any(map(_is_code, said)) else ""


def _is_code(word: str) -> bool:
    return len(word) >= 8 and any(map(str.isdigit, word)) and any(map(str.isalpha, word))
