"""Names that have lost the blank behind them: Jaan Tammhas, where Jaan Tamm is in the text too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.tagging.people import names
    from dateline.tagging.people.candidates import Candidate
    from dateline.tagging.people.lists.lexicon import Lexicon

_SHORTEST = 3  # letters of a surname, and of what is glued to it


def drop(found: dict[names.Words, Candidate], lexicon: Lexicon) -> None:
    """Drop a name that is another one's with an ordinary word at its end, as no list knows it."""
    surnames: dict[names.Words, list[str]] = {}  # by the words before them
    for words in found:
        if len(words) > 1:
            surnames.setdefault(words[:-1], []).append(words[-1])
    for given, several in surnames.items():
        for last in several if len(several) > 1 else ():
            strange = not (lexicon.family.tier(last) or last in lexicon.words)
            if strange and any(_is_glued(last, name, lexicon) for name in several):
                del found[(*given, last)]


def _is_glued(last: str, name: str, lexicon: Lexicon) -> bool:
    rest = last.removeprefix(name)
    return _SHORTEST <= len(rest) <= len(last) - _SHORTEST and rest in lexicon.words
