"""A table by article and its file as it was last made -> the file: only the rows of other articles are written."""

from __future__ import annotations

import io
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from dateline.site.tables.last import Former
    from dateline.site.tables.schema import Row, Table
    from dateline.site.tables.writing import Form

PIECE = 1 << 20  # bytes that are read at once


class Pieces:
    """Rows of some articles, written one after the other into a file of their own, which is none of the site's."""

    def __init__(self, table: Table, form: Form, path: Path, places: Collection[int] | None = None) -> None:
        """`places`: of the articles whose rows are to be written; None: of all."""
        self.table = table
        self.form = form
        self.path = path
        self.places = places
        self.sizes: list[int] = []  # bytes of each article
        self.counts: list[int] = []  # rows of each
        self._out = path.open("wb")

    def wants(self, place: int) -> bool:
        """Is it one of those articles?"""
        return self.places is None or place in self.places

    def take(self, _: int, rows: Sequence[Row]) -> None:
        """Write them."""
        self.sizes.append(self._out.write(self.form.lines(self.table, rows)))
        self.counts.append(len(rows))

    def close(self) -> None:
        """There are no more."""
        self._out.close()


class Spliced(Struct):
    """A file in the making: its bytes, where each article's rows end in it, and how many they are."""

    out: io.BytesIO = field(default_factory=io.BytesIO)
    ends: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)

    def take(self, former: Former, first: int, last: int) -> None:
        """The rows of the articles from `first` to before `last`, as they stand."""
        ends = former.kept.ends
        shift = self.out.tell() - ends[first]
        self.out.write(memoryview(former.content)[ends[first] : ends[last]])
        self.ends += [end + shift for end in ends[first + 1 : last + 1]]
        self.counts += former.kept.counts[first:last]

    def write(self, pieces: Pieces, file: BinaryIO, first: int, last: int) -> None:
        """The next pieces of `file`, from the one with this number to before the last."""
        sizes, begin = pieces.sizes[first:last], self.out.tell()
        self.ends += list(accumulate(sizes, initial=begin))[1:]
        self.counts += pieces.counts[first:last]
        for at in range(begin, begin + sum(sizes), PIECE):
            self.out.write(file.read(min(PIECE, begin + sum(sizes) - at)))


def spliced(pieces: Pieces, former: Former | None, size: int) -> Spliced:
    """The whole file of so many articles. `pieces`: of those that differ, in their order; of all without a former."""
    made = Spliced()
    made.out.write(pieces.form.head(pieces.table))
    made.ends.append(made.out.tell())
    with pieces.path.open("rb") as file:
        differ: list[int] = []
        if former:
            same = min(former.articles, size)
            differ = [place for place in former.changed if place < same]
            for number, (before, place) in enumerate(pairwise((-1, *differ, same))):
                made.take(former, before + 1, place)
                made.write(pieces, file, number, min(number + 1, len(differ)))
        made.write(pieces, file, len(differ), len(pieces.sizes))
    return made
