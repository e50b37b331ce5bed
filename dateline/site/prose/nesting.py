"""Markdown as most people write it -> as Python-Markdown reads it: what belongs to an item is set in by four blanks.

The standard, and most editors, want only as many as the item's sign is wide, two or three; Python-Markdown makes of
such lines items of the outer list, or words of the item. Lines that are far enough in stay as they are.
"""

from __future__ import annotations

import re

_STEP = 4
_ITEM = re.compile(r"( *)(?!(?:[-*][ ]*){3,}$)((?:[-*+]|\d{1,9}\.) {1,4})(?=\S)")
_RAW = "</pre"
_FENCE = re.compile(r" *(`{3,}|~{3,})")


def widened(markdown: str) -> str:
    """The same with the lines of items set in by steps of four."""
    if "\n " not in markdown:
        return markdown
    nesting = _Nesting()
    return "\n".join([nesting.line(line) for line in markdown.split("\n")])


class _Nesting:
    """Goes through lines from first to last."""

    def __init__(self) -> None:
        self._open: list[int] = []  # of the items around a line, outermost first: where their words begin
        self._fence = ""
        self._apart = True  # does the line follow a blank one?

    def line(self, line: str) -> str:
        apart, self._apart = self._apart, not line.strip()
        if self._apart or self._is_code(line):
            return line
        item = _ITEM.match(line) if apart or self._open else None  # in a paragraph it is one of its lines
        words = line.lstrip(" ")
        place = len(line) - len(words)
        if item or apart:  # any other line goes on with the words before it
            while self._open and self._open[-1] > place:
                self._open.pop()
        elif line.startswith("#"):
            self._open.clear()
        level = len(self._open) if item or apart else 0
        if item:
            self._open.append(item.end())
        return " " * (level * _STEP) + words if place < level * _STEP else line

    def _is_code(self, line: str) -> bool:
        if self._fence == _RAW or (not self._fence and line.lstrip().startswith("<pre")):
            self._fence = "" if _RAW in line else _RAW
            return True
        fence = _FENCE.match(line)
        if fence and not self._fence:
            self._fence = fence[1]
            return True
        if fence and fence[1].startswith(self._fence):
            self._fence = ""
            return True
        return bool(self._fence)
