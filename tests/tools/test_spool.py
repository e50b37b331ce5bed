"""What was put is found again, also by the next run, and nothing that is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.msgpack import encode

from dateline.tools import spool
from dateline.tools.spool import Spool

if TYPE_CHECKING:
    from pathlib import Path

VALUES = st.lists(st.tuples(st.sampled_from(["a", "b", "long name"]), st.text(max_size=40)))


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spool")


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "WRITTEN", 100)


@given(VALUES, st.booleans())
def test_the_last_value_of_a_key_is_found(room: Path, said: list[tuple[str, str]], on_disk: bool) -> None:
    path = _clear(room / "new" / "desk") if on_disk else None
    kept = _filled(path, said)
    assert list(kept.find(["a", "none", "b"], str)) == [dict(said).get(key) for key in ("a", "none", "b")]
    assert [key in kept for key in ("a", "none")] == [key in dict(said) for key in ("a", "none")]


@given(VALUES, st.data())
def test_a_run_takes_up_what_a_killed_one_has_left_whole(
    room: Path, said: list[tuple[str, str]], data: st.DataObject
) -> None:
    path = _clear(room / "desk")
    _filled(path, said)
    whole = path.read_bytes() if path.exists() else b""
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole)))] + data.draw(st.binary(max_size=20)))
    later = Spool(path)
    for key, value in zip(("a", "b"), later.find(["a", "b"], str), strict=True):
        assert value is None or (key, value) in said
    later.put("c", encode("x" * 100))
    assert list(later.find(["c"], str)) == ["x" * 100]


def test_a_changed_byte_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "desk"
    _filled(path, [("a", "x" * 100), ("b", "y" * 100)])
    path.write_bytes(path.read_bytes().replace(b"yyy", b"yzy"))
    assert list(Spool(path).find(["a", "b"], str)) == ["x" * 100, None]


def test_two_runs_at_once_do_not_take_one_value_for_another(tmp_path: Path) -> None:
    one, other = Spool(tmp_path / "desk"), Spool(tmp_path / "desk")
    for n in range(9):
        one.put("a", encode(f"one {n}" + "x" * 90))
        other.put("b", encode(f"other {n}" + "x" * 90))
    assert one.demand(["a"], str) == ["one 8" + "x" * 90]
    assert other.demand(["b"], str) == ["other 8" + "x" * 90]


def test_what_is_gone_is_not_taken_for_nothing(tmp_path: Path) -> None:
    kept = _filled(tmp_path / "desk", [("a", "x" * 100)])
    assert kept.demand(["a"], str) == ["x" * 100]
    (tmp_path / "desk").unlink()
    assert list(kept.find(["a"], str)) == [None]
    with pytest.raises(OSError, match="build again"):
        kept.demand(["a"], str)


def test_what_cannot_be_written_stays_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    kept = _filled(tmp_path / "file" / "desk", [("a", "x" * 100), ("b", "y")])
    assert kept.demand(["a", "b"], str) == ["x" * 100, "y"]


def _filled(path: Path | None, said: list[tuple[str, str]]) -> Spool:
    kept = Spool(path)
    for key, value in said:
        kept.put(key, encode(value))
    return kept


def _clear(path: Path) -> Path:
    path.unlink(missing_ok=True)
    return path
