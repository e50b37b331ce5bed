"""Work on many items -> its results in their order, done in this process or by a pool of others."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from msgspec import Struct

from dateline.workers import collector

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.context import BaseContext

T = TypeVar("T")
R = TypeVar("R")


class Results(Protocol):
    """What a chunk comes to, now or later; a `concurrent.futures.Future` is one."""

    def done(self) -> bool:
        """Is it there?"""

    def result(self) -> list[Any]:
        """Wait for it."""


Submit = Callable[[Sequence[Any]], Results]  # hands over a chunk of items
Pool = Callable[[Callable[[Any], Any], int], AbstractContextManager[Submit]]  # of the work and of how many do it

PATIENCE = 0.05  # seconds of work after which it is known how long the rest would take
PAYS = 0.8  # seconds of work left, from which it pays to start processes
CHUNK = 0.1  # seconds of work that are handed over at once
AHEAD = 3  # chunks that wait for each process, so that none is idle
FINEST = 16  # the last chunks are at least this part of a whole one: to hand one over costs half a millisecond
TURN = 0.0001  # seconds for which the work here may keep the pool's own threads from handing over
PILED = 24  # chunks for each process whose results may wait for those before them


@contextmanager
def processes(work: Callable[[Any], Any], size: int) -> Iterator[Submit]:
    """A pool on this machine: this process and `size` - 1 more, which hold a copy of much of what it holds.

    `work` goes to each once, by fork where the system has that. A chunk is worked on here where enough wait there.
    """
    from concurrent.futures import Future, ProcessPoolExecutor  # here: a run that finds nothing to do needs no pool

    others = max(1, size - 1)
    given: set[Future[list[Any]]] = set()

    def submit(chunk: Sequence[Any]) -> Results:
        given.difference_update([each for each in given if each.done()])
        if len(given) < others * AHEAD:
            there = pool.submit(_do, chunk)
            given.add(there)
            return there
        here: Future[list[Any]] = Future()
        try:
            here.set_result([work(item) for item in chunk])
        except Exception as error:  # it is told in its turn, as those of other processes are
            here.set_exception(error)
        return here

    collector.put_aside()  # what is shared is not to be copied by looking through it for garbage, here or there
    with _short_turns(), ProcessPoolExecutor(others, _context(), _take_up, (work,)) as pool:
        yield submit


@contextmanager
def _short_turns() -> Iterator[None]:
    """Threads of this process wait less for each other than Python's 5 ms.

    A process whose results are larger than a pipe waits until they have been read, 64 kB at a time, by a thread that
    waits for its turn after each: of each second at work it was idle for a third.
    """
    usual = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


class Workers(Struct, frozen=True):
    """At most `size` at work at once; 1 is this process. What comes out does not hang on their number or place."""

    size: int = 1
    patience: float = PATIENCE
    pays: float = PAYS
    pool: Pool = processes
    ahead: int = 0  # chunks at most that are handed over before the results of the first are; 0: as the size has it

    @property
    def are_here(self) -> bool:
        """Are they processes of this machine, which find the files that this one does?"""
        return self.pool is processes

    @classmethod
    def all(cls) -> Workers:
        """As many as this process may use of the machine's cores."""
        return cls(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)

    def map(self, work: Callable[[T], R], items: Sequence[T], *, at_once: bool = False, late: int = 0) -> Iterator[R]:
        """Yield work(item) for each item, in their order.

        Work begins here; only if much is left when it is known how long an item takes is it handed to the pool.
        `at_once`: it is known that it pays, and each item is work enough to be handed over alone. `late`: so many of
        the first take much longer than the others, so that they are begun first, and their results come last.
        """
        if at_once and self.size > 1:
            yield from self._spread(work, items, 0, 1, len(items), late)
            return
        if late:
            items = [*items[late:], *items[:late]]
        began, each_item = time.monotonic(), iter(items)
        for done in range(len(items)):
            if done == 1:  # the first may have had to make ready what all of them need, and tells nothing
                began = time.monotonic()
            spent = time.monotonic() - began
            each = spent / (done - 1) if done > 1 else 0.0
            if self.size > 1 and done and spent >= self.patience and each * (len(items) - done) >= self.pays:
                yield from self._spread(work, items, done, max(1, int(CHUNK / each) if each else 1))
                return
            yield work(next(each_item))

    def _spread(
        self, work: Callable[[T], R], items: Sequence[T], done: int, chunk: int, ahead: int = 0, late: int = 0
    ) -> Iterator[R]:
        spans = [slice(done + each.start, done + each.stop) for each in shares(len(items) - done, chunk, self.size)]
        chunks = map(items.__getitem__, spans)
        with self.pool(work, min(self.size, len(spans))) as submit:
            yield from _in_turn(submit, chunks, self.ahead or ahead or self.size * PILED, late)


def shares(count: int, most: int, size: int) -> Iterator[range]:
    """So many places for `size` processes, in their order, together in shares of at most `most`.

    The last are smaller, so that none works on for long when there is nothing left for the others.
    """
    start, least = 0, max(1, most // FINEST)
    while start < count:
        each = max(least, min(most, (count - start) // (size * (AHEAD + 1))))
        yield range(start, min(count, start + each))
        start += each


def _in_turn(submit: Submit, chunks: Iterator[Sequence[Any]], ahead: int, late: int) -> Iterator[Any]:
    begun = [submit(chunk) for chunk in islice(chunks, late)]
    waiting: deque[Results] = deque()
    for chunk in chunks:
        waiting.append(submit(chunk))
        while waiting and (waiting[0].done() or len(waiting) > ahead):
            yield from waiting.popleft().result()
    for results in (*waiting, *begun):
        yield from results.result()


def _context() -> BaseContext:
    import multiprocessing  # likewise

    return multiprocessing.get_context("fork" if forks() else "spawn")


def forks() -> bool:
    """Fork shares what is in memory at no cost; with other threads about it is not safe, nor is it on macOS."""
    return sys.platform.startswith("linux") and threading.active_count() == 1


class _Hand:
    """What one process of a pool has been given to do: set once, when the process starts."""

    work: Callable[[Any], Any]


def _take_up(work: Callable[[Any], Any]) -> None:
    """Begin to work for the process that started this one, and end with it, however it ends."""
    _Hand.work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the starter is interrupted too, and tells this one
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import multiprocessing  # likewise

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(items: Sequence[Any]) -> list[Any]:
    return [_Hand.work(item) for item in items]
