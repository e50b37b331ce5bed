"""What is called like somebody and is a firm: Peter Roosna, of Peter Roosna Inc, and Drex alone, of Drex Tamm Co."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.tagging.people.lists import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dateline.tagging.people import names
    from dateline.tagging.people.candidates import Candidate

_SIGNS = (" Inc", " Corp", " Co ", " Co.", " Co,", " Co's", " Ltd", " Plc", " PLC", " LLC", " LLP")
_LEGAL_FORM = re.compile(r",? (?:Inc|Corp|Co|Ltd|Plc|PLC|LLC|LLP)\b")
_LONGEST = 60  # characters of a firm's name
_ENDS = (",", ";", ":", "'s", "’s", ")", '"', "”")  # a word before the name
# Of somebody whose firm is called after him: the designer Jane Tamm, of Jane Tamm Inc
_BEARS = frozenset(
    ("honorific-before", "office-before", "role-before", "age-after", "role-after", "who-after", "office-in-apposition")
)
_ORGANISATIONS = lexicon.sections()["organisation"]


def drop(found: dict[names.Words, Candidate], text: str) -> None:
    """Drop the names that have a legal form behind them somewhere, and nothing of a person."""
    if not any(sign in text for sign in _SIGNS):
        return
    called = set(_names(text))
    for words, each in list(found.items()):
        if (
            len(each.core) > 1
            and not _is_somebody(each, found)
            and any(name[-len(words) :] == words for name in called)
        ):
            del found[words]
    parts = {word for each in found.values() if len(each.core) > 1 for word in each.core}
    for first in {name[0] for name in called}:
        alone = found.get((first,))
        if alone and first not in parts and alone.features.isdisjoint(_BEARS):
            del found[alone.words]


def _names(text: str) -> Iterator[names.Words]:
    """The words in capitals before each legal form, folded, without those that say what a firm does."""
    for match in _LEGAL_FORM.finditer(text):
        before = text[max(0, match.start() - _LONGEST) : match.start()].split()
        while before and before[-1].lower() in _ORGANISATIONS:
            before.pop()  # the Jane Tamm Trust Co
        name: list[str] = []
        for word in reversed(before):
            if not word[0].isupper() or (name and word.endswith(_ENDS)):
                break
            name.append(lexicon.fold(word))
        if name:
            yield tuple(reversed(name))


def _is_somebody(each: Candidate, found: Mapping[names.Words, Candidate]) -> bool:
    """True for who has a title, with a full name or a surname: Mr. Tamm."""
    alone = found.get(each.words[-1:])
    return not each.features.isdisjoint(_BEARS) or (alone is not None and not alone.features.isdisjoint(_BEARS))
