"""A site folder: where everything of one corpus lies."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator


ARTICLES, LEDGER = "content/articles", "content/ledger"  # as a person in the site folder would type them


class ForeignFolderError(Exception):
    """Something in the folder is not ours: a site in public/ that publishing would remove, or a link that leads out."""


MARKS = (".nojekyll", "timeline/index.html", "countries/index.html", "topics/index.html")  # every site of ours has all


class Folder(Struct, frozen=True):
    """The rooms of a site folder; nothing here need exist yet."""

    root: Path

    @property
    def seeds(self) -> Path:
        """Raw articles; never written to."""
        return self.root / "seeds"

    @property
    def content(self) -> Path:
        """All that a person may edit."""
        return self.root / "content"

    @property
    def articles(self) -> Path:
        """One Markdown file an article."""
        return self.root / ARTICLES

    @property
    def ledger(self) -> Path:
        """What the machine last wrote of each article, and why: articles/a.md -> ledger/a.json."""
        return self.root / LEDGER

    @property
    def vocabulary(self) -> Path:
        """What this corpus adds to the vocabulary that Dateline ships."""
        return self.content / "vocabulary"

    @property
    def config(self) -> Path:
        """The settings of the site."""
        return self.content / "site.yaml"

    @property
    def templates(self) -> Path:
        """Templates of this site's own; each overrides the shipped one of the same name."""
        return self.root / "templates"

    @property
    def static(self) -> Path:
        """Static files of this site's own; each overrides the shipped one of the same name."""
        return self.root / "static"

    @property
    def public(self) -> Path:
        """The built site."""
        return self.root / "public"

    @property
    def cache(self) -> Path:
        """Safe to delete."""
        return self.root / ".cache"

    @property
    def journal(self) -> Path:
        """The changes of content/ that a build is just making."""
        return self.cache / "journal.json"

    def recognise(self) -> None:
        """Make sure that this is a site folder, which has seeds/ or content/; else ForeignFolderError."""
        if not self.seeds.exists() and not self.content.exists():
            raise ForeignFolderError(
                f"{self.root} is no site folder: it has neither seeds/ nor content/.\n"
                "Name one with --site, or lay one out with the verb `new`."
            )

    def claim(self) -> None:
        """Make sure that no link leads out of this folder, and that all rooms may be looked into; else an error.

        ForeignFolderError names the link; OSError the folder that cannot be read, in which articles would be missed.
        Links inside seeds/ are the readers' business: each is a problem of its own.
        """
        root = self.root.resolve()
        for link in self._links():
            if not link.resolve().is_relative_to(root):
                raise ForeignFolderError(
                    f"{link} is a link that leads out of the site folder, and is not followed.\n"
                    "Put what it leads to in its place, or take it away."
                )

    def claim_public(self) -> None:
        """Make sure that public/ is a site that was built here, or nothing yet; else ForeignFolderError."""
        public = self.public
        if public.exists() and any(public.iterdir()) and not all((public / mark).is_file() for mark in MARKS):
            raise ForeignFolderError(
                f"{public} holds files that Dateline did not make, and would remove.\n"
                "Move them away, or build in another folder with --site."
            )

    def _links(self) -> Iterator[Path]:
        for room in (self.seeds, self.content, self.templates, self.static, self.public, self.cache):
            if room.is_symlink():
                yield room
            elif room.is_dir() and room in (self.content, self.templates, self.static):
                yield from _links_in(str(room))

    def shown(self, path: Path) -> str:
        """`path` as a person in this folder would type it."""
        return path.relative_to(self.root).as_posix()


def _links_in(folder: str) -> Iterator[Path]:
    with os.scandir(folder) as entries:  # twice as fast as Path.rglob, which passes over what it may not read
        for entry in entries:
            if entry.is_symlink():
                yield Path(entry.path)
            elif entry.is_dir(follow_symlinks=False):
                yield from _links_in(entry.path)


def shipped(name: str) -> Path:
    """The folder `templates` or `static` that belongs to the program: in a wheel inside the package, else beside it."""
    package = Path(__file__).resolve().parents[1]
    inside = package / name
    return inside if inside.is_dir() else package.parent / name
