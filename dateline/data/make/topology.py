"""Rings of grid points -> shared arcs, dissolved borders, weighed lines: what keeps neighbours on one border."""

from __future__ import annotations

import math
from collections import defaultdict
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Point = tuple[int, int]
Ring = list[Point]  # closed, the first point not repeated; outer rings and holes turn opposite ways
Spot = tuple[float, float]  # projected


def dissolve(rings: Iterable[Ring]) -> list[Ring]:
    """Rings of one country without the borders between them: an edge walked both ways goes."""
    onward: dict[Point, list[Point]] = defaultdict(list)
    for ring in rings:
        for here, there in zip(ring, ring[1:] + ring[:1], strict=True):
            if here in onward[there]:
                onward[there].remove(here)
            elif here != there:
                onward[here].append(there)
    joined = []
    for start in list(onward):
        while onward[start]:
            ring = [start]
            while (point := onward[ring[-1]].pop()) != start:
                ring.append(point)
            if len(ring) > 2:
                joined.append(ring)
    return joined


def to_arcs(rings: Iterable[Ring]) -> list[list[Ring]]:
    """Each ring as open arcs between junctions; a shared arc has the same points in both its rings."""
    rings = list(rings)
    beside: dict[Point, set[frozenset[Point]]] = defaultdict(set)
    for ring in rings:
        for before, here, after in zip(ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1], strict=True):
            beside[here].add(frozenset((before, after)))
    cut = []
    for ring in rings:
        starts = [i for i, point in enumerate(ring) if len(beside[point]) > 1] or [ring.index(min(ring))]
        turned = ring[starts[0] :] + ring[: starts[0] + 1]
        marks = [i - starts[0] for i in starts] + [len(ring)]
        cut.append([turned[low : high + 1] for low, high in pairwise(marks)])
    return cut


def weigh(line: Sequence[Spot]) -> list[float]:
    """Visvalingam and Whyatt (1993): the area of the triangle that each point's removal takes, never falling.

    In square units of the first level; the ends weigh infinity.
    """
    weights = [math.inf] * len(line)
    left, right = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))

    def area(i: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = line[left[i]], line[i], line[right[i]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

    heap = [(area(i), i) for i in range(1, len(line) - 1)]
    current = {i: size for size, i in heap}
    heapify(heap)
    floor = 0.0
    while heap:
        size, i = heappop(heap)
        if current.get(i) != size:
            continue
        del current[i]
        weights[i] = floor = max(floor, size)
        right[left[i]], left[right[i]] = right[i], left[i]
        for j in (left[i], right[i]):
            if j in current:
                current[j] = area(j)
                heappush(heap, (current[j], j))
    return weights


def area(ring: Sequence[tuple[float, float]]) -> float:
    """Square units, signed by the way that the ring turns."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, [*ring[1:], *ring[:1]], strict=True)) / 2
