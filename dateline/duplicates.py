"""Texts -> which of them say nearly the same: one article in two files, one of them cut off, or one an update.

Each text is a set of shingles, its runs of four words (Broder 1997, "On the resemblance and containment of documents").
Texts that share some of a fixed sample of them are compared whole. Time grows with the texts, not with their pairs.
What is in the sample is said by the words at which a shingle begins, so that most of a text's need not be made.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from functools import lru_cache
from heapq import nsmallest
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from msgspec import Struct

from dateline.characters import apart, spaced
from dateline.model import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

SHINGLE = 4  # words
SAMPLED = 32  # of a text in which too few begin at such words, one shingle in as many is in the sample
SMALLEST = 4  # and those with the smallest digests, so that a short text has a sample too; fewer are too few
CODE = "C26"  # of what is said of two texts
FEWEST = 20  # shingles: a shorter text says too little to be told from another
ALIKE = 0.8  # of the shorter text's shingles stand in the other
SEEMS = 0.25  # of the smaller sample in the other: looked at closely
SAME = 0.95  # of each one's in the other: nothing but furniture differs
DIGEST = 4  # bytes of a shingle's digest
KEPT = 500  # texts whose shingles are held in memory at once, 50 KB each
CROWD = 6  # texts with a shingle in common, from which on only neighbours are compared: it is a phrase of the trade
_BY_CHARACTER = re.compile(r"[぀-ヿ㐀-鿿]")  # scripts without spaces
_WORD = re.compile(rf"{_BY_CHARACTER.pattern}|[^\W_]+")
# The shingles that begin with a vowel behind a word that ends with n: one in 35 of English. Two letters and a space are
# found ten times faster than shingles are made; on 4,853 real texts they find as many pairs as one in 32 of all do.
_CHOSEN = re.compile(rb"n (?= *+([aeiou][^ ]*+(?: ++[^ ]++){%d}))" % (SHINGLE - 1))


class Text(Struct, frozen=True):
    """One text's sample, and where it comes from."""

    path: str  # relative to the site folder
    sample: bytes  # of its shingles: `sketch`
    seed: str = ""  # relative to seeds/
    record: int | None = None  # 0-based, where one file holds many

    @property
    def origin(self) -> str:
        """The seed in words; empty where there is none."""
        where = f" (record {self.record})" if self.record is not None else ""
        return f"seeds/{self.seed}{where}" if self.seed else ""


class Pair(Struct, frozen=True):
    """Two texts that say nearly the same; indices into the list that was given."""

    shorter: int
    fuller: int
    shared: float  # of the shorter one's shingles, those that the fuller one has
    covered: float  # of the fuller one's, those that the shorter one has


class Overlap(NamedTuple):
    """Two texts held against each other, in shingles."""

    one: int
    other: int
    both: int


def problems(
    texts: Sequence[Text], compare: Callable[[int, int], Overlap], similar: Sequence[tuple[int, int]] | None = None
) -> Iterator[Problem]:
    """For each text the one that says the same, and more of it: a note, for both may be meant to stay.

    similar: what is `seeming` by their samples, where that is known.
    """
    best: dict[int, Pair] = {}
    for pair in pairs(seeming([text.sample for text in texts]) if similar is None else similar, compare):
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
        yield Problem(shorter.path, 1, CODE, message, hint.strip(), "note")


def sketch(body: str) -> bytes:
    """A fixed sample of a text's shingles, 4 bytes each: the same shingle is in every text's sample or in none."""
    text = _text(body)
    sample = {crc32(b" ".join(run.split())) for run in _CHOSEN.findall(text)}
    if len(sample) < SMALLEST:
        found = _shingles(text)
        sample |= {*(shingle for shingle in found if not shingle % SAMPLED), *nsmallest(SMALLEST, found)}
    return array("I", sorted(sample)).tobytes()


def comparing(body: Callable[[int], str]) -> Callable[[int, int], Overlap]:
    """How texts are held against each other, given where to get them by their number."""

    @lru_cache(maxsize=KEPT)
    def whole(i: int) -> frozenset[int]:
        return frozenset(_shingles(_text(body(i))))

    return lambda one, other: Overlap(len(whole(one)), len(whole(other)), len(whole(one) & whole(other)))


def seeming(sketches: Sequence[bytes]) -> list[tuple[int, int]]:
    """The pairs of texts whose samples have much in common, in their order."""
    counts: Counter[tuple[int, int]] = Counter()
    for texts in _holders(sketches):
        counts.update(combinations(texts, 2) if len(texts) <= CROWD else pairwise(texts))
    return sorted(
        (one, other)
        for (one, other), shared in counts.items()
        if shared >= SEEMS * min(len(sketches[one]), len(sketches[other])) / DIGEST
    )


def stand_apart(changed: Iterable[tuple[bytes, bytes]], others: Iterable[bytes]) -> bool:
    """Is it sure that the same pairs are `seeming` as before, where texts that were in none have other samples now?

    changed: their samples before and now. others: those of all other texts. It is sure where what differs stands in no
    other sample, for then each two have as much in common as they had. Of a smaller sample less in common would do: it
    must have nothing.
    """
    wanted: set[int] = set()
    known: set[int] = set()
    for before, now in changed:
        old, new = frozenset(_sampled(before)), frozenset(_sampled(now))
        if not known.isdisjoint(old | new):
            return False
        known |= old | new
        wanted |= old | new if len(new) < len(old) else old ^ new
    return not wanted or all(wanted.isdisjoint(_sampled(sample)) for sample in others)


def pairs(similar: Iterable[tuple[int, int]], compare: Callable[[int, int], Overlap]) -> Iterator[Pair]:
    """Those that are alike, of pairs that are `seeming`."""
    for one, other in similar:
        found = compare(one, other)
        (many, _, fuller), (few, _, shorter) = sorted(
            ((found.one, -one, one), (found.other, -other, other)), reverse=True
        )
        if few >= FEWEST and found.both >= ALIKE * few:
            yield Pair(shorter, fuller, found.both / few, found.both / many)


def _holders(sketches: Sequence[bytes]) -> Iterable[Sequence[int]]:
    """The texts that have a sampled shingle in common, for each that more than one has. Most shingles have one text."""
    first: dict[int, int] = {}
    holders: dict[int, list[int]] = {}
    for i, sample in enumerate(sketches):
        for shingle in _sampled(sample):
            before = first.setdefault(shingle, i)
            if before != i:
                holders.setdefault(shingle, [before]).append(i)
    return holders.values()


def _sampled(sample: bytes) -> memoryview[int]:
    return memoryview(sample).cast("I")


def _shingles(text: bytes) -> set[int]:
    words = text.split()
    return set(map(crc32, map(b" ".join, zip(*(words[i:] for i in range(SHINGLE)), strict=False))))


def _text(body: str) -> bytes:
    """The words of a text in small letters, blanks between them; of most at a tenth of the pattern's time."""
    small = spaced(body).replace("’", " ").casefold()  # what is ASCII then is folded in no time
    if small.isascii() or not _BY_CHARACTER.search(small):
        return apart(small).encode()
    return " ".join(_WORD.findall(small)).encode()
