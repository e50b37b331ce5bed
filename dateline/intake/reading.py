"""The files of seeds/ -> what each holds. What stood before as it stands now is not opened."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dateline import cache as work
from dateline import normalise, seeds
from dateline.model import Problem, Seed
from dateline.workers.demand import Lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from dateline.cache import Cache
    from dateline.tools.progress import Progress
    from dateline.workers import Workers

EMPTY = work.digest(b"")
LARGE = 4_000_000  # bytes of a file, from which it is read here: it would be sent, and what is in it be sent back


class File(Struct, frozen=True):
    """What one file of seeds/ holds; the seeds themselves are in the cache."""

    digest: str  # of its bytes
    seeds: tuple[str, ...] = ()  # their keys
    traces: tuple[normalise.Trace, ...] = ()  # what each tells of itself
    problems: tuple[Problem, ...] = ()


class Opened(Struct, frozen=True):
    """One file that had to be read."""

    file: File
    seeds: tuple[bytes, ...] = ()  # packed


def read_all(
    root: Path,
    known: Mapping[str, str],
    imported: frozenset[str],
    columns: dict[str, str],
    cache: Cache,
    progress: Progress,
    workers: Workers,
) -> tuple[list[File], list[Problem]]:
    """What the files hold, in their order, and the problems; a second file of equal bytes is one of these.

    known: paths relative to seeds/, each with the digest of its bytes or something else where that is not known.
    imported: of equal files, one of these comes first, so that a copy cannot take its place; then the one of the
    shortest name, since what copies a file puts something to its name.
    """
    room = _Room(root, columns, cache)
    order = sorted(known, key=lambda path: (path not in imported, len(PurePosixPath(path).name), path))
    kept = zip(order, cache.find([room.key(path, known[path]) for path in order], File), strict=True)
    standing = {path: file for path, file in kept if file and cache.has(*file.seeds)}
    lacking = room.lacking(order, known, standing)
    opened = zip(lacking, progress.watch("Reading seeds", room.open(lacking, workers), len(lacking)), strict=True)
    standing |= {path: room.keep(path, found) for path, found in opened}
    found: dict[str, File] = {}
    first: dict[str, str] = {}  # digest -> the path that it was first seen at
    problems: list[Problem] = []
    for path in order:
        digest = standing[path].digest if path in standing else known[path]
        if digest not in first:
            file = standing[path] if path in standing else room.keep(path, room.opened(path))
            digest = file.digest
        if digest in first:
            hint = "Delete one of the two files."
            message = f"has the same bytes as seeds/{first[digest]}, and is not imported a second time"
            problems.append(Problem(f"seeds/{path}", 0, "S90", message, hint, "warning"))
            continue
        found[path] = file
        problems += file.problems
        cache.used.update(file.seeds)
        if file.seeds and digest:  # nothing is missing where a copy of what could not be read can be
            first[digest] = path
    return [found[path] for path in known if path in found], problems


class _Room:
    """seeds/, and what the cache has of it."""

    def __init__(self, root: Path, columns: dict[str, str], cache: Cache) -> None:
        self.root = root
        self.columns = columns
        self.cache = cache
        self.program = work.program()

    def key(self, path: str, digest: str) -> str:
        """Under which the cache has what a file of these bytes holds."""
        return work.key("read", self.program, path, digest, self.columns)

    def lacking(self, order: Sequence[str], known: Mapping[str, str], standing: Mapping[str, File]) -> list[str]:
        """The files to be opened, but for those that are known to be copies of others."""
        seen: set[str] = set()
        lacking = []
        for path in order:
            digest = known[path] if len(known[path]) == work.DIGITS and known[path] != EMPTY else path
            if digest not in seen and path not in standing:
                lacking.append(path)
            seen.add(digest)
        return lacking

    def open(self, paths: Sequence[str], workers: Workers) -> Iterator[Opened]:
        """What is in each; the bytes are read here, since a worker may be on another machine."""
        large = {path for path in paths if self.size(path) >= LARGE}
        small = [path for path in paths if path not in large]
        items = Lazy(len(small), lambda number: self.item(small[number]))
        made = workers.map(_opened, items)
        for path in paths:
            yield self.opened(path) if path in large else next(made)

    def size(self, path: str) -> int:
        try:
            return (self.root / path).stat().st_size
        except OSError:  # it is told when the file is read
            return 0

    def opened(self, path: str) -> Opened:
        return _opened(self.item(path))

    def item(self, path: str) -> _Item:
        data, problems = seeds.load(self.root, path)
        return _Item(path, data, tuple(problems), self.columns)

    def keep(self, path: str, opened: Opened) -> File:
        """What is read goes into the cache."""
        if not opened.file.digest:
            return opened.file
        key = self.key(path, opened.file.digest)
        file = replace(opened.file, seeds=tuple(f"{key} {number}" for number in range(len(opened.seeds))))
        for name, packed in zip(file.seeds, opened.seeds, strict=True):
            self.cache.put(name, packed)
        self.cache.put(key, msgspec.msgpack.encode(file))
        return file


class _Item(Struct, frozen=True):
    """One file to be read."""

    path: str
    data: bytes | None  # None: it cannot be read, and `problems` say why
    problems: tuple[Problem, ...]
    columns: dict[str, str]


def _opened(item: _Item) -> Opened:
    if item.data is None:
        return Opened(File("", problems=item.problems))
    found = seeds.read(item.path, item.data, item.columns)
    kept = [one for one in found if isinstance(one, Seed)]
    problems = (*item.problems, *(one for one in found if isinstance(one, Problem)))
    traces = tuple(map(normalise.trace, kept))
    return Opened(File(work.digest(item.data), (), traces, problems), tuple(map(msgspec.msgpack.encode, kept)))
