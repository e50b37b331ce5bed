"""Stories in a table and in texts, as a person saves them, and builds of a site from these, which may be killed."""

from __future__ import annotations

import csv
import io
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from msgspec import Struct

from dateline import corpus, inputs, journal
from dateline.cache import Cache
from dateline.content.parse import parse
from dateline.tools import files
from dateline.tools.folder import Folder
from dateline.tools.progress import Progress

if TYPE_CHECKING:
    from dateline.model import Article

ROWS = ("bridge", "ferry", "tunnel", "quay", "tram")
TEXTS = ("castle", "market")
TEXT = (
    "The {0} was closed by the council on Monday, {1} days after the storm.\n\n"
    "Those who use the {0} were told to go by bus until the {0} opens in May."
)


class Row(Struct, frozen=True):
    """What a seed says of one story now."""

    title: int = 0
    text: int = 0
    day: int = 0


class KilledError(Exception):
    """Stands for the end of the process."""


class Pile:
    """A site folder, and what its seeds say."""

    def __init__(self) -> None:
        self.folder = Folder(Path(tempfile.mkdtemp()))
        self.folder.seeds.mkdir()
        self.folder.content.mkdir()
        self.stories = {name: Row() for name in (*ROWS, *TEXTS)}
        self.table: list[str] = []
        self.address = False  # do the rows of the table say where their stories stand?
        self.seeds = {name: [f"{name}.txt"] for name in TEXTS}  # the files that hold each
        self.changing: set[str] = set()  # stories of which no build has seen yet that something is another
        self.patience = 0  # so many things are done before it is built again
        self.made: corpus.Corpus | None = None

    def save_table(self) -> None:
        out = io.StringIO()
        csv.writer(out).writerow(("title", "text", "date", "url"))
        for name in self.table:
            url = f"https://news.example/{name}" if self.address else ""
            csv.writer(out).writerow((*self.says(name), url))
        (self.folder.seeds / "list.csv").write_text(out.getvalue(), encoding="utf-8")

    def save_text(self, name: str) -> None:
        title, text, date = self.says(name)
        for seed in self.seeds[name]:
            (self.folder.seeds / seed).write_text(f"{title}\n\n{date}\n\n{text}\n", encoding="utf-8")

    def says(self, name: str) -> tuple[str, str, str]:
        row = self.stories[name]
        place = (*ROWS, *TEXTS).index(name)
        title = f"Council closes the {name}" + (f" in part {row.title}" if row.title else "")
        return title, TEXT.format(name, row.text + 2), f"2024-{place + 1:02}-{row.day + 1:02}"

    def seen(self) -> set[str]:
        """The stories that there are seeds of now."""
        is_there = (self.folder.seeds / "list.csv").exists()
        return {*(self.table if is_there else ()), *(name for name in TEXTS if self.seeds[name])}

    def take_away(self, name: str, seed: str) -> None:
        (self.folder.seeds / seed).unlink()
        self.seeds[name] = [other for other in self.seeds[name] if other != seed]

    def put(self, name: str, seed: str) -> None:
        (self.folder.seeds / seed).parent.mkdir(exist_ok=True)
        self.save_text(name)

    def everything(self) -> dict[Path, tuple[bytes, int]]:
        paths = (path for path in self.folder.content.rglob("*") if path.is_file())
        return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}

    def build(self, kill: int = 0) -> None:
        """With the cache of the last one, held against one without; killed before so many files are written."""
        if kill:
            with suppress(KilledError):
                self.run(kill)
        self.made = None
        if self.patience:
            self.patience -= 1
            return
        self.made = self.run()
        self.changing -= self.seen()
        assert not self.read(Cache(None)).changes

    def run(self, kill: int = 0) -> corpus.Corpus:
        journal.recover(self.folder.root, self.folder.journal)
        store = Cache(self.folder.cache / "work.sqlite")
        made = self.read(store)
        assert told(made) == told(self.read(Cache(None)))
        store.close()
        with pytest.MonkeyPatch.context() as patch:
            if kill:
                lives = Lives(kill)
                patch.setattr(files, "write", lives.counted(files.write))
                patch.setattr(files, "remove", lives.counted(files.remove))
            journal.carry_out(made.changes, self.folder.root, self.folder.journal)
        corpus.clear(store)
        return made

    def read(self, store: Cache) -> corpus.Corpus:
        return corpus.read(self.folder, store, Progress(io.StringIO()), seen=inputs.look(self.folder))

    def article(self, path: str) -> Article:
        text = (self.folder.articles / path).read_text(encoding="utf-8")
        article = parse(text.replace("draft: true\n", "", 1), path).article
        assert article, text
        return article


class Lives:
    """How many files may be written before the end."""

    def __init__(self, left: int) -> None:
        self.left = left

    def counted(self, does: Any) -> Any:
        def instead(*given: Any, **named: Any) -> Any:
            self.left -= 1
            if not self.left:
                raise KilledError
            return does(*given, **named)

        return instead


def told(made: corpus.Corpus) -> list[object]:
    planned = [group for group in made.changes if group]
    return [list(made.entries), made.cards, made.problems, planned, made.moves, made.new, made.withdrawn]
