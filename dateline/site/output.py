"""Files -> a published folder: only what changed is written, what the plan no longer makes is removed.

The folder is the old site or the new one, never a mixture: the new one is built beside it, with hard links for
what stayed the same, and the two change places at once. What an interrupted publication leaves beside the folder
is cleared away by the next one.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Report:
    """What a publication did, in numbers of files."""

    written: int
    unchanged: int
    removed: int


def publish(files: Iterable[tuple[str, bytes]], folder: Path) -> Report:
    """Make `folder` hold exactly `files` (path with forward slashes, content); nothing is touched if it does already.

    Raises OSError; whatever fails, the old folder stands as it was. `files` may be a generator that raises.
    """
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    _clear(folder)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.new.", dir=folder.parent))
    try:
        seen: set[str] = set()
        changed: set[str] = set()
        standing, links = _standing(folder)
        for path, content in files:
            _refuse(path, seen)
            seen.add(path)
            if path not in standing or not _same(folder / path, content):
                changed.add(path)
                _write(beside / path, content)
        gone = (standing | links) - seen
        report = Report(len(changed), len(seen) - len(changed), len(gone))
        if not changed and not gone and folder.is_dir():
            return report
        for path in sorted(seen - changed):
            _keep(folder / path, beside / path)
        _swap(folder, beside)
        return report
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _refuse(path: str, seen: set[str]) -> None:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts:
        raise ValueError(f"'{path}' would stand outside the published folder")
    if path in seen:
        raise ValueError(f"two pages want the place '{path}'")


def _same(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _standing(folder: Path) -> tuple[set[str], set[str]]:
    """Every file of the folder and every link in it, relative to it; what a link leads to is not of the folder."""
    files: set[str] = set()
    links: set[str] = set()
    waiting = [""] if folder.is_dir() else []
    while waiting:
        inside = waiting.pop()
        with os.scandir(folder / inside) as entries:
            for entry in entries:
                path = f"{inside}{entry.name}"
                if entry.is_symlink():
                    links.add(path)
                elif entry.is_dir():
                    waiting.append(f"{path}/")
                else:
                    files.add(path)
    return files, links


def _keep(old: Path, new: Path) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new)
    except OSError:  # a file system without hard links
        shutil.copy2(old, new)


def _swap(folder: Path, beside: Path) -> None:
    """The new site takes the place of the old one, which is deleted by the caller or here."""
    beside.chmod(0o755)
    if not folder.exists():
        beside.rename(folder)
    elif not _exchange(folder, beside):
        old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.old.", dir=folder.parent))
        folder.rename(old / "site")
        try:
            beside.rename(folder)
        except OSError:
            (old / "site").rename(folder)
            raise
        finally:
            shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step; False where the system or the file system cannot.

    Linux can since 3.15: renameat2(2) with RENAME_EXCHANGE. Elsewhere two renames leave a moment with no site.
    """
    if not sys.platform.startswith("linux"):
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE of linux/fs.h
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(renameat2(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)


def _clear(folder: Path) -> None:
    """Take away what interrupted publications left; give back a site that was moved aside and not replaced."""
    for left in sorted(folder.parent.glob(f".{folder.name}.*.*")):
        if left.name.startswith(f".{folder.name}.old.") and (left / "site").is_dir() and not folder.exists():
            (left / "site").rename(folder)
        shutil.rmtree(left, ignore_errors=True)


def as_files(pages: Mapping[str, bytes]) -> Iterable[tuple[str, bytes]]:
    """A mapping in the order that does not hang on how it was made."""
    return sorted(pages.items())
