"""Files -> a published folder: only what changed is written, what the plan no longer makes is removed.

The folder is the old site or the new one, never a mixture: the new one is made beside it, with hard links for
what stayed the same, and the two change places at once. What an interrupted publication leaves beside the folder
is cleared away by the next one.

The old site is kept as the beginning of the site after the new one: it lacks what changed twice, and the rest need
not be linked again, which over 50,000 files takes longer than all else.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Self

import msgspec

from dateline import files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Report:
    """What a publication did, in numbers of files."""

    written: int
    unchanged: int
    removed: int


@dataclass(frozen=True, slots=True)
class Beside:
    """The two folders of a publication; files may be put from several processes."""

    folder: Path  # what is published
    new: Path  # what will be

    def put(self, path: str, content: bytes) -> bool:
        """Write a file of the new site unless the old one has it already; true where it was written."""
        _refuse(path)
        if _same(self.folder / path, content):
            return False
        _write(self.new / path, content)
        return True


@dataclass(slots=True)
class Publication:
    """A new site in the making. Leaving it without `finish` leaves the old one as it was."""

    folder: Path
    spare: Path | None = None  # where the old site is kept, on the same disk; None: it is not
    beside: Beside = field(init=False)
    seen: dict[str, bool] = field(default_factory=dict)  # path -> does it differ from what is published?
    stale: frozenset[str] = frozenset()  # files of the kept site that may differ from what is published

    def __enter__(self) -> Self:
        self.folder = self.folder.resolve()
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        _clear(self.folder)
        _unlink(self.folder)
        new = Path(tempfile.mkdtemp(prefix=f".{self.folder.name}.new.", dir=self.folder.parent))
        self.beside = Beside(self.folder, new)
        if self.spare:
            self.stale = _take(self.spare, new)
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.beside.new, ignore_errors=True)

    def add(self, path: str, *, changed: bool) -> None:
        """Count a file that was put, or that is known to stand as it should."""
        if path in self.seen:
            raise ValueError(f"two pages want the place '{path}'")
        self.seen[path] = changed

    def finish(self) -> Report:
        """Publish exactly the files that were added; nothing is touched if they stand there already."""
        changed = {path for path, differs in self.seen.items() if differs}
        gone = _standing(self.folder) - self.seen.keys()
        report = Report(len(changed), len(self.seen) - len(changed), len(gone))
        if changed or gone or not self.folder.is_dir():
            self._complete(changed)
            _swap(self.folder, self.beside.new)
            if self.spare:
                _keep_for_next(self.beside.new, self.spare, sorted(changed | gone))
        elif self.spare and self.stale:
            _keep_for_next(self.beside.new, self.spare, sorted(self.stale))
        return report

    def _complete(self, changed: set[str]) -> None:
        """Bring the new site from what it was made from to what was added."""
        there, new = _standing(self.beside.new), self.beside.new
        for path in sorted(there - self.seen.keys()):
            files.remove(new / path, new)
        for path in sorted(self.seen.keys() - changed):
            if path not in there or path in self.stale:
                _keep(self.folder / path, new / path)


def publish(made: Iterable[tuple[str, bytes]], folder: Path) -> Report:
    """Make `folder` hold exactly `made` (path with forward slashes, content); nothing is touched if it does already.

    Raises OSError; whatever fails, the old folder stands as it was. `made` may be a generator that raises.
    """
    with Publication(folder) as publication:
        for path, content in made:
            publication.add(path, changed=publication.beside.put(path, content))
        return publication.finish()


def _refuse(path: str) -> None:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts:
        raise ValueError(f"'{path}' would stand outside the published folder")


def _same(path: Path, content: bytes) -> bool:
    try:
        with open(path, "rb") as file:  # noqa: PTH123  Path's own way takes twice as long, over thousands of files
            return os.fstat(file.fileno()).st_size == len(content) and file.read() == content
    except OSError:
        return False


def _write(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)  # it may be a link to a file that is published
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _standing(folder: Path) -> set[str]:
    """Every file of the folder, relative to it."""
    start = len(str(folder)) + 1
    return {
        os.path.join(where, name)[start:].replace(os.sep, "/")  # noqa: PTH118  as fast as it can be
        for where, _, names in os.walk(folder)
        for name in names
    }


def _keep(old: Path, new: Path) -> None:
    new.unlink(missing_ok=True)
    try:
        os.link(old, new)
    except FileNotFoundError:  # the folder, which thousands of files need only once
        new.parent.mkdir(parents=True)
        os.link(old, new)
    except OSError:  # a file system without hard links
        new.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(old, new)


def _take(spare: Path, new: Path) -> frozenset[str]:
    """Make `new` the site that is kept, if there is one; the files of it that may differ from what is published."""
    index = spare.with_suffix(".json")
    try:
        stale = frozenset(msgspec.json.decode(index.read_bytes(), type=list[str]))
        index.unlink()  # from here on it counts as gone, whatever happens
        spare.rename(new)
    except (OSError, msgspec.DecodeError):
        shutil.rmtree(spare, ignore_errors=True)
        return frozenset()
    return stale


def _keep_for_next(old: Path, spare: Path, stale: list[str]) -> None:
    """Keep a site to begin the next one with; where that cannot be, it is simply cleared away."""
    with suppress(OSError):
        shutil.rmtree(spare, ignore_errors=True)
        spare.parent.mkdir(parents=True, exist_ok=True)
        old.rename(spare)
        files.write(spare.with_suffix(".json"), msgspec.json.encode(stale))


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


def _unlink(folder: Path) -> None:
    """Take away links, which no site of ours has: what they lead to would be read, or published in our name."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in list(entries):
            if entry.is_symlink():
                Path(entry.path).unlink()
            elif entry.is_dir():
                _unlink(Path(entry.path))


def _clear(folder: Path) -> None:
    """Take away what interrupted publications left; give back a site that was moved aside and not replaced."""
    for left in sorted(folder.parent.glob(f".{folder.name}.*.*")):
        if left.name.startswith(f".{folder.name}.old.") and (left / "site").is_dir() and not folder.exists():
            (left / "site").rename(folder)
        shutil.rmtree(left, ignore_errors=True)


def as_files(pages: Mapping[str, bytes]) -> Iterable[tuple[str, bytes]]:
    """A mapping in the order that does not hang on how it was made."""
    return sorted(pages.items())
