"""What the last build was made from -> whether there is anything to do, if nobody has touched what it `published`.

Inputs are compared by digests of their bytes; a file that has the size, times and inode of the last run is not read
again for that. The program is compared by name, size and time.
"""

from __future__ import annotations

import os
import stat
import time
from array import array
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from dateline import cache, files, published
from dateline.folder import shipped
from dateline.model import Problem  # noqa: TC001  msgspec reads the types at run time
from dateline.published import Rooms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from dateline.folder import Folder
    from dateline.journal import Change

# Nanoseconds that a file must have stood still before its times are believed: two writes within the finest step of
# a file system's clock look like one (2 s on FAT; git calls such a file racily clean).
SETTLED = 2_000_000_000
_MOST = 2**63 - 1
Facts = tuple[int, int, int, int]  # size in bytes, times of change of content and of status in ns, inode


@dataclass(frozen=True, slots=True)
class Stamp:
    """One build that published."""

    inputs: str  # digest of all that went in, as it stood afterwards
    articles: int
    withdrawn: int
    files: int  # published
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Inputs:
    """Every file that a build reads, by its path."""

    digests: dict[str, str]  # of the bytes
    known: dict[str, tuple[Facts, str]]  # the same with what the file looked like, of those that had stood still
    rooms: dict[str, int]  # folders -> time of the last change in ns, before they were listed

    @property
    def whole(self) -> str:
        """One digest of all of them."""
        return cache.key("whole", sorted(self.digests.items()))


@dataclass(frozen=True, slots=True)
class Still:
    """All inputs, when every one of them had stood still: the same again are known without making a list of them."""

    rooms: Rooms
    files: bytes  # names, a NUL behind each
    facts: bytes  # four numbers of 8 bytes each
    whole: str


def inputs(folder: Folder, known: dict[str, tuple[Facts, str]] | None = None) -> Inputs:
    """Look at all of them; `known`: what the last look knew, so that what is as it was is not read again."""
    before, now = known or {}, time.time_ns()
    found = Inputs({}, {}, {})
    for room in _rooms(folder):
        top = os.path.relpath(room, folder.root).replace(os.sep, "/")
        for name, entry in _walk(room, found.rooms):
            path = os.fsencode(f"{top}/{name}").decode("utf-8", "backslashreplace")  # names need not be UTF-8
            _look(path, entry, before.get(path), now, found)
    return found


def _look(path: str, entry: os.DirEntry[str], last: tuple[Facts, str] | None, now: int, found: Inputs) -> None:
    try:
        at = entry.stat()
        facts = _facts(at)
        if last is not None and last[0] == facts:
            found.digests[path], found.known[path] = last[1], last
            return
        if not stat.S_ISREG(at.st_mode):  # a pipe would be waited for
            found.digests[path] = "special"
            return
        with open(entry.path, "rb") as file:  # noqa: PTH123  twice as fast over thousands of files
            found.digests[path] = cache.digest(file.read())
        if max(at.st_mtime_ns, at.st_ctime_ns) < now - SETTLED:
            found.known[path] = facts, found.digests[path]
    except OSError as error:
        found.digests[path] = f"unreadable: {error.errno}"


def _facts(at: os.stat_result) -> Facts:
    return at.st_size, at.st_mtime_ns, at.st_ctime_ns, at.st_ino


def recall(path: Path) -> dict[str, tuple[Facts, str]]:
    """What the last run knew of its inputs, if it left that and it can be read."""
    with suppress(OSError, msgspec.DecodeError, msgspec.ValidationError):
        return msgspec.msgpack.decode(path.read_bytes(), type=dict[str, tuple[Facts, str]])
    return {}


def keep(path: Path, found: Inputs) -> None:
    """Leave for the next run what is known of the inputs."""
    files.write_if_changed(path, msgspec.msgpack.encode(found.known))


