"""Publishing: the old site or the new one, and nothing written where nothing changed."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import published
from dateline.site.publishing import disk
from dateline.site.publishing.output import Publication, Report, publish

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST = {"index.html": b"one", "a/b.txt": b"two", "a/c.txt": b"three"}


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_first_publication(tmp_path: Path) -> None:
    report = publish(FIRST.items(), tmp_path / "new" / "public")
    assert (report.written, report.unchanged, report.removed) == (3, 0, 0)
    assert tree(tmp_path / "new" / "public") == FIRST
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["public"]


def test_second_publication_of_the_same_touches_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "public"
    publish(FIRST.items(), folder)
    before = {path: path.stat().st_mtime_ns for path in [folder, *folder.rglob("*")]}
    inode = folder.stat().st_ino
    report = publish(FIRST.items(), folder)
    assert (report.written, report.unchanged, report.removed) == (0, 3, 0)
    assert before == {path: path.stat().st_mtime_ns for path in [folder, *folder.rglob("*")]}
    assert folder.stat().st_ino == inode


def test_what_the_plan_no_longer_makes_is_removed(tmp_path: Path) -> None:
    folder = tmp_path / "public"
    publish(FIRST.items(), folder)
    report = publish([("index.html", b"new"), ("a/c.txt", b"three")], folder)
    assert (report.written, report.unchanged, report.removed) == (1, 1, 1)
    assert tree(folder) == {"index.html": b"new", "a/c.txt": b"three"}


def test_a_build_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    folder = tmp_path / "public"
    publish(FIRST.items(), folder)

    def failing() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"half"
        raise RuntimeError("a template failed")

    with pytest.raises(RuntimeError, match="a template failed"):
        publish(failing(), folder)
    assert tree(folder) == FIRST
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


@pytest.mark.parametrize("path", ["../out.html", "/etc/out.html", "a/../../out.html", ""])
def test_nothing_leaves_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="outside"):
        publish([(path, b"")], tmp_path / "public")


def test_two_pages_of_one_place_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"two pages want the place 'a\.html'"):
        publish([("a.html", b"1"), ("a.html", b"2")], tmp_path / "public")


@pytest.mark.parametrize("exchanges", [True, False])
def test_the_new_site_takes_the_place_of_the_old(
    tmp_path: Path, exchanges: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not exchanges:
        monkeypatch.setattr(disk, "exchange", lambda *_: False)
    folder = tmp_path / "public"
    publish({"a": b"1", "b": b"1"}.items(), folder)
    assert publish({"a": b"2", "b": b"1"}.items(), folder) == Report(1, 1, 0)
    assert (folder / "a").read_bytes() == b"2"
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_what_an_interrupted_publication_left_is_cleared_away(tmp_path: Path) -> None:
    folder = tmp_path / "public"
    publish({"a": b"1"}.items(), folder)
    (tmp_path / ".public.new.x").mkdir()
    (tmp_path / ".public.old.y").mkdir()
    folder.rename(tmp_path / ".public.old.y/site")  # killed between two renames
    inode = (tmp_path / ".public.old.y/site/a").stat().st_ino
    assert publish({"a": b"1"}.items(), folder) == Report(0, 1, 0)
    assert (folder / "a").stat().st_ino == inode
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


SITES = st.lists(st.dictionaries(st.sampled_from(["a", "b/c", "b/d", "e/f/g", "h"]), st.sampled_from([b"1", b"2"])))


@settings(deadline=None)
@given(SITES, st.sampled_from(["a", "b", "b/c", "nothing"]))
def test_the_site_before_is_what_the_next_one_is_made_from(sites: list[dict[str, bytes]], lost: str) -> None:
    """And only that: a file of it that got lost is put back."""
    with tempfile.TemporaryDirectory() as name:
        folder, spare = Path(name) / "public", Path(name) / "cache" / "spare"
        for number, files in enumerate(sites):
            if number == 3 and (spare / lost).is_file():
                (spare / lost).unlink()
            with Publication(folder, spare) as publication:
                for path, content in files.items():
                    publication.add(path, changed=publication.beside.put(path, content))
                report = publication.finish()
            assert tree(folder) == files
            assert report.rooms in (None, published.rooms(folder))
            assert {path.name for path in Path(name).iterdir()} <= {"public", "cache"}


def test_an_edit_touches_no_file_of_the_rest(tmp_path: Path) -> None:
    folder, spare = tmp_path / "public", tmp_path / "spare"
    for content in (b"1", b"2", b"3"):
        with Publication(folder, spare) as publication:
            for path, data in {"a": content, "b/c": b"same"}.items():
                publication.add(path, changed=publication.beside.put(path, data))
            report = publication.finish()
    assert tree(folder) == {"a": b"3", "b/c": b"same"}
    assert report.rooms == published.rooms(folder)
    assert tree(spare) == {"a": b"2", "b/c": b"same"}
    assert (spare / "b/c").stat().st_ino == (folder / "b/c").stat().st_ino
