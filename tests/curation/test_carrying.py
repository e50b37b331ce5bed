"""Changes of content/ are made, by whichever process, and the next run knows how they stand."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from dateline import inputs
from dateline.articles import carrying
from dateline.articles.carrying import Carrying
from dateline.journal import Change
from dateline.tools import files
from dateline.tools.folder import Folder
from dateline.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

COUNT = 8
GROUPS = [
    [Change(f"content/articles/{n}.md", None, f"text {n}"), Change(f"content/ledger/{n}.json", None, f"{{{n}}}")]
    for n in range(COUNT)
]


@pytest.fixture(params=["here", "there"], autouse=True)
def _process(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carrying, "MANY", COUNT - 1)
    monkeypatch.setattr(carrying, "MUCH", 1 if request.param == "there" else COUNT + 1)
    # Here they are noted at once, and whatever is noted must count as settled; there, after a wait as long as that.
    settled = 10_000_000 if request.param == "there" else 0
    monkeypatch.setattr(inputs, "SETTLED", settled)
    monkeypatch.setattr("dateline.inputs.looking.SETTLED", settled)
    monkeypatch.setattr(Workers, "all", lambda: Workers(2))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    (tmp_path / ".cache").mkdir()
    return Folder(tmp_path)


def written(folder: Folder, groups: Sequence[Sequence[Change]] = GROUPS) -> int:
    with Carrying(folder, groups) as work:
        return work.wait()


def texts(folder: Folder) -> dict[str, str]:
    found = folder.content.rglob("*.*")
    return {path.relative_to(folder.root).as_posix(): path.read_text(encoding="utf-8") for path in found}


def test_all_are_made_and_the_next_run_knows_how_they_stand(folder: Folder) -> None:
    assert written(folder) == 0
    assert texts(folder) == {change.path: change.after for group in GROUPS for change in group}
    noted = inputs.read(folder)
    assert noted == inputs.look(folder)
    assert not folder.journal.exists()


def test_of_few_nothing_is_noted(folder: Folder) -> None:
    assert written(folder, GROUPS[:2]) == 0
    assert inputs.read(folder) is None


def test_how_many_a_person_has_changed_meanwhile_is_told(folder: Folder) -> None:
    for number in (2, 5):
        files.write(folder.articles / f"{number}.md", b"mine")
    assert written(folder) == 2
    assert texts(folder)["content/articles/5.md"] == "mine"
    assert len(texts(folder)) == 2 * COUNT - 2


def test_what_cannot_be_written_is_an_error_and_the_next_run_finishes_it(folder: Folder) -> None:
    folder.content.mkdir()
    (folder.content / "ledger").write_text("in the way")
    with pytest.raises(OSError, match="ledger"):
        written(folder)
    (folder.content / "ledger").unlink()
    assert folder.journal.exists()
    assert written(folder) == 0
    assert len(texts(folder)) == 2 * COUNT


def test_a_process_that_died_over_it_has_its_work_finished_here(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, write, done = os.getpid(), files.write, []

    def dying(path: Path, data: bytes, *, durable: bool = False, aside: Path | None = None) -> None:
        done.append(path)
        if len(done) == COUNT and os.getpid() != here:
            os._exit(1)
        write(path, data, durable=durable, aside=aside)

    monkeypatch.setattr(files, "write", dying)
    assert written(folder) == 0
    assert len(texts(folder)) == 2 * COUNT
    assert not folder.journal.exists()


def test_an_error_meanwhile_is_the_one_that_is_told(folder: Folder) -> None:
    def fail() -> None:
        with Carrying(folder, GROUPS) as work:
            work.wait()
            raise ValueError("of the site")

    with pytest.raises(ValueError, match="of the site"):
        fail()
    assert len(texts(folder)) == 2 * COUNT
