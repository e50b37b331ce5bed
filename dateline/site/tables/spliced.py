"""A table by article and its file as it was last made -> the file: only the rows of other articles are written."""

from __future__ import annotations

import io
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from dateline.library import Item
    from dateline.site.tables.aligned import Run
    from dateline.site.tables.last import Former, Kept
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

    def of(self, item: Item) -> bytes:
        """The rows of one article."""
        return self.form.lines(self.table, self.table.of(item, item.entry) if self.table.of else ())


class Spliced(Struct):
    """A file in the making: its bytes, where each article's rows end in it, and how many they are."""

    out: io.BytesIO = field(default_factory=io.BytesIO)
    ends: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)

    @property
    def articles(self) -> int:
        """How many are in it."""
        return len(self.ends) - 1

    def begin(self, head: bytes) -> None:
        """What stands before the first article."""
        self.out.write(head)
        self.ends.append(self.out.tell())

    def add(self, lines: bytes) -> None:
        """Those of the next article."""
        self.out.write(lines)
        self.ends.append(self.out.tell())

    def take(self, content: bytes, kept: Kept, run: Run) -> None:
        """Those of articles as they stand in a file that is kept."""
        first, last = run.before, run.before + run.count
        shift = self.out.tell() - kept.ends[first]
        self.out.write(memoryview(content)[kept.ends[first] : kept.ends[last]])
        self.ends += [end + shift for end in kept.ends[first + 1 : last + 1]]

    def write(self, pieces: Pieces, file: BinaryIO, first: int, last: int) -> None:
        """The next pieces of `file`, from the one with this number to before the last."""
        sizes, begin = pieces.sizes[first:last], self.out.tell()
        self.ends += list(accumulate(sizes, initial=begin))[1:]
        self.counts += pieces.counts[first:last]
        for at in range(begin, begin + sum(sizes), PIECE):
            self.out.write(file.read(min(PIECE, begin + sum(sizes) - at)))


def spliced(pieces: Pieces, former: Former | None, items: Sequence[Item]) -> Spliced:
    """The whole file of these articles. `pieces`: of those that differ, in their order; of all without a former."""
    made, written = Spliced(), 0
    made.begin(pieces.form.head(pieces.table))
    with pieces.path.open("rb") as file:
        if former:
            content = former.plain()
            for run in former.aligned.runs:
                differ = run.first - made.articles
                made.write(pieces, file, written, written + differ)
                written += differ
                if run.shift:
                    _move(made, pieces, content, former.kept, run, items)
                else:
                    made.take(content, former.kept, run)
                made.counts += former.kept.counts[run.before : run.before + run.count]
        made.write(pieces, file, written, len(pieces.sizes))
    return made


def _move(made: Spliced, pieces: Pieces, content: bytes, kept: Kept, run: Run, items: Sequence[Item]) -> None:
    """Rows of articles that have other numbers now."""
    for before in range(run.before, run.before + run.count):
        now = before + run.shift
        lines = content[kept.ends[before] : kept.ends[before + 1]]
        moved = pieces.form.renumbered(pieces.table, lines, kept.counts[before], before + 1, now + 1)
        made.add(pieces.of(items[now]) if moved is None else moved)
