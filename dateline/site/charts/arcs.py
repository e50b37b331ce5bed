"""Pairs of subjects -> arcs between the rows of a list: who stands with whom."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.library import Key, Library, Subject

ROW = 20  # units of the picture from one name to the next
MOST = 20  # names: with more, arcs become a hairball
PAIRS = 60  # arcs, the strongest first
WIDTHS = 4  # classes of strokes


class Pair(Struct, frozen=True):
    """Two subjects that stand in one article or more."""

    first: Key
    second: Key
    count: int


class Arcs(Struct, frozen=True):
    """Names in the order of their rows, the arcs between them, and the pairs that they stand for."""

    keys: tuple[Key, ...]
    width: int
    height: int
    paths: tuple[str, ...]  # WIDTHS of them, from weak to strong
    pairs: tuple[Pair, ...]  # strongest first


def arcs(library: Library, subjects: Sequence[Subject]) -> Arcs | None:
    """The most frequent of `subjects` in the order of their first article; None where fewer than three pairs meet."""
    chosen = sorted(
        subjects[:MOST], key=lambda subject: (subject.items[0].number, subject.items[0].keys.index(subject.key))
    )
    pairs = [
        Pair(one.key, other.key, n)
        for one, other in combinations(chosen, 2)
        if (n := library.together(one.key)[other.key])
    ]
    pairs.sort(key=lambda pair: (-pair.count, pair.first, pair.second))
    if len(pairs) < 3:
        return None
    shown = pairs[:PAIRS]
    met = {key for pair in shown for key in (pair.first, pair.second)}
    keys = tuple(subject.key for subject in chosen if subject.key in met)
    row = {key: i for i, key in enumerate(keys)}
    paths = [""] * WIDTHS
    for pair in shown:
        top, bottom = sorted((row[pair.first], row[pair.second]))
        radius = (bottom - top) * ROW // 2
        start = top * ROW + ROW // 2
        paths[strength(pair.count, shown[0].count)] += f"M0 {start}a{radius} {radius} 0 0 1 0 {2 * radius}"
    reach = max(abs(row[pair.first] - row[pair.second]) for pair in shown) * ROW // 2
    return Arcs(keys, reach + WIDTHS, len(keys) * ROW, tuple(paths), tuple(shown))


def strength(n: int, largest: int) -> int:
    """0 to WIDTHS - 1."""
    return min(WIDTHS - 1, (n - 1) * WIDTHS // largest) if largest > 1 else 0
