"""content/articles/ and content/ledger/ -> the files as read, and which draft belongs to which file."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from dateline import ledger
from dateline.addresses import digest, slug_of
from dateline.cache import key, program
from dateline.content.parse import Parsed, parse
from dateline.model import Article, Draft, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.cache import Cache
    from dateline.folder import Folder
    from dateline.ledger import Ledger
    from dateline.progress import Progress
    from dateline.workers import Workers

Origin = tuple[str, int | None]  # seed, record
_SEED = re.compile(r'"seed": *"([^"]*)"')
_RECORD = re.compile(r'"record": *(\d{1,9})')


@dataclass(frozen=True, slots=True)
class File:
    """One file of content/articles/."""

    path: str  # relative to content/articles/
    text: str
    parsed: Parsed


@dataclass(frozen=True, slots=True)
class Shelf:
    """All that content/ holds of articles."""

    files: dict[str, File] = field(default_factory=dict)
    ledgers: dict[str, Ledger] = field(default_factory=dict)  # by the path of their article
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()  # paths of articles or ledgers that are there but cannot be read
    held: frozenset[Origin] = frozenset()  # what ledgers that cannot be read speak of


@dataclass(frozen=True, slots=True)
class Slot:
    """One article's place: its file, its ledger and its draft, whichever of them there are."""

    path: str  # relative to content/articles/
    draft: Draft | None = None
    sha256: str = ""  # of the seed file
    file: File | None = None
    ledger: Ledger | None = None
    ledger_path: str = ""  # where the ledger stands now, if elsewhere than the article
    frozen: bool = False  # its ledger cannot be read, so neither file may be written

    @property
    def waits(self) -> bool:
        """The file is there, but not readable: it is left as it is until a person has mended it."""
        return self.file is not None and self.file.parsed.article is None


def read(folder: Folder, cache: Cache, progress: Progress, workers: Workers) -> Shelf:
    """Read every article and every ledger; what cannot be read is a problem, and is never overwritten."""
    files: dict[str, File] = {}
    ledgers: dict[str, Ledger] = {}
    problems: list[Problem] = []
    unread: set[str] = set()
    held: set[Origin] = set()
    texts = list(_texts(folder.articles, ".md", folder, problems, unread))
    shown = folder.shown(folder.articles)
    found = cache.each(texts, partial(key, "article", program()), Parsed, partial(_parsed, shown), workers)
    for (path, text), parsed in zip(texts, progress.watch("Reading articles", found, len(texts)), strict=True):
        files[path] = File(path, text, parsed)
        problems += parsed.problems
    for path, text in _texts(folder.ledger, ".json", folder, problems, unread):
        article = str(PurePosixPath(path).with_suffix(".md"))
        try:
            ledgers[article] = ledger.parse(text)
        except (msgspec.DecodeError, ValueError) as error:
            shown = folder.shown(folder.ledger / path)
            hint = "Restore it from your version control, or delete it: then all that the article says counts as yours."
            problems.append(Problem(shown, 0, "L01", f"is not a ledger: {error}", hint))
            unread.add(article)
            held.add(_origin_in(text))
    return Shelf(files, ledgers, tuple(problems), frozenset(unread), frozenset(held))


def _origin_in(text: str) -> Origin:
    """The seed that a broken ledger names: the ledger may be all that keeps a withdrawn article away."""
    seed, record = _SEED.search(text), _RECORD.search(text)
    return (seed[1] if seed else "", int(record[1]) if record else None)


def _parsed(folder: str, file: tuple[str, str]) -> Parsed:
    path, text = file
    return parse(text, f"{folder}/{path}")


def _texts(
    root: Path, suffix: str, folder: Folder, problems: list[Problem], unread: set[str]
) -> Iterator[tuple[str, str]]:
    for file in sorted(root.rglob(f"*{suffix}")):
        path = file.relative_to(root).as_posix()
        if any(part.startswith(".") for part in PurePosixPath(path).parts) or not file.is_file():
            continue
        if (name := os.fsencode(path).decode("utf-8", "backslashreplace")) != path:
            problems.append(
                Problem(f"{folder.shown(root)}/{name}", 0, "C13", "has a name that is not UTF-8", "Rename it.")
            )
            continue
        try:
            yield path, file.read_bytes().decode("utf-8")
        except OSError as error:
            hint = "Give yourself the right to read it (chmod u+r), or move it out of content/."
            problems.append(Problem(folder.shown(file), 0, "C08", f"cannot be read: {error.strerror}", hint))
        except UnicodeDecodeError as error:
            hint = "Save it as UTF-8 in your editor."
            message = f"is not UTF-8: byte 0x{error.object[error.start]:02X} at offset {error.start}"
            problems.append(Problem(folder.shown(file), 0, "C09", message, hint))
        else:
            continue
        unread.add(str(PurePosixPath(path).with_suffix(".md")))


