"""Articles are added, taken out or moved in time: the rows of all others are taken as they stand, and are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from dateline.model import Quote
from dateline.site import citing
from dateline.site.tables import copied, database, spliced, visited, writing
from dateline.site.tables.aligned import Aligned, Run, align
from dateline.site.tables.schema import Column, Table
from tests.site.corpus import entry, many
from tests.site.tables.test_incremental import made

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from dateline.library import Item
    from dateline.model import Entry
    from dateline.site.shown.parts import Parts

LONE = entry("A lone visit", "2019-01-20", "Bo Lind came.", source="Paper of its own")  # no other has these tags
FOUND = [*many(60), LONE, entry("No date at all", "", "A note.")]


def test_what_stands_side_by_side_as_before_is_one_run() -> None:
    a, b, c, d, e = (bytes([n]) for n in range(5))
    assert align([a, b, c], [a, b, c]) == Aligned((Run(0, 0, 3),), ())
    assert align([a, b, c], [a, d, b, c, e]) == Aligned((Run(0, 0, 1), Run(2, 1, 2)), (1, 4))
    assert align([a, b, c, d], [b, d, a]) == Aligned((Run(0, 1, 1), Run(1, 3, 1), Run(2, 0, 1)), ())
    assert align([], [a, b]) == Aligned((), (0, 1))
    assert align([a, b], []) == Aligned((), ())


def dated(found: list[Entry], place: int, date: str) -> list[Entry]:
    old = found[place]
    new = entry(old.article.title, date, source=old.article.source)
    return [*found[:place], new, *found[place + 1 :]]


def without(found: list[Entry], *places: int) -> list[Entry]:
    return [each for place, each in enumerate(found) if place not in places]


EDITS: dict[str, Callable[[list[Entry]], list[Entry]]] = {
    "newest": lambda found: [*found, entry("The newest", "2030-01-01", "Ada Õunapuu spoke.")],
    "middle": lambda found: [*found, entry("Between", "2019-01-15T12:00", "Bo Lind saw Estonia.", source="Paper 3")],
    "oldest": lambda found: [*found, entry("The oldest", "1999")],
    "undated": lambda found: [*found, entry("Another without a date")],
    "deleted": lambda found: without(found, 20),
    "first deleted": lambda found: without(found, 0),
    "earlier": lambda found: dated(found, 40, "2018-01-01"),
    "later": lambda found: dated(found, 5, "2031-05-05"),
    "new tag": lambda found: [*found, entry("A guest", "2019-01-09", source="A new paper")],
    "tag gone": lambda found: without(found, 60),
    "another order of tags": lambda found: [replace(found[0], tags=found[0].tags[:1]), *found[1:]],
    "two": lambda found: dated(without(found, 7), 30, "2018-06-01"),
    "two added": lambda found: [*found, entry("One", "2019-01-04"), entry("Other", "2019-02-05", "Bo Lind.")],
    "deleted and edited": lambda found: [
        *without(found, 50)[:-1],
        entry("No date at all", "", "A longer note of Finland."),
    ],
}


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.parametrize("largest", [2000, 50_000_000])
def test_all_others_are_taken(name: str, largest: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spliced, "A_PIECE", 8)
    first = made(FOUND, tmp_path, largest=largest)
    assert ("data/archive.db.gz" in first) == (largest == 2000)
    new = EDITS[name](FOUND)
    written = list[int]()

    def counted(items: Sequence[Item], takers: Sequence[visited.Taker], places: Iterable[int]) -> None:
        written.extend(places := list(places))
        visit(items, takers, places)

    visit = visited.visit
    monkeypatch.setattr(visited, "visit", counted)
    monkeypatch.setattr(spliced.Fresh, "of", None)
    cited, record = list[int](), citing.record

    def noted(parts: Parts, form: citing.Format, item: Item) -> str:
        cited.append(item.number)
        return record(parts, form, item)

    monkeypatch.setattr(citing, "record", noted)
    found = made(new, tmp_path, largest=largest)
    assert len(written) == 2 * len(set(written)) <= 4  # for tables and for the database
    assert sorted(cited) == sorted(sorted(set(written)) * 3)
    monkeypatch.undo()
    monkeypatch.setattr(spliced, "A_PIECE", 8)
    expected = made(new, largest=largest)
    assert [path for path in expected if found[path] != expected[path]] == []
    assert found.keys() == expected.keys()
    assert made(FOUND, tmp_path, largest=largest) == first


def test_a_text_that_looks_like_the_beginning_of_a_row(tmp_path: Path) -> None:
    numbers = [replace(each, quotes=(Quote(f"Said\n{n},\n{n + 1},", 0, 5),)) for n, each in enumerate(many(60), 1)]
    made(numbers, tmp_path)
    for new in ([*numbers, entry("The oldest", "1999")], numbers[1:]):
        assert made(new, tmp_path) == made(new)


@pytest.mark.parametrize("form", [writing.CSV, writing.JSON])
def test_numbers_are_written_anew(form: writing.Form) -> None:
    table = Table("t", "", (Column("number", "", "integer"), Column("text", "")))
    for texts in (["", "9,", "a"], ["9"], [], ['"9,\r\n8,"']):
        lines = form.lines(table, [(9, text) for text in texts])
        expected = form.lines(table, [(10, text) for text in texts])
        assert form.renumbered(table, lines, len(texts), 9, 10) == expected
    lines = form.lines(table, [(9, "a\n9,b")])
    assert form.renumbered(table, lines, 1, 9, 10) == (None if form is writing.CSV else lines.replace(b"9", b"10", 1))


def test_a_row_of_a_tag_that_is_gone_is_not_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def without_tags(connection: sqlite3.Connection, *given: object) -> None:
        [(last,)] = connection.execute("SELECT max(number) FROM tags WHERE facet = 'countries'").fetchall()
        connection.execute("DELETE FROM tags WHERE number = ?", (last,))
        copied.copy(connection, *given)  # type: ignore[arg-type]

    made(FOUND, tmp_path)
    monkeypatch.setattr(database, "copy", without_tags)
    new = EDITS["middle"](FOUND)
    assert made(new, tmp_path) == made(new)
