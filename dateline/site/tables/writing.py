"""A table -> CSV for spreadsheets and statistics, JSON Lines for programs; as pieces of text, a row at a time."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import msgspec

from dateline.site.tables.schema import LIST_MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.site.tables.schema import Row, Table

MARK = "\ufeff"  # at a file's start; without it, spreadsheets take UTF-8 for something else
_RUNS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for the start of a formula


def csv_lines(table: Table, rows: Iterable[Row]) -> Iterator[str]:
    """The head and every row, as RFC 4180 has them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    yield MARK
    for row in rows:
        writer.writerow([_cell(value) for value in row])
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()


def json_lines(table: Table, rows: Iterable[Row]) -> Iterator[str]:
    """One object a row; what is not known is null."""
    names = [column.name for column in table.columns]
    encode = msgspec.json.Encoder().encode
    for row in rows:
        yield encode(dict(zip(names, row, strict=True))).decode() + "\n"


def _cell(value: Any) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    text = LIST_MARK.join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(_RUNS) else text
