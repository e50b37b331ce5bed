"""Tables -> a SQLite database as bytes, which Datasette opens.

The same rows make the same bytes: rows go in in their order, VACUUM lays the pages out anew, and the number of the
SQLite version, which its header would tell, is overwritten.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from dateline.site.tables.schema import LIST_MARK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.site.tables.schema import Column, Row, Table

PAGE = 4096  # bytes
TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
VERSION_AT, VERSION = 96, 3_040_000  # of the header: the library that wrote last, in four bytes; sqlite.org/fileformat


def database(tables: Sequence[Table]) -> bytes:
    """One table each, with its keys, and an index for every column that refers to another table."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute(f"PRAGMA page_size = {PAGE}")
        connection.execute("PRAGMA auto_vacuum = NONE")
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("BEGIN")
        for table in tables:
            _fill(connection, table)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        made = bytearray(connection.serialize())
    finally:
        connection.close()
    made[VERSION_AT : VERSION_AT + 4] = VERSION.to_bytes(4, "big")
    return bytes(made)


def _fill(connection: sqlite3.Connection, table: Table) -> None:
    connection.execute(_definition(table))
    places = ", ".join("?" * len(table.columns))
    connection.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', _values(table))  # noqa: S608  own names
    for column in table.columns:
        if column.refers_to and not (column.key and column == table.columns[0]):
            connection.execute(f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")')


def _definition(table: Table) -> str:
    keys = [column for column in table.columns if column.key]
    lines = [_column(column, alone=len(keys) == 1) for column in table.columns]
    if len(keys) > 1:
        lines.append(f"PRIMARY KEY ({', '.join(_quoted(column.name) for column in keys)})")
    for column in table.columns:
        if column.refers_to:
            other, name = column.refers_to
            lines.append(f"FOREIGN KEY ({_quoted(column.name)}) REFERENCES {_quoted(other)} ({_quoted(name)})")
    compact = " WITHOUT ROWID" if len(keys) > 1 else ""
    return f"CREATE TABLE {_quoted(table.name)} (\n  " + ",\n  ".join(lines) + f"\n){compact}"


def _column(column: Column, *, alone: bool) -> str:
    said = f"{_quoted(column.name)} {TYPES.get(column.type, 'TEXT')}"
    if column.key and alone:
        said += " PRIMARY KEY"
    return said + (" NOT NULL" if column.required else "")


def _quoted(name: str) -> str:
    return f'"{name}"'


def _values(table: Table) -> Iterator[Row]:
    lists = [i for i, column in enumerate(table.columns) if column.type == "list"]
    for row in table.rows():
        if lists:
            values: list[Any] = list(row)
            for i in lists:
                values[i] = LIST_MARK.join(row[i]) or None
            yield tuple(values)
        else:
            yield row
