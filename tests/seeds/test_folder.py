"""The listing ends, whatever stands in the folder, and says what it could not read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from dateline import seeds
from dateline.model import Problem
from dateline.seeds import folder

if TYPE_CHECKING:
    from pathlib import Path


def test_files_come_sorted_and_hidden_ones_not_at_all(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/c.txt",
        ".hidden",
        ".git/x.txt",
        "~$lock.txt",
        "Thumbs.db",
        "page.html",
        "page_files/x.css",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert seeds.listing(tmp_path) == (["a/c.txt", "b.txt", "page.html"], [])


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert seeds.listing(tmp_path / "none") == ([], [])


def test_links_pipes_and_loops_are_problems(tmp_path: Path) -> None:
    root = tmp_path / "seeds"
    root.mkdir()
    (tmp_path / "outside.txt").write_text("x", encoding="utf-8")
    (root / "real.txt").write_text("x", encoding="utf-8")
    (root / "inside.txt").symlink_to("real.txt")
    (root / "outside.txt").symlink_to("../outside.txt")
    (root / "nowhere.txt").symlink_to("none.txt")
    (root / "loop_a.txt").symlink_to("loop_b.txt")
    (root / "loop_b.txt").symlink_to("loop_a.txt")
    (root / "loop").symlink_to(".")
    os.mkfifo(root / "pipe.txt")
    paths, problems = seeds.listing(root)
    assert paths == ["inside.txt", "real.txt"]
    assert {problem.path: problem.code for problem in problems} == {
        "seeds/loop": "S01",
        "seeds/loop_a.txt": "S01",
        "seeds/loop_b.txt": "S01",
        "seeds/nowhere.txt": "S01",
        "seeds/outside.txt": "S01",
        "seeds/pipe.txt": "S02",
    }
    assert all(problem.hint for problem in problems)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_what_may_not_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed.txt").write_text("x", encoding="utf-8")
    (tmp_path / "closed").chmod(0)
    (tmp_path / "closed.txt").chmod(0)
    paths, problems = seeds.listing(tmp_path)
    data, unreadable = seeds.load(tmp_path, "closed.txt")
    (tmp_path / "closed").chmod(0o700)
    assert paths == ["closed.txt"]
    assert [(problem.path, problem.code) for problem in problems] == [("seeds/closed", "S03")]
    assert data is None
    assert [problem.code for problem in unreadable] == ["S03"]


def test_a_file_that_is_gone_or_too_large_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "MAX_BYTES", 3)
    (tmp_path / "large.txt").write_text("four", encoding="utf-8")
    assert seeds.load(tmp_path, "gone.txt")[1][0].code == "S03"
    assert seeds.load(tmp_path, "large.txt")[1][0].code == "S04"


def test_a_pipe_put_in_the_place_of_a_file_does_not_hold_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert seeds.load(tmp_path, "pipe.txt") == (b"", [])


def test_a_name_cannot_turn_what_is_said_of_it() -> None:
    problem = Problem("seeds/a\n\x1b[31m\u202etxt.exe", 0, "S10", "is empty", "Delete it.")
    assert str(problem) == "seeds/a\\n\\x1b[31m\\u202etxt.exe: S10 is empty\n    Delete it."
