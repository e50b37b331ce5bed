"""The words of a name -> the name as a tag shows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.tagging.people import names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.tagging.people.words.word import Word

_CLAN = re.compile("(Ma?c)([A-Z]{3,})")  # McCLELLAN
_SHORTEST = 4  # letters of a name in capitals: Usain BOLT, not JD Tamm
_SHORTEST_AMONG_CAPITALS = 3  # TED TAMM


def written(words: Sequence[Word]) -> str:
    """The words, not in capitals throughout: ANGELA MERKEL, Usain BOLT."""
    throughout = len(words) > 1 and all(word.text.isupper() for word in words)
    shortest = _SHORTEST_AMONG_CAPITALS if throughout else _SHORTEST
    return " ".join([_calm(word, shortest) for word in words])


def _calm(word: Word, shortest: int) -> str:
    if _shouts(word, shortest) and not word.is_nickname:
        return word.text.title()
    clan = _CLAN.fullmatch(word.text)
    return clan[1] + clan[2].title() if clan else word.text


def _shouts(word: Word, shortest: int) -> bool:
    text = word.text
    return text.isupper() and len(text) >= shortest and "." not in text and not names.is_number(word.folded)
