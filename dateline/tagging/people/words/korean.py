"""Korean names that are English words in part: In of Moon Jae In, where it is written apart, Park of Park Jin, Oh."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.tagging.people.words.ambiguous import TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.tagging.people.lists.lexicon import Lexicon
    from dateline.tagging.people.words.word import Word

_SURNAMES = {"park": 1, "oh": 2}  # and how many syllables must follow
_WORDS = frozenset(["do", "he", "in", "no", "on", "so", "won"])
_SYLLABLE = re.compile(
    "(?:ch|kk|sh|ss|tt|[bdghjkmnprstwy])?(?:y?eo|ae|eu|oo|ee|ui|w[aeio]|y?[aeou]|i)(?:ng|[hklmnpt])?"
)


def take_back(run: list[Word], kinds: list[str], lexicon: Lexicon) -> None:
    """Mark such words as names, where the rest of the run is what such a name has besides."""
    if len(run) > 1:
        _take_back_surname(run, kinds)
    if len(run) > 2 and run[-1].folded in _WORDS and kinds[-3:] == ["name", "name", "function"]:
        surname, syllable, last = run[-3:]
        known = surname.folded in lexicon.classes["surname of korea"] and _SYLLABLE.fullmatch(syllable.folded)
        if known and last.text.istitle():
            kinds[-1], run[-1] = "name", last._replace(ordinary=False)


def is_full(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """True for a surname and two syllables that are not both words: Park Shin Hye."""
    if len(words) != 3 or words[0].folded not in lexicon.classes["surname of korea"]:
        return False
    given = words[1:]
    syllables = all(_SYLLABLE.fullmatch(word.folded) for word in given)
    return syllables and not all(word.ordinary or 0 < word.place <= 2 for word in given)


def _take_back_surname(run: list[Word], kinds: list[str]) -> None:
    """Park and Oh before one syllable or two, of which one is no word, and behind a title or nothing: not Hyde Park."""
    for i in range(max(0, len(run) - 3), len(run) - 1):
        if run[i].folded not in _SURNAMES or kinds[i] == "name" or run[i].possessive:
            continue
        if i and kinds[i - 1] not in TITLES:
            continue
        given = run[i + 1 :]
        plain = all(word.ordinary for word in given)
        if set(kinds[i + 1 :]) == {"name"} and len(given) >= _SURNAMES[run[i].folded] and not plain:
            if all(_SYLLABLE.fullmatch(word.folded) for word in given):
                kinds[i], run[i] = "name", run[i]._replace(ordinary=False)
            return
