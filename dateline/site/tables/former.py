"""A published file as it was last made -> any of its bytes, of a compressed one without the rest of them."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, islice, pairwise
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from dateline.site.tables.packing import START, Piece, inflated, threads

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from dateline.site.tables.aligned import Aligned, Run
    from dateline.site.tables.packing import Packed

TOGETHER = 16  # pieces that are unpacked at once, four megabytes of most files


class Kept(msgspec.Struct, array_like=True):
    """What is known of a file from one making to the next."""

    inputs: bytes  # digest of what it was made from besides the rows of articles
    sha256: str
    rows: int | None
    ends: list[int]  # bytes before the first article's rows, and up to the end of each article's; else empty
    counts: list[int]  # rows of each article, where they are such
    pieces: list[Piece]  # empty: it is not compressed


class Former(Struct, frozen=True, dict=True):
    """A file that is published as it was last made."""

    name: str
    content: bytes
    kept: Kept
    aligned: Aligned

    @property
    def articles(self) -> int:
        """How many are in it."""
        return len(self.kept.ends) - 1

    def article(self, key: bytes) -> int | None:
        """The first article in the piece of this key, where each has a row; None: there is no such piece."""
        start = self.starts.get(key)
        return None if start is None else max(0, bisect_right(self.kept.ends, start) - 1)

    @cached_property
    def standing(self) -> Mapping[bytes, Packed]:
        """The pieces of a compressed one, by their keys."""
        return {piece.key: (piece, self._packed(place)) for place, piece in enumerate(self.kept.pieces)}

    def part(self, start: int, end: int) -> bytes | memoryview:
        """The bytes from one place to another of what it holds."""
        if not self.kept.pieces:
            return memoryview(self.content)[start:end]
        parts = []
        for place in range(bisect_right(self._starts, start) - 1, len(self.kept.pieces)):
            begin = self._starts[place]
            if begin >= end:
                break
            parts.append(self._plain(place)[max(0, start - begin) : end - begin])
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def rows(self, run: Run) -> tuple[bytes | memoryview, Sequence[int], Sequence[int]]:
        """Those of articles that stand side by side in it, and how many bytes and rows each of them has."""
        first, last = run.before, run.before + run.count
        ends = self.kept.ends[first : last + 1]
        sizes = [end - start for start, end in pairwise(ends)]
        return self.part(ends[0], ends[-1]), sizes, self.kept.counts[first:last]

    def write(self, path: Path) -> None:
        """Lay down what it holds, which need not be in memory for it."""
        with path.open("wb") as out:
            if not self.kept.pieces:
                out.write(self.content)
            packed = map(self._packed, range(len(self.kept.pieces)))
            with threads() as several:
                while some := tuple(islice(packed, TOGETHER)):
                    out.writelines(several.map(inflated, some))

    @cached_property
    def starts(self) -> Mapping[bytes, int]:
        """Where each piece begins in what it holds, by its key."""
        return dict(zip((piece.key for piece in self.kept.pieces), self._starts, strict=True))

    @cached_property
    def _starts(self) -> list[int]:
        """The same one after the other."""
        return list(accumulate((piece.size for piece in self.kept.pieces), initial=0))[:-1]

    @cached_property
    def _bounds(self) -> list[tuple[int, int]]:
        """Where each piece begins and ends in the file."""
        return list(pairwise(accumulate((piece.length for piece in self.kept.pieces), initial=len(START))))

    @cached_property
    def _last(self) -> dict[int, bytes]:
        """The piece that was last asked for: who asks goes from one article to the next."""
        return {}

    def _packed(self, place: int) -> memoryview:
        begin, end = self._bounds[place]
        return memoryview(self.content)[begin:end]

    def _plain(self, place: int) -> memoryview:
        if place not in self._last:
            self._last.clear()
            self._last[place] = inflated(self._packed(place))
        return memoryview(self._last[place])
