"""What is called after somebody, or as if: storms, ships and talks, named without their kind later on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.tagging.people.lists import lexicon

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from dateline.tagging.people import names
    from dateline.tagging.people.candidates import Candidate

_CHRISTENED = ("urricane", "yphoon", "yclone", "Storm", "opical storm", "USS ", "HMS ")
_STORM_OR_SHIP = re.compile(
    r"\b(?:[Hh]urricanes?|[Tt]yphoons?|[Cc]yclones?|[Tt]ropical [Ss]torms?|Storm|USS|HMS) "
    r"([A-Z]\w+)(?: and ([A-Z]\w+))?(?! [A-Z])"
)


_TITLED = frozenset(["honorific-before", "office-before", "role-before", "speech-after", "who-after"])
_FAITHS = lexicon.sections()["faith"]


def drop(found: dict[names.Words, Candidate], text: str) -> None:
    """Drop what is a storm's or ship's name, or two people's of the text."""
    surnames = {each.core[-1] for each in found.values() if len(each.core) > 1}
    parts = {word for each in found.values() if len(each.core) > 1 for word in each.core}
    nobody = {word for word in (*_christened(text), *_FAITHS) if word not in parts}
    for words, each in list(found.items()):
        first, _, second = words[0].partition("-")
        both = first in surnames and second in surnames  # Roe-Tamm Talks
        if (len(words) == 1 and words[0] in nobody) or both or _is_of_two(each, parts, surnames):
            del found[words]  # Dorian, of Hurricane Dorian


def _is_of_two(each: Candidate, parts: Container[str], surnames: Container[str]) -> bool:
    """True for the Roe-Tamm talks, of somebody of the text and of somebody else; not for Mr. Roe-Tamm."""
    word = each.words[0]
    if len(each.words) > 1 or "-" not in word or word in parts or not each.features.isdisjoint(_TITLED):
        return False
    first, _, second = word.partition("-")
    thing = "noun-after" in each.features or "word-after" in each.features or "eponym" in each.features
    return thing and (first in surnames or second in surnames)


def _christened(text: str) -> Iterator[str]:
    """The names of storms and ships, folded."""
    if any(kind in text for kind in _CHRISTENED):
        for match in _STORM_OR_SHIP.finditer(text):
            yield from (lexicon.fold(name) for name in match.groups() if name)
