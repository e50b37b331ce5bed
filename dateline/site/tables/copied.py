"""The last database -> the rows of articles that stand in it, copied into a new one within SQLite.

There articles may have other places, and tags other numbers: whoever is written of more often comes earlier.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.site.tables.schema import NUMBER

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from dateline.site.tables.aligned import Run
    from dateline.site.tables.schema import Table

FORMER = "former"  # the last database, as it is called beside the new one


def copy(
    connection: sqlite3.Connection,
    former: Path,
    tables: Sequence[Table],
    keys: Collection[tuple[str, str]],
    runs: Sequence[Run],
) -> None:
    """Copy the rows of these articles into tables that are by article.

    keys: tables and text keys whose rows have numbers, and are there already. A row that refers to one that is gone
    is refused (`sqlite3.IntegrityError`).
    """
    connection.execute(f"ATTACH ? AS {FORMER}", (f"{former.resolve().as_uri()}?mode=ro",))
    for kept, key in keys:
        moved = _moved(kept)
        connection.execute(f"CREATE TEMP TABLE {moved} (former INTEGER PRIMARY KEY, now INTEGER NOT NULL)")
        connection.execute(
            f'INSERT INTO {moved} SELECT old."{NUMBER}", new."{NUMBER}" '  # noqa: S608  own names
            f'FROM {FORMER}."{kept}" AS old JOIN main."{kept}" AS new USING ("{key}")'
        )
    for table in tables:
        query = _query(connection, table, keys)
        for run in runs:
            connection.execute(query, (run.shift, run.before + 1, run.before + run.count))


def _query(connection: sqlite3.Connection, table: Table, keys: Collection[tuple[str, str]]) -> str:
    """What copies the rows of articles of one run: how far they move, their first number and their last."""
    article, joins = table.columns[0].name, ""
    values = {article: f'"{article}" + ?'}
    for column in table.columns:
        if column.refers_to and column.refers_to in keys:
            other = f'"{column.name}\'s"'
            values[column.name] = f"{other}.now"
            joins += f' LEFT JOIN {_moved(column.refers_to[0])} AS {other} ON {other}.former = "{column.name}"'
    columns = [name for _, name, *_ in connection.execute(f'PRAGMA table_info("{table.name}")')]
    taken = ", ".join(values.get(name, f'"{name}"') for name in columns)
    return (
        f'INSERT INTO main."{table.name}" SELECT {taken} FROM {FORMER}."{table.name}"{joins} '  # noqa: S608  own names
        f'WHERE "{article}" BETWEEN ? AND ?'
    )


def _moved(table: str) -> str:
    """Its former numbers and those now."""
    return f'temp."moved_{table}"'
