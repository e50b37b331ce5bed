"""Bytes -> files, whole or not at all."""

from __future__ import annotations

import difflib
import errno
import os
import stat
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LEFT = ("~", "#", ".bak", ".orig", ".swp", ".tmp", ".part")  # endings of what editors leave beside a file
PART = ".part"  # ending of a file that is being made
MODE = 0o666  # of new files, less what the person's umask takes
_BINARY = getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | _BINARY
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY


def is_left_over(name: str) -> bool:
    """Is it what editors and systems leave beside files, which nobody means to be read?"""
    plain = name.casefold()
    return plain.startswith((".", "#", "~")) or plain.endswith(_LEFT) or plain in ("thumbs.db", "desktop.ini")


def meant(name: str, names: Iterable[str]) -> str:
    """That of the names beside it which may be this one by a slip, where it is not there itself; empty: none."""
    beside = {each.casefold(): each for each in sorted(names) if each != name and not is_left_over(each)}
    near = difflib.get_close_matches(name, beside, n=1, cutoff=0.75)
    return beside[near[0]] if near else ""


def read(path: Path | str | bytes) -> bytes:
    """What a file says, at half the cost of Python's own way, which asks for much that thousands of small ones do not
    need. Raises OSError."""
    return _finished(os.open(path, _READ))


def read_all(paths: Iterable[Path | str | bytes]) -> Iterator[bytes | OSError]:
    """What each file says, or why it cannot be read; to be listened to until the end.

    The disk is asked for all of them before the first is waited for. They are open meanwhile: a process may have 256
    on macOS.
    """
    for file in [_begun(path) for path in paths]:
        try:
            yield file if isinstance(file, OSError) else _finished(file)
        except OSError as error:
            yield error


def _begun(path: Path | str | bytes) -> int | OSError:
    """A file that is open, and asked for."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116  over thousands twice as fast
            return OSError(errno.EINVAL, "is no file", path)  # a pipe would be waited for
        file = os.open(path, _READ)
    except OSError as error:
        return error
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError):  # it is a request, and no more
            os.posix_fadvise(file, 0, 0, os.POSIX_FADV_WILLNEED)
    return file


def _finished(file: int) -> bytes:
    """What an open file says; it is closed."""
    try:
        size = os.fstat(file).st_size
        found = os.read(file, size + 1)  # one byte more: that there is none says that this is all
        if len(found) == size:
            return found
        pieces = [found]
        while pieces[-1]:
            pieces.append(os.read(file, 1 << 20))
        return b"".join(pieces)
    finally:
        os.close(file)


def write(path: Path, data: bytes, *, durable: bool = False, aside: Path | None = None) -> None:
    """Put `data` at `path`: a reader sees the old file or the new one, never a part of either. Raises OSError.

    durable: not before the disk has it, so that it outlives a power cut; that takes 10 ms a file. aside: the folder in
    which the new file is made before it takes its place, so that a run that dies leaves no part of one beside `path`.
    """
    try:
        mode = path.stat().st_mode & 0o777
    except FileNotFoundError:
        mode = None
    file, part = _part(aside or path.parent, path.name)
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(file, rest) :]
            if durable:
                os.fsync(file)
        finally:
            os.close(file)
        if mode is not None:
            Path(part).chmod(mode)
        _move(part, path)
    except BaseException as error:
        with suppress(OSError):
            Path(part).unlink()
        if aside is None or not isinstance(error, OSError) or error.errno != errno.EXDEV:
            raise
        write(path, data, durable=durable)  # the folders are on different disks


def write_if_changed(path: Path, data: bytes) -> bool:
    """Put `data` at `path` unless it stands there already; true where something was written."""
    try:
        if read(path) == data:
            return False
    except FileNotFoundError:
        pass
    write(path, data)
    return True


def _part(room: Path, name: str) -> tuple[int, str]:
    """A new file in `room`, open to be written, and where it is. The folder is made if it is not there."""
    place = f"{room}{os.sep}.{name[:40]}.{os.getpid()}.{threading.get_ident()}{PART}"
    try:
        return os.open(place, _NEW, MODE), place
    except FileNotFoundError:
        room.mkdir(parents=True, exist_ok=True)
    except FileExistsError:  # of a run that died, since none of ours has this name now
        Path(place).unlink()
    return os.open(place, _NEW, MODE), place


def _move(part: str, path: Path) -> None:
    try:
        os.replace(part, path)  # noqa: PTH105  Path's own takes as long again
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        Path(part).replace(path)


def walk(folder: Path | str, *, whole: bool = False) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file below a folder: its path from there, with forward slashes, and its entry; of links, themselves.

    A folder that is not there, or is not ours to look into, is passed over; with `whole` that is an OSError.
    """
    waiting = [""]
    while waiting:
        within = waiting.pop()
        try:
            with os.scandir(f"{folder}/{within}") as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(f"{within}{entry.name}/")
                    else:
                        yield within + entry.name, entry
        except OSError:
            if whole:
                raise


def failure(error: OSError) -> tuple[str, str]:
    """What could not be done, with its place, and what to do about it; either may be empty."""
    named = [os.fsdecode(name) for name in (error.filename2, error.filename) if isinstance(name, str | bytes)]
    reason = error.strerror or str(error)
    if not named:
        return reason, _remedy(error.errno, None)
    path = Path(named[0])  # of a file that is moved, where it is to stand
    path = path.parent if path.name.endswith(PART) else path  # which nobody else knows of
    return f"{path}: {reason}", _remedy(error.errno, path)


def _remedy(code: int | None, path: Path | None) -> str:
    if code in (errno.ENOSPC, errno.EDQUOT):
        return "Make room on the disk, and run this again."
    if code == errno.EROFS:
        return "That disk may only be read: copy the site folder to another."
    if path and code in (errno.EACCES, errno.EPERM):
        room = path if os.path.isdir(path) else path.parent  # noqa: PTH112  Path.is_dir raises where that is shut
        return f"Give yourself the right to it: chmod u+rwX {room}"
    if path and code in (errno.ENOTDIR, errno.EEXIST):
        file = next((each for each in (path, *path.parents) if os.path.isfile(each)), None)  # noqa: PTH113  likewise
        return f"{file} is a file, and a folder belongs there: move it away." if file else ""
    return ""


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
