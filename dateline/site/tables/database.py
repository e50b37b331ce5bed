"""Tables -> a SQLite database as bytes, which Datasette opens; from scratch, or the last one brought up to date.

The same rows make the same bytes: rows go in under numbers of their own, VACUUM lays the pages out anew, and what the
header would tell of the file's history is overwritten. A row whose key is a text gets a number too, and others refer
to it by that, which makes the file a third smaller.
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.site.tables.schema import LIST_MARK, Column, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dateline.site.tables.schema import Row

PAGE = 4096  # bytes
NUMBER = "number"
TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
PLACE = "place"  # of a row among those of its article, from 1, in a table without a key
# Of the file's header, what tells its history: changes, of the schema too, and the library that wrote last; four bytes
# each, sqlite.org/fileformat.
HEADER = {24: 1, 40: 1, 92: 1, 96: 3_040_000}
Numbers = dict[tuple[str, str], dict[str, int]]  # table and key -> the number of each row by its key


def database(tables: Sequence[Table]) -> bytes:
    """One table each, with its keys, and an index for every column that refers to a table before it."""

    def fill(connection: sqlite3.Connection) -> None:
        numbers: Numbers = {}
        for table in tables:
            _fill(connection, table, numbers)

    return _made(fill)


def patched(former: bytes, tables: Sequence[Table], places: Sequence[int]) -> bytes:
    """A database with the rows of the articles at these places as they are now; all its other rows are the same.

    VACUUM lays out the same pages whatever was done before, so these are the bytes that all rows would make.
    """

    def patch(connection: sqlite3.Connection) -> None:
        numbers: Numbers = {}
        for table in tables:
            if key := _text_key(table):
                found = connection.execute(f'SELECT "{key}", "{NUMBER}" FROM "{table.name}"')  # noqa: S608  own names
                numbers[table.name, key] = dict(found.fetchall())
            elif table.by_article:
                article = table.columns[0].name
                query = f'DELETE FROM "{table.name}" WHERE "{article}" = ?'  # noqa: S608  own names
                connection.executemany(query, ((place + 1,) for place in places))
                _insert(connection, table, places, numbers)

    return _made(patch, former)


def _made(work: Callable[[sqlite3.Connection], None], former: bytes = b"") -> bytes:
    """A database, or one that there was, after this work on it. It lies on the disk meanwhile: in memory the copies
    that VACUUM and `serialize` make would be several times the whole."""
    with tempfile.TemporaryDirectory() as room:
        place = Path(room, "archive.db")
        place.write_bytes(former)
        with closing(sqlite3.connect(place, isolation_level=None)) as connection:
            for pragma in (f"page_size = {PAGE}", "auto_vacuum = NONE", "journal_mode = OFF", "synchronous = OFF"):
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("BEGIN")
            work(connection)
            connection.execute("COMMIT")
            connection.execute("VACUUM")
        with place.open("r+b") as file:
            for at, number in HEADER.items():
                file.seek(at)
                file.write(number.to_bytes(4, "big"))
        return place.read_bytes()


def _fill(connection: sqlite3.Connection, table: Table, numbers: Numbers) -> None:
    connection.execute(_definition(table, [column for column in table.columns if column.key]))
    _insert(connection, table, range(len(table.parts)), numbers)
    for column in table.columns:
        if column.refers_to and not (column == table.columns[0] and (column.key or _placeless(table))):
            connection.execute(f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")')


def _insert(connection: sqlite3.Connection, table: Table, places: Iterable[int], numbers: Numbers) -> None:
    """Some parts of a table. A row of an article that has no key gets its place within that article for one."""
    rows: Iterator[Row] = _values(table, places, numbers)
    names = [column.name for column in table.columns]
    if key := _text_key(table):
        own = numbers[table.name, key] = {}
        rows = _numbered(rows, names.index(key), own)
        names = [NUMBER, *names]
    elif _placeless(table):
        rows = _placed(rows)
        names = [PLACE, *names]
    listed, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    connection.executemany(f'INSERT INTO "{table.name}" ({listed}) VALUES ({marks})', rows)  # noqa: S608  own names


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
    lines += [(_column(column, alone=column == alone), column.about) for column in table.columns]
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


def _numbered(rows: Iterator[Row], place: int, own: dict[str, int]) -> Iterator[Row]:
    """Each row with its number before it; the numbers are kept in `own` by their keys."""
    for number, row in enumerate(rows, 1):
        own[row[place]] = number
        yield number, *row


def _placed(rows: Iterator[Row]) -> Iterator[Row]:
    for _, some in groupby(rows, key=itemgetter(0)):
        yield from ((place, *row) for place, row in enumerate(some, 1))


def _values(table: Table, places: Iterable[int], numbers: Numbers) -> Iterator[Row]:
    """Rows as SQLite takes them: lists as one text, texts that refer to a row as its number."""
    lists = [i for i, column in enumerate(table.columns) if column.type == "list"]
    keys = [
        (i, numbers[column.refers_to])
        for i, column in enumerate(table.columns)
        if column.refers_to and column.refers_to in numbers
    ]
    for row in chain.from_iterable(table.parts[place]() for place in places):
        values: list[Any] = list(row)
        for i in lists:
            values[i] = LIST_MARK.join(row[i]) or None
        for i, known in keys:
            values[i] = known[row[i]]
        yield tuple(values)
