"""Bytes -> files, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write(path: Path, data: bytes, *, durable: bool = False) -> None:
    """Put `data` at `path`: a reader sees the old file or the new one, never a part of either.

    durable: not before the disk has it, so that it outlives a power cut; that takes 10 ms a file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def write_if_changed(path: Path, data: bytes) -> bool:
    """Put `data` at `path` unless it stands there already; true where something was written."""
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        pass
    write(path, data)
    return True


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
