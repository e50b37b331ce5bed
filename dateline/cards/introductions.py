"""A person's mentions -> the words that introduce them: offices and titles right before the name, as texts have them.

Nothing is known here but where such words end: at one that names an office (`dateline/data/names/classes.txt`).
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.model import Mention

REACH = 90  # characters before a name
LINKS = frozenset({"of", "for", "and", "the"})  # words within a title that are written small
_LAST_WORDS = re.compile(r"(?:[^\W\d_][\w’'.\-]* )+$")
_SECTION = re.compile(r"^\[office\].*\n((?:(?!\[).*\n)*)", re.MULTILINE)


@cache
def offices() -> frozenset[str]:
    """Words such as president, minister, secretary."""
    text = (files("dateline.data") / "names" / "classes.txt").read_text(encoding="utf-8")
    found = _SECTION.search(text)
    return frozenset(word for line in (found.group(1) if found else "").splitlines() for word in _words(line))


def _words(line: str) -> list[str]:
    return line.partition("#")[0].split()


def introduction(body: str, mention: Mention) -> str:
    """The words right before one mention; empty where none of them names an office."""
    if mention.part != "body" or not 0 < mention.start < len(body):
        return ""
    run = _LAST_WORDS.search(body[max(0, mention.start - REACH) : mention.start])
    words = run.group().split() if run else []
    if not words or not _is_office(words[-1]):
        return ""
    first = len(words) - 1
    for i in range(len(words) - 1, -1, -1):
        if words[i][0].isupper():
            first = i
        elif words[i] not in LINKS:
            break
    if words[first].lower() in LINKS:  # The, at the beginning of a sentence
        first += 1
    return " ".join(words[first:]) if words[first][0].isupper() else ""


def _is_office(word: str) -> bool:
    """Also of a word in two: Secretary-General."""
    return any(part in offices() for part in (word.lower(), *word.lower().split("-")))
