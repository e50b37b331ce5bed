"""What is kept of places is found as long as they stand so, wherever on its pages it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.cache import Cache
from dateline.shelf import Book, File, Kept, Place, Standing
from dateline.tools.spool import Spool

if TYPE_CHECKING:
    from pathlib import Path

PLACES = [Place(f"2021/{n}.md", f"file {n}", f"ledger {n}") for n in range(700)]  # more than there are pages


def kept(place: Place) -> Kept:
    return Kept.of(Standing(File(is_sound=True, seed=place.path, record=None, lines={})), read=place.file)


class Run:
    """One run over a folder: the book is opened, something is put, and it is closed."""

    def __init__(self, path: Path | None, version: str = "1") -> None:
        self.cache, self.desk = Cache(path), Spool(None)
        self.book = Book(self.cache, self.desk, version)

    def close(self, *places: Place, gone: tuple[Place, ...] = ()) -> int:
        """How many pages were written."""
        for place in places:
            self.book.put(place, kept(place))
        self.book.close({place.path for place in PLACES} - {place.path for place in gone})
        written = len(self.cache.new)
        self.cache.close()
        return written


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Run(tmp_path / "work.sqlite").close(*PLACES)
    return tmp_path / "work.sqlite"


def test_what_is_put_is_found_as_it_stood(path: Path) -> None:
    book = Run(path).book
    assert [book.find(place) for place in PLACES] == [kept(place) for place in PLACES]
    assert book.find(Place(PLACES[0].path, "another", PLACES[0].ledger)) is None
    assert book.find(Place("new.md")) is None


def test_a_run_that_puts_nothing_writes_nothing_and_loses_nothing(path: Path) -> None:
    assert Run(path).close() == 0
    assert Run(path).book.find(PLACES[5]) == kept(PLACES[5])


def test_an_edit_writes_one_page(path: Path) -> None:
    edited, new = Place(PLACES[3].path, "edited", PLACES[3].ledger), Place("2022/new.md", "new")
    assert Run(path).close(edited) == 1
    assert Run(path).close(new) == 1
    book = Run(path).book
    assert book.find(PLACES[3]) is None
    assert all(book.find(place) == kept(place) for place in [edited, new, *PLACES[:3], *PLACES[4:]])


def test_of_what_is_gone_nothing_is_kept(path: Path) -> None:
    Run(path).close(gone=(PLACES[7],))
    book = Run(path).book
    assert book.find(PLACES[7]) is None
    assert sum(book.find(place) is not None for place in PLACES) == len(PLACES) - 1


def test_another_program_begins_a_new_book(path: Path) -> None:
    assert Run(path, "2").book.find(PLACES[0]) is None


def test_a_page_that_has_another_byte_is_ignored(path: Path) -> None:
    run, found = Run(path), Run(path).book.rows
    for name, value in run.cache.fetch(list(run.cache.known)).items():
        for at in range(8, len(value), 97):
            cache = Cache(None)
            cache.put(name, value[:at] + bytes([value[at] ^ 1]) + value[at + 1 :])
            assert not Book(cache, Spool(None), "1").rows
        cache.put(name, value)
        rows = Book(cache, Spool(None), "1").rows
        assert rows
        assert all(found[path] == row for path, row in rows.items())


def test_a_foreign_page_is_ignored(path: Path) -> None:
    run = Run(path)
    for name in list(run.cache.known):
        run.cache.put(name, b"nonsense")
    run.cache.close()
    assert Run(path).book.find(PLACES[0]) is None
    Run(path).close(*PLACES)
    assert Run(path).book.find(PLACES[0]) == kept(PLACES[0])
