"""Tables -> a SQLite database, which Datasette opens; from scratch, or from the last one.

The same rows make the same bytes, however they came in: they have numbers of their own, VACUUM lays the pages out anew,
and what the header would tell of the file's history is overwritten. A row whose key is a text gets a number too, and
others refer to it by that, which makes the file a third smaller.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import chain
from typing import TYPE_CHECKING, Any

from dateline.site.tables.copied import FORMER, copy
from dateline.site.tables.schema import LIST_MARK, NUMBER, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from dateline.site.tables.aligned import Run
    from dateline.site.tables.schema import Row

PAGE = 4096  # bytes
TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
PLACE = "place"  # of a row among those of its article, from 1, in a table without a key
# Of the file's header, what tells its history: changes, of the schema too, and the library that wrote last; four bytes
# each, sqlite.org/fileformat.
HEADER = {24: 1, 40: 1, 92: 1, 96: 3_040_000}
Numbers = dict[tuple[str, str], dict[str, int]]  # table and key -> the number of each row by its key


class Database:
    """A database in the making. It lies on the disk: in memory the copy that VACUUM makes would be as much again."""

    def __init__(self, path: Path, tables: Sequence[Table], *, stands: bool = False) -> None:
        """With all rows that are not by article; `takers` take those of articles.

        stands: there is one with the same tags, whose rows of articles stand until others are taken.
        """
        self._path = path
        self._new = () if stands else tables
        self._by_article = [table for table in tables if table.by_article]
        self._numbers: Numbers = {}
        if not stands:
            path.write_bytes(b"")
        self._connection = sqlite3.connect(path.resolve().as_uri(), uri=True, isolation_level=None)
        for pragma in (f"page_size = {PAGE}", "auto_vacuum = NONE", "journal_mode = OFF", "synchronous = OFF"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute("BEGIN")
        for table in self._new:
            self._connection.execute(_definition(table, [column for column in table.columns if column.key]))
        for table in tables:
            if not (stands or table.by_article):
                Rows(self._connection, table, self._numbers).put(table.rows())
            if key := _text_key(table):
                found = self._connection.execute(f'SELECT "{key}", "{NUMBER}" FROM "{table.name}"')  # noqa: S608  own names
                self._numbers[table.name, key] = dict(found.fetchall())

    def copy(self, former: Path, runs: Sequence[Run]) -> bool:
        """Copy the rows of these articles from the last database. False: it has others; then this one is of no use."""
        try:
            copy(self._connection, former, self._by_article, self._numbers, runs)
        except sqlite3.IntegrityError:
            self._connection.close()
            return False
        for query in ("COMMIT", f"DETACH {FORMER}", "BEGIN"):
            self._connection.execute(query)
        return True

    @property
    def takers(self) -> list[Rows]:
        """One for each table by article."""
        stands = not self._new
        return [Rows(self._connection, table, self._numbers, stands=stands) for table in self._by_article]

    def finish(self) -> Path:
        """The whole, and where it lies. It is laid out beside what it was made in; VACUUM alone writes it twice."""
        whole = self._path.with_name(f"{self._path.name}.whole")
        with closing(self._connection) as connection:
            for query in chain.from_iterable(map(_indexes, self._new)):
                connection.execute(query)
            connection.execute("COMMIT")
            connection.execute("VACUUM INTO ?", (whole.resolve().as_uri(),))
        whole.replace(self._path)
        with self._path.open("r+b") as file:
            for at, number in HEADER.items():
                file.seek(at)
                file.write(number.to_bytes(4, "big"))
        return self._path


class Rows:
    """The way of rows into one table."""

    def __init__(self, connection: sqlite3.Connection, table: Table, numbers: Numbers, *, stands: bool = False) -> None:
        """`stands`: there are rows of articles, in whose place others are put."""
        self.table = table
        self._connection = connection
        self._stands = stands
        self._counted = NUMBER if _text_key(table) else PLACE if _placeless(table) else ""
        self._lists = [i for i, column in enumerate(table.columns) if column.type == "list"]
        self._references = [
            (i, numbers[column.refers_to])
            for i, column in enumerate(table.columns)
            if column.refers_to and column.refers_to in numbers
        ]
        names = [self._counted] * bool(self._counted) + [column.name for column in table.columns]
        listed, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
        self._insert = f'INSERT INTO "{table.name}" ({listed}) VALUES ({marks})'  # noqa: S608  own names
        self._delete = f'DELETE FROM "{table.name}" WHERE "{table.columns[0].name}" = ?'  # noqa: S608  own names

    def wants(self, _: int) -> bool:
        """All are in the database."""
        return True

    def take(self, place: int, rows: Iterable[Row]) -> None:
        """Put an article's rows in, and take out those that stand."""
        if self._stands:
            self._connection.execute(self._delete, (place + 1,))
        self.put(rows)

    def put(self, rows: Iterable[Row]) -> None:
        """Rows of a table, or of one article. What has a number, or a place within its article, gets it here."""
        values = map(self._values, rows)
        counted = ((number, *row) for number, row in enumerate(values, 1)) if self._counted else values
        self._connection.executemany(self._insert, counted)

    def _values(self, row: Row) -> Row:
        """A row as SQLite takes it: a list as one text, a text that refers to a row as its number."""
        values: list[Any] = list(row)
        for i in self._lists:
            values[i] = LIST_MARK.join(row[i]) or None
        for i, known in self._references:
            values[i] = known[row[i]]
        return tuple(values)


