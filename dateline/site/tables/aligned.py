"""Articles of the last making and of this one -> which are the same, and where they stood.

An article is known by the digest of all that its rows say. That does not say its place: so what stands before it may
come and go, and its rows need no more than another number.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_first = attrgetter("first")


class Run(Struct, frozen=True):
    """Articles that stand side by side as they did."""

    first: int  # place of the first of them
    before: int  # where that stood
    count: int

    @property
    def shift(self) -> int:
        """How far they have moved."""
        return self.first - self.before


class Aligned(Struct, frozen=True):
    """All articles: those that are the same, and those that are other ones now, or new."""

    runs: tuple[Run, ...]  # in the order of their places now
    changed: tuple[int, ...]  # places; in their order

    def within(self, first: int, last: int) -> Iterator[Run]:
        """The runs, or what is of them from one place to before another."""
        for run in islice(self.runs, max(0, bisect_right(self.runs, first, key=_first) - 1), None):
            if run.first >= last:
                return
            begin, end = max(first, run.first), min(last, run.first + run.count)
            if begin < end:
                yield Run(begin, begin - run.shift, end - begin)


def align(before: Sequence[bytes], now: Sequence[bytes]) -> Aligned:
    """Find the articles with these digests among those with the ones before."""
    places = {own: place for place, own in enumerate(before)}
    runs: list[Run] = []
    changed: list[int] = []
    first = stood = count = 0
    for place, own in enumerate(now):
        found = places.get(own)
        if found is None:
            changed.append(place)
        elif count and (place, found) == (first + count, stood + count):
            count += 1
        else:
            if count:
                runs.append(Run(first, stood, count))
            first, stood, count = place, found, 1
    if count:
        runs.append(Run(first, stood, count))
    return Aligned(tuple(runs), tuple(changed))
