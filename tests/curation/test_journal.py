"""Changes that belong together are all made, or finished by the next run."""

import hashlib
import json
from pathlib import Path

import pytest

from dateline import journal
from dateline.journal import Change
from dateline.tools import files


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("old a", encoding="utf-8")
    (tmp_path / "content/a.json").write_text("old ledger", encoding="utf-8")
    return tmp_path


GROUP = [Change("content/a.md", sha("old a"), "new a"), Change("content/a.json", sha("old ledger"), "new ledger")]


def test_all_changes_are_made_and_the_journal_goes(root: Path) -> None:
    journal.carry_out([GROUP], root, root / ".cache/journal.json")
    assert (root / "content/a.md").read_text() == "new a"
    assert (root / "content/a.json").read_text() == "new ledger"
    assert not (root / ".cache/journal.json").exists()


@pytest.mark.parametrize("survives", [0, 1, 2])
def test_an_interrupted_run_is_finished(root: Path, survives: int, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[Path] = []
    write = files.write

    def dies(path: Path, data: bytes, *, durable: bool = False, aside: Path | None = None) -> None:
        if not durable and len(done) == survives:  # the journal alone is durable
            raise KeyboardInterrupt
        if not durable:
            done.append(path)
        write(path, data, durable=durable, aside=aside)

    monkeypatch.setattr(files, "write", dies)
    try:
        journal.carry_out([GROUP], root, root / ".cache/journal.json")
    except KeyboardInterrupt:
        assert survives < 2
    monkeypatch.undo()
    assert journal.recover(root, root / ".cache/journal.json") == (1 if survives < 2 else 0)
    assert (root / "content/a.md").read_text() == "new a"
    assert (root / "content/a.json").read_text() == "new ledger"
    assert journal.recover(root, root / ".cache/journal.json") == 0


def test_a_persons_edit_after_the_interruption_goes_first(root: Path) -> None:
    files.write(root / "j", b'[[{"path":"content/a.md","before":"0","after":"new a"}]]')
    (root / "content/a.md").write_text("mine", encoding="utf-8")
    assert journal.recover(root, root / "j") == 0
    assert (root / "content/a.md").read_text() == "mine"


def test_a_journal_cut_short_is_no_journal(root: Path) -> None:
    (root / "j").write_bytes(b'[[{"path":"a.m')
    assert journal.recover(root, root / "j") == 0
    assert (root / "content/a.md").read_text() == "old a"
    assert not (root / "j").exists()


def test_a_file_that_goes_takes_its_empty_folder_with_it(root: Path) -> None:
    files.write(root / "content/ledger/2021/x.json", b"{}")
    journal.carry_out([[Change("content/ledger/2021/x.json", sha("{}"), None)]], root, root / "j")
    assert not (root / "content/ledger").exists()


def test_a_file_that_a_person_changed_since_it_was_planned_is_left_alone(root: Path) -> None:
    (root / "content/a.md").write_text("mine, saved while the build was at work", encoding="utf-8")
    other = [Change("content/b.md", None, "new b")]
    assert journal.carry_out([GROUP, other], root, root / "j") == 1
    assert (root / "content/a.md").read_text() == "mine, saved while the build was at work"
    assert (root / "content/a.json").read_text() == "old ledger"
    assert (root / "content/b.md").read_text() == "new b"


@pytest.mark.parametrize(
    "path", ["../x", "/etc/x", "build.py", "content", "content/../x", ".git/hooks/pre-commit", "content\\..\\..\\x"]
)
def test_a_journal_of_somebody_elses_writes_nothing_elsewhere(root: Path, path: str) -> None:
    before = {path.name for path in root.parent.rglob("*")} | {"j"}
    text = '[[{"path":"content/b.md","before":null,"after":"b"}],[{"path":%s,"before":null,"after":"x"}]]'
    (root / "j").write_text(text % json.dumps(path), encoding="utf-8")
    assert journal.recover(root, root / "j") == 0
    with pytest.raises(ValueError, match="not to be written"):
        journal.carry_out([[Change(path, None, "x")]], root, root / "j")
    assert {path.name for path in root.parent.rglob("*")} <= before


def test_what_a_run_that_died_left_half_made_is_cleared_away(root: Path) -> None:
    (root / ".cache").mkdir()
    (root / ".cache/.a.md.x1.part").write_text("hal")
    assert journal.recover(root, root / ".cache/journal.json") == 0
    assert list((root / ".cache").iterdir()) == []
