"""What the last build was made from and what it left -> whether there is anything to do.

Inputs are compared by their bytes; the program and what was published by name, size and time.
"""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from dateline import cache, files
from dateline.folder import shipped
from dateline.model import Problem  # noqa: TC001  msgspec reads the types at run time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from dateline.folder import Folder
    from dateline.journal import Change


@dataclass(frozen=True, slots=True)
class Stamp:
    """One build that published."""

    inputs: str  # digest of all that went in, as it stood afterwards
    outputs: str  # digest of what was published
    articles: int
    withdrawn: int
    files: int  # published
    problems: tuple[Problem, ...]


def inputs(folder: Folder) -> dict[str, str]:
    """Every file that a build reads, by its path -> a digest of its bytes."""
    found = {}
    for room in (folder.seeds, folder.content, folder.templates, folder.static):
        for entry in _walk(room):
            name = os.path.relpath(entry.path, folder.root).replace(os.sep, "/")
            found[os.fsencode(name).decode("utf-8", "backslashreplace")] = _digest(entry)  # names need not be UTF-8
    return found


def look(folder: Folder) -> str:
    """A digest of the same files by name, size and time: quick enough for waiting until nobody writes."""
    return cache.key("look", [_times(room) for room in (folder.seeds, folder.content, folder.templates, folder.static)])


def after(before: dict[str, str], changes: Sequence[Sequence[Change]]) -> dict[str, str]:
    """The inputs once the build's own changes are made. A person's edit meanwhile is not among them, and so is seen."""
    found = dict(before)
    for change in (change for group in changes for change in group):
        if change.after is None:
            found.pop(change.path, None)
        else:
            found[change.path] = hashlib.blake2b(change.after.encode("utf-8")).hexdigest()
    return found


def key(found: dict[str, str], base_url: str) -> str:
    """One digest of all inputs, the settings of this run and the program."""
    program = [cache.program(), *(_times(shipped(name)) for name in ("templates", "static"))]
    return cache.key("inputs", sorted(found.items()), base_url, program)


def outputs(folder: Folder) -> str:
    """A digest of what is published."""
    return _times(folder.public)


def read(path: Path) -> Stamp | None:
    """The last build's stamp, if it left one that can be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Stamp)
    except (OSError, msgspec.DecodeError):
        return None


def write(path: Path, stamp: Stamp) -> None:
    """Leave a stamp for the next build."""
    files.write_if_changed(path, msgspec.json.encode(stamp))


def _walk(folder: Path) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from _walk(folder / entry.name)
                else:
                    yield entry
    except OSError:  # not there, or not ours to read: reading it will say so
        return


def _digest(entry: os.DirEntry[str]) -> str:
    try:
        if not stat.S_ISREG(entry.stat().st_mode):  # a pipe would be waited for
            return "special"
        with open(entry.path, "rb") as file:  # noqa: PTH123  twice as fast over thousands of files
            return hashlib.file_digest(file, hashlib.blake2b).hexdigest()
    except OSError as error:
        return f"unreadable: {error.errno}"


def _times(folder: Path) -> str:
    stats = ((os.path.relpath(entry.path, folder), entry.stat(follow_symlinks=False)) for entry in _walk(folder))
    return cache.key("times", sorted((os.fsencode(name), found.st_size, found.st_mtime_ns) for name, found in stats))
