"""Tables by article, and what stands of their files -> their rows, written in one visit of the articles.

Each article is fetched once, and each of its rows is made once for all files that have it. What is written lies on the
disk until its file is made, so that no file need be in memory while others are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from dateline.site.tables.database import Database
from dateline.site.tables.spliced import Pieces, Spliced, spliced

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from dateline.library import Item
    from dateline.site.tables.last import Former, Last
    from dateline.site.tables.schema import Row, Table
    from dateline.site.tables.writing import Form

DATABASE = "archive.db"
FEW = 20  # of so many articles one may differ for the last database to be brought up to date


class Taker(Protocol):
    """Who writes the rows that a table has of articles."""

    @property
    def table(self) -> Table:
        """Which one."""

    def wants(self, place: int) -> bool:
        """Are those of the article at this place to be written?"""

    def take(self, place: int, rows: Sequence[Row]) -> None:
        """They are these."""


def visit(items: Sequence[Item], takers: Sequence[Taker], places: Iterable[int]) -> None:
    """Hand over the rows of the articles at these places, in their order."""
    for place in places:
        item, entry = items[place], items[place].entry  # the entry once: it may have to be fetched
        made: dict[str, Sequence[Row]] = {}
        for taker in takers:
            if taker.wants(place):
                table = taker.table
                if table.of and table.name not in made:
                    made[table.name] = tuple(table.of(item, entry))
                taker.take(place, made[table.name])


class Visited:
    """The rows of articles that differ from those of the last files, or of all; made with one visit."""

    def __init__(self, items: Sequence[Item], last: Last, room: Path, tables: Sequence[Table], shape: bytes) -> None:
        """`room`: an empty folder. `tables`: of the database. `shape`: what it hangs on besides rows of articles."""
        self._items = items
        self._last = last
        self._room = room
        self._tables = tables
        self._pieces: dict[str, Pieces] = {}
        self._database = None if self._nearly_stands(shape) else Database(room / DATABASE, tables)

    def begin(self, files: Iterable[tuple[str, Table, Form]]) -> None:
        """Visit the articles for these files, which `spliced` will be asked for, and for the database."""
        for name, table, form in files:
            places = frozenset(self._last.changed) if self._last.stands(name) else None
            self._pieces[name] = Pieces(table, form, self._room / name, places)
        takers: list[Taker] = [*self._pieces.values()]
        if self._database:
            takers += self._database.takers
        everything = self._database or any(pieces.places is None for pieces in self._pieces.values())
        visit(self._items, takers, range(len(self._items)) if everything else self._last.changed)
        for pieces in self._pieces.values():
            pieces.close()

    def spliced(self, name: str, former: Former | None) -> Spliced:
        """The whole file."""
        pieces = self._pieces[name]
        if former is None and pieces.places is not None:  # somebody has touched what stood
            pieces = Pieces(pieces.table, pieces.form, pieces.path)
            visit(self._items, [pieces], range(len(self._items)))
            pieces.close()
        made = spliced(pieces, former, len(self._items))
        pieces.path.unlink()  # the database, which comes last, takes twice its room
        return made

    def database(self, former: Former | None) -> Path:
        """Where the database lies. The last one is brought up to date if tags are the same, and few articles differ."""
        if self._database is None:
            self._database = Database(self._room / DATABASE, self._tables, former.content if former else b"")
            places = self._last.changed if former else range(len(self._items))
            visit(self._items, self._database.takers, places)
        return self._database.finish()

    def _nearly_stands(self, shape: bytes) -> bool:
        kept = self._last.before.files.get(DATABASE) if self._last.stands(DATABASE) else None
        few = len(self._last.changed) * FEW < len(self._last.before.articles)
        return kept is not None and kept.inputs == shape and few
