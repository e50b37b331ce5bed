"""The last order of documents -> this one: which of them move, and how the numbers of all others rise or fall.

Documents are numbered in the order of time, so that one that comes, goes or gets another date moves all after it by
one. They keep their order among each other: what is said of them is said by stretches, and not one by one. Where those
that move are the last few, as when the day's article comes and some are later or undated, they are taken out and put in
again: then only lists that have them are looked at, and these from their ends.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.search.postings import ENDLESS, Stretch, decode, encode, ended, moved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Place = int | None  # a document's number; None where it stands in no place

A_TAIL = 50  # of so many documents, one is taken out and put in again in the time in which all lists are cut
A_CUT = 20  # letters that are read in the time in which a line is cut once


class Moves(Struct, frozen=True):
    """What an order needs to become another one."""

    stretches: list[Stretch]  # of the numbers that stand next to each other before and after, in their order
    now: dict[int, int]  # the same one by one: before and after
    differ: list[tuple[Place, Place]]  # before and after, of what leaves, what enters, and what stands in its place
    anew: bool = False  # all that come after the one stretch leave, and enter again where they are still there

    @property
    def shift(self) -> bool:
        """Whether any document that is not in `differ` has another number."""
        return any(by for _, _, by in self.stretches)

    def line(self, line: str, lost: Sequence[int], more: Sequence[int]) -> str:
        """A list of documents, as a line, after what has moved.

        lost: as they were, the numbers that leave it and those in whose place another comes; more: those that come.
        """
        if self.anew:
            return ended(line, lost, more)
        if (len(self.stretches) + len(lost)) * A_CUT < len(line):
            return moved(line, list(without(self.stretches, lost)) if lost else self.stretches, more)
        numbers = decode(line)
        if lost:
            out = set(lost)
            numbers = [n for n in numbers if n not in out]
        return encode(sorted([*map(self.now.__getitem__, numbers), *more]))


def moves(before: Sequence[bytes], after: Sequence[bytes]) -> Moves:
    """From one order of documents, known by their digests, to another."""
    differ: list[tuple[Place, Place]] = []
    stay = list(_staying(before, after))
    same = [(-1, -1), *stay, (len(before), len(after))]
    for (old, new), (next_old, next_new) in pairwise(same):
        if next_old - old > 1 or next_new - new > 1:
            differ += zip_longest(range(old + 1, next_old), range(new + 1, next_new))
    replaced = ((old, new) for old, new in differ if old is not None and new is not None)
    pairs = sorted([*stay, *replaced])
    found = Moves(list(_stretches(pairs, len(before))), dict(pairs), differ)
    first = min(n for n in differ[0] if n is not None) if differ else len(before)
    if found.shift and max(len(before), len(after)) - first <= len(pairs) // A_TAIL:
        out, into = ((n, None) for n in range(first, len(before))), ((None, n) for n in range(first, len(after)))
        return Moves([(0, first, 0)], dict(pairs[:first]), [*out, *into], anew=True)
    return found


def without(stretches: Iterable[Stretch], numbers: Sequence[int]) -> Iterator[Stretch]:
    """What is left of stretches when these numbers, which rise, are taken out."""
    rest = iter(numbers)
    number = next(rest, ENDLESS)
    for first, end, by in stretches:
        at = first
        while number < end:
            if at < number:
                yield at, number, by
            at = max(at, number + 1)
            number = next(rest, ENDLESS)
        if at < end:
            yield at, end, by


def _staying(before: Sequence[bytes], after: Sequence[bytes]) -> Iterator[tuple[int, int]]:
    """Before and after, of as many documents as keep their order among each other."""
    number = {digest: n for n, digest in enumerate(before)}
    found = [(number[digest], n) for n, digest in enumerate(after) if digest in number]
    ends: list[int] = []  # by length: the least number before with which a rising row of this length ends
    rows: list[int] = []  # and its place in `found`
    back: list[int] = []  # by place in `found`: the place before it in its row
    for place, (old, _) in enumerate(found):
        length = len(ends) if not ends or old > ends[-1] else bisect_left(ends, old)
        back.append(rows[length - 1] if length else -1)
        ends[length : length + 1] = [old]
        rows[length : length + 1] = [place]
    row, place = [], rows[-1] if rows else -1
    while place >= 0:
        row.append(found[place])
        place = back[place]
    return reversed(row)


def _stretches(pairs: Sequence[tuple[int, int]], size: int) -> Iterator[Stretch]:
    """Numbers before and after, in their order -> stretches. `size`: how many there were before."""
    starts = [i for i, (old, new) in enumerate(pairs) if not i or pairs[i - 1] != (old - 1, new - 1)]
    for start, end in pairwise([*starts, len(pairs)]):
        old, new = pairs[start]
        last = pairs[end - 1][0] + 1
        yield old, ENDLESS if last == size else last, new - old
