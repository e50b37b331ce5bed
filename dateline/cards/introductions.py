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
_SECTION = re.compile(r"^\[(office|honorific|modifier|function)\].*\n((?:(?!\[).*\n)*)", re.MULTILINE)
_DOTTED = re.compile(r".?\.|.*\..+\.")  # an initial; U.S.


@cache
def _sections() -> dict[str, frozenset[str]]:
    text = (files("dateline.data") / "names" / "classes.txt").read_text(encoding="utf-8")
    return {
        name: frozenset(word for line in lines.splitlines() for word in _words(line))
        for name, lines in _SECTION.findall(text)
    }


def offices() -> frozenset[str]:
    """Words such as president, minister, secretary."""
    return _sections()["office"]


def _words(line: str) -> list[str]:
    return line.partition("#")[0].split()


def introduction(body: str, mention: Mention) -> str:
    """The words right before one mention; empty where none of them names an office."""
    if mention.part != "body" or not 0 < mention.start < len(body):
        return ""
    before = body[max(0, mention.start - REACH) : mention.start]
    last = _LAST_WORDS.search(before[before.rfind(" ", 0, -1) + 1 :])  # of most names it says enough
    if not last or not _is_office(last.group().rstrip(" ")):
        return ""
    run = _LAST_WORDS.search(before)
    words = run.group().split() if run else []
    first = len(words) - 1
    for i in range(len(words) - 1, -1, -1):
        if i < len(words) - 1 and (_ends_a_sentence(words[i]) or _begins_anew(words, i)):
            break
        if words[i][0].isupper():
            first = i
        elif words[i] not in LINKS:
            break
    if words[first].lower() in _sections()["function"] - _sections()["modifier"]:  # The, at a sentence's beginning
        first += 1
    return " ".join(words[first:]) if words[first][0].isupper() else ""


def _ends_a_sentence(word: str) -> bool:
    """Is its dot that of a sentence, not of an abbreviation?"""
    if not word.endswith(".") or _DOTTED.fullmatch(word):
        return False
    return not any(word.lower().rstrip(".") in _sections()[name] for name in ("office", "honorific", "modifier"))


def _begins_anew(words: list[str], i: int) -> bool:
    """Does the title begin behind this small word: Speaker Ada Tamm and President, Yesterday the President?"""
    if words[i] == "the":
        return i == 0 or words[i - 1] not in LINKS
    before = words[:i]
    return words[i] == "and" and any(map(_is_office, before)) and not _is_office(before[-1])


def _is_office(word: str) -> bool:
    """Also of a word in two: Secretary-General."""
    return any(part in offices() for part in (word.lower(), *word.lower().split("-")))
