"""Articles of one file that was saved anew -> which of them is which: a feed and a table gain and lose rows anywhere.

What an article's place in its file is says nothing then. It is known again by its address on the web, its text, or its
headline and date together; and, where all that stands around it is known again, by its headline or its date alone. What
is not known again is gone from the file: it stays as it is, and no other takes its place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from dateline.drafts import Marks

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from dateline.drafts import Drafted
    from dateline.shelf.standing import Memory, Origin

_NOTHING = Marks()
# The surest first; what one of these has in common with nothing, or with more than one, the next may tell.
SIGNS: tuple[Callable[[Marks], Hashable], ...] = (
    lambda marks: marks.url,
    lambda marks: marks.body,
    lambda marks: marks.title and marks.date and (marks.title, marks.date),
)


def follow(lost: Mapping[str, Memory], free: Mapping[Origin, Drafted]) -> dict[str, Origin]:
    """Path of an article -> where its seed stands now, of those that are known again.

    lost: what is remembered of articles of which the file is another now. free: the drafts that are nobody's.
    """
    rivals: dict[str, list[Origin]] = defaultdict(list)
    for origin in free:
        rivals[origin[0]].append(origin)
    groups: dict[str, list[str]] = defaultdict(list)
    for path, memory in lost.items():
        if memory.seed in rivals:
            groups[memory.seed].append(path)
    found: dict[str, Origin] = {}
    for seed, paths in groups.items():
        were, are = ((path, lost[path]) for path in paths), ((origin, free[origin]) for origin in rivals[seed])
        found |= _File(were, are).pairs()
    return found


class _File:
    """One file: those who were in it, and those who are."""

    def __init__(self, were: Iterable[tuple[str, Memory]], are: Iterable[tuple[Origin, Drafted]]) -> None:
        self.were = sorted(were, key=lambda one: (one[1].record or 0, one[0]))
        self.are = sorted(are, key=lambda one: one[0][1] or 0)
        self.found: dict[int, int] = {}  # place in the one -> in the other

    def pairs(self) -> dict[str, Origin]:
        for sign in SIGNS:
            self.by(sign)
        for sha256 in {memory.sha256 for _, memory in self.were}:
            self.between([place for place, (_, memory) in enumerate(self.were) if memory.sha256 == sha256])
        return {self.were[old][0]: self.are[new][0] for old, new in self.found.items()}

    def by(self, sign: Callable[[Marks], Hashable]) -> None:
        """Pair those with the same sign, if there is one of it on both sides, or several that say the same."""
        taken = {*self.found.values()}
        old = _by_sign(sign, ((place, self.old(place)) for place in range(len(self.were)) if place not in self.found))
        new = _by_sign(sign, ((place, self.new(place)) for place in range(len(self.are)) if place not in taken))
        for each, places in old.items():
            others = new.get(each, ())
            if len(places) == len(others) and (len(places) == 1 or sign is not SIGNS[0]):
                pairs = zip(places, others, strict=True)
                alone = len(places) == 1 and sign is SIGNS[1]  # a text that stands here once, and there once
                self.found |= {old: new for old, new in pairs if alone or not self.old(old).is_elsewhere(self.new(new))}

    def between(self, places: Sequence[int]) -> None:
        """Pair what stood and stands between the same two, or before the first or behind the last that is known again.

        `places` of those that were in one version of the file.
        """
        if not any(place in self.found for place in places):
            return
        taken = {*self.found.values()}
        free = [place for place in range(len(self.are)) if place not in taken]
        start, gap = -1, list[int]()
        for place in (*places, len(self.were)):
            if place < len(self.were) and place not in self.found:
                gap.append(place)
                continue
            end = self.found.get(place, len(self.are))
            new = slice(bisect_right(free, start), bisect_left(free, end))
            if gap and new.stop - new.start == len(gap):
                both = list(zip(gap, free[new], strict=True))
                alike = {one: other for one, other in both if _alike(self.old(one), self.new(other))}
                self.found |= alike
                free[new] = [other for one, other in both if one not in alike]
            start, gap = end, []

    def old(self, place: int) -> Marks:
        return self.were[place][1].marks or _NOTHING

    def new(self, place: int) -> Marks:
        return self.are[place][1].marks


def _by_sign(sign: Callable[[Marks], Hashable], each: Iterable[tuple[int, Marks]]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place, marks in each:
        if said := sign(marks):
            found[said].append(place)
    return found


def _alike(old: Marks, new: Marks) -> bool:
    """May the one be the other, corrected?"""
    if old.is_elsewhere(new):
        return False
    return any(one and one == other for one, other in ((old.title, new.title), (old.date, new.date)))
