"""The next site is begun as a copy of the one that stands, by another process; what is published is the same."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import published
from dateline.site.publishing import disk
from dateline.site.publishing import spare as spares
from dateline.site.publishing.output import Publication
from tests.site.test_output import tree

SITES = st.lists(
    st.dictionaries(st.sampled_from(["a", "b/c", "b/d", "e/f/g", "h"]), st.sampled_from([b"1", b"2"]), min_size=1)
)


def publish(files: dict[str, bytes], folder: Path, spare: Path) -> published.Rooms | None:
    """Publish with a copy that is begun before; the folders of what is published then, where they are known."""
    names = sorted(tree(folder))
    with (
        spares.begun(folder, spare, names) as begun,
        Publication(folder, spare, names, published.rooms(folder), begun) as publication,
    ):
        for path, content in files.items():
            publication.add(path, changed=publication.beside.put(path, content))
        return publication.finish().rooms


@settings(deadline=None, max_examples=30)
@given(SITES)
def test_what_is_published_is_what_was_made(sites: list[dict[str, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, spare = Path(name) / "public", Path(name) / "cache" / "spare"
        folder.mkdir()
        spare.parent.mkdir()
        for files in sites:
            rooms = publish(files, folder, spare)
            assert tree(folder) == files
            assert rooms == published.rooms(folder)
            assert {path.name for path in Path(name).iterdir()} == {"public", "cache"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, content in {"a": "1", "b/c": "2"}.items():
        file = tmp_path / "public" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    (tmp_path / "cache").mkdir()
    return tmp_path / "public"


def test_a_copy_is_made_of_links(folder: Path, tmp_path: Path) -> None:
    with spares.begun(folder, tmp_path / "cache/spare", ["a", "b/c"]) as begun:
        assert begun.rooms() == published.rooms(begun.new)
        assert tree(begun.new) == tree(folder)
        assert (begun.new / "b/c").stat().st_ino == (folder / "b/c").stat().st_ino


def test_a_copy_that_nobody_wanted_begins_the_next_one(folder: Path, tmp_path: Path) -> None:
    spare = tmp_path / "cache/spare"
    with spares.begun(folder, spare, ["a", "b/c"]):
        pass
    assert tree(spare) == tree(folder)
    inode = (spare / "b").stat().st_ino
    with spares.begun(folder, spare, ["a", "b/c"]) as begun:
        assert begun.rooms()
        assert (begun.new / "b").stat().st_ino == inode
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_spare_site_that_somebody_touched_is_not_used(folder: Path, tmp_path: Path) -> None:
    spare = tmp_path / "cache/spare"
    with spares.begun(folder, spare, ["a", "b/c"]):
        pass
    (spare / "b/c").unlink()
    with spares.begun(folder, spare, ["a", "b/c"]) as begun:
        assert begun.rooms()
        assert tree(begun.new) == tree(folder)


def test_where_no_copy_can_be_made_the_site_is_published_without(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = disk.keep
    monkeypatch.setattr(disk, "keep", lambda *_: (_ for _ in ()).throw(OSError("no")))
    with spares.begun(folder, tmp_path / "cache/spare", ["a", "b/c"]) as begun:
        assert begun.rooms() is None
        monkeypatch.setattr(disk, "keep", real)
        with Publication(folder, tmp_path / "cache/spare", ["a", "b/c"], published.rooms(folder), begun) as publication:
            publication.add("a", changed=publication.beside.put("a", b"3"))
            publication.add("b/c", changed=publication.beside.put("b/c", b"2"))
            publication.finish()
    assert tree(folder) == {"a": b"3", "b/c": b"2"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "public"]


def test_a_failure_leaves_the_old_site_alone(folder: Path, tmp_path: Path) -> None:
    spare, before = tmp_path / "cache/spare", tree(folder)

    def fail() -> None:
        with (
            spares.begun(folder, spare, ["a", "b/c"]) as begun,
            Publication(folder, spare, ["a", "b/c"], published.rooms(folder), begun) as publication,
        ):
            publication.add("a", changed=publication.beside.put("a", b"3"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert tree(folder) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "public"]
