"""Tables by article, and what stands of their files -> their rows, written in one visit of the articles.

Each article is fetched once, and each of its rows is made once for all files that have it. What is written lies on the
disk until its file is made, so that no file need be in memory while others are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from dateline.site.tables.database import Database
from dateline.site.tables.spliced import Fresh, Spliced, spliced

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from dateline.library import Item
    from dateline.site.tables.former import Former
    from dateline.site.tables.last import Last
    from dateline.site.tables.packing import Packer
    from dateline.site.tables.schema import Row, Table
    from dateline.site.tables.writing import Form

DATABASE = "archive.db"
FORMER = "former.db"
FEW = 20  # of so many articles one may differ for the last database to be used


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
        self._shape = shape
        self._fresh: dict[str, Fresh] = {}
        self._database = None if self._nearly_stands() else Database(room / DATABASE, tables)

    def begin(self, files: Iterable[tuple[str, Table, Form]]) -> None:
        """Visit the articles for these files, which `spliced` will be asked for, and for the database."""
        changed = self._last.aligned.changed
        for name, table, form in files:
            places = frozenset(changed) if self._last.stands(name) else None
            self._fresh[name] = Fresh(table, form, self._room / name, places)
        takers: list[Taker] = [*self._fresh.values()]
        if self._database:
            takers += self._database.takers
        everything = self._database or any(fresh.places is None for fresh in self._fresh.values())
        visit(self._items, takers, range(len(self._items)) if everything else changed)
        for fresh in self._fresh.values():
            fresh.close()

    def spliced(self, name: str, former: Former | None, packer: Packer) -> Spliced:
        """The whole file, put into `packer`."""
        fresh = self._fresh[name]
        if former is None and fresh.places is not None:  # somebody has touched what stood
            fresh = Fresh(fresh.table, fresh.form, fresh.path)
            visit(self._items, [fresh], range(len(self._items)))
            fresh.close()
        made = spliced(fresh, former, self._items, self._last.now.articles, packer)
        fresh.path.unlink()  # the database, which comes last, takes twice its room
        return made

    def database(self, former: Former | None) -> Path:
        """Where the database lies."""
        if self._database is None:
            self._database = self._again(former) if former else None
            places: Sequence[int] = self._last.aligned.changed
            if self._database is None:
                self._database, places = Database(self._room / DATABASE, self._tables), range(len(self._items))
            visit(self._items, self._database.takers, places)
        return self._database.finish()

    def _again(self, former: Former) -> Database | None:
        """The last one, which wants the rows of few articles: itself while tags are the same, else what it has of
        articles; None where that is not sure to hold."""
        path, before = self._room / DATABASE, self._room / FORMER
        if former.kept.inputs == self._shape:
            former.write(path)
            return Database(path, self._tables, stands=True)
        former.write(before)
        made = Database(path, self._tables)
        copied = made.copy(before, former.aligned.runs)
        before.unlink()  # what follows takes twice the room of the database
        return made if copied else None

    def _nearly_stands(self) -> bool:
        few = len(self._last.aligned.changed) * FEW < len(self._last.before.articles)
        return few and self._last.stands(DATABASE) is not None
