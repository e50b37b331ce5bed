"""Changes that belong together are all made, or finished by the next run."""

import hashlib
from pathlib import Path

import pytest

from dateline import files, journal
from dateline.journal import Change


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text("old a", encoding="utf-8")
    (tmp_path / "a.json").write_text("old ledger", encoding="utf-8")
    return tmp_path


GROUP = [Change("a.md", sha("old a"), "new a"), Change("a.json", sha("old ledger"), "new ledger")]


def test_all_changes_are_made_and_the_journal_goes(root: Path) -> None:
    journal.carry_out([GROUP], root, root / ".cache/journal.json")
    assert (root / "a.md").read_text() == "new a"
    assert (root / "a.json").read_text() == "new ledger"
    assert not (root / ".cache/journal.json").exists()


@pytest.mark.parametrize("survives", [0, 1, 2])
def test_an_interrupted_run_is_finished(root: Path, survives: int, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[Path] = []

    def dies(path: Path, data: bytes) -> bool:
        if len(done) == survives:
            raise KeyboardInterrupt
        done.append(path)
        files.write(path, data)
        return True

    monkeypatch.setattr(files, "write_if_changed", dies)
    try:
        journal.carry_out([GROUP], root, root / ".cache/journal.json")
    except KeyboardInterrupt:
        assert survives < 2
    monkeypatch.undo()
    assert journal.recover(root, root / ".cache/journal.json") == (1 if survives < 2 else 0)
    assert (root / "a.md").read_text() == "new a"
    assert (root / "a.json").read_text() == "new ledger"
    assert journal.recover(root, root / ".cache/journal.json") == 0


def test_a_persons_edit_after_the_interruption_goes_first(root: Path) -> None:
    files.write(root / "j", b'[[{"path":"a.md","before":"0","after":"new a"}]]')
    (root / "a.md").write_text("mine", encoding="utf-8")
    assert journal.recover(root, root / "j") == 0
    assert (root / "a.md").read_text() == "mine"


def test_a_journal_cut_short_is_no_journal(root: Path) -> None:
    (root / "j").write_bytes(b'[[{"path":"a.m')
    assert journal.recover(root, root / "j") == 0
    assert (root / "a.md").read_text() == "old a"
    assert not (root / "j").exists()


def test_a_file_that_goes_takes_its_empty_folder_with_it(root: Path) -> None:
    files.write(root / "ledger/2021/x.json", b"{}")
    journal.carry_out([[Change("ledger/2021/x.json", sha("{}"), None)]], root, root / "j")
    assert not (root / "ledger").exists()
