"""Text -> the stretches that list people: "the dead were identified as …", "the suspects are: …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

LISTED = "listed"  # the feature of a name that is an item of such a list
_LONGEST = 800  # characters
# What is looked for first, since the patterns are slow
_SIGNS = ("identified", "named", "names", "suspects", "victims", "deceased", "dead", "injured", "accused", "convicts")
_SIGNS_OF_MORE = ("arrested", "detainees", "survivors", "hostages")  # not nominees and defendants: films, firms
_WHO = "|".join((*_SIGNS[3:], *_SIGNS_OF_MORE))
_OPENING = re.compile(
    r"(?:\b(?:identified|named|names)(?: [\w'’-]+){0,6}? as|\bnamed (?:are|were)"
    rf"|\b(?:{_WHO})(?: [\w'’-]+){{0,4}}? (?:are|were|include|included|including)\b)"
    r"(?:[:,]|(?: ?[-–—])?)(?=\s+(?:(?:one|former|late) )?[A-Z])"
)
# To the end of the sentence: not at an initial or a title with its full stop, nor before a small letter
_ITEMS = re.compile(r"(?:[^\n.!?]|(?<=\b[A-Z])\.|(?<=\b(?:Dr|Mr|Ms|Md|Jr|Sr|Lt))\.|(?<=\bMrs)\.|\.(?=[\w,;]))*")
_SAYS = re.compile(r"\b(?:said|says|told|adding|added|according|who)\b")
# What stands before a name that is no item of the list: "of Lagos", "from Kano", "in a Toyota"
_NO_ITEM = frozenset(
    ("place-preposition", "of-before", "from-before", "to-before", "for-before", "on-before", "into-before")
)
_NO_PERSON = frozenset(
    ("the-before", "a-before", "capital-of-before", "organisation-after", "noun-after", "place-before", "place-after")
)


def find(text: str) -> list[tuple[int, int]]:
    """Start and end of each list, in the order of the text."""
    if not any(sign in text for sign in (*_SIGNS, *_SIGNS_OF_MORE)):
        return []
    found: list[tuple[int, int]] = []
    for opening in _OPENING.finditer(text):
        start = opening.end()
        items = _ITEMS.match(text, start, start + _LONGEST)
        end = items.end() if items else start
        says = _SAYS.search(text, start, end)
        if not found or start >= found[-1][1]:
            found.append((start, says.start() if says else end))
    return found


def is_item(features: Collection[str]) -> bool:
    """True for a name in a list with these features of its place: not for the town where somebody lives."""
    return _NO_ITEM.isdisjoint(features) and _NO_PERSON.isdisjoint(features)
