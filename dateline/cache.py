"""Work that was done before, by the digest of all that went into it. Safe to delete."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dateline.workers import Workers

T = TypeVar("T")
Item = TypeVar("Item")


BATCH = 500  # values that are read, or written, at once: a corpus of 100,000 articles has half a million


class Cache:
    """A table of digests and MessagePack values in one SQLite file; without a path, it keeps nothing.

    Values stay in the file until they are asked for, and go there as they are made, so that a run that is interrupted
    has not worked for nothing. What is not asked for in a run is dropped at the end of it.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.known: set[str] = _keys(path) if path else set()  # what the file has
        self.used: set[str] = set()
        self.new: dict[str, bytes] = {}  # what it has not yet

    def get(self, key: str, kind: type[T], compute: Callable[[], T]) -> T:
        """The value of `key`, from before or computed now; `kind` is the type that it is read back as."""
        if self.path is None:
            return compute()
        self.used.add(key)
        found = self._find([key])
        with suppress(KeyError, msgspec.DecodeError, msgspec.ValidationError):
            return msgspec.msgpack.decode(found[key], type=kind)
        value = compute()
        self._put(key, msgspec.msgpack.encode(value))
        return value

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
        self.used.update(keys)
        decoder = msgspec.msgpack.Decoder(kind)
        lacking = {name for name in keys if name not in self.known and name not in self.new}
        missing = [item for item, name in zip(items, keys, strict=True) if name in lacking]
        made = workers.map(partial(_packed, work), missing)
        for start in range(0, len(keys), BATCH):
            batch = keys[start : start + BATCH]
            found = self._find([name for name in batch if name not in lacking])
            for item, name in zip(items[start : start + BATCH], batch, strict=True):
                if name in lacking:
                    found[name] = self._put(name, next(made))
                try:
                    yield decoder.decode(found[name])
                except (KeyError, msgspec.DecodeError, msgspec.ValidationError):  # a foreign file in the cache's place
                    yield decoder.decode(self._put(name, _packed(work, item)))

    def close(self) -> None:
        """Keep what this run used; writes nothing where nothing changed. A disk that is full costs only time."""
        gone = self.known - self.used
        if self.path is not None and (self.new or gone):
            self._write(gone)

    def _put(self, key: str, value: bytes) -> bytes:
        self.new[key] = value
        if len(self.new) >= BATCH:
            self._write(())
        return value

    def _find(self, keys: Sequence[str]) -> dict[str, bytes]:
        """Those of the values that are there; of a file that has become unreadable, none."""
        found = {key: self.new[key] for key in keys if key in self.new}
        wanted = [key for key in keys if key in self.known]
        if self.path and wanted:
            with suppress(sqlite3.Error), _open(self.path, "rw") as table:
                marks = ",".join("?" * len(wanted))
                query = f"SELECT key, value FROM work WHERE key IN ({marks})"  # noqa: S608  question marks only
                found |= dict(table.execute(query, wanted).fetchall())
        return found

    def _write(self, gone: Iterable[str]) -> None:
        """Put what is new into the file; what cannot be written is made again when it is needed."""
        if self.path is None:
            return
        with suppress(OSError, sqlite3.Error):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with _open(self.path, "rwc") as table, table:
                table.execute(
                    "CREATE TABLE IF NOT EXISTS work (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"
                )
                table.executemany("DELETE FROM work WHERE key = ?", ((key,) for key in gone))
                table.executemany("INSERT OR REPLACE INTO work VALUES (?, ?)", self.new.items())
            self.known |= self.new.keys()
        self.new.clear()


def _packed(work: Callable[[Item], object], item: Item) -> bytes:
    return msgspec.msgpack.encode(work(item))


def _open(path: Path, mode: str) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True))


def _keys(path: Path) -> set[str]:
    if not path.exists():
        return set()
    try:
        with _open(path, "rw") as table:  # so that what a killed run was writing is undone
            return {key for (key,) in table.execute("SELECT key FROM work")}
    except sqlite3.Error:
        for broken in (path, path.with_name(f"{path.name}-journal")):  # it is made anew
            with suppress(OSError):
                broken.unlink()
        return set()


def key(stage: str, *parts: object) -> str:
    """A digest of a stage's name and everything that its result depends on."""
    digest = hashlib.blake2b(stage.encode(), digest_size=20)
    for part in parts:
        data = part if isinstance(part, bytes) else msgspec.msgpack.encode(part)
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


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
