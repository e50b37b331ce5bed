"""What must change in content/ -> content/, written; of much, by another process while this one plans the site."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Self

from dateline import inputs, journal
from dateline.tools.questions import meanwhile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.journal import Change
    from dateline.tools.folder import Folder

MANY = 100  # groups of files, from which it is quicker to read them now than to have the next run find them new
MUCH = 5_000  # likewise, a quarter of a second of work: from here on it pays to start a process


class Carrying:
    """Changes of content/ in the making, from when this is entered. How files stand then is left for the next run."""

    def __init__(self, folder: Folder, changes: Sequence[Sequence[Change]]) -> None:
        self._folder = folder
        self._changes = changes
        self._number = len(changes)
        self._is_left = False  # with an error: there is nothing to note

    def __enter__(self) -> Self:
        self._made, self._noted = self._make, self._note
        if self._number >= MUCH:
            self._made, self._noted = meanwhile(self._make, self._note_in_time)
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        self._is_left = error is not None
        if self._number > MANY:
            self._noted()

    def wait(self) -> int:
        """Wait until all are made; how many groups were left out, since a person has changed files of them meanwhile.

        To be called once. OSError where a file cannot be written.
        """
        left_out = 0 if self._made() else self._carry_out()
        self._changes = ()  # they hold all that they were made from, and each process would have it again
        return left_out

    def _make(self) -> bool:
        return not self._carry_out()

    def _carry_out(self) -> int:
        """Make them, or what a process that failed has left of them."""
        if self._folder.journal.exists():
            journal.recover(self._folder.root, self._folder.journal)
        return journal.carry_out(self._changes, self._folder.root, self._folder.journal)

    def _note(self) -> bool:
        if not self._is_left:
            inputs.noted(self._folder, inputs.read(self._folder))
        return True

    def _note_in_time(self) -> bool:
        """When files have stood still for so long that their times are believed."""
        if not self._is_left:
            time.sleep(inputs.SETTLED / 1e9)
        return self._note()