def keep_still(path: Path, folder: Folder, found: Inputs) -> None:
    """Leave for the next run how the inputs stand, if all of them have stood still."""
    quiet = time.time_ns() - SETTLED
    if len(found.known) < len(found.digests) or any(at >= quiet for at in found.rooms.values()):
        return
    top = f"{folder.root}{os.sep}"
    rooms = Rooms(published.joined(room.removeprefix(top) for room in found.rooms), _packed(found.rooms.values()))
    facts = _packed(number for known, _ in found.known.values() for number in known)
    files.write_if_changed(
        path, msgspec.msgpack.encode(Still(rooms, published.joined(found.known), facts, found.whole))
    )


def still(path: Path, folder: Folder) -> str:
    """`Inputs.whole` as the last run found it, if all inputs stand as they did; empty where that is not sure."""
    try:
        note = msgspec.msgpack.decode(path.read_bytes(), type=Still)
        there = {str(room.relative_to(folder.root)) for room in _rooms(folder) if room.is_dir()}
        rooms = published.split(note.rooms.names)
        if there <= {*rooms} and published.still(folder.root, note.rooms):
            top = f"{folder.root}/"
            facts = (_facts(os.stat(top + name)) for name in published.split(note.files))  # noqa: PTH116  see `_look`
            return note.whole if _packed(number for each in facts for number in each) == note.facts else ""
    except (OSError, msgspec.DecodeError, ValueError):
        pass
    return ""


def look(folder: Folder) -> str:
    """A digest of the same files by name, size and time: quick enough for waiting until nobody writes."""
    return cache.key("look", [_times(room) for room in _rooms(folder)])


def _rooms(folder: Folder) -> tuple[Path, ...]:
    return folder.seeds, folder.content, folder.templates, folder.static


def _packed(numbers: Iterable[int]) -> bytes:
    return array("q", [number & _MOST for number in numbers]).tobytes()  # inodes may have 64 bits


def after(before: Inputs, changes: Sequence[Sequence[Change]]) -> str:
    """The inputs once the build's own changes are made. A person's edit meanwhile is not among them, and so is seen."""
    if not changes:
        return before.whole
    found = dict(before.digests)
    for change in (change for group in changes for change in group):
        if change.after is None:
            found.pop(change.path, None)
        else:
            found[change.path] = cache.digest(change.after.encode("utf-8"))
    return Inputs(found, {}, {}).whole


def key(whole: str, base_url: str) -> str:
    """One digest of all inputs, the settings of this run and the program; `whole`: see Inputs."""
    program = [cache.program(), *(_times(shipped(name)) for name in ("templates", "static"))]
    return cache.key("inputs", whole, base_url, program)


def read(path: Path) -> Stamp | None:
    """The last build's stamp, if it left one that can be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Stamp)
    except (OSError, msgspec.DecodeError):
        return None


def write(path: Path, stamp: Stamp) -> None:
    """Leave a stamp for the next build."""
    files.write_if_changed(path, msgspec.json.encode(stamp))


def _walk(folder: Path, times: dict[str, int] | None = None) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file below a folder, with its path in it; `times` takes those of the folders."""
    rooms = [(str(folder), "")]
    while rooms:
        room, prefix = rooms.pop()
        try:
            if times is not None:
                times[room] = os.stat(room).st_mtime_ns  # noqa: PTH116  see `_look`
            with os.scandir(room) as entries:
                yield from _listed(entries, prefix, rooms)
        except OSError:  # not there, or not ours to read: reading it will say so
            if times and room in times:
                times[room] = _MOST  # that it may be looked into one day does not change its time


def _listed(
    entries: Iterable[os.DirEntry[str]], prefix: str, rooms: list[tuple[str, str]]
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            rooms.append((entry.path, f"{prefix}{entry.name}/"))
        else:
            yield prefix + entry.name, entry


def _times(folder: Path) -> str:
    rows = []
    for name, entry in _walk(folder):
        found = entry.stat(follow_symlinks=False)
        rows.append(f"{name}\0{found.st_size}\0{found.st_mtime_ns}")
    return cache.key("times", os.fsencode("\n".join(sorted(rows))))
