"""How far a long run has come: a bar on a terminal, a plain line now and then elsewhere, nothing where it is quick."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TextIO, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
R = TypeVar("R")

PATIENCE = 1.0  # seconds of one stage before anything is shown; a person does not notice less
EVERY = 10.0  # seconds between plain lines


class Progress:
    """Shows stages on `stream`; None shows nothing."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream

    def say(self, words: str) -> None:
        """One line, at once."""
        if self.stream is not None:
            click.echo(words, file=self.stream)

    def over(self, label: str, items: Sequence[T], work: Callable[[T], R]) -> Iterator[R]:
        """Yield work(item) for each item in turn, and show how many are done."""
        started = time.monotonic()
        shown = started
        for i, item in enumerate(items):
            now = time.monotonic()
            if self.stream is not None and now - started > PATIENCE:
                if self.stream.isatty():
                    yield from self._bar(label, items[i:], work, i, len(items))
                    return
                if now - shown > EVERY or shown == started:
                    shown = now
                    left = (now - started) / i * (len(items) - i) if i else 0.0
                    click.echo(f"{label}: {i:,} of {len(items):,}, about {left:.0f} s to go", file=self.stream)
            yield work(item)

    def _bar(self, label: str, items: Sequence[T], work: Callable[[T], R], done: int, length: int) -> Iterator[R]:
        with click.progressbar(length=length, label=label, show_pos=True, file=self.stream) as bar:
            bar.update(done)
            for item in items:
                yield work(item)
                bar.update(1)
