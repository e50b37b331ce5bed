"""Texts -> which of them say nearly the same: one article in two files, one of them cut off, or one an update.

Each text is a set of shingles, its runs of four words (Broder 1997, "On the resemblance and containment of documents").
Texts that share some of a fixed sample of them are compared whole. Time grows with the texts, not with their pairs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache, partial
from heapq import nsmallest
from itertools import combinations, pairwise
from typing import TYPE_CHECKING
from zlib import crc32

from dateline import cache as work
from dateline.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.cache import Cache
    from dateline.workers import Workers

SHINGLE = 4  # words
SAMPLED = 32  # one shingle in as many is in the sample
SMALLEST = 4  # and those with the smallest digests, so that a short text has a sample too
FEWEST = 20  # shingles: a shorter text says too little to be told from another
ALIKE = 0.8  # of the shorter text's shingles stand in the other
SEEMS = 0.25  # of the smaller sample in the other: looked at closely
SAME = 0.95  # of each one's in the other: nothing but furniture differs
KEPT = 500  # texts whose shingles are held in memory at once, 50 KB each
CROWD = 6  # texts with a shingle in common, from which on only neighbours are compared: it is a phrase of the trade
_WORD = re.compile(r"[぀-ヿ㐀-鿿]|[^\W_]+")  # scripts without spaces count by the character


@dataclass(frozen=True, slots=True)
class Text:
    """One text, and where it comes from."""

    path: str  # relative to the site folder
    body: str
    seed: str = ""  # relative to seeds/
    record: int | None = None  # 0-based, where one file holds many

    @property
    def origin(self) -> str:
        """The seed in words; empty where there is none."""
        where = f" (record {self.record})" if self.record is not None else ""
        return f"seeds/{self.seed}{where}" if self.seed else ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that say nearly the same; indices into the list that was given."""

    shorter: int
    fuller: int
    shared: float  # of the shorter one's shingles, those that the fuller one has
    covered: float  # of the fuller one's, those that the shorter one has


def problems(texts: Sequence[Text], cache: Cache, workers: Workers) -> Iterator[Problem]:
    """For each text the one that says the same, and more of it: a note, for both may be meant to stay."""
    sketches = list(
        cache.each([text.body for text in texts], partial(work.key, "sketch 1"), frozenset[int], sketch, workers)
    )
    best: dict[int, Pair] = {}
    for pair in pairs([text.body for text in texts], sketches):
        if pair.shorter not in best or pair.shared > best[pair.shorter].shared:
            best[pair.shorter] = pair
    for pair in best.values():
        shorter, fuller = texts[pair.shorter], texts[pair.fuller]
        if shorter.origin and shorter.origin == fuller.origin:
            continue  # two files of one seed are a fault of their own: C10
        is_same = pair.covered >= SAME
        what = "says the same as" if is_same else f"says little that is not in {fuller.path} too"
        message = f"{what} {fuller.path}" if is_same else what
        message += f": {pair.shared:.0%} of it stands there, and {pair.covered:.0%} of that here"
        seeds = " and ".join(filter(None, (shorter.origin, fuller.origin)))
        hint = "To set one aside, delete its file: it stays away. " + (f"They were made from {seeds}." if seeds else "")
        yield Problem(shorter.path, 1, "C26", message, hint.strip(), "note")


def sketch(body: str) -> frozenset[int]:
    """A fixed sample of a text's shingles: the same shingle is in every text's sample or in none."""
    found = _shingles(body)
    return frozenset([*(shingle for shingle in found if not shingle % SAMPLED), *nsmallest(SMALLEST, found)])


def pairs(bodies: Sequence[str], sketches: Sequence[frozenset[int]]) -> Iterator[Pair]:
    """All pairs that are alike, each once."""

    @lru_cache(maxsize=KEPT)
    def whole(i: int) -> frozenset[int]:
        return frozenset(_shingles(bodies[i]))

    for (one, other), shared in sorted(_candidates(sketches).items()):
        if shared < SEEMS * min(len(sketches[one]), len(sketches[other])):
            continue
        fuller, shorter = sorted((one, other), key=lambda i: (-len(whole(i)), i))
        both = len(whole(shorter) & whole(fuller))
        if len(whole(shorter)) >= FEWEST and both >= ALIKE * len(whole(shorter)):
            yield Pair(shorter, fuller, both / len(whole(shorter)), both / len(whole(fuller)))


def _candidates(sketches: Sequence[frozenset[int]]) -> Counter[tuple[int, int]]:
    """Pairs of texts -> how many sampled shingles they share."""
    holders: dict[int, list[int]] = defaultdict(list)
    for i, found in enumerate(sketches):
        for shingle in found:
            holders[shingle].append(i)
    counts: Counter[tuple[int, int]] = Counter()
    for texts in holders.values():
        if len(texts) > 1:
            counts.update(combinations(texts, 2) if len(texts) <= CROWD else pairwise(texts))
    return counts


def _shingles(body: str) -> set[int]:
    words = _WORD.findall(body.casefold())
    runs = zip(*(words[i:] for i in range(SHINGLE)), strict=False)
    return {crc32(" ".join(run).encode("utf-8", "replace")) for run in runs}
