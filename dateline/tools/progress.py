"""How far a long run has come: a bar on a terminal, a plain line now and then elsewhere, nothing where it is quick."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from click._termui_impl import ProgressBar

T = TypeVar("T")
R = TypeVar("R")

PATIENCE = 1.0  # seconds of one stage before a bar is shown; a person does not notice less
EVERY = 10.0  # seconds between plain lines
KNOWN = 0.05  # share of a stage, from which what is done tells how long the rest takes: the first may be the longest
OTHER = "All the rest"


class Progress:
    """Shows stages on `stream`; None shows nothing."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream
        self.spent: dict[str, tuple[float, float]] = {}  # stage -> seconds of wall and of CPU time
        self._within = [OTHER]
        self._since = _times()

    @contextmanager
    def stage(self, label: str) -> Iterator[None]:
        """Count the time of what runs inside for this stage and for no other, processes that it starts included."""
        self._charge()
        self._within.append(label)
        try:
            yield
        finally:
            self._charge()
            self._within.pop()

    def _charge(self) -> None:
        now, label = _times(), self._within[-1]
        wall, cpu = self.spent.get(label, (0.0, 0.0))
        self.spent[label] = wall + now[0] - self._since[0], cpu + now[1] - self._since[1]
        self._since = now

    def timings(self) -> list[str]:
        """A line for each stage, in the order in which they began."""
        self._charge()
        return [f"{wall:8.2f} s {cpu:8.2f} CPU s  {label}" for label, (wall, cpu) in self.spent.items()]

    def say(self, words: str) -> None:
        """One line, at once."""
        if self.stream is not None:
            click.echo(words, file=self.stream)

    def over(self, label: str, items: Sequence[T], work: Callable[[T], R]) -> Iterator[R]:
        """Yield work(item) for each item in turn, and show how many are done."""
        return self.watch(label, map(work, items), len(items))

    def watch(self, label: str, results: Iterable[R], total: int | None = None) -> Iterator[R]:
        """Yield results as they come, and show how many have; `total` where it is known. Of none there is no word."""
        if total == 0:
            yield from results
            return
        with self.stage(label):
            yield from self._watch(label, results, total)

    def _watch(self, label: str, results: Iterable[R], total: int | None) -> Iterator[R]:
        started = shown = time.monotonic()
        iterator = iter(results)
        for done, result in enumerate(iterator, 1):
            yield result
            now = time.monotonic()
            if self.stream is None or now - started <= PATIENCE:
                continue
            if self.stream.isatty():
                yield from self._bar(label, iterator, done, total)
                return
            if now - shown > EVERY:
                shown = now
                click.echo(_line(label, done, total, now - started), file=self.stream)

    def _bar(self, label: str, rest: Iterator[R], done: int, total: int | None) -> Iterator[R]:
        bar: ProgressBar[int]
        with click.progressbar(length=total, label=label, show_pos=True, file=self.stream) as bar:
            bar.update(done)
            for result in rest:
                yield result
                bar.update(1)


def _times() -> tuple[float, float]:
    """Wall and CPU time, the latter of this process and of those that it has waited for."""
    times = os.times()
    return time.perf_counter(), times.user + times.system + times.children_user + times.children_system


def _line(label: str, done: int, total: int | None, seconds: float) -> str:
    if total is None:
        return f"{label}: {done:,} so far"
    if done < total * KNOWN:
        return f"{label}: {done:,} of {total:,}"
    return f"{label}: {done:,} of {total:,}, about {seconds / done * (total - done):.0f} s to go"
