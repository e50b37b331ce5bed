"""The site before the one that is published: kept as the beginning of the site after it.

It lacks what changed since, and the rest need not be linked again, which over 50,000 files takes longer than all else.
Where there is none, or much has changed, the linking can be begun by another process while articles are read.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager, suppress
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from dateline import published
from dateline.site.publishing import disk
from dateline.tools import files
from dateline.tools.questions import meanwhile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

NOTE = "begun.msgpack"  # beside the spare site: the folders of a copy


class Kept(Struct, frozen=True):
    """A spare site."""

    stale: tuple[str, ...]  # paths of files that it or the published one lacks, or that differ in them
    rooms: published.Rooms  # its folders: nobody takes anything out of it


class Begun(Struct, frozen=True):
    """A copy of the published site, in the making."""

    new: Path
    rooms: Callable[[], published.Rooms | None]  # waits for it; its folders, None where it could not be made


@contextmanager
def begun(folder: Path, spare: Path, names: Sequence[str]) -> Iterator[Begun]:
    """Let another process copy the published site, which has files of these names; no file is copied, but linked.

    Whoever publishes takes it away. A copy that nobody wanted is the next spare site.
    """
    folder = folder.resolve()
    clear(folder)
    new = beside(folder)
    (copied,) = meanwhile(partial(_copy, folder, new, spare, names))
    rooms = cache(partial(_rooms, copied, spare))
    try:
        yield Begun(new, rooms)
    finally:
        left = rooms()
        if left and new.is_dir():
            keep(new, spare, Kept((), left))
        shutil.rmtree(new, ignore_errors=True)


def _rooms(copied: Callable[[], bool], spare: Path) -> published.Rooms | None:
    with suppress(OSError, msgspec.DecodeError, ValueError):
        if copied():
            return msgspec.msgpack.decode(spare.with_name(NOTE).read_bytes(), type=published.Rooms)
    return None


def _copy(folder: Path, new: Path, spare: Path, names: Sequence[str]) -> bool:
    try:
        kept, there = take(spare, new), frozenset(names)
        touched = kept.stale if kept else names
        for path in sorted(touched):
            if path in there:
                disk.keep(f"{folder}/{path}", f"{new}/{path}")
            else:
                files.remove(new / path, new)
        rooms = published.rooms_after(new, kept.rooms if kept else published.NO_ROOMS, touched)
        files.write(spare.with_name(NOTE), msgspec.msgpack.encode(rooms))
    except OSError:
        return False
    return True


def beside(folder: Path) -> Path:
    """A new folder for the site that will take its place."""
    return Path(tempfile.mkdtemp(prefix=f".{folder.name}.new.", dir=folder.parent))


def take(spare: Path, new: Path) -> Kept | None:
    """Make `new` the site that is kept, if there is one and nobody has taken anything out of it."""
    index = spare.with_suffix(".msgpack")
    try:
        kept = msgspec.msgpack.decode(index.read_bytes(), type=Kept)
        index.unlink()  # from here on it counts as gone, whatever happens
        if published.still(spare, kept.rooms):
            spare.rename(new)
            return kept
    except (OSError, msgspec.DecodeError, ValueError):
        pass
    shutil.rmtree(spare, ignore_errors=True)
    return None


def keep(old: Path, spare: Path, kept: Kept) -> None:
    """Keep a site to begin the next one with; where that cannot be, it is simply cleared away."""
    with suppress(OSError):
        shutil.rmtree(spare, ignore_errors=True)
        spare.parent.mkdir(parents=True, exist_ok=True)
        old.rename(spare)
        files.write(spare.with_suffix(".msgpack"), msgspec.msgpack.encode(kept))


def clear(folder: Path) -> None:
    """Take away what interrupted publications left; give back a site that was moved aside and not replaced."""
    for left in sorted(folder.parent.glob(f".{folder.name}.*.*")):
        if left.name.startswith(f".{folder.name}.old.") and (left / "site").is_dir() and not folder.exists():
            (left / "site").rename(folder)
        shutil.rmtree(left, ignore_errors=True)
