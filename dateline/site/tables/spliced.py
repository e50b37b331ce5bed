"""A table by article and its file as it was last made -> the file: only the rows of other articles are written."""

from __future__ import annotations

import zlib
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct, field

from dateline.site.planned import digest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from dateline.library import Item
    from dateline.site.tables.aligned import Run
    from dateline.site.tables.former import Former
    from dateline.site.tables.packing import Packer
    from dateline.site.tables.schema import Row, Table
    from dateline.site.tables.writing import Form

A_PIECE = 256  # articles that a file has in a piece, on average: a quarter of a megabyte of most tables


class Fresh:
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
    """A file in the making: where each article's rows end in it, and how many they are."""

    packer: Packer
    former: Former | None
    ends: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    _parts: list[bytes | memoryview] = field(default_factory=list)  # of the piece in the making

    def begin(self, head: bytes) -> None:
        """What stands before the first article."""
        self._parts.append(head)
        self.ends.append(len(head))

    def stands(self, key: bytes, first: int, count: int) -> bool:
        """Put the piece next that has this key, if it is in the last file; there its articles begin with this one."""
        start = self.packer.size
        if self.former is None or not self.packer.take(key):
            return False
        kept, shift = self.former.kept, start - self.former.starts[key]
        ends = kept.ends[first : first + count + 1]
        self.ends += [end + shift for end in ends[bool(self.ends) :]]
        self.counts += kept.counts[first : first + count]
        return True

    def stretches(self, first: int, last: int) -> Iterator[tuple[range, Run | None]]:
        """The articles of a piece in their order: those that stand side by side in the last file, and the rest."""
        for run in self.former.aligned.within(first, last) if self.former else ():
            yield range(first, run.first), None
            first = run.first + run.count
            yield range(run.first, first), run
        yield range(first, last), None

    def add(self, lines: bytes | memoryview, sizes: Iterable[int], counts: Iterable[int]) -> None:
        """Those of the next articles, of so many bytes and so many rows each."""
        self._parts.append(lines)
        self.ends += list(accumulate(sizes, initial=self.ends[-1]))[1:]
        self.counts += counts

    def cut(self, key: bytes, less: int = 0, more: bytes = b"") -> None:
        """The piece of this key is whole; without so many of its last bytes, and with others."""
        content = b"".join(self._parts)
        self._parts.clear()
        self.packer.add(key, content[: len(content) - less] + more)


def shares(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Places of the articles that stand in a piece together, from the first to before the last; one piece at least.

    Whether one ends with an article hangs on its address alone: so whatever else is edited, added or deleted, the
    others end where they did.
    """
    first = 0
    for last, item in enumerate(items[:-1], 1):
        if not zlib.crc32(item.address.encode()) % A_PIECE:
            yield first, last
            first = last
    yield first, len(items)


def spliced(
    fresh: Fresh, former: Former | None, items: Sequence[Item], told: Sequence[bytes], packer: Packer
) -> Spliced:
    """The whole file of these articles, put into `packer`.

    fresh: of those that differ, in their order; of all without a former. told: digest of what the rows of each say.
    """
    made, written = Spliced(packer, former), 0
    with fresh.path.open("rb") as file:
        for first, last in shares(items):
            key = digest(first, told[first:last])
            if made.stands(key, first, last - first):
                continue
            if not first:
                made.begin(fresh.form.head(fresh.table))
            for places, run in made.stretches(first, last):
                if run:
                    _take(made, fresh, run, items)
                else:
                    written = _write(made, fresh, file, written, len(places))
            made.cut(key)
    return made


def _write(made: Spliced, fresh: Fresh, file: BinaryIO, first: int, count: int) -> int:
    """So many of the articles that differ, from this one of them on, which `file` has next; the one after them."""
    sizes = fresh.sizes[first : first + count]
    made.add(file.read(sum(sizes)), sizes, fresh.counts[first : first + count])
    return first + count


def _take(made: Spliced, fresh: Fresh, run: Run, items: Sequence[Item]) -> None:
    """Rows of articles as they stand in the last file, with other numbers where they have moved."""
    if made.former is None:
        return
    content, sizes, counts = made.former.rows(run)
    if not run.shift:
        made.add(content, sizes, counts)
        return
    start = 0
    for before, size, count in zip(range(run.before, run.before + run.count), sizes, counts, strict=True):
        now, lines = before + run.shift, bytes(content[start : start + size])
        moved = fresh.form.renumbered(fresh.table, lines, count, before + 1, now + 1)
        moved = fresh.of(items[now]) if moved is None else moved
        made.add(moved, [len(moved)], [count])
        start += size
