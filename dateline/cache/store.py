"""Work that was done before, by the digest of all that went into it."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import msgspec

from dateline.cache.digests import DIGITS
from dateline.cache.table import BATCH, Table, cleared, is_broken, known_keys, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from dateline.workers import Workers

T = TypeVar("T")
Item = TypeVar("Item")
WRITTEN = 8_000_000  # bytes of values that are written at once: each time the disk is waited for, 30 ms or more
PAGE = 16_384  # bytes: an article's text stands on one or two of them; on four times as many it takes twice as long


class Cache:
    """A table of digests and MessagePack values in one SQLite file; without a path, in memory.

    Values stay in the file until they are asked for, and go there as they are made, so that a run that is interrupted
    has not worked for nothing. What is not asked for in a run is dropped at the end of it.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.trouble = ""  # why what the file has cannot be had; where it `was_broken`, it is gone
        self.was_broken = False
        self.known: set[str] = set()  # what the file has
        try:
            self.known = known_keys(path) if path else set()
        except sqlite3.Error as error:
            self.trouble, self.was_broken = str(error), is_broken(error)
        self.used: set[str] = set()
        self.new: dict[str, bytes] = {}  # what it has not yet, or cannot take
        self._waiting = 0  # bytes that are new since it was last tried to write them
        self._table = Table(path)

    def get(self, key: str, kind: type[T], compute: Callable[[], T]) -> T:
        """The value of `key`, from before or computed now; `kind` is the type that it is read back as."""
        (found,) = self.find([key], kind)
        if found is not None:
            return found
        value = compute()
        self.put(key, msgspec.msgpack.encode(value))
        return value

    def find(self, keys: Sequence[str], kind: type[T]) -> Iterator[T | None]:
        """The value of each key, in their order; None where there is none, or not of that kind."""
        decoder = msgspec.msgpack.Decoder(kind)
        for start in range(0, len(keys), BATCH):
            batch = keys[start : start + BATCH]
            found = self.fetch(batch)
            for key in batch:
                try:
                    yield decoder.decode(found[key])
                except (KeyError, msgspec.DecodeError, msgspec.ValidationError):  # a foreign file in the cache's place
                    yield None

    def each(
        self,
        items: Sequence[Item],
        key: Callable[[Item], str],
        kind: type[T],
        work: Callable[[Item], T],
        workers: Workers,
    ) -> Iterator[T]:
        """The value of each item, from before or made by `workers`, in the order of the items."""
        if self.path is None:
            yield from workers.map(work, items)
            return
        keys = [key(item) for item in items]
        lacking = {name for name in keys if name not in self.known and name not in self.new}
        missing = [item for item, name in zip(items, keys, strict=True) if name in lacking]
        made = workers.map(partial(_packed, work), missing)
        decoder = msgspec.msgpack.Decoder(kind)
        for start in range(0, len(keys), BATCH):
            batch = keys[start : start + BATCH]
            found = self.fetch([name for name in batch if name not in lacking])
            for item, name in zip(items[start : start + BATCH], batch, strict=True):
                if name in lacking:
                    found[name] = self.put(name, next(made))
                try:
                    yield decoder.decode(found[name])
                except (KeyError, msgspec.DecodeError, msgspec.ValidationError):  # as above
                    yield decoder.decode(self.put(name, _packed(work, item)))

    def hold(self, but: AbstractSet[str]) -> None:
        """Keep all that the file has but these, though this run has not asked for it."""
        self.used |= self.known - but

    def has(self, *keys: str) -> bool:
        """Is there a value of each of these keys?"""
        return self.known.issuperset(keys) or all(key in self.known or key in self.new for key in keys)

    def put(self, key: str, value: bytes) -> bytes:
        """Keep a value, in the place of one that had its key."""
        self.used.add(key)
        self.new[key] = value
        self._waiting += len(value) + DIGITS
        if self.path and self._waiting >= WRITTEN:
            self.write()
        return value

    def fetch(self, keys: Sequence[str]) -> dict[str, bytes]:
        """Those of the values that are there, as they are stored; of a file that has become unreadable, none."""
        self.used.update(keys)
        found = {key: self.new[key] for key in keys if key in self.new}
        wanted = [key for key in keys if key in self.known and key not in found]
        if self.path and wanted:
            with suppress(sqlite3.Error):
                found |= self._table.rows(wanted)
        return found

    def demand(self, key: str) -> bytes:
        """A value that this run has seen to be there; OSError where somebody has cleared the cache meanwhile."""
        found = self.fetch([key]).get(key)
        if found is None:
            raise cleared(self.path)
        return found

    def close(self) -> None:
        """Keep what this run used; writes nothing where nothing changed. A disk that is full costs only time.

        What was found (`Stored`) can be had afterwards too, but nothing more can be found.
        """
        gone = self.known - self.used
        if self.path is not None and (self.new or gone):
            self.write(gone)
        self.known, self.used = set(), set()

    def write(self, gone: Iterable[str] = ()) -> None:
        """Put what is new into the file; what it cannot take stays in memory."""
        if self.path is None:
            return
        self._waiting = 0
        with suppress(OSError, sqlite3.Error):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with opened(self.path, "rwc") as table, table:
                table.execute(f"PRAGMA page_size = {PAGE}")  # of a file that is not there yet
                table.execute("CREATE TABLE IF NOT EXISTS work (key TEXT PRIMARY KEY, value BLOB NOT NULL)")
                table.executemany("DELETE FROM work WHERE key = ?", ((key,) for key in gone))
                table.executemany("INSERT OR REPLACE INTO work VALUES (?, ?)", self.new.items())
            self.known |= self.new.keys()
            self.new.clear()


def _packed(work: Callable[[Item], object], item: Item) -> bytes:
    return msgspec.msgpack.encode(work(item))
