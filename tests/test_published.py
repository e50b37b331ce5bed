"""What is published: whether anybody has touched it is seen, whatever was done, without reading a file."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

import pytest

from dateline import published

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES = {"index.html": "one", "a/index.html": "two", "a/b/c/index.html": "three", "ä/ö.txt": "four"}
TOUCHES: dict[str, Callable[[Path], object]] = {
    "written into": lambda top: (top / "a/index.html").write_text("TWO and more"),
    "written into, as long as before": lambda top: (top / "a/index.html").write_text("TWO"),
    "deleted": lambda top: (top / "a/b/c/index.html").unlink(),
    "added": lambda top: (top / "a/b/other.txt").write_text("five"),
    "renamed": lambda top: (top / "ä/ö.txt").rename(top / "ä/o.txt"),
    "replaced": lambda top: (shutil.copy(top / "index.html", top / "new"), (top / "new").replace(top / "index.html")),
    "folder added": lambda top: (top / "a/b/d").mkdir(),
    "folder gone": lambda top: shutil.rmtree(top / "a/b"),
    "all gone": shutil.rmtree,
}


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A folder that has stood for longer than a step of the kernel's clock."""
    for name, text in FILES.items():
        file = tmp_path / "public" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    time.sleep(0.02)
    return tmp_path / "public"


@pytest.mark.parametrize("touch", TOUCHES)
def test_a_touch_is_seen(touch: str, top: Path) -> None:
    stood = published.look(top)
    assert published.untouched(top, stood)
    TOUCHES[touch](top)
    assert not published.untouched(top, stood)


@pytest.mark.parametrize("besides", [0, 3, 1000])
@pytest.mark.parametrize("touch", TOUCHES)
def test_it_is_seen_in_one_of_two_shares(touch: str, besides: int, top: Path) -> None:
    first, second = shares = published.look(top).shared_out(besides)
    assert first.size + second.size == len(FILES)
    assert first.size <= 1 if besides == 1000 else first.size >= 2
    assert all(published.untouched(top, share) for share in shares)
    TOUCHES[touch](top)
    assert not all(published.untouched(top, share) for share in shares)


@pytest.mark.parametrize("touch", ["deleted", "added", "renamed", "folder gone", "all gone"])
def test_that_a_file_came_or_went_is_seen_by_the_folders_alone(touch: str, top: Path) -> None:
    rooms = published.rooms(top)
    assert published.still(top, rooms)
    TOUCHES[touch](top)
    assert not published.still(top, rooms)


def test_it_stands_as_looked_at_after_changes_that_are_told(top: Path) -> None:
    stood = published.look(top)
    (top / "a/index.html").write_text("another")
    (top / "new/deep").mkdir(parents=True)
    (top / "new/deep/file").write_text("five")
    shutil.rmtree(top / "ä")
    changed, gone = ["a/index.html", "new/deep/file"], ["ä/ö.txt"]
    rooms = published.rooms_after(top, stood.rooms, [*changed, *gone])
    stood = published.after(top, stood, changed, gone)
    assert published.untouched(top, stood)
    assert rooms == stood.rooms == published.rooms(top)


def test_an_empty_folder_stands(tmp_path: Path) -> None:
    assert published.untouched(tmp_path, published.look(tmp_path))


def test_what_is_written_is_read_and_what_cannot_be_read_is_none(top: Path, tmp_path: Path) -> None:
    stood = published.look(top)
    published.write(tmp_path / "note", stood)
    assert published.read(tmp_path / "note") == stood
    for broken in (b"", b"nonsense", b"\x81\xa1a\x01"):
        (tmp_path / "note").write_bytes(broken)
        assert published.read(tmp_path / "note") is None
    assert published.read(tmp_path / "none") is None


def test_a_note_of_half_a_number_is_no_reason_to_stop(top: Path) -> None:
    stood = published.look(top)
    assert not published.untouched(top, published.Standing(stood.rooms, stood.files, stood.facts[:-3]))
