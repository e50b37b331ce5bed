"""The cache: what was done is found again, what is broken is made again, what is not asked for goes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from operator import mul
from typing import TYPE_CHECKING

import msgspec
import pytest

from dateline import cache
from dateline.cache import Cache
from dateline.workers import Workers

if TYPE_CHECKING:
    from pathlib import Path


def numbers(store: Cache, count: int, work: object = None) -> list[int]:
    double = work or partial(mul, 2)
    return list(store.each(range(count), str, int, double, Workers()))  # type: ignore[arg-type]


def refuse(_: int) -> int:
    pytest.fail("done twice")


@pytest.mark.parametrize("count", [0, 1, 500, 1201])
def test_what_was_done_is_not_done_again(tmp_path: Path, count: int) -> None:
    store = Cache(tmp_path / "work.sqlite")
    assert numbers(store, count) == [2 * number for number in range(count)]
    store.close()
    assert numbers(Cache(tmp_path / "work.sqlite"), count, refuse) == [2 * number for number in range(count)]


def test_a_run_that_is_interrupted_has_not_worked_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache.store, "WRITTEN", 1000)
    numbers(Cache(tmp_path / "work.sqlite"), 100)  # and never closed
    assert numbers(Cache(tmp_path / "work.sqlite"), 90, refuse)


def test_what_is_not_asked_for_is_dropped(tmp_path: Path) -> None:
    for count in (10, 3):
        store = Cache(tmp_path / "work.sqlite")
        numbers(store, count)
        store.close()
    assert Cache(tmp_path / "work.sqlite").known == {"0", "1", "2"}


def test_one_of_many_may_be_asked_for_by_itself(tmp_path: Path) -> None:
    store = Cache(tmp_path / "work.sqlite")
    assert store.get("7", int, lambda: 14) == 14
    assert store.get("7", int, lambda: refuse(7)) == 14
    store.close()
    assert numbers(Cache(tmp_path / "work.sqlite"), 8)[7] == 14


@pytest.mark.parametrize("broken", [b"", b"nonsense", b"SQLite format 3\0" + bytes(100)])
def test_a_broken_file_is_made_anew(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / "work.sqlite").write_bytes(broken)
    store = Cache(tmp_path / "work.sqlite")
    assert store.was_broken
    assert numbers(store, 3) == [0, 2, 4]
    store.close()
    assert not Cache(tmp_path / "work.sqlite").was_broken
    assert numbers(Cache(tmp_path / "work.sqlite"), 3, refuse) == [0, 2, 4]


def test_a_file_that_another_program_holds_is_left_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache.table, "PATIENCE", 0.01)
    path = tmp_path / "work.sqlite"
    store = Cache(path)
    numbers(store, 3)
    store.close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        store = Cache(path)
        assert (store.was_broken, store.trouble) == (False, "database is locked")
        assert numbers(store, 4) == [0, 2, 4, 6]
        store.close()
    assert numbers(Cache(path), 3, refuse) == [0, 2, 4]
    assert "3" not in Cache(path).known
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        store = Cache(path)
        assert store.trouble
    assert numbers(store, 4) == [0, 2, 4, 6]
    store.close()
    assert numbers(Cache(path), 4, refuse) == [0, 2, 4, 6]


def test_values_that_are_none_of_ours_are_made_again(tmp_path: Path) -> None:
    store = Cache(tmp_path / "work.sqlite")
    numbers(store, 3)
    store.close()
    with sqlite3.connect(tmp_path / "work.sqlite") as table:
        table.execute("UPDATE work SET value = x'a3666f6f'")  # the text "foo"
    table.close()
    assert numbers(Cache(tmp_path / "work.sqlite"), 3) == [0, 2, 4]


def test_a_place_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = Cache(tmp_path / "file" / "work.sqlite")
    assert len(numbers(store, 1201)) == 1201
    store.close()


def test_values_that_will_be_asked_for_are_fetched_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Cache(tmp_path / "work.sqlite")
    for i in range(6):
        store.put(str(i), msgspec.msgpack.encode(i))
    stored = cache.Stored(store, [str(i) for i in range(6)], int)
    stored.ready([4, 1])
    monkeypatch.setattr(cache.Stored, "_value", lambda *_: pytest.fail("fetched by itself"))
    assert [stored[1], stored[4]] == [1, 4]


@pytest.mark.parametrize(("near", "fetched"), [(0, 8), (1_000, 4), (9, 6)])
def test_values_that_many_ask_for_stay_near(tmp_path: Path, near: int, fetched: int) -> None:
    store = Cache(tmp_path / "work.sqlite")
    for i in range(4):
        store.put(str(i), msgspec.msgpack.encode("abc"))
    store.write()
    stored = cache.Stored(store, [str(i) for i in range(4)], str, near)
    asked: list[str] = []
    rows = stored._table.rows
    stored._table.rows = lambda keys: asked.extend(keys) or rows(keys)  # type: ignore[method-assign,func-returns-value]
    for numbers in ([0, 1], [2, 3], [2, 3], [0, 1]):
        stored._last.clear()
        assert stored.some(numbers) == ["abc", "abc"]
    assert len(asked) == fetched
