"""What a build is made from: a file that stands still is not read again, and any other is."""

from __future__ import annotations

import os
import shutil
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from dateline import cache, inputs
from dateline.inputs import looking
from dateline.inputs.whole import write
from dateline.journal import Change
from dateline.tools.folder import Folder
from dateline.workers import Workers
from tests.inputs.looks import DEEPER, LEDGER, NAME, later, reads

if TYPE_CHECKING:
    from collections.abc import Callable


def test_every_file_has_its_digest(folder: Folder) -> None:
    digest = cache.digest(b"one")
    assert inputs.look(folder).digests == dict.fromkeys(
        [NAME, LEDGER, "content/articles/2021/b.md", "content/site.yaml"], digest
    )


def test_a_file_just_written_is_read_again(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    first = inputs.look(folder)
    seen = reads(monkeypatch)
    assert inputs.look(folder, first) == first
    assert sorted(seen) == ["a.json", "a.md", "b.md", "site.yaml"]


def test_a_file_that_stands_still_is_not_read_again(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch)
    first = inputs.look(folder)
    seen = reads(monkeypatch)
    monkeypatch.setattr(os, "scandir", None)  # nor is a folder listed
    assert inputs.look(folder, first) == first
    assert seen == []


def test_an_edit_of_the_same_size_and_time_is_seen(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch)
    first = inputs.look(folder)
    file = folder.root / NAME
    before = file.stat()
    time.sleep(0.02)  # the finest step of a kernel's clock is 10 ms
    file.write_text("two")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert inputs.look(folder, first).digests[NAME] == cache.digest(b"two")


TOUCHES: dict[str, Callable[[Path], object]] = {
    "written into": lambda top: (top / NAME).write_text("two"),
    "deleted": lambda top: (top / NAME).unlink(),
    "added": lambda top: (top / "content/articles/b.md").write_text("two"),
    "added to a folder that had none": lambda top: (top / "content/empty/b.json").write_text("two"),
    "a folder with a file": lambda top: shutil.copytree(top / "content/ledger", top / "seeds"),
    "renamed": lambda top: (top / NAME).rename(top / "content/articles/b.md"),
    "replaced": lambda top: ((top / "other").write_text("two"), (top / "other").replace(top / NAME)),
    "put where another was": lambda top: (top / "content/site.yaml").replace(top / "content/articles/2021/b.md"),
    "a folder renamed": lambda top: (top / "content/articles/2021").rename(top / "content/articles/2022"),
    "one gone": lambda top: shutil.rmtree(top / "content/articles/2021"),
    "all gone": lambda top: shutil.rmtree(top / "content"),
    "a ledger written into": lambda top: (top / LEDGER).write_text("two"),
    "a ledger deleted": lambda top: (top / DEEPER).unlink(),
    "a ledger added": lambda top: (top / "content/ledger/b.json").write_text("two"),
    "a folder of ledgers gone": lambda top: shutil.rmtree(top / "content/ledger/2021"),
    "all ledgers gone": lambda top: shutil.rmtree(top / "content/ledger"),
}


@pytest.mark.parametrize("touch", TOUCHES)
def test_what_is_touched_is_seen_and_the_look_is_that_of_one_who_never_looked(
    touch: str, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder.root / "content/empty").mkdir()
    (folder.root / DEEPER).parent.mkdir()
    (folder.root / DEEPER).write_text("one")
    later(monkeypatch)
    first = inputs.look(folder)
    time.sleep(0.02)
    TOUCHES[touch](folder.root)
    found, anew = inputs.look(folder, first), inputs.look(folder)
    assert (found.digests, found.whole) == (anew.digests, anew.whole)
    assert found.whole != first.whole
    assert inputs.remembered(folder, first) == ("ledger" not in touch and touch != "all gone")
    assert inputs.look(folder, first, partial(inputs.remembered, folder, first)) == found


@pytest.mark.parametrize("touch", TOUCHES)
def test_what_several_processes_read_is_what_one_reads(
    touch: str, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "MANY", 1)
    monkeypatch.setattr(looking, "SHARE", 1)
    (folder.root / "content/empty").mkdir()
    (folder.root / DEEPER).parent.mkdir()
    (folder.root / DEEPER).write_text("three")
    (folder.root / NAME).write_text("four")
    later(monkeypatch)
    first = inputs.look(folder, workers=Workers(2))
    assert first == inputs.look(folder)
    time.sleep(0.02)
    TOUCHES[touch](folder.root)
    assert inputs.look(folder, first, workers=Workers(2)) == inputs.look(folder, first)


def test_ledgers_that_another_looks_at_are_taken_as_they_were(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch)
    first = inputs.look(folder)
    (folder.root / LEDGER).write_text("another")
    assert inputs.look(folder, first, lambda: True) == first
    assert inputs.look(folder, None, lambda: True) == inputs.look(folder, first) != first


def test_a_ledger_just_written_is_not_taken_as_it_was(folder: Folder) -> None:
    assert not inputs.remembered(folder, inputs.look(folder))
    shutil.rmtree(folder.ledger)
    assert not inputs.remembered(folder, inputs.look(folder))


def test_empty_folders_and_times_say_nothing(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch)
    first = inputs.look(folder)
    (folder.root / "seeds").mkdir()
    os.utime(folder.root / NAME)
    Path(shutil.copy2(folder.root / LEDGER, folder.root / "copy")).replace(folder.root / LEDGER)
    assert inputs.look(folder, first).whole == first.whole


def test_the_builds_own_changes_are_foreseen(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch)
    first = inputs.look(folder)
    changes = {NAME: "two", LEDGER: None, "content/ledger/2023/ü.json": "three", "content/articles/c.md": "four"}
    foreseen = first.after([[Change(path, None, text)] for path, text in changes.items()])
    assert foreseen not in ("", first.whole)
    for path, text in changes.items():
        file = folder.root / path
        file.parent.mkdir(exist_ok=True)
        file.unlink() if text is None else file.write_text(text)
    assert inputs.look(folder, first).whole == foreseen
    assert first.after([]) == first.whole


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_names_need_not_be_utf_8(folder: Folder) -> None:
    (folder.root / os.fsdecode(b"content/articles/\xff.md")).write_text("one")
    found = inputs.look(folder)
    assert "content/articles/\\xff.md" in found.digests
    write(folder, found)
    assert inputs.read(folder) == found


def test_what_is_kept_is_read(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch)
    found = inputs.look(folder)
    write(folder, found)
    assert inputs.read(folder) == found


@pytest.mark.parametrize("broken", [b"", b"nonsense", b"\x81\xa1a\x01"])
def test_a_note_that_cannot_be_read_is_none(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache/inputs.msgpack").write_bytes(broken)
    assert inputs.read(Folder(tmp_path)) is None


def test_a_note_that_does_not_fit_together_is_none(folder: Folder) -> None:
    rooms = inputs.look(folder).rooms
    write(folder, inputs.Inputs((replace(rooms[0], facts=rooms[0].facts[:-8]), *rooms[1:])))
    assert inputs.read(folder) is None


def test_settings_are_told_from_articles(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch)
    first = inputs.look(folder)
    (folder.root / NAME).write_text("two")
    (folder.root / "content/ledger/2021").mkdir()
    (folder.root / "content/ledger/2021/b.json").write_text("two")
    (folder.root / "seeds").mkdir()
    (folder.root / "seeds/a.txt").write_text("two")
    assert inputs.look(folder, first).ground == first.ground
    for name in ("content/site.yaml", "content/vocabulary/people.yaml", "templates/a.html", "static/a.css"):
        before = inputs.look(folder, first).ground
        (folder.root / name).parent.mkdir(exist_ok=True)
        (folder.root / name).write_text("two")
        assert inputs.look(folder, first).ground != before
