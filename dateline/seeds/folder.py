"""The folder seeds/ -> the paths of the files in it, and their bytes. The only part of this room that touches a disk.

Problems: S01 a link that leads nowhere or out of the folder, S02 neither file nor folder, S03 cannot be read,
S04 too large, S05 a name that is not UTF-8.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dateline.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES = 100_000_000  # a corpus in one export has been seen at 60 MB; an article never comes near it
LEFT_BY_SYSTEMS = frozenset({"thumbs.db", "desktop.ini", "__macosx"})  # and whatever begins with a dot
_HIDDEN = re.compile(r"\.(?!\.)|~\$")  # "..\\a.txt" is what a careless program makes of a path, and no hidden file
Found = str | Problem


def listing(root: Path) -> tuple[list[str], list[Problem]]:
    """The files under `root` as POSIX paths relative to it, sorted, and what stands there that is no file to read."""
    found = list(_walk(root, ""))
    paths = sorted(item for item in found if isinstance(item, str))
    problems = sorted(item for item in found if isinstance(item, Problem))
    return paths, problems


def load(root: Path, path: str) -> tuple[bytes | None, list[Problem]]:
    """The bytes of one file of the listing, or the problem that keeps them."""
    if not _is_inside(path):
        return None, [_problem(path, "S01", "leads out of seeds/, so it is not read", "Name a file of seeds/.")]
    try:
        with open(root / path, "rb", opener=_without_waiting) as file:
            size = os.fstat(file.fileno()).st_size
            if size > MAX_BYTES:
                message = f"is too large: {size / 1e6:.0f} MB, of at most {MAX_BYTES / 1e6:.0f}"
                return None, [_problem(path, "S04", message, "Split it into smaller files.")]
            return file.read(), []
    except OSError as error:
        return None, [_unreadable(path, error)]


def _is_inside(path: str) -> bool:
    """A name from front matter or a ledger may say anything."""
    parts = PurePosixPath(path)
    return "\0" not in path and not parts.is_absolute() and ".." not in parts.parts


def _without_waiting(name: str, flags: int) -> int:
    """Open a file so that a pipe put in its place since the listing cannot hold the program up."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _walk(root: Path, folder: str) -> Iterator[Found]:
    """Depth first, never through a link to a folder, so that it ends whatever the links say."""
    try:
        with os.scandir(root / folder) as entries:
            children = sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        yield _unreadable(folder, error)
        return
    names = {child.name for child in children}
    for child in children:
        if _HIDDEN.match(child.name) or child.name.casefold() in LEFT_BY_SYSTEMS:
            continue
        yield from _child(root, folder, child, names)


def _child(root: Path, folder: str, child: os.DirEntry[str], names: set[str]) -> Iterator[Found]:
    path = f"{folder}/{child.name}" if folder else child.name
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        shown = os.fsencode(path).decode("utf-8", "backslashreplace")
        yield _problem(shown, "S05", "has a name that is not UTF-8", "Rename the file.")
        return
    try:
        if child.is_symlink():
            yield _link(root, path)
        elif child.is_dir(follow_symlinks=False):
            if not _is_assets(child.name, names):
                yield from _walk(root, path)
        elif child.is_file(follow_symlinks=False):
            yield path
        else:
            hint = "Pipes, sockets and devices hold no article; take it away."
            yield _problem(path, "S02", "is neither a file nor a folder", hint)
    except OSError as error:
        yield _unreadable(path, error)


def _link(root: Path, path: str) -> Found:
    """A link to a file inside the folder is read; every other link is reported, and none to a folder is followed."""
    hint = "Put the file itself here, or take the link away."
    try:
        target = (root / path).resolve(strict=True)
        mode = target.stat().st_mode
    except (OSError, RuntimeError):  # RuntimeError: a loop, before Python 3.13
        return _problem(path, "S01", "is a link that leads nowhere", hint)
    if not target.is_relative_to(root.resolve()):
        return _problem(path, "S01", "is a link that leads out of seeds/, so it is not followed", hint)
    if not stat.S_ISREG(mode):
        return _problem(path, "S01", "is a link to a folder, so it is not followed", hint)
    return path


def _is_assets(name: str, names: set[str]) -> bool:
    """`X_files` beside `X.html`: the pictures and scripts of a page that a browser saved whole."""
    stem, mark, rest = name.rpartition("_files")
    return bool(mark and not rest) and any(f"{stem}{suffix}" in names for suffix in (".html", ".htm", ".xhtml"))


def _unreadable(path: str, error: OSError) -> Problem:
    reason = (error.strerror or str(error)).lower()
    return _problem(path, "S03", f"cannot be read: {reason}", "Give yourself the right to read it, or take it away.")


def _problem(path: str, code: str, message: str, hint: str) -> Problem:
    return Problem(f"seeds/{path}" if path else "seeds", 0, code, message, hint)
