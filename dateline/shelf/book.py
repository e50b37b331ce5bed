"""Places of articles -> what the cache has of each, on the pages of a book: some hundred rows, and not one for each.

To find rows of a table by their keys takes ten times as long as to read them one after the other. An edit writes one
page anew. A place stands on the page that its path says, so that it is found there whatever came or went.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

import msgspec
from msgspec import Struct

from dateline import cache as work
from dateline.shelf.standing import Kept, Place
from dateline.workers import collector

if TYPE_CHECKING:
    from collections.abc import Container

    from dateline.cache import Cache
    from dateline.tools.spool import Spool

PAGES = 256  # of 40 places each where there are 10,000 of them: half a millisecond to write one
Row = tuple[Place, Kept]


class Page(Struct, frozen=True, array_like=True):
    """Some rows. What they hold is unpacked later, when it is too late to do without: so a sum tells if it can be."""

    sum: int  # CRC-32 of
    rows: memoryview  # the rows, packed


_rows = msgspec.msgpack.Decoder(tuple[Row, ...]).decode


class Book:
    """What is kept of all places from one run to the next."""

    def __init__(self, cache: Cache, desk: Spool, version: str) -> None:
        """`version`: of the program. `desk`: holds what is new until it stands on its page."""
        self._cache = cache
        self._desk = desk
        self._names = [work.key("page", version, number) for number in range(PAGES)]
        self.rows: dict[str, Row] = {}  # by path, as the last run left them
        self._new: dict[str, str] = {}  # path -> key at the desk
        with collector.making_what_lasts():
            for page in cache.find(self._names, Page):
                if page and crc32(page.rows) == page.sum:
                    self.rows |= {row[0].path: row for row in _rows(page.rows)}

    def find(self, place: Place) -> Kept | None:
        """What is kept of a place as it stands."""
        row = self.rows.get(place.path)
        return row[1] if row and row[0] == place else None

    def put(self, place: Place, kept: Kept) -> None:
        """Keep this of a place, in place of what was kept of its path."""
        key = self._new[place.path] = work.key("row", place.path)
        self._desk.put(key, msgspec.msgpack.encode((place, kept)))

    def close(self, paths: Container[str]) -> None:
        """Write the pages that differ; of paths that are neither among these nor new, nothing is kept."""
        gone = {path for path in self.rows if path not in paths and path not in self._new}
        changed = {_page(path) for path in (*self._new, *gone)}
        pages: dict[int, list[str]] = {number: [] for number in changed}
        for path in (self.rows.keys() | self._new.keys()) - gone if changed else ():
            if (number := _page(path)) in changed:
                pages[number].append(path)
        for number, found in sorted(pages.items()):
            self._cache.put(self._names[number], self._written(sorted(found)))

    def _written(self, paths: list[str]) -> bytes:
        fresh = self._desk.fetch([self._new[path] for path in paths if path in self._new])
        rows = (
            msgspec.Raw(fresh[self._new[path]]) if path in self._new else self.rows[path]
            for path in paths
            if path not in self._new or self._new[path] in fresh  # a desk on a full disk may have lost it
        )
        packed = msgspec.msgpack.encode(list(rows))
        return msgspec.msgpack.encode(Page(crc32(packed), memoryview(packed)))


def _page(path: str) -> int:
    return crc32(path.encode("utf-8", "surrogatepass")) % PAGES
