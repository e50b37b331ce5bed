"""Work that was done before, by the digest of all that went into it. Safe to delete."""

from __future__ import annotations

import errno
import hashlib
import os
import sqlite3
from contextlib import closing, suppress
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from dateline.workers import OnDemand

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from dateline.workers import Workers

T = TypeVar("T")
Item = TypeVar("Item")


DIGITS = 40  # of a digest, hexadecimal
HELD = 200  # values that are kept for whoever asks again, twice as many as make a share of the work
AHEAD = 10  # values that are had with one that is asked for in its turn
BATCH = 500  # values that are read at once: a corpus of 100,000 articles has half a million
WRITTEN = 8_000_000  # bytes of values that are written at once: each time the disk is waited for, 30 ms or more
PAGE = 16_384  # bytes: an article's text stands on one or two of them; on four times as many it takes twice as long


class Cache:
    """A table of digests and MessagePack values in one SQLite file; without a path, in memory.

    Values stay in the file until they are asked for, and go there as they are made, so that a run that is interrupted
    has not worked for nothing. What is not asked for in a run is dropped at the end of it.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        known = _keys(path) if path else set()
        self.was_broken = known is None  # there was a file, and it could not be read
        self.known: set[str] = known or set()  # what the file has
        self.used: set[str] = set()
        self.new: dict[str, bytes] = {}  # what it has not yet, or cannot take
        self._waiting = 0  # bytes that are new since it was last tried to write them
        self._table = _Table(path)

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
            raise _cleared(self.path)
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
            with _open(self.path, "rwc") as table, table:
                table.execute(f"PRAGMA page_size = {PAGE}")  # of a file that is not there yet
                table.execute("CREATE TABLE IF NOT EXISTS work (key TEXT PRIMARY KEY, value BLOB NOT NULL)")
                table.executemany("DELETE FROM work WHERE key = ?", ((key,) for key in gone))
                table.executemany("INSERT OR REPLACE INTO work VALUES (?, ?)", self.new.items())
            self.known |= self.new.keys()
            self.new.clear()


class Stored(OnDemand[T]):
    """Values of a cache in an order, each fetched when it is asked for; the last few are held.

    near: bytes of what was fetched that stay in memory as they are stored, for values that many ask for again.
    Each process opens the file for itself. OSError where somebody has cleared the cache meanwhile.
    """

    def __init__(self, cache: Cache, keys: Sequence[str], kind: type[T], near: int = 0) -> None:
        if len(cache.new) >= BATCH:
            cache.write()
        self._path = cache.path
        self._keys = keys
        self._held = {key: cache.new[key] for key in keys if key in cache.new}  # what the file has not, or cannot take
        self._kind = kind
        self._table = _Table(cache.path)
        self._last: dict[int, T] = {}  # by number
        self._near: dict[str, bytes] = {}
        self._room = self._free = near

    def __len__(self) -> int:
        return len(self._keys)

    def at(self, number: int) -> T:
        found = self._last.get(number)
        if found is None and number - 1 in self._last:  # whoever takes one after the other will go on
            self.ready(range(number, min(number + AHEAD, len(self))))
            found = self._last.get(number)
        return self._keep(number, self._value(self._keys[number])) if found is None else found

    def some(self, numbers: Sequence[int]) -> list[T]:
        keys = [self._keys[number] for number in numbers]
        found = self._found(keys)
        return [self._decoder.decode(found.get(key) or self._value(key)) for key in keys]

    def ready(self, numbers: Sequence[int]) -> None:
        lacking = {self._keys[number]: number for number in numbers if number not in self._last}
        for key, value in self._found(lacking).items():
            self._keep(lacking[key], value)

    def _found(self, keys: Collection[str]) -> dict[str, bytes]:
        found = {key: value for key in keys if (value := self._held.get(key) or self._near.get(key))}
        stored = [key for key in keys if key not in found]
        rows = self._table.rows(stored) if stored else {}  # there may be no file yet
        if self._room:
            self._free -= sum(map(len, rows.values()))
            if self._free < 0:
                self._near.clear()
                self._free = self._room
            self._near |= rows
        return found | rows

    def _keep(self, number: int, value: bytes) -> T:
        found = self._decoder.decode(value)
        if len(self._last) >= HELD:
            del self._last[next(iter(self._last))]
        self._last[number] = found
        return found

    @cached_property
    def _decoder(self) -> msgspec.msgpack.Decoder[T]:
        return msgspec.msgpack.Decoder(self._kind)

    def __getstate__(self) -> dict[str, object]:
        state = {**self.__dict__, "_last": {}, "_near": {}, "_free": self._room}
        state.pop("_decoder", None)  # it cannot be sent
        return state

    def _value(self, key: str) -> bytes:
        found = self._found([key]).get(key)
        if found is None:
            raise _cleared(self._path)
        return found


class _Table:
    """The table of a file, to read from: each process opens it for itself, since one that was forked must not use its
    parent's."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._opened: dict[int, sqlite3.Connection] = {}  # by process

    def rows(self, keys: Sequence[str]) -> dict[str, bytes]:
        if self._path is None:
            return {}
        table = self._opened.get(os.getpid())
        if table is None:
            table = sqlite3.connect(_address(self._path, "ro"), uri=True, check_same_thread=False)
            self._opened[os.getpid()] = table
        found: dict[str, bytes] = {}
        for start in range(0, len(keys), BATCH):
            batch = keys[start : start + BATCH]
            marks = ",".join("?" * len(batch))
            query = f"SELECT key, value FROM work WHERE key IN ({marks})"  # noqa: S608  question marks only
            found.update(table.execute(query, batch))
        return found

    def __getstate__(self) -> tuple[None, dict[str, object]]:
        return None, {"_path": self._path, "_opened": {}}


def _cleared(path: Path | None) -> OSError:
    return OSError(errno.ESTALE, "was cleared while it was in use; build again", str(path))


def _packed(work: Callable[[Item], object], item: Item) -> bytes:
    return msgspec.msgpack.encode(work(item))


def _open(path: Path, mode: str) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(_address(path, mode), uri=True))


def _address(path: Path, mode: str) -> str:
    return f"{path.resolve().as_uri()}?mode={mode}"


def _keys(path: Path) -> set[str] | None:
    """What the file has; None where it is broken: then it is taken away, and made anew."""
    if not path.exists():
        return set()
    try:
        with _open(path, "rw") as table:  # so that what a killed run was writing is undone
            return {key for (key,) in table.execute("SELECT key FROM work")}
    except sqlite3.Error:
        for broken in (path, path.with_name(f"{path.name}-journal")):
            with suppress(OSError):
                broken.unlink()
        return None


def key(stage: str, *parts: object) -> str:
    """A digest of a stage's name and everything that its result depends on."""
    return digest(msgspec.msgpack.encode((stage, parts)))


def digest(data: bytes) -> str:
    """A digest of bytes, such as those of a file."""
    return hashlib.blake2b(data, digest_size=DIGITS // 2).hexdigest()


@lru_cache(1)  # it is what this process has loaded, whatever is done to the files meanwhile
def program() -> str:
    """A digest of the program's own files, by name, size and time: what an older program found is not believed."""
    here = str(Path(__file__).resolve().parent)
    stats = sorted(
        (place[len(here) :], name, (found := Path(place, name).stat()).st_size, found.st_mtime_ns)
        for place, _, names in os.walk(here)
        for name in names
        if name.endswith(SUFFIXES)
    )
    return key("program", stats)


SUFFIXES = (".py", ".json", ".yaml", ".txt", ".tsv", ".po")