def _indexes(table: Table) -> Iterator[str]:
    """One for every column that refers to a table before it, but for those by which rows are found anyway."""
    for column in table.columns:
        if column.refers_to and not (column == table.columns[0] and (column.key or _placeless(table))):
            yield f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")'


def _text_key(table: Table) -> str:
    """The key of a table whose rows get a number besides; empty: they do not."""
    keys = [column for column in table.columns if column.key]
    return keys[0].name if len(keys) == 1 and keys[0].type == "string" else ""


def _placeless(table: Table) -> bool:
    """Rows of articles that nothing tells apart: a place does, and keeps those of one article side by side."""
    return table.by_article and not any(column.key for column in table.columns)


def _definition(table: Table, keys: Sequence[Column]) -> str:
    """How the table is made, each column with what the data page says of it: SQLite keeps the comments."""
    numbered, parts = bool(_text_key(table)), _parted_key(table)
    alone = keys[0] if len(keys) == 1 and not numbered else None
    lines = [(f'"{NUMBER}" INTEGER PRIMARY KEY', "")] if numbered else []
    lines += [(f'"{PLACE}" INTEGER NOT NULL', "")] if PLACE in parts else []
    lines += [(_column(column, alone=column == alone), _about(column)) for column in table.columns]
    if numbered:
        lines.append((f'UNIQUE ("{keys[0].name}")', ""))
    elif parts:
        lines.append(("PRIMARY KEY ({})".format(", ".join(f'"{name}"' for name in parts)), ""))
    for column in table.columns:
        if column.refers_to:
            lines.append((f'FOREIGN KEY ("{column.name}") REFERENCES "{column.refers_to[0]}" ("{NUMBER}")', ""))
    said = [f"  {sql}{',' if i < len(lines) else ''}{_comment(about)}" for i, (sql, about) in enumerate(lines, 1)]
    compact = " WITHOUT ROWID" if parts else ""
    return f'CREATE TABLE "{table.name}" ({_comment(table.about)}\n' + "\n".join(said) + f"\n){compact}"


def _about(column: Column) -> str:
    """What stands in a column; one that has an id elsewhere has the number of its row here."""
    refers = column.refers_to
    return f"{refers[0]}.{NUMBER}" if refers and refers[1] != NUMBER else column.in_cell


def _comment(about: str) -> str:
    return f" -- {' '.join(about.split())}" if about else ""


def _parted_key(table: Table) -> list[str]:
    """The columns of a key that has several; empty: it has one."""
    names = [column.name for column in table.columns if column.key]
    if _placeless(table):
        names = [table.columns[0].name, PLACE]
    return names if len(names) > 1 else []


def _column(column: Column, *, alone: bool) -> str:
    kind = "INTEGER" if column.refers_to else TYPES.get(column.type, "TEXT")
    said = f'"{column.name}" {kind}' + (" PRIMARY KEY" if alone else "")
    return said + (" NOT NULL" if column.required else "")
