"""What stands before a name in a Slavic language -> whether that is an office: премьер-министром Эстонии."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.tagging.people.lists.lexicon import fold

if TYPE_CHECKING:
    from collections.abc import Container, Set

REACH = 80  # characters
ENDING = 3  # letters at most of a case: министрами
BETWEEN = 3  # words at most between the office and its country: министр иностранных дел Латвии


def is_office(text: str, start: int, offices: Set[str], countries: Container[str]) -> bool:
    """Whether an office stands before `start`, or a country with one before it.

    `offices` and `countries` are folded, the countries in all cases.
    """
    line = text[max(0, start - REACH) : start].rpartition("\n")[2]
    if not line.endswith((" ", "\u00a0")):
        return False
    *others, last = ["", *map(fold, line.split())]
    if last not in countries:
        return _names_one(last, offices)
    return any(_names_one(word, offices) for word in others[-1 - BETWEEN :])


def _names_one(word: str, offices: Set[str]) -> bool:
    return any(word[: len(word) - cut] in offices for cut in range(ENDING + 1))
