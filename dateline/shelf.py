"""content/articles/ and content/ledger/ -> what stands there, and which draft belongs to which file.

Of each article only so much is held as says whose it is: its text is read again where there is work to do on it.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from dateline import cache as work
from dateline import ledger
from dateline.addresses import digest, slug_of
from dateline.cards import Card  # noqa: TC001  the cache reads these types at run time
from dateline.content.parse import Parsed, parse
from dateline.model import Article, Draft, Problem
from dateline.workers import Lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.cache import Cache
    from dateline.folder import Folder
    from dateline.progress import Progress
    from dateline.workers import Workers

Origin = tuple[str, int | None]  # seed, record
_SEED = re.compile(r'"seed": *"([^"]*)"')
_RECORD = re.compile(r'"record": *(\d{1,9})')


@dataclass(frozen=True, slots=True)
class File:
    """One file of content/articles/, as far as others hang on it."""

    is_sound: bool  # it can be read as an article
    seed: str
    record: int | None
    lines: dict[str, int]  # of `seed` and `slug`, where it has them


@dataclass(frozen=True, slots=True)
class Memory:
    """One ledger, as far as others hang on it."""

    seed: str
    record: int | None
    sha256: str  # of the seed
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands at one article's place."""

    file: File | None = None
    memory: Memory | None = None
    problems: tuple[Problem, ...] = ()
    held: Origin | None = None  # what a ledger that cannot be read speaks of: it may be all that keeps one away


@dataclass(frozen=True, slots=True)
class Kept:
    """What the cache has of one place: how it stands, and what came of it when it last stood so."""

    standing: Standing
    read: str = ""  # key of what the article says by itself
    trail: bytes = b""  # what the corpus asks of that, packed
    settled: str = ""  # key of what became of it
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """The two files of one article, by the digests of their bytes; empty: there is none, or it cannot be read."""

    path: str  # of the article, relative to content/articles/
    file: str = ""
    ledger: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """One file of content/articles/ as a person sees it."""

    text: str
    parsed: Parsed


@dataclass(frozen=True, slots=True)
class Shelf:
    """All that content/ holds of articles."""

    files: dict[str, File] = field(default_factory=dict)
    ledgers: dict[str, Memory] = field(default_factory=dict)  # by the path of their article
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()  # paths of articles or ledgers that are there but cannot be read
    held: frozenset[Origin] = frozenset()  # what ledgers that cannot be read speak of
    places: dict[str, Place] = field(default_factory=dict)
    kept: dict[str, Kept] = field(default_factory=dict)
    fresh: frozenset[str] = frozenset()  # paths of what had to be read


@dataclass(frozen=True, slots=True)
class Slot:
    """One article's place: its file, its ledger and its draft, whichever of them there are."""

    path: str  # relative to content/articles/
    draft: Draft | None = None
    sha256: str = ""  # of the seed file
    file: File | None = None
    ledger: Memory | None = None
    ledger_path: str = ""  # where the ledger stands now, if elsewhere than the article
    frozen: bool = False  # its ledger cannot be read, so neither file may be written

    @property
    def waits(self) -> bool:
        """The file is there, but not readable: it is left as it is until a person has mended it."""
        return self.file is not None and not self.file.is_sound


def key(version: str, place: Place) -> str:
    """Under which the cache keeps what it has of a place; `version`: of the program."""
    return work.key("kept", version, place.path, place.file, place.ledger)


def text_key(version: str, path: str, digest: str) -> str:
    """Under which the text of an article is found while a build lasts, if it was read in it."""
    return work.key("written", version, path, digest)


def read(
    folder: Folder, digests: Mapping[str, str], cache: Cache, desk: Cache, progress: Progress, workers: Workers
) -> Shelf:
    """Look at every article and every ledger; what cannot be read is a problem, and is never overwritten.

    digests: of the files' bytes, by their path in the site folder. desk: takes the texts that had to be read.
    """
    version = work.program()
    room = _Room(folder, digests)
    places = room.places()
    found = cache.find([key(version, place) for place in places], Kept)
    kept = {place.path: row for place, row in zip(places, found, strict=True) if row}
    lacking = [place for place in places if place.path not in kept]
    texts = Lazy(len(lacking), lambda number: room.texts(lacking[number].path))
    made = workers.map(partial(_stand, folder.shown(folder.articles), folder.shown(folder.ledger)), texts)
    made = progress.watch("Reading articles", made, len(texts))
    for place, (standing, written) in zip(lacking, made, strict=True):
        kept[place.path] = Kept(standing)
        if written:
            desk.put(text_key(version, place.path, room.places_read[place.path].file), written)
    at = {place.path: room.places_read.get(place.path, place) for place in places}
    standings = [(path, kept[path].standing) for path in at]
    return Shelf(
        {path: standing.file for path, standing in standings if standing.file},
        {path: standing.memory for path, standing in standings if standing.memory},
        (*room.problems, *(problem for _, standing in standings for problem in standing.problems)),
        frozenset([*room.unread, *(path for path, standing in standings if standing.held)]),
        frozenset(standing.held for _, standing in standings if standing.held),
        at,
        kept,
        frozenset(place.path for place in lacking),
    )


@dataclass(frozen=True, slots=True)
class Texts:
    """The two files of one article; None: there is none, or it cannot be read."""

    path: str
    article: str | None
    ledger: str | None


