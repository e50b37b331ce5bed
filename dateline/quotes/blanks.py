"""Text -> the same text without the blanks that stand for Markdown, and the way back from its places.

In masked Markdown a linked name is " Ann Example            ": rules that look from word to word would find neither
the verb behind it nor the comma.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from dateline.model import Mention, Quote

_SIGNS = ("  ", " ,", " .", "“ ", "„ ", "( ")  # one of these is in every text that has any
# It begins with a set of characters, which is what makes the search for it fast.
_RUN = re.compile(r"[ \t](?:[ \t]+|(?<=\w.)(?=[,.])|(?<![\w.,!?…)][“„].)(?<=[“„(].)(?=\w))")
_CLOSES = re.compile(r"[\w.,!?…)][“„]\Z")
_BEFORE, _BEHIND = "“„([\n", ",.;:!?)]”’\n"  # no blank stands behind the first, or before the others


def _opens(text: str, at: int) -> bool:
    """Whether no blank stands behind what is before this place: “ closes, too, in German and by a slip."""
    return text[at - 1 : at] in _BEFORE and not _CLOSES.match(text, max(0, at - 2), at)


class Squeezed:
    """A text without needless blanks."""

    def __init__(self, text: str) -> None:
        parts: list[str] = []
        self._cuts: list[int] = []  # where something is left out, in the new text
        self._old: list[int] = []  # the place in the old text at which it goes on there
        at = new = 0
        for run in _RUN.finditer(text) if any([sign in text for sign in _SIGNS]) else ():
            kept = "" if _opens(text, run.start()) or text[run.end() : run.end() + 1] in _BEHIND else " "
            parts += text[at : run.start()], kept
            new += run.start() - at + len(kept)
            at = run.end()
            self._cuts.append(new)
            self._old.append(at)
        self.text = "".join([*parts, text[at:]]) if parts else text

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return bool(self._cuts)

    def mention(self, mention: Mention) -> Mention:
        """With places in the new text."""
        return replace(mention, start=self._new(mention.start), end=self._new(mention.end))

    def quote(self, quote: Quote, text: str) -> Quote:
        """With places in the old text, and its words."""
        start, end = self._former(quote.start), self._former(quote.end - 1) + 1 if quote.end else 0
        return replace(quote, text=text[start:end], start=start, end=end)

    def _former(self, at: int) -> int:
        number = bisect_right(self._cuts, at) - 1
        return self._old[number] + at - self._cuts[number] if number >= 0 else at

    def _new(self, at: int) -> int:
        """A place within what is left out is where the text goes on."""
        number = bisect_left(self._old, at)
        if number < len(self._old) and self._old[number] == at:
            return self._cuts[number]
        before = self._cuts[number - 1] + at - self._old[number - 1] if number else at
        return min(before, self._cuts[number]) if number < len(self._cuts) else before
