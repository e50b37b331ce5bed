"""What a build was made from: a file that stands still is not read again, and any other is."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dateline import cache, stamp
from dateline.folder import Folder

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "content/articles/a.md"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    file = tmp_path / NAME
    file.parent.mkdir(parents=True)
    file.write_text("one")
    return Folder(tmp_path)


def later(monkeypatch: pytest.MonkeyPatch, seconds: float = 10) -> None:
    moment = time.time_ns() + int(seconds * 1e9)
    monkeypatch.setattr(time, "time_ns", lambda: moment)


def test_a_file_just_written_is_read_again(folder: Folder) -> None:
    assert stamp.inputs(folder).known == {}


def test_a_file_that_stands_still_is_not_read_again(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch)
    first = stamp.inputs(folder)
    assert first.digests == {NAME: cache.digest(b"one")}
    facts, _ = first.known[NAME]
    assert stamp.inputs(folder, {NAME: (facts, "as it was")}).digests == {NAME: "as it was"}


def test_an_edit_of_the_same_size_and_time_is_seen(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch)
    known = stamp.inputs(folder).known
    file = folder.root / NAME
    before = file.stat()
    time.sleep(0.02)  # the finest step of a kernel's clock is 10 ms
    file.write_text("two")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert stamp.inputs(folder, known).digests == {NAME: cache.digest(b"two")}


def test_another_file_in_its_place_is_seen(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch)
    known = stamp.inputs(folder).known
    other = folder.root / "other"
    other.write_text("two")
    other.replace(folder.root / NAME)
    assert stamp.inputs(folder, known).digests == {NAME: cache.digest(b"two")}


@pytest.mark.parametrize("broken", [b"", b"nonsense", b"\x81\xa1a\x01"])
def test_a_note_that_cannot_be_read_is_none(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / "inputs").write_bytes(broken)
    assert stamp.recall(tmp_path / "inputs") == {}


def test_what_is_kept_is_recalled(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch)
    found = stamp.inputs(folder)
    stamp.keep(folder.cache / "inputs", found)
    assert stamp.recall(folder.cache / "inputs") == found.known


def noted(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Path:
    later(monkeypatch)
    note = folder.cache / "still"
    stamp.keep_still(note, folder, stamp.inputs(folder))
    assert stamp.still(note, folder) == stamp.inputs(folder).whole
    return note


TOUCHES: dict[str, Callable[[Path], object]] = {
    "written into": lambda top: (top / NAME).write_text("two"),
    "deleted": lambda top: (top / NAME).unlink(),
    "added": lambda top: (top / "content/articles/b.md").write_text("two"),
    "added to a folder that had none": lambda top: (top / "content/ledger/b.json").write_text("two"),
    "seeds where there were none": lambda top: (top / "seeds").mkdir(),
    "renamed": lambda top: (top / NAME).rename(top / "content/articles/b.md"),
    "replaced by its like": lambda top: Path(shutil.copy2(top / NAME, top / "copy")).replace(top / NAME),
    "all gone": lambda top: shutil.rmtree(top / "content"),
}


@pytest.mark.parametrize("touch", TOUCHES)
def test_that_all_inputs_stand_still_is_known_until_one_is_touched(
    touch: str, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder.root / "content/ledger").mkdir()
    note = noted(folder, monkeypatch)
    time.sleep(0.02)
    TOUCHES[touch](folder.root)
    assert stamp.still(note, folder) == ""


def test_of_what_was_just_written_nothing_is_noted(folder: Folder) -> None:
    stamp.keep_still(folder.cache / "still", folder, stamp.inputs(folder))
    assert not (folder.cache / "still").exists()


@pytest.mark.parametrize("broken", [b"", b"nonsense", b"\x81\xa1a\x01"])
def test_a_note_of_what_stood_still_that_cannot_be_read_is_none(
    folder: Folder, broken: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = noted(folder, monkeypatch)
    note.write_bytes(broken)
    assert stamp.still(note, folder) == ""


def test_a_folder_that_cannot_be_looked_into_never_stands_still(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch)
    (folder.root / "seeds/closed").mkdir(parents=True)
    real = os.scandir

    def scandir(room: str) -> object:
        if room.endswith("closed"):
            raise PermissionError(room)
        return real(room)

    monkeypatch.setattr(os, "scandir", scandir)
    stamp.keep_still(folder.cache / "still", folder, stamp.inputs(folder))
    assert not (folder.cache / "still").exists()
