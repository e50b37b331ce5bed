"""Whom a change of people.yaml may reach: asked of each state of an article's files once, on however many cores."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline import cache as work
from dateline import vocabulary
from dateline.articles import reach
from dateline.articles.changes import article_path, ledger_path
from dateline.articles.reach import Reach
from dateline.cache import Cache
from dateline.shelf import File, Memory, Place, Slot
from dateline.tagging import OwnPeople
from dateline.tools.folder import Folder
from dateline.tools.progress import Progress
from dateline.workers import Workers

if TYPE_CHECKING:
    from pathlib import Path

FILE, MEMORY = File(is_sound=True, seed="", record=None, lines={}), Memory("", None, "", withdrawn=False)
TEXTS = {"a.md": "Jaan Tamm came.", "b.md": "Nobody came.", "c.md": "Nobody, again.", "d.md": "Tamm, Jaan"}
SLOTS = [Slot(path, file=FILE, ledger=MEMORY) for path in TEXTS]
BASES = [f"base of {path}" for path in TEXTS]


@pytest.fixture
def own(tmp_path: Path) -> OwnPeople:
    (tmp_path / "people.yaml").write_text("Jaan Tamm:\n", encoding="utf-8")
    words, problems = vocabulary.load(tmp_path, "vocabulary")
    assert not problems
    return OwnPeople(words)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    for path, text in TEXTS.items():
        for place, said in ((article_path(path), text), (ledger_path(path), '{"tags": ["Tamm"]}')):
            (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / place).write_text(said, encoding="utf-8")
    return Folder(tmp_path)


def places(folder: Folder) -> dict[str, Place]:
    def digest(path: str) -> str:
        return work.digest((folder.root / path).read_bytes())

    return {path: Place(path, digest(article_path(path)), digest(ledger_path(path))) for path in TEXTS}


@pytest.mark.parametrize("size", [1, 2])
def test_who_is_named_counts_and_a_text_that_is_another_now_asks_for_all(
    own: OwnPeople, folder: Folder, size: int
) -> None:
    known, workers = places(folder), Workers(size, patience=0.0, pays=0.0)
    (folder.root / article_path("c.md")).write_text("Another text.", encoding="utf-8")
    (folder.root / ledger_path("d.md")).unlink()
    found = Reach(folder, own, known, Cache(None)).of(BASES, SLOTS, Progress(), workers)
    assert found == [own.of(["Jaan Tamm"]), "", own.whole, own.whole]


def test_what_is_known_is_not_asked_again(own: OwnPeople, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, known = Cache(None), places(folder)
    first = Reach(folder, own, known, cache)
    found = first.of(BASES[:2], SLOTS[:2], Progress(), Workers())
    first.note("another base", found[0])
    first.keep()
    asked = list[str]()
    monkeypatch.setattr(reach, "_said_of", lambda _, sought, *__: asked.append(sought.files[0][0]))
    second = Reach(folder, own, known, cache)
    assert second.of(["another base", *BASES[1:]], SLOTS, Progress(), Workers()) == [*found, own.whole, own.whole]
    assert [path.rpartition("/")[2] for path in asked] == ["c.md", "d.md"]
    assert second.of_last(BASES[0]) == found[0]


def test_where_the_vocabulary_has_nobody_no_file_is_read(folder: Folder, tmp_path: Path) -> None:
    words, _ = vocabulary.load(tmp_path / "none", "vocabulary")
    assert Reach(folder, OwnPeople(words), {}, Cache(None)).of(BASES, SLOTS, Progress(), Workers()) == [""] * 4
