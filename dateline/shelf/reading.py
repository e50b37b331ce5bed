"""content/articles/ and content/ledger/ -> the shelf. Only what the cache does not know is read."""

from __future__ import annotations

import os
import re
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from dateline import cache as work
from dateline import ledger
from dateline.content.parse import parse
from dateline.model import Problem
from dateline.shelf.standing import Kept, Place, Shelf, Standing, Written, file_of, memory_of, text_key
from dateline.tools import files, yamlio
from dateline.workers import collector
from dateline.workers.demand import Lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.shelf.book import Book
    from dateline.shelf.standing import Origin
    from dateline.tools.folder import Folder
    from dateline.tools.progress import Progress
    from dateline.tools.spool import Spool
    from dateline.workers import Workers

_SEED = re.compile(r'"seed": *"([^"]*)"')
_RECORD = re.compile(r'"record": *(\d{1,9})')


def places(folder: Folder, digests: Mapping[str, str]) -> list[Place]:
    """Where articles and ledgers stand, folder by folder; `digests` of the files' bytes, by path in the site folder."""
    return _Room(folder, digests).places()


def read(
    folder: Folder, digests: Mapping[str, str], book: Book, desk: Spool, progress: Progress, workers: Workers
) -> Shelf:
    """Look at every article and every ledger; what cannot be read is a problem, and is never overwritten.

    digests: of the files' bytes, by their path in the site folder. book: what is kept of all places. desk: takes the
    texts that had to be read.
    """
    version = work.program()
    room = _Room(folder, digests)
    with collector.making_what_lasts():
        places = room.places()
        kept = {place.path: row for place in places if (row := book.find(place))}
    lacking = [place for place in places if place.path not in kept]
    texts = Lazy(len(lacking), lambda number: room.texts(lacking[number].path))
    made = workers.map(partial(_stand, folder.shown(folder.articles), folder.shown(folder.ledger)), texts)
    made = progress.watch("Reading articles", made, len(texts))
    stood: dict[str, Standing] = {}
    for place, (standing, written) in zip(lacking, made, strict=True):
        kept[place.path], stood[place.path] = Kept.of(standing), standing
        if written:
            desk.put(text_key(version, place.path, room.places_read[place.path].file), written)
    at = {place.path: room.places_read.get(place.path, place) for place in places}
    standings = [(path, stood.get(path) or kept[path].standing) for path in at]
    held = {path: standing.held for path, standing in standings if standing.held}
    return Shelf(
        {path: standing.file for path, standing in standings if standing.file},
        {path: standing.memory for path, standing in standings if standing.memory},
        (*room.problems, *(problem for _, standing in standings if standing.problems for problem in standing.problems)),
        frozenset(room.unread | held.keys()),
        frozenset(held.values()),
        at,
        kept,
        frozenset(place.path for place in lacking),
        torn=any(room.places_read[place.path] != place for place in lacking),
    )


class Texts(Struct, frozen=True):
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
        articles = self.listed(self.folder.articles, ".md")
        ledgers = self.listed(self.folder.ledger, ".json")
        paths = sorted(articles.keys() | ledgers.keys(), key=lambda path: path.replace("/", "\0"))  # folder by folder
        return [Place(path, articles.get(path, ""), ledgers.get(path, "")) for path in paths]

    def listed(self, root: Path, suffix: str) -> dict[str, str]:
        """The files of that name, but for hidden ones, by the path of their article, each with its digest."""
        room = f"{self.folder.shown(root)}/"
        start, end = len(room), -len(suffix)
        found = {
            f"{whole[start:end]}.md": digest
            for whole, digest in self.digests.items()
            if whole.startswith(room) and whole.endswith(suffix) and "/." not in whole
        }
        for path, digest in [each for each in found.items() if "\\" in each[0] or len(each[1]) != work.DIGITS]:
            file = root / f"{path[: -len('.md')]}{suffix}"
            if "\\" in path:
                shown = f"{room}{path[: -len('.md')]}{suffix}"
                self.problems.append(_misnamed(shown, is_there=file.exists()))
                del found[path]
            elif len(digest) != work.DIGITS and not file.is_file():
                del found[path]
        return found

    def texts(self, path: str) -> Texts:
        article, digest = self.text(self.folder.articles, path, path)
        ledger, memory = self.text(self.folder.ledger, f"{path.removesuffix('.md')}.json", path)
        self.places_read[path] = Place(path, digest, memory)
        return Texts(path, article, ledger)

    def text(self, root: Path, path: str, article: str) -> tuple[str | None, str]:
        """A file's text and digest."""
        try:
            data = files.read(f"{root}{os.sep}{path}")
            return data.decode("utf-8"), work.digest(data)
        except FileNotFoundError:
            return None, ""
        except OSError as error:
            hint = "Give yourself the right to read it (chmod u+r), or move it out of content/."
            wrong = Problem(self.folder.shown(root / path), 0, "C08", f"cannot be read: {error.strerror}", hint)
        except UnicodeDecodeError as error:
            hint = "Save it as UTF-8 in your editor."
            message = f"is not UTF-8: byte 0x{error.object[error.start]:02X} at offset {error.start}"
            wrong = Problem(self.folder.shown(root / path), 0, "C09", message, hint)
        self.problems.append(wrong)
        self.unread.add(article)
        return None, ""


def _misnamed(shown: str, *, is_there: bool) -> Problem:
    """C13, C14: what is there under that name has a backslash; else `inputs` so writes bytes that are not UTF-8."""
    if is_there:
        hint = "Rename it: on some systems that is a folder's end, so no article can have it."
        return Problem(shown, 0, "C14", "has a backslash in its name", hint)
    return Problem(shown, 0, "C13", "has a name that is not UTF-8", "Rename it.")


def _stand(articles: str, ledgers: str, texts: Texts) -> tuple[Standing, bytes]:
    """How one article stands, and its text packed, if there is one. `articles`, `ledgers`: what problems call them."""
    file, memory, held, written = None, None, None, b""
    problems: list[Problem] = []
    if texts.article is not None:
        parsed = parse(texts.article, f"{articles}/{texts.path}")
        file = file_of(parsed)
        problems += parsed.problems
        written = msgspec.msgpack.encode(Written.of(texts.article, parsed))
    if texts.ledger is not None:
        try:
            memory = memory_of(ledger.parse(texts.ledger))
        except (msgspec.DecodeError, ValueError) as error:
            where = f"{ledgers}/{PurePosixPath(texts.path).with_suffix('.json')}"
            hint = "Restore it from your version control, or delete it: then all that the article says counts as yours."
            what, line = f"is not a ledger: {error}", yamlio.merge(texts.ledger)
            if line:
                what = yamlio.MERGE
                hint = f"Keep one side whole, as `git checkout --theirs -- {ledgers}` does for all; then build."
            problems.append(Problem(where, line, "L01", what, hint))
            held = _origin_in(texts.ledger)
    return Standing(file, memory, tuple(problems), held), written


def _origin_in(text: str) -> Origin:
    """The seed that a broken ledger names."""
    seed, record = _SEED.search(text), _RECORD.search(text)
    return (seed[1] if seed else "", int(record[1]) if record else None)
