"""Every file that a build reads, by the digest of its bytes: what one look leaves for the next."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from dateline import cache
from dateline.inputs.room import EACH, Room, digest
from dateline.tools import files
from dateline.tools.folder import ARTICLES, LEDGER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from dateline.journal import Change
    from dateline.tools.folder import Folder

LEDGERS = os.fsencode(LEDGER)


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
        ledgers = sum(room.size for room in self.rooms if is_of_ledgers(room))
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
        return _whole(wholes | {room: digest(known.keys(), known.values()) for room, known in found.items()})


def read(folder: Folder) -> Inputs | None:
    """The last look, if one was left that can be read."""
    with suppress(OSError, msgspec.DecodeError, msgspec.ValidationError):
        found = Inputs(msgspec.msgpack.decode(_note(folder).read_bytes(), type=tuple[Room, ...]))
        return found if all(_is_sound(room) for room in found.rooms) else None
    return None


def write(folder: Folder, found: Inputs) -> None:
    """Leave a look for the next run."""
    files.write(_note(folder), msgspec.msgpack.encode(found.rooms))


def _note(folder: Folder) -> Path:
    return folder.cache / "inputs.msgpack"


def _is_sound(room: Room) -> bool:
    count = room.files.count(b"\0")
    return room.digests.count(b"\0") == count and len(room.facts) == count * EACH * 8


def is_of_ledgers(room: Room) -> bool:
    return room.name == LEDGERS or room.name.startswith(LEDGERS + b"/")


def _whole(wholes: Mapping[bytes, str]) -> str:
    return cache.key("whole", sorted((name, whole) for name, whole in wholes.items() if whole))