class _Room:
    """content/, and what is wrong with the files in it."""

    def __init__(self, folder: Folder, digests: Mapping[str, str]) -> None:
        self.folder = folder
        self.digests = digests
        self.problems: list[Problem] = []
        self.unread: set[str] = set()
        self.places_read: dict[str, Place] = {}

    def places(self) -> list[Place]:
        articles = dict(self.listed(self.folder.articles, ".md"))
        ledgers = {f"{path[: -len('.json')]}.md": digest for path, digest in self.listed(self.folder.ledger, ".json")}
        paths = sorted(articles.keys() | ledgers.keys(), key=lambda path: path.split("/"))
        return [Place(path, articles.get(path, ""), ledgers.get(path, "")) for path in paths]

    def listed(self, root: Path, suffix: str) -> Iterator[tuple[str, str]]:
        """The files of that name, but for hidden ones, each with its digest."""
        start, shown = len(str(root)) + 1, self.folder.shown(root)
        for room, folders, names in os.walk(root):
            folders[:] = [name for name in folders if not name.startswith(".")]
            prefix = room[start:].replace(os.sep, "/")
            for name in names:
                if not name.endswith(suffix) or name.startswith("."):
                    continue
                path = f"{prefix}/{name}" if prefix else name
                digest = self.digests.get(f"{shown}/{path}", "not seen")
                if (name := os.fsencode(path).decode("utf-8", "backslashreplace")) != path:
                    self.problems.append(
                        Problem(f"{shown}/{name}", 0, "C13", "has a name that is not UTF-8", "Rename it.")
                    )
                elif len(digest) == work.DIGITS or (root / path).is_file():
                    yield path, digest

    def texts(self, path: str) -> Texts:
        article, digest = self.text(self.folder.articles, path, path)
        ledger, memory = self.text(self.folder.ledger, str(PurePosixPath(path).with_suffix(".json")), path)
        self.places_read[path] = Place(path, digest, memory)
        return Texts(path, article, ledger)

    def text(self, root: Path, path: str, article: str) -> tuple[str | None, str]:
        """A file's text and digest."""
        file = root / path
        try:
            data = file.read_bytes()
            return data.decode("utf-8"), work.digest(data)
        except FileNotFoundError:
            return None, ""
        except OSError as error:
            hint = "Give yourself the right to read it (chmod u+r), or move it out of content/."
            wrong = Problem(self.folder.shown(file), 0, "C08", f"cannot be read: {error.strerror}", hint)
        except UnicodeDecodeError as error:
            hint = "Save it as UTF-8 in your editor."
            message = f"is not UTF-8: byte 0x{error.object[error.start]:02X} at offset {error.start}"
            wrong = Problem(self.folder.shown(file), 0, "C09", message, hint)
        self.problems.append(wrong)
        self.unread.add(article)
        return None, ""


def _stand(articles: str, ledgers: str, texts: Texts) -> tuple[Standing, bytes]:
    """How one article stands, and its text packed, if there is one. `articles`, `ledgers`: what problems call them."""
    file, memory, held, written = None, None, None, b""
    problems: list[Problem] = []
    if texts.article is not None:
        parsed = parse(texts.article, f"{articles}/{texts.path}")
        file = file_of(parsed)
        problems += parsed.problems
        written = msgspec.msgpack.encode(Written(texts.article, parsed))
    if texts.ledger is not None:
        try:
            memory = memory_of(ledger.parse(texts.ledger))
        except (msgspec.DecodeError, ValueError) as error:
            where = f"{ledgers}/{PurePosixPath(texts.path).with_suffix('.json')}"
            hint = "Restore it from your version control, or delete it: then all that the article says counts as yours."
            problems.append(Problem(where, 0, "L01", f"is not a ledger: {error}", hint))
            held = _origin_in(texts.ledger)
    return Standing(file, memory, tuple(problems), held), written


def file_of(parsed: Parsed) -> File:
    """What others ask of an article's file."""
    lines = {name: line for name, line in (parsed.lines or {}).items() if name in ("seed", "slug")}
    return File(parsed.article is not None, parsed.seed, parsed.record, lines)


def memory_of(found: ledger.Ledger) -> Memory:
    """What others ask of a ledger."""
    return Memory(found.seed, found.record, found.sha256, found.withdrawn)


def _origin_in(text: str) -> Origin:
    """The seed that a broken ledger names."""
    seed, record = _SEED.search(text), _RECORD.search(text)
    return (seed[1] if seed else "", int(record[1]) if record else None)


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
        self.known = {(entry.seed, entry.record) for entry in shelf.ledgers.values()}
        self.bytes_at: dict[tuple[str, int | None], list[Origin]] = defaultdict(list)
        for origin, (_, sha) in self.drafts.items():
            self.bytes_at[sha, origin[1]].append(origin)
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
            origin = (file.seed, file.record)
            if path not in found and origin in orphans:
                found[path] = orphans.pop(origin)
        return found

    def place_file(self, path: str, left: dict[Origin, tuple[Draft, str]], claimed: dict[Origin, str]) -> None:
        file = self.shelf.files[path]
        ledger_path = self.ledger_of.get(path, "")
        entry = self.shelf.ledgers.get(ledger_path)
        origin = (entry.seed, entry.record) if entry and entry.seed else (file.seed, file.record)
        if origin[0] and origin in claimed:
            shown = f"content/articles/{path}"
            line = file.lines.get("seed", 1)
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

    def moved(self, origin: Origin, entry: Memory | None) -> Origin:
        """Where the seed of a ledger stands now, if it was renamed without a change."""
        if origin in self.drafts or entry is None or not entry.sha256:
            return origin
        return next(
            (other for other in self.bytes_at.get((entry.sha256, entry.record), ()) if other not in self.known), origin
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
