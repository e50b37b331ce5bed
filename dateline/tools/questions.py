"""Questions -> their answers, found by another process while this one goes on with its own work."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from dateline import workers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

YES, NO = b"y", b"n"


def meanwhile(*questions: Callable[[], bool]) -> Sequence[Callable[[], bool]]:
    """Begin to answer questions, one after the other, in a process of its own, where that can be forked.

    Calling one of the results awaits its answer; the last should be called, for that lets the process go. What fails
    there is no answer, and is asked here.
    """
    if not workers.forks() or workers.Workers.all().size == 1:
        return questions
    here, there = os.pipe()
    child = os.fork()
    if not child:
        try:
            for question in questions:
                os.write(there, YES if question() else NO)
        finally:  # if it failed, without a word
            os._exit(0)
    os.close(there)
    asked = _Asked(child, here, len(questions))
    return [partial(asked.answer, number, question) for number, question in enumerate(questions)]


class _Asked:
    """A process that answers so many questions, each by a byte in a pipe."""

    def __init__(self, process: int, pipe: int, count: int) -> None:
        self._process = process
        self._pipe = pipe
        self._left = count  # answers that it has not given
        self._said = b""

    def answer(self, number: int, question: Callable[[], bool]) -> bool:
        """The answer to the question of that number."""
        while self._left and len(self._said) <= number:
            said = os.read(self._pipe, 1)
            self._said += said
            self._left = self._left - 1 if said else 0
            if not self._left:
                os.close(self._pipe)
                os.waitpid(self._process, 0)
        return self._said[number] == YES[0] if number < len(self._said) else question()
