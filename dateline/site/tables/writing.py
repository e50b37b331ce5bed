"""A table -> CSV for spreadsheets and statistics, JSON Lines for programs; as bytes, some rows at a time."""

from __future__ import annotations

import csv
import io
from types import NoneType
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from dateline.site.tables.schema import LIST_MARK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dateline.site.tables.schema import Row, Table

_ENCODER = msgspec.json.Encoder()
MARK = "\ufeff"  # at a file's start; without it, spreadsheets take UTF-8 for something else
_RUNS = frozenset("=+-@\t\r")  # what a spreadsheet would take for the start of a formula
_NUMBERS = frozenset({int, float, NoneType})  # which the writer writes as they are, and nothing for None


class Form(Struct, frozen=True):
    """How a table is written: what stands before its rows, some of its rows, and how one begins with this number."""

    head: Callable[[Table], bytes]
    lines: Callable[[Table, Iterable[Row]], bytes]
    mark: Callable[[Table, int], bytes]

    def renumbered(self, table: Table, lines: bytes, count: int, before: int, now: int) -> bytes | None:
        """So many lines of one number with another one; None where it is not sure which lines are rows.

        A row is found by its number after the end of a line. A text may hold the same: then there are more of these
        than rows. There are never fewer.
        """
        old, new = self.mark(table, before), self.mark(table, now)
        if lines.startswith(old) + lines.count(b"\n" + old) != count:
            return None
        return new + lines[len(old) :].replace(b"\n" + old, b"\n" + new) if lines else b""


def _csv(rows: Iterable[Iterable[Any]]) -> str:
    """As RFC 4180 has it."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def _csv_lines(_: Table, rows: Iterable[Row]) -> bytes:
    return _csv([[value if type(value) in _NUMBERS else _cell(value) for value in row] for row in rows]).encode()


def _json_lines(table: Table, rows: Iterable[Row]) -> bytes:
    """One object a row; what is not known is null."""
    names = [column.name for column in table.columns]
    return b"".join(_ENCODER.encode(dict(zip(names, row, strict=True))) + b"\n" for row in rows)


def _cell(value: Any) -> str:
    """What is no number, as a text that no spreadsheet runs."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = value if isinstance(value, str) else LIST_MARK.join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text[:1] in _RUNS else text


CSV = Form(
    lambda table: (MARK + _csv([[column.name for column in table.columns]])).encode(),
    _csv_lines,
    lambda _, number: b"%d," % number,
)
JSON = Form(lambda _: b"", _json_lines, lambda table, number: b'{"%b":%d,' % (table.columns[0].name.encode(), number))
