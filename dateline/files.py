"""Bytes -> files, whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

PART = ".part"  # ending of a file that is being made


def write(path: Path, data: bytes, *, durable: bool = False, aside: Path | None = None) -> None:
    """Put `data` at `path`: a reader sees the old file or the new one, never a part of either. Raises OSError.

    durable: not before the disk has it, so that it outlives a power cut; that takes 10 ms a file. aside: the folder in
    which the new file is made before it takes its place, so that a run that dies leaves no part of one beside `path`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    room = aside or path.parent
    room.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=PART, dir=room)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException as error:
        with suppress(OSError):
            Path(name).unlink()
        if aside is None or not isinstance(error, OSError) or error.errno != errno.EXDEV:
            raise
        write(path, data, durable=durable)  # the folders are on different disks


def write_if_changed(path: Path, data: bytes, *, aside: Path | None = None) -> bool:
    """Put `data` at `path` unless it stands there already; true where something was written."""
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        pass
    write(path, data, aside=aside)
    return True


def clear_parts(room: Path) -> None:
    """Take away what runs that died left of files they were making in `room`."""
    for left in room.glob(f".*{PART}"):
        left.unlink(missing_ok=True)


def remove(path: Path, keep: Path) -> None:
    """Take a file away, and the folders above it that this leaves empty, up to but not including `keep`."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == keep or keep not in folder.parents:
            return
        try:
            folder.rmdir()
        except OSError:
            return


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
