"""The path of a seed -> what its name says: a date, and a headline where it has one in plain words."""

from __future__ import annotations

import re

from dateline.normalise.dating import dates
from dateline.normalise.lines.line import fold, words

_NUMBERED = re.compile(r"^\W*\d{1,5}[\W_]+")
_NUMBERED_BEHIND_DATE = re.compile(r"^\W*0\d{1,4}[\W_]+")  # 300 is how many boats were sold
_FOLDERS = re.compile(r"(?:^|/)((?:19|20)\d\d)/(\d\d?)/(\d\d?)/[^/]+$")
# A date at its beginning ends with its day, though a number follows: 2016-12-05-300 boats sold.
_DATED = re.compile(
    r"^(?P<date>(?:19|20)\d\d(?P<mark>[-.])(?:0[1-9]|1[0-2])(?P=mark)(?:0[1-9]|[12]\d|3[01])"
    r"|\d{1,2}[-.]\d{1,2}[-.](?:19|20)\d\d)[-.](?=\S)"
)
_COMPACT = re.compile(  # 20161205, and not in the middle of a code
    r"(?<![^\W_])((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[-.]|T(?=\d)|(?![^\W_]))"
)
MIN_WORDS = 3
MIN_LETTERS = 12


def date(path: str) -> dates.Found | None:
    """The date in the file's name, else in its folder's, or in its folders' as 2021/05/25; its day has to be there."""
    folders = _FOLDERS.search(path)
    parts = [*(["-".join(folders.groups())] if folders else []), *path.rsplit("/", 2)[-2:]]
    for part in reversed(parts):
        for found in dates.find(_spaced(part), order="dmy"):
            if found.when.day:
                return found
    return None


def headline(path: str) -> str:
    """The name of the file without its suffix and date, if it is several words with spaces between them."""
    stem = path.rpartition("/")[2].rpartition(".")[0] or path.rpartition("/")[2]
    spaced, numbered = fold(_spaced(stem)), _NUMBERED
    for found in reversed(dates.find(spaced, order="dmy")):
        if found.when.day and found.start < 3:
            spaced = spaced[found.end :]
            numbered = _NUMBERED_BEHIND_DATE
    text = numbered.sub("", spaced).strip(" -–—_.")
    said = words(text)
    plain = " " in stem.strip() and len(said) >= MIN_WORDS and sum(map(str.isalpha, text)) >= MIN_LETTERS
    return text if plain and not any(map(_is_code, said)) else ""


def _spaced(name: str) -> str:
    """The name with spaces in place of the signs that part its words and its date."""
    return _DATED.sub(r"\g<date> ", _COMPACT.sub(r"\1-\2-\3 ", name.replace("_", " ")))


def _is_code(word: str) -> bool:
    return len(word) >= 8 and any(map(str.isdigit, word)) and any(map(str.isalpha, word))
