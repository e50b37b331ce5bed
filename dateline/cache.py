"""Work that was done before, by the digest of all that went into it. Safe to delete."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dateline.workers import Workers

T = TypeVar("T")
Item = TypeVar("Item")


class Cache:
    """A table of digests and MessagePack values in one SQLite file; without a path, it keeps nothing.

    A value that is not asked for in a run is dropped at the end of it, so the file does not grow for ever.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.known: dict[str, bytes] = {}
        self.used: set[str] = set()
        self.new: dict[str, bytes] = {}
        if path is not None:
            self.known = _read(path)

    def get(self, key: str, kind: type[T], compute: Callable[[], T]) -> T:
        """The value of `key`, from before or computed now; `kind` is the type that it is read back as."""
        if self.path is None:
            return compute()
        self.used.add(key)
        if key in self.known:
            with suppress(msgspec.DecodeError, msgspec.ValidationError):
                return msgspec.msgpack.decode(self.known[key], type=kind)
        value = compute()
        self.new[key] = msgspec.msgpack.encode(value)
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
        missing = [item for item, name in zip(items, keys, strict=True) if name not in self.known]
        made = workers.map(partial(_packed, work), missing)
        for item, name in zip(items, keys, strict=True):
            found = self.known.get(name)
            if found is None:
                found = self.new[name] = next(made)
            try:
                yield decoder.decode(found)
            except (msgspec.DecodeError, msgspec.ValidationError):  # a foreign file in the cache's place
                found = self.new[name] = _packed(work, item)
                yield decoder.decode(found)

    def close(self) -> None:
        """Keep what this run used; writes nothing where nothing changed. A disk that is full costs only time."""
        gone = self.known.keys() - self.used
        if self.path is None or not (self.new or gone):
            return
        with suppress(OSError, sqlite3.Error):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with sqlite3.connect(self.path) as table:
                table.execute(
                    "CREATE TABLE IF NOT EXISTS work (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"
                )
                table.executemany("DELETE FROM work WHERE key = ?", [(key,) for key in gone])
                table.executemany("INSERT OR REPLACE INTO work VALUES (?, ?)", self.new.items())
            table.close()


def _packed(work: Callable[[Item], object], item: Item) -> bytes:
    return msgspec.msgpack.encode(work(item))


def _read(path: Path) -> dict[str, bytes]:
    if not path.exists():
        return {}
    try:
        table = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            return dict(table.execute("SELECT key, value FROM work"))
        finally:
            table.close()
    except sqlite3.Error:
        with suppress(OSError):
            path.unlink()  # broken: it is made anew at the end of the run
        return {}


def key(stage: str, *parts: object) -> str:
    """A digest of a stage's name and everything that its result depends on."""
    digest = hashlib.blake2b(stage.encode(), digest_size=20)
    for part in parts:
        data = part if isinstance(part, bytes) else msgspec.msgpack.encode(part)
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def program() -> str:
    """A digest of the program's own files, by name, size and time: what an older program found is not believed."""
    here = Path(__file__).resolve().parent
    stats = sorted((str(file.relative_to(here)), file.stat()) for file in here.rglob("*") if file.suffix in SUFFIXES)
    return key("program", [(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats])


SUFFIXES = (".py", ".json", ".yaml", ".txt", ".tsv", ".po")
