"""Articles of the last making and of this one -> which are the same, and where they stood.

An article is known by the digest of all that its rows say. That does not say its place: so what stands before it may
come and go, and its rows need no more than another number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence


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
