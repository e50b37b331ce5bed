"""Languages that say where by a case alone -> which word behind a name is a place: Lepik Kiievis, Lepik Soomes."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from dateline.tagging import abroad
from dateline.tagging.people.lists.lexicon import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.tagging.people.lists.lexicon import Lexicon

# Endings of the cases, and what stands for each in the nominative; folded
_CASES = {
    "et": "s> is> es> as> st> ist> est> ast> sse> isse> asse> l> il> le> lt>",
    "fi": "ssa> issa> sta> ista> lla> illa> lta> ilta> ngissa>nki ngista>nki",
    "hu": "ban> ben> bol> on> en>",
    "lt": "e>as uje>us uje>ius yje>is yje>ys oje>a eje>e",
    "lv": "a>s i>is i>e",
}
_ENDS = {"lv": ("\u0101", "\u0113", "\u012b")}  # Rīgā: the nominative has them short
LISTED = (1, 2)  # tiers of places that are more than a name
REMEMBERED = 10_000  # words


def is_place(word: str, code: str, lexicon: Lexicon) -> bool:
    """Whether a word is a country or a large city in a case that says where, and no name."""
    if code not in _CASES or not word.endswith(_ENDS.get(code, "")):
        return False
    forms = _nominatives(fold(word), code)
    if not any(form in _places(code) or lexicon.places.tier(form) in LISTED for form in forms):
        return False
    # In Latvian the vowel at its end leaves no doubt; folded it is that of Riga, a surname
    return code in _ENDS or not (lexicon.family.tier(fold(word)) or lexicon.given.tier(fold(word)))


@lru_cache(REMEMBERED)
def _nominatives(word: str, code: str) -> tuple[str, ...]:
    return tuple(_without_endings(word, code))


def _without_endings(word: str, code: str) -> Iterator[str]:
    for case in _CASES[code].split():
        ending, _, base = case.partition(">")
        if word.endswith(ending) and len(word) > len(ending) + 3:
            yield word[: -len(ending)] + base
    if code == "lv":
        yield word  # Rīga, but for the length of its end


@cache
def _places(code: str) -> frozenset[str]:
    return frozenset(map(fold, chain(abroad.cities(code), *abroad.names(code).values())))
