"""The file of a cache: digests and values, in SQLite."""

from __future__ import annotations

import errno
import os
import sqlite3
import weakref
from contextlib import closing, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PATIENCE = 5.0  # seconds that another program may hold the file
_BROKEN = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR)  # the last: it has no such table
BATCH = 500  # values that are read at once: a corpus of 100,000 articles has half a million


class Table:
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
            table = sqlite3.connect(address(self._path, "ro"), uri=True, check_same_thread=False)
            self._opened[os.getpid()] = table
            weakref.finalize(self, _close, table, os.getpid())  # values are asked for until the last of them is dropped
        found: dict[str, bytes] = {}
        for start in range(0, len(keys), BATCH):
            batch = keys[start : start + BATCH]
            marks = ",".join("?" * len(batch))
            query = f"SELECT key, value FROM work WHERE key IN ({marks})"  # noqa: S608  question marks only
            found.update(table.execute(query, batch))
        return found

    def __getstate__(self) -> tuple[None, dict[str, object]]:
        return None, {"_path": self._path, "_opened": {}}


def _close(table: sqlite3.Connection, process: int) -> None:
    """Close it in the process that opened it: one that was forked must not."""
    if os.getpid() == process:
        table.close()


def opened(path: Path, mode: str) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(address(path, mode), timeout=PATIENCE, uri=True))


def address(path: Path, mode: str) -> str:
    return f"{path.resolve().as_uri()}?mode={mode}"


def known_keys(path: Path) -> set[str]:
    """What the file has; sqlite3.Error where that cannot be read. A file that is broken is then taken away."""
    if not path.exists():
        return set()
    try:
        with opened(path, "rw") as table:  # so that what a killed run was writing is undone
            return {key for (key,) in table.execute("SELECT key FROM work")}
    except sqlite3.Error as error:
        if is_broken(error):
            for broken in (path, path.with_name(f"{path.name}-journal")):
                with suppress(OSError):
                    broken.unlink()
        raise


def is_broken(error: sqlite3.Error) -> bool:
    """Is the file no cache of ours? One that another program holds, or that may not be read, is."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _BROKEN


def cleared(path: Path | None) -> OSError:
    return OSError(errno.ESTALE, "was cleared while it was in use; build again", str(path))