def pair(drafts: Sequence[tuple[Draft, str]], shelf: Shelf) -> tuple[list[Slot], list[Problem]]:
    """Find each draft's file; `drafts` come with the SHA-256 of their seed. Slots are in the order of their paths.

    An article is found by its path, or by the seed that its front matter names (so it may be renamed), or by its seed's
    SHA-256 (so the seed may be renamed). A ledger without a file means that a person deleted the article.
    """
    return _Pairing(drafts, shelf).slots()


class _Pairing:
    def __init__(self, drafts: Sequence[tuple[Draft, str]], shelf: Shelf) -> None:
        self.shelf = shelf
        self.drafts = {_origin(draft.article): (draft, sha) for draft, sha in drafts}
        self.problems: list[Problem] = []
        self.found: dict[str, Slot] = {}
        self.ledger_of = self.ledgers_of_files()

    def slots(self) -> tuple[list[Slot], list[Problem]]:
        left = dict(self.drafts)
        claimed: dict[Origin, str] = {}
        for path in sorted(self.shelf.files, key=lambda path: (path not in self.shelf.ledgers, path)):
            self.place_file(path, left, claimed)
        self.place_withdrawn(left)
        for origin in sorted(left, key=lambda origin: (origin[0], origin[1] or 0)):
            draft, sha = left[origin]
            path = self.new_path(draft.article)
            if origin in self.shelf.held or path in self.shelf.unread - self.shelf.files.keys():
                continue  # it may be withdrawn: the broken ledger is a problem that a person must mend first
            self.found[path] = Slot(path, draft, sha)
        return [self.found[path] for path in sorted(self.found)], self.problems

    def ledgers_of_files(self) -> dict[str, str]:
        """Path of a file -> path of its ledger: its own, or that of a file that is gone and had the same seed."""
        files, ledgers = self.shelf.files, self.shelf.ledgers
        orphans = {
            (entry.seed, entry.record): path
            for path, entry in ledgers.items()
            if path not in files and path not in self.shelf.unread and entry.seed
        }
        found = {path: path for path in files if path in ledgers}
        for path, file in files.items():
            origin = (file.parsed.seed, file.parsed.record)
            if path not in found and origin in orphans:
                found[path] = orphans.pop(origin)
        return found

    def place_file(self, path: str, left: dict[Origin, tuple[Draft, str]], claimed: dict[Origin, str]) -> None:
        file = self.shelf.files[path]
        ledger_path = self.ledger_of.get(path, "")
        entry = self.shelf.ledgers.get(ledger_path)
        origin = (entry.seed, entry.record) if entry and entry.seed else (file.parsed.seed, file.parsed.record)
        if origin[0] and origin in claimed:
            shown = f"content/articles/{path}"
            line = (file.parsed.lines or {}).get("seed", 1)
            hint = "Delete one of the two, or take the `seed:` line out of the one that is your own text."
            message = f"comes from the same seed as content/articles/{claimed[origin]}: seeds/{origin[0]}"
            self.problems.append(Problem(shown, line, "C10", message, hint, "warning"))
            origin = ("", None)
        origin = self.moved(origin, entry)
        draft, sha = left.pop(origin, (None, entry.sha256 if entry else ""))
        if origin[0]:
            claimed[origin] = path
        elsewhere = ledger_path if ledger_path != path else ""
        self.found[path] = Slot(path, draft, sha, file, entry, elsewhere, frozen=path in self.shelf.unread)

    def moved(self, origin: Origin, entry: Ledger | None) -> Origin:
        """Where the seed of a ledger stands now, if it was renamed without a change."""
        if origin in self.drafts or entry is None or not entry.sha256:
            return origin
        known = {(other.seed, other.record) for other in self.shelf.ledgers.values()}
        return next(
            (
                other
                for other, (_, sha) in self.drafts.items()
                if sha == entry.sha256 and other[1] == entry.record and other not in known
            ),
            origin,
        )

    def place_withdrawn(self, left: dict[Origin, tuple[Draft, str]]) -> None:
        taken = set(self.ledger_of.values()) | self.shelf.unread
        for path, entry in self.shelf.ledgers.items():
            if path in taken or path in self.shelf.files:
                continue
            left.pop(self.moved((entry.seed, entry.record), entry), None)
            self.found[path] = Slot(path, None, entry.sha256, None, entry)
        for path in self.shelf.unread - self.shelf.files.keys():  # an article that cannot be read at all
            entry_there = self.shelf.ledgers.get(path)
            if entry_there:
                left.pop((entry_there.seed, entry_there.record), None)

    def new_path(self, article: Article) -> str:
        when = article.date.date if article.date else ""
        folder = f"{article.date.year:04}" if article.date else "undated"
        name = "-".join(filter(None, (when, slug_of(article))))
        path = f"{folder}/{name}.md"
        if path in self.found:
            path = f"{folder}/{name}-{digest(article)[:8]}.md"
        return path


def _origin(article: Article) -> Origin:
    return (article.seed, article.record)


def sha256(data: bytes) -> str:
    """The digest by which seeds are known."""
    return hashlib.sha256(data).hexdigest()
