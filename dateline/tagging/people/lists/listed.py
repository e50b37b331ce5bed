"""dateline/data/names/*.txt -> which words stand there, found without reading a list whole for a few questions."""

from __future__ import annotations

from functools import cached_property
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Questions that are answered by looking into the text of a list. To split it and keep its words takes as long as some
# thousands of them, and an article asks fifty.
FEW = 150
_NEAR = 256  # characters, more than any line has: within so many a word is looked for from one to the next


class Listed:
    """The words of a list and their tiers: 1 for the surest, 0 for a word that it does not have."""

    def __init__(self, text: str, besides: Iterable[str] = ()) -> None:
        """`text`: one word a line, a blank line between tiers, each of which is sorted. `besides`: further words of
        the first tier."""
        self._text = f"\n{text}"
        self._tiers = list(_tiers(self._text))
        self._besides = frozenset(besides)
        self._asked = 0

    def __contains__(self, word: str) -> bool:
        return self.tier(word) > 0

    def tier(self, word: str) -> int:
        """How sure the list is of a word."""
        if self._asked >= FEW:
            return self._all.get(word, 0)
        self._asked += 1
        if word in self._besides:
            return 1
        return next((number for number, tier in enumerate(self._tiers, 1) if _has(self._text, *tier, word)), 0)

    @cached_property
    def _all(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for number, (begin, end) in reversed([*enumerate(self._tiers, 1)]):
            found.update(dict.fromkeys(self._text[begin + 1 : end - 1].split("\n"), number))
        found.update(dict.fromkeys(self._besides, 1))
        return found


def _tiers(text: str) -> Iterator[tuple[int, int]]:
    """Where each begins and ends; the end of line before its first word is its own."""
    begin = 0
    while (end := text.find("\n\n", begin)) >= 0:
        yield begin, end + 1
        begin = end + 1
    yield begin, len(text)


def _has(text: str, low: int, high: int, word: str) -> bool:
    """Whether a line of text[low:high] is the word; they are sorted, and an end of line stands before the first."""
    line = f"{word}\n"
    while high - low > _NEAR:
        begin = text.index("\n", (low + high) // 2) + 1
        if text[begin : begin + len(line)] <= line:
            low = begin - 1
        else:
            high = begin
    return "\n" not in word and text.find(f"\n{line}", low, high) >= 0


def read(name: str) -> str:
    """The text of a list."""
    return resources.files("dateline.data").joinpath("names", name).read_text(encoding="utf-8")
