"""Chinese surnames that are English words too, known by the given name behind them: Sun Ying, Gong Weidong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from dateline.tagging.people.words.word import Word

_SURNAMES = frozenset(["an", "du", "gong", "he", "long", "pan", "song", "sun", "tan", "you"])
_SHORTEST = 5  # letters of a given name of two syllables that is hardly anything else
_NO_PRONOUN = "sun"  # and no particle: it may open a sentence before a short given name
_SYLLABLE = (
    "(?:(?:[bpmf]|[dtnl]|[gkh]|[jqx]|zh?|ch?|sh?|r|y|w)"
    "(?:i?ang?|i?ao?|ian|iong|iu|ie|ing?|i|ou|ong|o|u?ang?|uai|uang|ui|uo|u[en]|u|eng?|ei|e|ai|er))"
)
_TWO_SYLLABLES = re.compile(f"{_SYLLABLE}{{2}}")
_ONE_SYLLABLE = re.compile(_SYLLABLE)


def is_full(surname: Word, given: Word) -> bool:
    """True for one of these surnames before a given name of two syllables that is no other word."""
    if surname.folded not in _SURNAMES or given.ordinary or 0 < given.place <= 2 or not given.text[1:].islower():
        return False
    return bool(_TWO_SYLLABLES.fullmatch(given.folded))


def is_reversed(given: Word, surname: Word, surnames: Collection[str]) -> bool:
    """True for a given name of two syllables that is no other word, before one of `surnames`: Haofeng Li."""
    if given.given or given.family or given.ordinary or given.place or len(given.text) < _SHORTEST:
        return False
    known = surname.folded in surnames and given.text[1:].islower()
    return known and _TWO_SYLLABLES.fullmatch(given.folded) is not None


def take_back(run: Sequence[Word], kinds: list[str], opens_sentence: bool) -> None:
    """Mark such a surname as a name where a given name stands behind it, and nothing else: He in "said He Jing"."""
    i = len(run) - 2
    token, given = run[i], run[i + 1]
    if token.folded not in _SURNAMES or token.possessive or kinds[i + 1] != "name" or (i and kinds[i - 1] == "name"):
        return
    is_short = given.family == 1 and not given.ordinary and bool(_ONE_SYLLABLE.fullmatch(given.folded))
    may_open = token.folded == _NO_PRONOUN or i > 0 or not opens_sentence
    if is_full(token, given) or (is_short and may_open):
        kinds[i] = "name"
