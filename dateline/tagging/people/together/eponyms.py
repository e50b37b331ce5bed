"""What is called after somebody, or as if: storms, ships and talks, named without their kind later on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.tagging.people.lists import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.tagging.people import names
    from dateline.tagging.people.candidates import Candidate

_CHRISTENED = ("urricane", "yphoon", "yclone", "Storm", "opical storm", "USS ", "HMS ")
_STORM_OR_SHIP = re.compile(
    r"\b(?:[Hh]urricanes?|[Tt]yphoons?|[Cc]yclones?|[Tt]ropical [Ss]torms?|Storm|USS|HMS) "
    r"([A-Z]\w+)(?: and ([A-Z]\w+))?(?! [A-Z])"
)


_FAITHS = lexicon.sections()["faith"]


def drop(found: dict[names.Words, Candidate], text: str) -> None:
    """Drop what is a storm's or ship's name, or two people's of the text."""
    surnames = {each.core[-1] for each in found.values() if len(each.core) > 1}
    parts = {word for each in found.values() if len(each.core) > 1 for word in each.core}
    nobody = {word for word in (*_christened(text), *_FAITHS) if word not in parts}
    for words in list(found):
        first, _, second = words[0].partition("-")
        if (len(words) == 1 and words[0] in nobody) or (first in surnames and second in surnames):
            del found[words]  # Dorian, of Hurricane Dorian; Roe-Tamm Talks


def _christened(text: str) -> Iterator[str]:
    """The names of storms and ships, folded."""
    if any(kind in text for kind in _CHRISTENED):
        for match in _STORM_OR_SHIP.finditer(text):
            yield from (lexicon.fold(name) for name in match.groups() if name)
