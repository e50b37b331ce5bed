"""Values that are needed until a build is done -> a file that is only added to, and read again by key. Safe to delete.

To put a value here takes a quarter of what the cache takes for it, and the disk is never waited for. A run that was
killed has not worked for nothing: the next one takes up what it left. Each record has its key and a checksum, so that
what is broken, or written by two runs at once, is found to be missing and never taken for another.
"""

from __future__ import annotations

import errno
import struct
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar
from zlib import crc32

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

T = TypeVar("T")

WRITTEN = 1_000_000  # bytes of values that are written at once
_HEAD = struct.Struct("<III")  # bytes of the key and of the value that follow, and the checksum of both
_SPAN = 2**40  # more than the bytes of any record


class Spool:
    """Keys and MessagePack values in one file; without a path, in memory."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._places: dict[str, int] = _found(path) if path else {}  # where a record begins, times _SPAN, and its bytes
        self._new: dict[str, bytes] = {}  # what the file has not yet, or cannot take
        self._waiting = 0  # bytes that are new since it was last tried to write them

    def __contains__(self, key: str) -> bool:
        return key in self._new or key in self._places

    def put(self, key: str, value: bytes) -> None:
        """Keep a value, in the place of one that had its key."""
        self._new[key] = value
        self._waiting += len(value)
        if self._path and self._waiting >= WRITTEN:
            self._waiting = 0
            self._write(self._path)

    def fetch(self, keys: Sequence[str]) -> dict[str, bytes]:
        """Those of the values that are there, as they are stored; of a file that is gone, none."""
        found = {key: self._new[key] for key in keys if key in self._new}
        wanted = [key for key in keys if key not in found and key in self._places]
        if self._path and wanted:
            with suppress(OSError), self._path.open("rb", buffering=0) as file:
                for key in wanted:
                    start, length = divmod(self._places[key], _SPAN)
                    file.seek(start)
                    value = _value(file.read(length), key.encode())
                    if value is not None:
                        found[key] = value
        return found

    def find(self, keys: Sequence[str], kind: type[T]) -> Iterator[T | None]:
        """The value of each key, in their order; None where there is none, or not of that kind."""
        decoder, found = msgspec.msgpack.Decoder(kind), self.fetch(keys)
        for key in keys:
            try:
                yield decoder.decode(found[key])
            except (KeyError, msgspec.DecodeError, msgspec.ValidationError):  # a foreign file in its place
                yield None

    def demand(self, keys: Sequence[str], kind: type[T]) -> list[T]:
        """Values that this run has put there; OSError where somebody has taken the file away meanwhile."""
        found = [value for value in self.find(keys, kind) if value is not None]
        if len(found) < len(keys):
            raise OSError(errno.ESTALE, "was cleared while it was in use; build again", str(self._path))
        return found

    def _write(self, path: Path) -> None:
        """Put what is new into the file; what it cannot take stays in memory."""
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            records = [_record(key.encode(), value) for key, value in self._new.items()]
            data = b"".join(records)
            with path.open("ab", buffering=0) as file:
                if file.write(data) < len(data):  # the disk is full
                    return
                at = file.tell()  # behind this, wherever another run may have written meanwhile
            for key, record in zip(reversed(self._new), reversed(records), strict=True):
                at -= len(record)
                self._places[key] = at * _SPAN + len(record)
            self._new.clear()


def _record(name: bytes, value: bytes) -> bytes:
    return _HEAD.pack(len(name), len(value), crc32(value, crc32(name))) + name + value


def _value(record: bytes, name: bytes) -> bytes | None:
    """What a record says, if it is that of this key and whole."""
    value = record[_HEAD.size + len(name) :]
    return value if record == _record(name, value) else None


def _found(path: Path) -> dict[str, int]:
    """The places of what an interrupted run has left."""
    places: dict[str, int] = {}
    with suppress(OSError), path.open("rb") as file:
        at, size = 0, path.stat().st_size
        while len(head := file.read(_HEAD.size)) == _HEAD.size:
            name_length, length, _ = _HEAD.unpack(head)
            whole = _HEAD.size + name_length + length
            if at + whole > size:
                break
            places[file.read(name_length).decode("utf-8", "replace")] = at * _SPAN + whole
            at = file.seek(at + whole)
    return places
