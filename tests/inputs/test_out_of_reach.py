"""What cannot be looked into, and what lies behind a link: it counts, and is asked for again."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, Any

import pytest

from dateline import cache, inputs
from tests.inputs.looks import LEDGER, NAME, later

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.tools.folder import Folder


@pytest.mark.parametrize("error", [PermissionError, FileNotFoundError])
def test_a_folder_that_cannot_be_looked_into_never_stands_still(
    error: type[OSError], folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch)
    real, closed = os.scandir, True

    def scandir(room: bytes) -> object:
        if closed and room.endswith(b"2021/"):
            raise error(room)
        return real(room)

    monkeypatch.setattr(os, "scandir", scandir)
    first = inputs.look(folder)
    assert "content/articles/2021/b.md" not in first.digests
    closed = False
    assert "content/articles/2021/b.md" in inputs.look(folder, first).digests


def test_a_folder_that_cannot_be_looked_into_counts(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """That it came and that it went are changes, though nothing of what is in it is known."""
    later(monkeypatch)
    closed = folder.root / "seeds/closed"
    closed.parent.mkdir()
    first, real = inputs.look(folder), os.scandir

    def scandir(path: bytes) -> Any:
        if os.fsdecode(path).rstrip("/") == str(closed):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    closed.mkdir()
    second = inputs.look(folder, first)
    assert second.whole != first.whole
    assert inputs.look(folder, second).whole == second.whole
    closed.rmdir()
    assert inputs.look(folder, second).whole == first.whole


def test_a_file_that_cannot_be_read_is_asked_for_again(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch)
    (folder.root / NAME).unlink()
    (folder.root / NAME).symlink_to("nowhere")
    (folder.root / LEDGER).unlink()
    (folder.root / LEDGER).symlink_to(folder.root)
    first = inputs.look(folder)
    assert first.digests[NAME].startswith("unreadable")
    assert first.digests[LEDGER] == f"unreadable: {errno.EINVAL}"
    (folder.root / "content/articles/nowhere").write_text("one")
    assert inputs.look(folder, first).digests[NAME] == cache.digest(b"one")


def test_where_a_link_leads_counts(folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch)
    (tmp_path / "outside").mkdir()
    (folder.seeds / "deep").mkdir(parents=True)
    link, between = folder.seeds / "deep/a.txt", tmp_path / "outside/between"
    for place in (folder.seeds / "b.txt", tmp_path / "outside/b.txt"):
        place.write_text("one")
    between.symlink_to(tmp_path / "outside/b.txt")
    link.symlink_to(between)
    last = inputs.look(folder)
    assert inputs.look(folder, last) == last
    between.unlink()
    between.symlink_to(folder.seeds / "b.txt")
    inward = inputs.look(folder, last)
    link.unlink()
    link.write_text("one")
    os.utime(link.parent, ns=(0, 0))
    itself = inputs.look(folder, inward)
    assert len({last.whole, inward.whole, itself.whole}) == 3
    assert itself.whole == inputs.look(folder).whole
