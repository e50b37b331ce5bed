"""Ctrl-C -> an orderly stop; pressed again, the end at once."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from types import FrameType

STOPPED = 130  # what shells say of a process that Ctrl-C has ended


def heed() -> None:
    """From now on the first Ctrl-C is a KeyboardInterrupt, as ever, and the next one ends the process where it stands.

    The first waits for the processes that work for this one. A second KeyboardInterrupt amid that wait left them and
    this one waiting for each other for ever. To end anywhere is safe: nothing is half written (`journal`), and those
    processes end with this one. Where interrupts are ignored, as in the background of a shell, they stay so.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _Interrupts())


class _Interrupts:
    """What is done at an interrupt: the first, and all that come after it."""

    def __init__(self) -> None:
        self._process = os.getpid()
        self._stopping = False

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        if self._stopping or os.getpid() != self._process:  # a forked one: its starter is interrupted too, and says so
            _end()
        self._stopping = True
        raise KeyboardInterrupt


def _end() -> NoReturn:
    os._exit(STOPPED)
