"""What the last index was made from, kept in two files between builds. Safe to delete.

The state is a file of its own, for it is written as a whole; beside it stands, in SQLite, what was read in each
document, and which state that is, by its digest. One transaction holds what differs there, so that what a killed run
was writing is undone. Where the state is another one than is meant, or either cannot be read, both are begun anew: so
the state is not waited for until the disk has it. Without a path all is kept for one run, where nobody sees it.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, Self

import msgspec

from dateline.tools import files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

BATCH = 500  # documents that are read, or written, at once
STATE = ".state"  # ending of the file beside the other
_TABLES = (
    "CREATE TABLE IF NOT EXISTS state (version TEXT NOT NULL, value BLOB NOT NULL)",  # value: the digest of the file
    "CREATE TABLE IF NOT EXISTS said (digest BLOB PRIMARY KEY, value BLOB NOT NULL)",
)


class LostError(Exception):
    """What should be known of a document is not there."""


class Row(msgspec.Struct, frozen=True, array_like=True):
    """What a hit shows of a document."""

    title: str
    address: str
    opening: str
    words: int


class Read(msgspec.Struct, frozen=True, array_like=True):
    """All that was read in a document."""

    row: Row
    said: tuple[bytes, bytes, bytes]
    called: list[tuple[str, str, str]]  # facet and name, and a wording that stands for it, as often as it does


class Memory:
    """A state of the index, of whatever type, and beside it what was read in each document."""

    def __init__(self, path: Path | None, version: str) -> None:
        """`version`: of all that makes an index; what another one has left is forgotten."""
        self._version = version
        self._state = path.with_suffix(STATE) if path else None
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._table = sqlite3.connect(path or ":memory:", isolation_level=None)
        self._new: dict[bytes, Read] = {}
        self._decode = msgspec.msgpack.Decoder(Read).decode
        self._encode = msgspec.msgpack.Encoder().encode

    @classmethod
    @contextmanager
    def open(cls, path: Path | None, version: str) -> Iterator[Self]:
        """Raises LostError within the block where the file cannot be read or written."""
        try:
            memory = cls(path, version)
            try:
                yield memory
            finally:
                memory._table.close()
        except (sqlite3.Error, OSError, msgspec.DecodeError) as error:
            raise LostError(str(error)) from error

    def begin(self, kind: type[Any]) -> Any:
        """The state that was kept, as `kind`; None where there is none of this version."""
        self._table.execute("BEGIN IMMEDIATE")
        for table in _TABLES:
            self._table.execute(table)
        meant = self._table.execute("SELECT value FROM state WHERE version = ?", (self._version,)).fetchone()
        if meant and self._state:
            found = files.read(self._state)
            if hashlib.sha256(found).digest() == meant[0]:
                return msgspec.msgpack.decode(found, type=kind)
        self._table.execute("DELETE FROM said")
        return None

    def put(self, digest: bytes, read: Read) -> None:
        """Keep what was read in a document."""
        self._new[digest] = read
        if len(self._new) >= BATCH:
            self._write()

    def many(self, digests: Iterable[bytes]) -> dict[bytes, Read]:
        """What was read in these documents; LostError where that of one is not known."""
        self._write()
        found: dict[bytes, Read] = {}
        rest = iter(set(digests))
        while batch := list(islice(rest, BATCH)):
            marks = ",".join("?" * len(batch))
            query = f"SELECT digest, value FROM said WHERE digest IN ({marks})"  # noqa: S608  question marks only
            rows = self._table.execute(query, batch).fetchall()
            if len(rows) < len(batch):
                raise LostError("a document is not there")
            found.update((digest, self._decode(value)) for digest, value in rows)
        return found

    def keep(self, state: object, gone: Iterable[bytes]) -> None:
        """Write the state of this build, and forget the documents that are gone."""
        if self._state is None:
            return
        data = self._encode(state)
        self._write()
        self._table.executemany("DELETE FROM said WHERE digest = ?", ((digest,) for digest in gone))
        self._table.execute("DELETE FROM state")
        self._table.execute("INSERT INTO state VALUES (?, ?)", (self._version, hashlib.sha256(data).digest()))
        self._table.execute("COMMIT")
        files.write(self._state, data)  # last, for the disk would be waited for until it has this too

    def _write(self) -> None:
        rows = ((digest, self._encode(read)) for digest, read in self._new.items())
        self._table.executemany("INSERT OR REPLACE INTO said VALUES (?, ?)", rows)
        self._new.clear()
