"""What a publication does to files and folders, as fast as it can be over a hundred thousand of them.

Paths are texts here, not Path: its own ways take twice as long.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
MODE = 0o666  # of new files, less what the person's umask takes


def same(path: str, content: bytes) -> bool:
    """Does the file say this already?"""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  see above
            return os.fstat(file.fileno()).st_size == len(content) and file.read() == content
    except OSError:
        return False


def write(path: str, content: bytes) -> None:
    """A new file; one that is there is replaced and not written into: it may be a link to one that is published."""
    room, _, name = path.rpartition("/")
    if name == "index.html":  # a page comes first into its folder, so to look for the folder is to look in vain
        _make_folder(room)
    try:
        file = os.open(path, _NEW, MODE)
    except FileNotFoundError:
        _make_folder(room)
        file = os.open(path, _NEW, MODE)
    except FileExistsError:
        os.unlink(path)  # noqa: PTH108  see above
        file = os.open(path, _NEW, MODE)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)


def _make_folder(path: str) -> None:
    """A folder, and those above it where they are not there: os.makedirs would first look for each of them."""
    try:
        os.mkdir(path)  # noqa: PTH102  see above
    except FileExistsError:
        return
    except FileNotFoundError:
        _make_folder(path.rpartition("/")[0])
        _make_folder(path)


def keep(old: str, new: str) -> None:
    """The same file at a new place, which is taken if something else is there."""
    try:
        os.link(old, new)
    except FileExistsError:
        os.unlink(new)  # noqa: PTH108  see above
        keep(old, new)
    except FileNotFoundError:  # the folder, which thousands of files need only once
        _make_folder(os.path.dirname(new))  # noqa: PTH120  see above
        os.link(old, new)
    except OSError:  # a file system without hard links
        _make_folder(os.path.dirname(new))  # noqa: PTH120  see above
        shutil.copy2(old, new)


def without_links(folder: str) -> None:
    """Take away links, which no site of ours has: what they lead to would be read, or published in our name."""
    try:
        with os.scandir(folder) as entries:
            for entry in list(entries):
                if entry.is_symlink():
                    os.unlink(entry.path)  # noqa: PTH108  see above
                elif entry.is_dir():
                    without_links(entry.path)
    except (FileNotFoundError, NotADirectoryError):
        return


def exchange(one: str, other: str) -> bool:
    """Let two folders change names in one step; False where the system or the file system cannot.

    Linux can since 3.15: renameat2(2) with RENAME_EXCHANGE. Elsewhere two renames leave a moment with no site.
    """
    if not sys.platform.startswith("linux"):
        return False
    here, swapped = -100, 2  # AT_FDCWD, RENAME_EXCHANGE of linux/fs.h
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(renameat2(here, os.fsencode(one), here, os.fsencode(other), swapped) == 0)
