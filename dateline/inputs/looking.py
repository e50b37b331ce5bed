"""A site folder -> every file that a build reads, by the digest of its bytes; what has stood still is not read again.

A folder whose time is that of the last look holds what it held, and is not listed; a file that has the size, times and
inode of the last look is not read.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from itertools import chain, islice
from typing import TYPE_CHECKING

from dateline.inputs.room import Glance, Room, digests_of, stands, unreadable
from dateline.inputs.whole import LEDGERS, Inputs, is_of_ledgers, write
from dateline.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from dateline.tools.folder import Folder

# Nanoseconds that a file must have stood still before its times are believed: two writes within the finest step of
# a file system's clock look like one (2 s on FAT; git calls such a file racily clean).
SETTLED = 2_000_000_000
MANY = 5_000  # files to read, a quarter of a second of work: from here on it is spread over processes
SHARE = 128  # files that are handed over together, and open at once: a process may have 256 on macOS
ALONE = Workers()


def look(
    folder: Folder, last: Inputs | None = None, still: Callable[[], bool] = bool, workers: Workers = ALONE
) -> Inputs:
    """Look at all of them; `last`: the last look, so that what is as it was is not read again.

    still: whether the ledgers are as they were (`remembered`), if another process sees to that; asked after the rest.
    """
    known = {room.name: room for room in last.rooms} if last else {}
    top, quiet = os.fsencode(folder.root) + b"/", time.time_ns() - SETTLED
    tops = (folder.seeds, folder.content, folder.templates, folder.static)
    names = [os.fsencode(each.relative_to(folder.root)) for each in tops]
    seen = list(_seen(top, names, known, quiet, still))
    paths = [path for each in seen if isinstance(each, Glance) for path in each.paths(top)]
    shares = [paths[start : start + SHARE] for start in range(0, len(paths), SHARE)]
    found = chain.from_iterable(workers.map(digests_of, shares, at_once=len(paths) >= MANY))
    return Inputs(
        tuple(
            [room if isinstance(room, Room) else room.read([*islice(found, len(room.places))], quiet) for room in seen]
        )
    )


def noted(folder: Folder, last: Inputs | None, still: Callable[[], bool] = bool, workers: Workers = ALONE) -> Inputs:
    """A look, which is left for the next."""
    found = look(folder, last, still, workers)
    if found != last:
        write(folder, found)
    return found


def remembered(folder: Folder, last: Inputs) -> bool:
    """Are all ledgers as they were at the last look?"""
    top, rooms = os.fsencode(folder.root) + b"/", list(filter(is_of_ledgers, last.rooms))
    with suppress(OSError):
        return bool(rooms) and all(stands(top + room.name + b"/", room) for room in rooms)
    return False


def _seen(
    top: bytes, names: list[bytes], known: Mapping[bytes, Room], quiet: int, still: Callable[[], bool]
) -> Iterator[Glance | Room]:
    """`names`: of the folders to begin with."""
    while names:
        name = names.pop()
        if name == LEDGERS and name in known and still():
            yield from filter(is_of_ledgers, known.values())
            continue
        try:
            seen = Glance.at(top, name, known.get(name), quiet)
        except FileNotFoundError:
            continue
        except OSError:
            yield unreadable(name)
            continue
        within = seen.room.within
        names += [each for each in within if each != LEDGERS]
        names[:0] = [each for each in within if each == LEDGERS]  # they come last
        yield seen
