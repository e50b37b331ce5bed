"""Files -> a published folder: only what changed is written, what the plan no longer makes is removed.

The folder is the old site or the new one, never a mixture: the new one is made beside it, with hard links for
what stayed the same, and the two change places at once. What an interrupted publication leaves beside the folder
is cleared away by the next one.

The old site is kept as the beginning of the site after the new one: it lacks what changed twice, and the rest need
not be linked again, which over 50,000 files takes longer than all else.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec

from dateline import files
from dateline.site import disk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


@dataclass(frozen=True, slots=True)
class Report:
    """What a publication did, in numbers of files."""

    written: int
    unchanged: int
    removed: int


@dataclass(frozen=True, slots=True)
class Beside:
    """The two folders of a publication; files may be put from several processes."""

    folder: str  # what is published
    new: str  # what will be
    first: bool = False  # nothing is published yet

    def put(self, path: str, content: bytes) -> bool:
        """Write a file of the new site unless the old one has it already; true where it was written."""
        _refuse(path)
        if not self.first and disk.same(f"{self.folder}/{path}", content):
            return False
        disk.write(f"{self.new}/{path}", content)
        return True


@dataclass(slots=True)
class Publication:
    """A new site in the making. Leaving it without `finish` leaves the old one as it was."""

    folder: Path
    spare: Path | None = None  # where the old site is kept, on the same disk; None: it is not
    standing: Collection[str] | None = None  # every file that is published, where that is sure; else it is looked up
    beside: Beside = field(init=False)
    new: Path = field(init=False)
    seen: dict[str, bool] = field(default_factory=dict)  # path -> does it differ from what is published?
    stale: frozenset[str] = frozenset()  # files of the kept site that may differ from what is published

    def __enter__(self) -> Self:
        self.folder = self.folder.resolve()
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        _clear(self.folder)
        if self.standing is None:
            disk.without_links(str(self.folder))
        self.new = Path(tempfile.mkdtemp(prefix=f".{self.folder.name}.new.", dir=self.folder.parent))
        self.beside = Beside(str(self.folder), str(self.new), first=not self.folder.is_dir())
        if self.spare:
            self.stale = _take(self.spare, self.new)
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.new, ignore_errors=True)

    def add(self, path: str, *, changed: bool) -> None:
        """Count a file that was put, or that is known to stand as it should."""
        if path in self.seen:
            raise ValueError(f"two pages want the place '{path}'")
        self.seen[path] = changed

    def finish(self) -> Report:
        """Publish exactly the files that were added; nothing is touched if they stand there already."""
        changed = {path for path, differs in self.seen.items() if differs}
        gone = set(disk.standing(self.beside.folder) if self.standing is None else self.standing) - self.seen.keys()
        report = Report(len(changed), len(self.seen) - len(changed), len(gone))
        if changed or gone or not self.folder.is_dir():
            self._complete(changed)
            _swap(self.folder, self.new)
            if self.spare:
                _keep_for_next(self.new, self.spare, sorted(changed | gone))
        elif self.spare and self.stale:
            _keep_for_next(self.new, self.spare, sorted(self.stale))
        return report

    def _complete(self, changed: set[str]) -> None:
        """Bring the new site from what it was made from to what was added."""
        there = disk.standing(self.beside.new)
        for path in sorted(there - self.seen.keys()):
            files.remove(self.new / path, self.new)
        kept = self.seen.keys() - changed
        for path in sorted((kept - there) | (kept & self.stale)):
            disk.keep(f"{self.beside.folder}/{path}", f"{self.beside.new}/{path}")


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


def _clear(folder: Path) -> None:
    """Take away what interrupted publications left; give back a site that was moved aside and not replaced."""
    for left in sorted(folder.parent.glob(f".{folder.name}.*.*")):
        if left.name.startswith(f".{folder.name}.old.") and (left / "site").is_dir() and not folder.exists():
            (left / "site").rename(folder)
        shutil.rmtree(left, ignore_errors=True)
