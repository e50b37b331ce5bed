"""A folder of many files -> how they stand; and later, whether anybody has touched them since.

What came, went or took another's place shows in the time of the folder that holds it, and what was written into in the
size and time of the file. So no folder need be listed again, which over 70,000 files takes twice as long.
"""

from __future__ import annotations

import os
from array import array
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from dateline.tools import files as disk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path


class Rooms(Struct, frozen=True):
    """The folders of a folder, and itself, which has the name ""."""

    names: bytes  # relative to it, a NUL behind each
    times: bytes  # of the last change of each, in ns, 8 bytes


NO_ROOMS = Rooms(b"", b"")


class Standing(Struct, frozen=True):
    """How a folder stood."""

    rooms: Rooms
    files: bytes  # names as above
    facts: bytes  # of each its size in bytes and the time of its last change in ns, 16 bytes

    @property
    def size(self) -> int:
        """How many files were noted."""
        return len(self.facts) // 16

    def shared_out(self, besides: int) -> tuple[Standing, Standing]:
        """The same in two, as much work for each: the folders are in the second, and whoever has the first has so many
        files `besides` to look at."""
        ahead = max(0, self.size + len(self.rooms.times) // 8 - besides) / 2 / max(1, self.size)
        end = self.files.find(b"\0", min(int(ahead * len(self.files)), len(self.files) - 1)) + 1
        count = self.files.count(b"\0", 0, end) * 16
        first = Standing(NO_ROOMS, self.files[:end], self.facts[:count])
        return first, Standing(self.rooms, self.files[end:], self.facts[count:])


def look(folder: Path) -> Standing:
    """How a folder stands; OSError where it cannot be read."""
    return of(folder, list(_listed(folder)))


def of(folder: Path, names: Sequence[str], rooms: Rooms | None = None) -> Standing:
    """How a folder stands that has just these files. rooms: how its folders stand, where that is known."""
    return Standing(rooms or _rooms(folder, names), joined(names), _facts(folder, names))


def after(
    folder: Path, before: Standing, changed: Iterable[str], gone: Collection[str], rooms: Rooms | None = None
) -> Standing:
    """How a folder stands that stood as `before` until some of its files were changed and others went.

    rooms: how its folders stand, where that is known.
    """
    names, facts, changed = split(before.files), array("q", before.facts), frozenset(changed)
    places = {name: place for place, name in enumerate(names) if name in changed or name in gone}
    for name in sorted(changed):
        if name not in places:
            places[name] = len(names)
            names.append(name)
        at, place = os.lstat(f"{folder}/{name}"), places[name] * 2
        facts[place : place + 2] = array("q", (at.st_size, at.st_mtime_ns))
    for place in sorted((places[name] for name in gone if name in places), reverse=True):
        del names[place], facts[place * 2 : place * 2 + 2]
    return Standing(rooms or _rooms(folder, names), joined(names), facts.tobytes())


def untouched(folder: Path, before: Standing) -> bool:
    """Does everything in a folder stand as it did?"""
    try:
        return still(folder, before.rooms) and _facts(folder, split(before.files)) == before.facts
    except OSError:
        return False


def still(folder: Path, rooms: Rooms) -> bool:
    """Have its folders the files that they had, under their names?"""
    try:
        return _times(folder, split(rooms.names)) == rooms.times
    except OSError:
        return False


def rooms(folder: Path) -> Rooms:
    """The folders of a folder as they stand; OSError where it cannot be read."""
    return _rooms(folder, _listed(folder))


def alike(folder: Path, rooms: Rooms) -> Rooms:
    """The folders of a folder that has those of another."""
    return Rooms(rooms.names, _times(folder, split(rooms.names)))


def rooms_after(folder: Path, before: Rooms, touched: Iterable[str]) -> Rooms:
    """The folders of a folder that stood as `before` until files of these names came, went or were replaced."""
    times = dict(zip(split(before.names), array("q", before.times), strict=True))
    for room in _above(touched):
        try:
            times[room] = os.lstat(f"{folder}/{room}").st_mtime_ns
        except FileNotFoundError:
            times.pop(room, None)
    ordered = sorted(times)
    return Rooms(joined(ordered), array("q", [times[room] for room in ordered]).tobytes())


def read(path: Path) -> Standing | None:
    """What was written, if it can be read."""
    with suppress(OSError, msgspec.DecodeError, ValueError):
        return msgspec.msgpack.decode(path.read_bytes(), type=Standing)
    return None


def write(path: Path, standing: Standing) -> None:
    """Keep how a folder stands for the next run."""
    disk.write(path, msgspec.msgpack.encode(standing))


def _rooms(folder: Path, names: Iterable[str]) -> Rooms:
    """The folders in which files of these names lie."""
    ordered = sorted(_above(names))
    return Rooms(joined(ordered), _times(folder, ordered))


def _above(names: Iterable[str]) -> set[str]:
    """The folders of these files, and those that hold them."""
    found = {""}
    for room in {name.rpartition("/")[0] for name in names}:
        above = room
        while above not in found:
            found.add(above)
            above = above.rpartition("/")[0]
    return found


def _times(folder: Path, names: Iterable[str]) -> bytes:
    top, lstat = f"{folder}/", os.lstat
    return array("q", [lstat(top + name).st_mtime_ns for name in names]).tobytes()


def _facts(folder: Path, names: Iterable[str]) -> bytes:
    top, lstat = f"{folder}/", os.lstat
    found = array("q")
    for name in names:
        at = lstat(top + name)
        found.append(at.st_size)
        found.append(at.st_mtime_ns)
    return found.tobytes()


def _listed(folder: Path) -> Iterator[str]:
    """Every file within."""
    return (name for name, _ in disk.walk(folder, whole=True))


def joined(names: Iterable[str]) -> bytes:
    """Names as one text, a NUL behind each."""
    return os.fsencode("\0".join([*names, ""]))


def split(names: bytes) -> list[str]:
    """What was `joined`."""
    return os.fsdecode(names).split("\0")[:-1]
