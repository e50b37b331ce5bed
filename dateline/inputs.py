"""A site folder -> every file that a build reads, by the digest of its bytes; what has stood still is not read again.

A folder whose time is that of the last look holds what it held, and is not listed; a file that has the size, times and
inode of the last look is not read.
"""

from __future__ import annotations

import os
import stat
import time
from array import array
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dateline import cache, files
from dateline.folder import ARTICLES, LEDGER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from dateline.folder import Folder
    from dateline.journal import Change

# Nanoseconds that a file must have stood still before its times are believed: two writes within the finest step of
# a file system's clock look like one (2 s on FAT; git calls such a file racily clean).
SETTLED = 2_000_000_000
NEVER = -1  # the time of a folder that is listed again in any case
EACH = 4  # numbers that tell how a file looks: size in bytes, times of change of content and of status in ns, inode
_LEDGERS = os.fsencode(LEDGER)
_MOST = 2**63 - 1  # inodes may have 64 bits
_UNSETTLED = array("q", (NEVER,) * EACH)


class Room(Struct, frozen=True):
    """One folder. Names are bytes: they need not be UTF-8."""

    name: bytes  # relative to the site folder
    time: int  # of the last change of what it holds, in ns
    folders: bytes  # names, a NUL behind each
    files: bytes  # likewise
    facts: bytes  # EACH numbers of 8 bytes a file
    digests: bytes  # of the files' bytes, or why there is none; a NUL behind each
    whole: str  # digest of names and digests; empty of an empty folder, which says nothing

    @property
    def size(self) -> int:
        """How many files it has."""
        return len(self.facts) // (EACH * 8)

    @property
    def known(self) -> dict[bytes, bytes]:
        """Name -> digest."""
        return dict(zip(_split(self.files), _split(self.digests), strict=True))


class Inputs(Struct, frozen=True, dict=True):
    """Every file that a build reads."""

    rooms: tuple[Room, ...] = ()

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """Path in the site folder -> digest of the bytes."""
        found: dict[str, str] = {}
        for room in self.rooms:
            within = room.name.decode("utf-8", "backslashreplace")
            names = room.files.decode("utf-8", "backslashreplace").split("\0")[:-1]
            found.update(zip([f"{within}/{name}" for name in names], room.digests.decode().split("\0"), strict=False))
        return found

    @property
    def sizes(self) -> tuple[int, int]:
        """How many ledgers there are, and how many other files."""
        ledgers = sum(room.size for room in self.rooms if _is_of_ledgers(room))
        return ledgers, sum(room.size for room in self.rooms) - ledgers

    @cached_property
    def whole(self) -> str:
        """One digest of all of them."""
        return _whole({room.name: room.whole for room in self.rooms})

    @property
    def ground(self) -> str:
        """One digest of those that many articles or pages hang on: settings, vocabulary, templates and static files."""
        apart = tuple(os.fsencode(name) for name in ("seeds", ARTICLES, LEDGER))
        return _whole({room.name: room.whole for room in self.rooms if not room.name.startswith(apart)})

    def after(self, changes: Sequence[Sequence[Change]]) -> str:
        """`whole` once the build's own changes are made. A person's edit meanwhile is none of them, and so is seen."""
        if not changes:
            return self.whole
        rooms = {room.name: room for room in self.rooms}
        found: dict[bytes, dict[bytes, bytes]] = {}
        for change in (change for group in changes for change in group):
            room, _, name = os.fsencode(change.path).rpartition(b"/")
            if room not in found:
                found[room] = rooms[room].known if room in rooms else {}
            if change.after is None:
                found[room].pop(name, None)
            else:
                found[room][name] = cache.digest(change.after.encode("utf-8")).encode()
        wholes = {name: room.whole for name, room in rooms.items()}
        return _whole(wholes | {room: _digest(known.keys(), known.values()) for room, known in found.items()})


def look(folder: Folder, last: Inputs | None = None, still: Callable[[], bool] = bool) -> Inputs:
    """Look at all of them; `last`: the last look, so that what is as it was is not read again.

    still: whether the ledgers are as they were (`remembered`), if another process sees to that; asked last.
    """
    known = {room.name: room for room in last.rooms} if last else {}
    tops = (folder.seeds, folder.content, folder.templates, folder.static)
    names = [os.fsencode(top.relative_to(folder.root)) for top in tops]
    return Inputs(tuple(_rooms(os.fsencode(folder.root) + b"/", names, known, time.time_ns() - SETTLED, still)))


def remembered(folder: Folder, last: Inputs) -> bool:
    """Are all ledgers as they were at the last look?"""
    top, rooms = os.fsencode(folder.root) + b"/", list(filter(_is_of_ledgers, last.rooms))
    with suppress(OSError):
        return bool(rooms) and all(_stands(top + room.name + b"/", room) for room in rooms)
    return False


def _is_of_ledgers(room: Room) -> bool:
    return room.name == _LEDGERS or room.name.startswith(_LEDGERS + b"/")


