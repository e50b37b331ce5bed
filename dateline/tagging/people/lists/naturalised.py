"""Names with the ending that Latvian and Lithuanian give to those of other countries: Anderss, Jensas."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.tagging.people.lists.lexicon import Lexicon
    from dateline.tagging.people.lists.listed import Listed

_ENDINGS = {"lt": ("as", "is", "us"), "lv": ("s", "is")}
SHORTEST = 4  # letters of the name itself: shorter ones begin common words


def tier(word: str, code: str, lexicon: Lexicon) -> int:
    """How sure the list of given names is of a folded word, or of the name that it is made of."""
    return lexicon.given.tier(word) or int(_is_of(word, code, lexicon.given))


def is_family(word: str, code: str, lexicon: Lexicon) -> bool:
    """Whether a folded word is a surname of the list, or made of one."""
    return lexicon.family.tier(word) > 0 or _is_of(word, code, lexicon.family)


def _is_of(word: str, code: str, listed: Listed) -> bool:
    stems = (word[: -len(ending)] for ending in _ENDINGS.get(code, ()) if word.endswith(ending))
    return any(len(stem) >= SHORTEST and listed.tier(stem) == 1 for stem in stems)
