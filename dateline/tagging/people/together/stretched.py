"""Candidates of one article -> those that are another one's name with words that belong to none: Ann Lee Resigns.

Headlines write every word with a capital, and what somebody is stands before a name without a comma: Legend Ann Lee.
Where the article has the name without them too, that is the name.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.tagging.people import names
    from dateline.tagging.people.candidates import Candidate
    from dateline.tagging.people.lists.lexicon import Lexicon


def among(candidates: Iterable[Candidate], scores: Mapping[names.Words, float], lexicon: Lexicon) -> set[names.Words]:
    """The words of those that are; `scores` are log-odds of each."""
    people = [candidate for candidate in candidates if len(candidate.core) > 1 and scores[candidate.words] > 0]
    longer = [candidate for candidate in people if len(candidate.core) > 2]
    return {long.words for long, short in product(longer, people) if _is_stretched(long, short, lexicon)}


def _is_stretched(long: Candidate, short: Candidate, lexicon: Lexicon) -> bool:
    """Whether the longer one has ordinary words before or after the shorter, which is a name by itself."""
    size = len(short.core)
    if len(long.core) <= size or short.core[0] not in lexicon.given:
        return False
    if long.core[-size:] == short.core:
        return any(word in lexicon.words or "-" in word for word in long.core[:-size])
    if long.core[:size] != short.core:
        return False
    behind = [word for word in long.core[size:] if word in lexicon.words]
    return bool(behind) and (len(short.places) > len(long.places) or not _are_surnames(behind, lexicon))


def _are_surnames(words: Sequence[str], lexicon: Lexicon) -> bool:
    return all(lexicon.family.tier(word) == 1 for word in words)
