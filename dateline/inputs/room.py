"""One folder -> its files by the digest of their bytes, and what tells at the next look whether they stood still."""

from __future__ import annotations

import os
from array import array
from typing import TYPE_CHECKING, Self

from msgspec import Struct
from msgspec.structs import replace

from dateline import cache
from dateline.tools import files

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SEEDS = b"seeds"
UNREADABLE = "unreadable"  # in place of the digest of a folder's files: that it is there, and that it goes, counts
NEVER = -1  # the time of a folder that is listed again in any case
EACH = 4  # numbers that tell how a file looks: size in bytes, times of change of content and of status in ns, inode
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
    whole: str  # digest of names, digests and links; empty of an empty folder, which says nothing
    links: bytes = b""  # those of seeds/, each with the place that it leads to; a NUL behind both

    @property
    def size(self) -> int:
        """How many files it has."""
        return len(self.facts) // (EACH * 8)

    @property
    def known(self) -> dict[bytes, bytes]:
        """Name -> digest."""
        return dict(zip(split(self.files), split(self.digests), strict=True))

    @property
    def within(self) -> list[bytes]:
        """Names of the folders in it, relative to the site folder."""
        return [self.name + b"/" + folder for folder in split(self.folders)]


class Glance(Struct, frozen=True):
    """A folder that was looked at, but for those of its files that must be read."""

    room: Room  # its digests are those of the last look
    facts: array[int]
    places: Sequence[int]  # of the files that must be read
    same: bool  # as it was at the last look

    @classmethod
    def at(cls, top: bytes, name: bytes, last: Room | None, quiet: int) -> Self:
        """Look at the folder `name` of `top`; OSError where there is none, or it cannot be looked into.

        quiet: what changed after this time in ns may change again without its times telling.
        """
        path = top + name + b"/"
        at = os.stat(path).st_mtime_ns  # noqa: PTH116  over thousands twice as fast, here and below
        if last is None or last.time != at:
            folders, names, linked = _listed(path)
            before, digests = _as_before(last, names)
            last = Room(name, at if at < quiet else NEVER, joined(folders), joined(names), before, digests, "")
        else:
            linked = split(last.links)[::2]
        links = _led(path, linked) if linked and name.split(b"/", 1)[0] == SEEDS else b""
        if links != last.links:
            last = replace(last, links=links, whole="")
        names = split(last.files)
        facts = _facts(path, names)
        if facts.tobytes() == last.facts and (last.whole or not names):
            return cls(last, facts, (), same=True)
        known = array("q", last.facts)
        here = [slice(place, place + EACH) for place in range(0, len(facts), EACH)]
        new = [n for n, each in enumerate(here) if facts[each] != known[each] or facts[each] == _UNSETTLED]
        return cls(last, facts, new, same=False)

    def paths(self, top: bytes) -> list[bytes]:
        """Those of the files that must be read."""
        names = split(self.room.files)
        return [top + self.room.name + b"/" + names[place] for place in self.places]

    def read(self, found: Sequence[bytes], quiet: int) -> Room:
        """The folder, where reading the files came to these digests."""
        if self.same:
            return self.room
        digests = split(self.room.digests)
        for place, said in zip(self.places, found, strict=True):
            here = slice(place * EACH, place * EACH + EACH)
            digests[place] = said
            if max(self.facts[here][1:3]) >= quiet or len(said) != cache.DIGITS:
                self.facts[here] = _UNSETTLED
        links = split(self.room.links)
        whole = digest([*split(self.room.files), *links[::2]], [*digests, *links[1::2]])
        return replace(self.room, facts=self.facts.tobytes(), digests=joined(digests), whole=whole)


def unreadable(name: bytes) -> Room:
    """What is no folder, or not ours to look into: reading it will say so."""
    return Room(name, NEVER, b"", b"", b"", b"", UNREADABLE)


def stands(path: bytes, room: Room) -> bool:
    """Would a look find the folder at `path` as it was?"""
    names = split(room.files)
    settled = os.stat(path).st_mtime_ns == room.time and (room.whole or not names)  # noqa: PTH116
    return bool(settled) and _facts(path, names).tobytes() == room.facts


def digests_of(paths: Sequence[bytes]) -> list[bytes]:
    """What each file comes to."""
    return [_told(found) for found in files.read_all(paths)]


def digest(names: Iterable[bytes], digests: Iterable[bytes]) -> str:
    """Of the files of one folder."""
    said = sorted(zip(names, digests, strict=True))
    return cache.key("room", joined(part for pair in said for part in pair)) if said else ""


def joined(names: Iterable[bytes]) -> bytes:
    """Names as one, a NUL behind each."""
    return b"".join([name + b"\0" for name in names])


def split(names: bytes) -> list[bytes]:
    return names.split(b"\0")[:-1]


def _listed(path: bytes) -> tuple[list[bytes], list[bytes], list[bytes]]:
    """The folders and the files of a folder, and those of these that are links."""
    folders: list[bytes] = []
    names: list[bytes] = []
    linked: list[bytes] = []
    with os.scandir(path) as entries:
        for entry in entries:
            (folders if entry.is_dir(follow_symlinks=False) else names).append(entry.name)
            if entry.is_symlink():
                linked.append(entry.name)
    return sorted(folders), sorted(names), sorted(linked)


def _led(path: bytes, linked: Iterable[bytes]) -> bytes:
    """Where links lead: one that leads out of seeds/ is not followed, though a file in its place may say the same."""
    return joined(part for name in linked for part in (name, os.path.realpath(path + name)))


def _as_before(last: Room | None, names: Sequence[bytes]) -> tuple[bytes, bytes]:
    """What was known of those of the files that were there already."""
    before = array("q", last.facts if last else b"")
    known = last.known if last else {}
    places = {name: place * EACH for place, name in enumerate(known)}
    facts = array("q")
    for name in names:
        facts.extend(before[places[name] : places[name] + EACH] if name in places else _UNSETTLED)
    return facts.tobytes(), joined(known.get(name, b"") for name in names)


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


def _told(found: bytes | OSError) -> bytes:
    """The digest of what a file says, or why there is none."""
    return f"unreadable: {found.errno}".encode() if isinstance(found, OSError) else cache.digest(found).encode()
