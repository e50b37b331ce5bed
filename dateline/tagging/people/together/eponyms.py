"""What is called after somebody, or as if: storms, ships, firms and talks, named without their kind later on."""

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


_LEGAL_FORMS = (" Inc", " Corp", " Co ", " Co.", " Co,", " Ltd", " Plc", " PLC", " LLC", " LLP")
_LEGAL_FORM = re.compile(r",? (?:Inc|Corp|Co|Ltd|Plc|PLC|LLC|LLP)\b")
_LONGEST = 60  # characters of a firm's name
# Of somebody whose firm is called after him: the designer Jane Tamm, of Jane Tamm Inc
_BEARS = frozenset(
    ("honorific-before", "office-before", "role-before", "age-after", "role-after", "who-after", "office-in-apposition")
)
_FAITHS = lexicon.sections()["faith"]
_ORGANISATIONS = lexicon.sections()["organisation"]


def drop(found: dict[names.Words, Candidate], text: str) -> None:
    """Drop what is a storm's or ship's name, or two people's of the text."""
    surnames = {each.core[-1] for each in found.values() if len(each.core) > 1}
    parts = {word for each in found.values() if len(each.core) > 1 for word in each.core}
    nobody = {word for word in (*_christened(text), *_FAITHS) if word not in parts}
    for words in list(found):
        first, _, second = words[0].partition("-")
        if (len(words) == 1 and words[0] in nobody) or (first in surnames and second in surnames):
            del found[words]  # Dorian, of Hurricane Dorian; Roe-Tamm Talks
    for words in _firms(found, text):
        found.pop(words, None)


def _firms(found: dict[names.Words, Candidate], text: str) -> list[names.Words]:
    """The full names that have a legal form behind them somewhere, and nothing of a person."""
    if not any(form in text for form in _LEGAL_FORMS):
        return []
    full = [each for each in found.values() if len(each.core) > 1 and each.features.isdisjoint(_BEARS)]
    firms = []
    for match in _LEGAL_FORM.finditer(text) if full else ():
        before = text[max(0, match.start() - _LONGEST) : match.start()].split()
        while before and before[-1].lower() in _ORGANISATIONS:
            before.pop()  # the Jane Tamm Trust Co
        for each in full:
            written = tuple([lexicon.fold(word) for word in before[-len(each.words) :]])
            if written == each.words and not _is_addressed(each, found):
                firms.append(each.words)
    return firms


def _is_addressed(each: Candidate, found: dict[names.Words, Candidate]) -> bool:
    """True where somebody of that surname has a title: Mr. Tamm."""
    alone = found.get(each.words[-1:])
    return alone is not None and not alone.features.isdisjoint(_BEARS)


def _christened(text: str) -> Iterator[str]:
    """The names of storms and ships, folded."""
    if any(kind in text for kind in _CHRISTENED):
        for match in _STORM_OR_SHIP.finditer(text):
            yield from (lexicon.fold(name) for name in match.groups() if name)
