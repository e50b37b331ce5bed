"""The lines of one article in a news database's export, while it is told what each of them is.

What is left is the text; a line that states a field is blanked, so that the others keep their numbers; what the
database notes for itself is set apart, with the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import SetAside
from dateline.seeds.databases import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.seeds.raw import Item, Raw

NOTE, RIGHTS, CAPTION = "note of the news database", "rights notice", "photo caption"
WHOLE = ("date", "language")  # fields that say all that their line says, in another form


class Entry:
    """One of the articles; `first` is the number of its first line in the file."""

    def __init__(self, lines: Sequence[str], first: int) -> None:
        self.lines = list(lines)
        self.first = first
        self.fields: dict[str, str] = {}
        self.apart: dict[int, tuple[str, str]] = {}  # place of a line -> its text, the reason
        self.beyond: list[int] = []  # places of lines that are the export's own

    @property
    def places(self) -> list[int]:
        """Of the lines that are still to be told."""
        return [i for i, line in enumerate(self.lines) if line and not line.isspace()]

    def note(self, places: Iterable[int], reason: str = "") -> None:
        """These are not the article's."""
        for i in places:
            if text := self.lines[i].strip():
                self.apart[i] = (text, reason or (RIGHTS if words.is_rights(text) else NOTE))
                self.lines[i] = ""

    def leave(self, places: Iterable[int]) -> None:
        """These are no article's but the export's: its cover names who made it and what was searched for, which is
        nothing to be shown beside an article."""
        for i in places:
            self.beyond.append(i)
            self.lines[i] = ""

    def state(self, name: str, value: str, places: Sequence[int]) -> None:
        """They say a field. What they say besides is noted."""
        if not value or name in self.fields:
            self.note(places)
            return
        self.fields[name] = value
        for i in places:
            said = self.lines[i].strip()
            behind = said.partition(":")[2].strip() or said
            if name not in WHOLE and behind.casefold() not in value.casefold() and said not in value:
                self.note([i])
            self.lines[i] = ""

    def seed(self, raw: Raw, number: int, kind: str = "export") -> Item:
        """The article."""
        left = self.places
        start, end = (left[0], left[-1] + 1) if left else (0, 0)
        text = "\n".join(self.lines[start:end])
        return raw.seed(text, kind, self.fields, number, self.first + start, self._apart())

    def _apart(self) -> Iterator[SetAside]:
        """Lines below each other with one reason are one."""
        run: list[str] = []
        start, before, why = 0, -1, ""
        for i, (text, reason) in sorted(self.apart.items()):
            if run and (reason != why or any(self.lines[before + 1 : i])):
                yield SetAside(self.first + start, "\n".join(run), why)
                run = []
            if not run:
                start, why = i, reason
            run.append(text)
            before = i
        if run:
            yield SetAside(self.first + start, "\n".join(run), why)