def read(path: Path) -> Inputs | None:
    """The last look, if one was left that can be read."""
    with suppress(OSError, msgspec.DecodeError, msgspec.ValidationError):
        found = Inputs(msgspec.msgpack.decode(path.read_bytes(), type=tuple[Room, ...]))
        return found if all(_is_sound(room) for room in found.rooms) else None
    return None


def write(path: Path, found: Inputs) -> None:
    """Leave a look for the next run."""
    files.write(path, msgspec.msgpack.encode(found.rooms))


def _is_sound(room: Room) -> bool:
    count = room.files.count(b"\0")
    return room.digests.count(b"\0") == count and len(room.facts) == count * EACH * 8


def _rooms(
    top: bytes, names: list[bytes], known: Mapping[bytes, Room], quiet: int, still: Callable[[], bool]
) -> Iterator[Room]:
    """`names`: of the folders to begin with. `quiet`: what changed later may change again without its times telling."""
    while names:
        name = names.pop()
        if name == _LEDGERS and name in known and still():
            yield from filter(_is_of_ledgers, known.values())
            continue
        try:
            room = _room(top, name, known.get(name), quiet)
        except FileNotFoundError:
            continue
        except OSError:  # not a folder, or not ours to look into: reading it will say so
            room = Room(name, NEVER, b"", b"", b"", b"", "")
        within = [name + b"/" + folder for folder in _split(room.folders)]
        names += [each for each in within if each != _LEDGERS]
        names[:0] = [each for each in within if each == _LEDGERS]  # they come last
        yield room


def _room(top: bytes, name: bytes, last: Room | None, quiet: int) -> Room:
    path = top + name + b"/"
    at = os.stat(path).st_mtime_ns  # noqa: PTH116  over thousands twice as fast, here and below
    if last is None or last.time != at:
        folders, names = _listed(path)
        facts, digests = _as_before(last, names)
        last = Room(name, at if at < quiet else NEVER, _joined(folders), _joined(names), facts, digests, "")
    return _seen(path, last, quiet)


def _listed(path: bytes) -> tuple[list[bytes], list[bytes]]:
    """The folders and the files of a folder."""
    folders: list[bytes] = []
    names: list[bytes] = []
    with os.scandir(path) as entries:
        for entry in entries:
            (folders if entry.is_dir(follow_symlinks=False) else names).append(entry.name)
    return sorted(folders), sorted(names)


def _as_before(last: Room | None, names: Sequence[bytes]) -> tuple[bytes, bytes]:
    """What was known of those of the files that were there already."""
    before = array("q", last.facts if last else b"")
    known = last.known if last else {}
    places = {name: place * EACH for place, name in enumerate(known)}
    facts = array("q")
    for name in names:
        facts.extend(before[places[name] : places[name] + EACH] if name in places else _UNSETTLED)
    return facts.tobytes(), _joined(known.get(name, b"") for name in names)


def _seen(path: bytes, room: Room, quiet: int) -> Room:
    """The same folder, its files looked at."""
    names = _split(room.files)
    facts = _facts(path, names)
    if facts.tobytes() == room.facts and (room.whole or not names):
        return room
    before, digests = array("q", room.facts), _split(room.digests)
    for place, name in enumerate(names):
        here = slice(place * EACH, place * EACH + EACH)
        if facts[here] != before[here] or facts[here] == _UNSETTLED:
            digests[place] = _read(path + name)
            if max(facts[here][1:3]) >= quiet or len(digests[place]) != cache.DIGITS:
                facts[here] = _UNSETTLED
    return replace(room, facts=facts.tobytes(), digests=_joined(digests), whole=_digest(names, digests))


def _stands(path: bytes, room: Room) -> bool:
    """Would `_room` find it as it was?"""
    names = _split(room.files)
    settled = os.stat(path).st_mtime_ns == room.time and (room.whole or not names)  # noqa: PTH116
    return bool(settled) and _facts(path, names).tobytes() == room.facts


def _facts(path: bytes, names: Sequence[bytes]) -> array[int]:
    found, seen = array("q"), os.stat
    for name in names:
        try:
            at = seen(path + name)
        except OSError:
            found.extend(_UNSETTLED)
        else:
            found.extend((at.st_size, at.st_mtime_ns, at.st_ctime_ns, at.st_ino & _MOST))
    return found


def _read(path: bytes) -> bytes:
    """The digest of a file's bytes, or why there is none."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116  a pipe would be waited for
            return b"special"
        return cache.digest(files.read(path)).encode()
    except OSError as error:
        return f"unreadable: {error.errno}".encode()


def _digest(names: Iterable[bytes], digests: Iterable[bytes]) -> str:
    """Of the files of one folder."""
    said = sorted(zip(names, digests, strict=True))
    return cache.key("room", _joined(part for pair in said for part in pair)) if said else ""


def _whole(wholes: Mapping[bytes, str]) -> str:
    return cache.key("whole", sorted((name, whole) for name, whole in wholes.items() if whole))


def _joined(names: Iterable[bytes]) -> bytes:
    """Names as one, a NUL behind each."""
    return b"".join([name + b"\0" for name in names])


def _split(names: bytes) -> list[bytes]:
    return names.split(b"\0")[:-1]
