"""Files -> a published folder: only what changed is written, what the plan no longer makes is removed.

The folder is the old site or the new one, never a mixture: the new one is made beside it, with hard links for
what stayed the same, and the two change places at once. What an interrupted publication leaves beside the folder
is cleared away by the next one.

The old site is kept as the beginning of the site after the new one (`spare`). With the first, a twin is made for that.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Self

from dateline import published
from dateline.site.publishing import disk
from dateline.site.publishing import spare as spares
from dateline.tools import files

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from dateline.site.publishing.spare import Begun


@dataclass(frozen=True, slots=True)
class Report:
    """What a publication did, in numbers of files."""

    written: int
    unchanged: int
    removed: int
    changed: Collection[str] = field(default=(), compare=False, repr=False)  # paths of what was written
    gone: Collection[str] = field(default=(), compare=False, repr=False)  # and of what was removed
    rooms: published.Rooms | None = field(default=None, compare=False, repr=False)  # of what is published now, if known


@dataclass(frozen=True, slots=True)
class Beside:
    """The two folders of a publication; files may be put from several processes."""

    folder: str  # what is published
    new: str  # what will be
    first: bool = False  # nothing is published yet
    twin: str = ""  # which is to have the same files, if there is such a folder

    def put(self, path: str, content: bytes) -> bool:
        """Write a file of the new site unless the old one has it already; true where it was written."""
        _refuse(path)
        if not self.first and disk.same(f"{self.folder}/{path}", content):
            return False
        disk.write(f"{self.new}/{path}", content)
        if self.twin:
            disk.keep(f"{self.new}/{path}", f"{self.twin}/{path}")
        return True


@dataclass(slots=True)
class Publication:
    """A new site in the making. Leaving it without `finish` leaves the old one as it was."""

    folder: Path
    spare: Path | None = None  # where the old site is kept, on the same disk; None: it is not
    standing: Collection[str] | None = None  # every file that is published, where that is sure; else it is looked up
    rooms: published.Rooms | None = None  # its folders, likewise
    begun: Begun | None = None  # a copy of it, where one is being made
    beside: Beside = field(init=False)
    new: Path = field(init=False)
    twin: Path | None = None  # of a first site: what the next one is begun with
    seen: set[str] = field(default_factory=set)  # paths of the new site
    changed: set[str] = field(default_factory=set)  # those that differ from what is published
    kept: spares.Kept | None = None  # what the new site is begun with

    def __enter__(self) -> Self:
        self.folder = self.folder.resolve()
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        copied = self.begun.rooms() if self.begun else None
        if self.begun and copied:
            self.new, self.kept = self.begun.new, spares.Kept((), copied)
        else:
            spares.clear(self.folder)
            self.new = spares.beside(self.folder)
            self.kept = spares.take(self.spare, self.new) if self.spare else None
        if self.standing is None:
            disk.without_links(str(self.folder))
        first = not self.folder.is_dir()
        if first and self.spare and not self.kept:
            self.twin = spares.beside(self.folder)
        self.beside = Beside(str(self.folder), str(self.new), first=first, twin=str(self.twin or ""))
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.new, ignore_errors=True)
        if self.twin:
            shutil.rmtree(self.twin, ignore_errors=True)

    def add(self, path: str, *, changed: bool) -> None:
        """Count a file that was put, or that is known to stand as it should."""
        self.add_all([path], [path] if changed else [])

    def add_all(self, paths: Collection[str], changed: Iterable[str]) -> None:
        """Count several; `changed`: those of them that were put."""
        fresh = set(paths)
        if len(fresh) != len(paths) or fresh & self.seen:
            twice = next(path for path, n in Counter(chain(self.seen, paths)).items() if n > 1)
            raise ValueError(f"two pages want the place '{twice}'")
        self.seen |= fresh
        self.changed.update(changed)

    def finish(self) -> Report:
        """Publish exactly the files that were added; nothing is touched if they stand there already."""
        changed, gone, rooms = self.changed, self._gone(), self.rooms
        if changed or gone or not self.folder.is_dir():
            self._complete(gone)
            old, rooms = self._old(), self._completed(gone)
            _swap(self.folder, self.new)
            if self.spare and self.twin and rooms:
                spares.keep(self.twin, self.spare, spares.Kept((), published.alike(self.twin, rooms)))
            elif self.spare and old:
                spares.keep(self.new, self.spare, spares.Kept((*changed, *gone), old))
        elif self.spare and self.kept:
            spares.keep(self.new, self.spare, self.kept)
        return Report(len(changed), len(self.seen) - len(changed), len(gone), changed, gone, rooms)

    def _gone(self) -> set[str]:
        """What is published and was not added."""
        there = (name for name, _ in files.walk(self.folder)) if self.standing is None else self.standing
        return set(there) - self.seen

    def _completed(self, gone: Collection[str]) -> published.Rooms | None:
        """The folders of the new site, where it is the first or was begun with another."""
        if self.twin:
            return published.rooms_after(self.new, published.NO_ROOMS, self.seen)
        if self.kept is None:
            return None
        return published.rooms_after(self.new, self.kept.rooms, chain(self.changed, gone, self.kept.stale))

    def _old(self) -> published.Rooms | None:
        """The folders of the old site, where there is one."""
        return self.rooms or (published.rooms(self.folder) if self.spare and self.folder.is_dir() else None)

    def _complete(self, gone: set[str]) -> None:
        """Bring the new site from what it was begun with to what was added."""
        doubtful = gone.union(self.kept.stale) if self.kept else self.seen
        for path in sorted(doubtful - self.changed):
            if path in self.seen:
                disk.keep(f"{self.beside.folder}/{path}", f"{self.beside.new}/{path}")
            else:
                files.remove(self.new / path, self.new)


def publish(made: Iterable[tuple[str, bytes]], folder: Path) -> Report:
    """Make `folder` hold exactly `made` (path with forward slashes, content); nothing is touched if it does already.

    Raises OSError; whatever fails, the old folder stands as it was. `made` may be a generator that raises.
    """
    with Publication(folder) as publication:
        for path, content in made:
            publication.add(path, changed=publication.beside.put(path, content))
        return publication.finish()


def _refuse(path: str) -> None:
    if path in ("", ".") or path.startswith("/") or "/../" in f"/{path}/":
        raise ValueError(f"'{path}' would stand outside the published folder")


def _swap(folder: Path, beside: Path) -> None:
    """The new site takes the place of the old one, which is deleted by the caller or here."""
    beside.chmod(0o755)
    if not folder.exists():
        beside.rename(folder)
    elif not disk.exchange(str(folder), str(beside)):
        old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.old.", dir=folder.parent))
        folder.rename(old / "site")
        try:
            beside.rename(folder)
        except OSError:
            (old / "site").rename(folder)
            raise
        finally:
            shutil.rmtree(old, ignore_errors=True)
