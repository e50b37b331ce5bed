"""dateline/data/names/*.txt -> which words stand there, found without reading a list whole for a few questions."""

from __future__ import annotations

from functools import cached_property
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Questions that are answered by looking into the text of a list. To split it and keep its words takes as long as some
# thousands of them, and an article asks fifty.
FEW = 300
_NEAR = 256  # characters, more than any line has: within so many a word is looked for from one to the next


class Listed:
    """The words of a list and their tiers: 1 for the surest, 0 for a word that it does not have."""

    def __init__(self, text: str, besides: Iterable[str] = ()) -> None:
        """`text`: one word a line, a blank line between tiers, each of which is sorted. `besides`: further words of
        the first tier."""
        self._tiers = [f"\n{tier}\n" for tier in text.strip().split("\n\n")]
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
        return next((number for number, tier in enumerate(self._tiers, 1) if _has(tier, word)), 0)

    @cached_property
    def _all(self) -> dict[str, int]:
        *surer, last = self._tiers
        found = dict.fromkeys(last[1:-1].split("\n"), len(surer) + 1)
        for number in range(len(surer), 0, -1):
            found.update(dict.fromkeys(surer[number - 1][1:-1].split("\n"), number))
        found.update(dict.fromkeys(self._besides, 1))
        return found


def _has(lines: str, word: str) -> bool:
    """Whether one of sorted lines is the word; there is an end of line before the first of them, too."""
    line = f"{word}\n"
    low, high = 0, len(lines)  # the word stands nowhere but here
    while high - low > _NEAR:
        begin = lines.index("\n", (low + high) // 2) + 1
        if lines[begin : begin + len(line)] <= line:
            low = begin - 1
        else:
            high = begin
    return "\n" not in word and lines.find(f"\n{line}", low, high + len(line)) >= 0


def read(name: str) -> str:
    """The text of a list."""
    return resources.files("dateline.data").joinpath("names", name).read_text(encoding="utf-8")
