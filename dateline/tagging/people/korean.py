"""Syllables of Korean given names that are English words: In in Moon Jae In, where they are written apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.tagging.people.lexicon import Lexicon
    from dateline.tagging.people.words import Word

_WORDS = frozenset(["do", "he", "in", "no", "on", "so"])
_SYLLABLE = re.compile("(?:ch|kk|ss|tt|[bdghjkmnprstwy])?(?:y?eo|ae|eu|oo|ee|ui|w[aeio]|y?[aeou]|i)(?:ng|[hklmnpt])?")


def take_back(run: list[Word], kinds: list[str], lexicon: Lexicon) -> None:
    """Mark such a word as a name at the end of a run, behind a surname and the given name's first syllable."""
    if len(run) < 3 or run[-1].folded not in _WORDS or kinds[-3:] != ["name", "name", "function"]:
        return
    surname, syllable, last = run[-3:]
    if (
        surname.folded in lexicon.classes["surname of korea"]
        and _SYLLABLE.fullmatch(syllable.folded)
        and last.text.istitle()
    ):
        kinds[-1], run[-1] = "name", last._replace(ordinary=False)
