"""Words of Vietnamese names that are something else elsewhere: Thai in Dinh Quoc Thai, Thu in Bo Ngoc Thu."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.tagging.people.lists.lexicon import Lexicon
    from dateline.tagging.people.words.word import Word

_SYLLABLE = re.compile(
    "(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?"
    "(?:uye|uya|ieu|yeu|oai|oay|uay|uoi|uou|[aeiouy][aeiouy]?)(?:ch|c|m|ng|nh|n|p|t)?"
)
_LEAST, _MOST = 3, 5  # words of such a name
_MAY_BE_NAMES = ("name", "country", "function", "organisation", "place", "honorific", "modifier")


def take_back(run: Sequence[Word], kinds: list[str], lexicon: Lexicon) -> None:
    """Mark all words of such a name as names, where it is the end of a run."""
    if len(run) < _LEAST or "name" not in kinds or set(kinds[-_LEAST:]) == {"name"}:
        return
    for first in range(max(0, len(run) - _MOST), len(run) - _LEAST + 1):
        if run[first].folded not in lexicon.classes["surname of vietnam"] or kinds[first] != "name":
            continue
        rest = range(first + 1, len(run))
        if all(kinds[i] in _MAY_BE_NAMES and _SYLLABLE.fullmatch(run[i].folded) for i in rest):
            kinds[first:] = ["name"] * (len(run) - first)
            return
