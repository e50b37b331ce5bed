"""Tables -> a SQLite database as bytes, which Datasette opens.

The same rows make the same bytes: rows go in in their order, VACUUM lays the pages out anew, and the number of the
SQLite version, which its header would tell, is overwritten. A row whose key is a text gets a number too, and others
refer to it by that, which makes the file a third smaller.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from dateline.site.tables.schema import LIST_MARK, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.site.tables.schema import Row

PAGE = 4096  # bytes
NUMBER = "number"
TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
VERSION_AT, VERSION = 96, 3_040_000  # of the header: the library that wrote last, in four bytes; sqlite.org/fileformat


def database(tables: Sequence[Table]) -> bytes:
    """One table each, with its keys, and an index for every column that refers to a table before it."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    numbers: dict[tuple[str, str], dict[str, int]] = {}
    try:
        connection.execute(f"PRAGMA page_size = {PAGE}")
        connection.execute("PRAGMA auto_vacuum = NONE")
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("BEGIN")
        for table in tables:
            _fill(connection, table, numbers)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        made = memoryview(connection.serialize())
    finally:
        connection.close()
    return b"".join((made[:VERSION_AT], VERSION.to_bytes(4, "big"), made[VERSION_AT + 4 :]))


def _fill(connection: sqlite3.Connection, table: Table, numbers: dict[tuple[str, str], dict[str, int]]) -> None:
    keys = [column for column in table.columns if column.key]
    numbered = len(keys) == 1 and keys[0].type == "string"
    connection.execute(_definition(table, keys, numbered=numbered))
    rows = _values(table, numbers)
    if numbered:
        place = table.columns.index(keys[0])
        own = numbers[table.name, keys[0].name] = {}
        rows = _numbered(rows, place, own)
    places = ", ".join("?" * (len(table.columns) + numbered))
    connection.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', rows)  # noqa: S608  own names
    for column in table.columns:
        if column.refers_to and not (column.key and column == table.columns[0]):
            connection.execute(f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")')


def _definition(table: Table, keys: Sequence[Column], *, numbered: bool) -> str:
    lines = [f'"{NUMBER}" INTEGER PRIMARY KEY'] if numbered else []
    alone = keys[0] if len(keys) == 1 and not numbered else None
    lines += [_column(column, alone=column == alone) for column in table.columns]
    if numbered:
        lines.append(f'UNIQUE ("{keys[0].name}")')
    elif len(keys) > 1:
        lines.append("PRIMARY KEY ({})".format(", ".join(f'"{column.name}"' for column in keys)))
    for column in table.columns:
        if column.refers_to:
            lines.append(f'FOREIGN KEY ("{column.name}") REFERENCES "{column.refers_to[0]}" ("{NUMBER}")')
    compact = " WITHOUT ROWID" if len(keys) > 1 else ""
    return f'CREATE TABLE "{table.name}" (\n  ' + ",\n  ".join(lines) + f"\n){compact}"


def _column(column: Column, *, alone: bool) -> str:
    kind = "INTEGER" if column.refers_to else TYPES.get(column.type, "TEXT")
    said = f'"{column.name}" {kind}' + (" PRIMARY KEY" if alone else "")
    return said + (" NOT NULL" if column.required else "")


def _numbered(rows: Iterator[Row], place: int, own: dict[str, int]) -> Iterator[Row]:
    """Each row with its number before it; the numbers are kept in `own` by their keys."""
    for number, row in enumerate(rows, 1):
        own[row[place]] = number
        yield number, *row


def _values(table: Table, numbers: dict[tuple[str, str], dict[str, int]]) -> Iterator[Row]:
    """Rows as SQLite takes them: lists as one text, texts that refer to a row as its number."""
    lists = [i for i, column in enumerate(table.columns) if column.type == "list"]
    keys = [
        (i, numbers[column.refers_to])
        for i, column in enumerate(table.columns)
        if column.refers_to and column.refers_to in numbers
    ]
    for row in table.rows():
        values: list[Any] = list(row)
        for i in lists:
            values[i] = LIST_MARK.join(row[i]) or None
        for i, known in keys:
            values[i] = known[row[i]]
        yield tuple(values)
