"""Workbooks of Excel (.xlsx) -> one seed a row, of every sheet; what their columns hold is told as in CSV.

openpyxl (MIT) is an extra. It reads row by row; formulas are not worked out: a cell has the value that was saved with
it. A header may stand below a few rows that say what the list is, as in those of media monitoring.

Problems: S20 and S22 as for CSV, S33, S34, S36 and S41 as for all Office files, S37 no sheet with anything in it, S38
more cells than a table of articles has, S50 openpyxl is not installed.
"""

from __future__ import annotations

import io
import warnings
from datetime import date, datetime, time
from importlib import import_module
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from dateline.model import Seed
from dateline.seeds import archives, columns, office, tables
from dateline.seeds.office import cell_links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dateline.seeds.raw import Item, Raw

MAX_XML = 100_000_000  # bytes of one sheet, or of all its words
MAX_CELLS = 10_000_000  # empty ones too: a single cell at the right edge makes 16,384 of its row
ABOVE = 20  # rows among which the header stands
EMPTY = 10_000  # rows without a value, after which none is looked for
HINT = "Save the part that has the articles as a table of its own."


class _TooManyError(Exception):
    """A sheet has more cells than any table of articles."""


def read(raw: Raw) -> list[Item]:
    """The rows with a text. A sheet without a column for it is passed over where another sheet has one."""
    try:
        openpyxl = import_module("openpyxl")
    except ImportError:
        return [raw.problem("S50", "needs the package openpyxl", "Install it with: pip install 'dateline[xlsx]'")]
    if fault := office.fault(raw, "xl/", MAX_XML):
        return [fault]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it does not keep when it writes
            book = openpyxl.load_workbook(io.BytesIO(raw.data), read_only=True, data_only=True, keep_links=False)
            return _sheets(raw, book)
    except _TooManyError:
        return [raw.problem("S38", "has more cells than any table of articles", HINT)]
    except RecursionError:
        raise
    except Exception as error:
        return [office.unreadable(raw, archives.reason(error))]


def _sheets(raw: Raw, book: Any) -> list[Item]:
    found: list[Item] = []
    faults: list[Item] = []
    budget = [MAX_CELLS]
    links = cell_links.of(raw.data)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # it may claim any
        rows = _rows(sheet, budget)
        top = list(islice(rows, ABOVE))
        if not top:
            continue
        named = f"the sheet {sheet.title!r} " if len(book.worksheets) > 1 else ""
        at = next((n for n, (_, row) in enumerate(top) if not tables.fault(raw, row)), None)
        if at is None:
            widest = max(top, key=lambda row: len(row[1]))
            faults += [one for one in [tables.fault(raw, widest[1], widest[0], named)] if one]
            continue
        header = _Header(top[at][1], raw.columns, links.get(sheet.title, {}))
        body = ((line, header.cells(line, row)) for line, row in chain(top[at + 1 :], rows))
        before = 1 + max((one.record or 0 for one in found if isinstance(one, Seed)), default=-1)
        found += tables.articles(raw, header.names, body, before, named)
    if any(isinstance(one, Seed) for one in found):
        return [one for one in found if isinstance(one, Seed) or one.code != "S22"]
    return (found or faults)[:1] or [raw.problem("S37", "holds nothing: its sheets are empty", "Save it again.")]


class _Header:
    """The names of a sheet's columns, and where its cells lead to: a headline's link is the article's address."""

    def __init__(self, names: list[str], own: Mapping[str, str], links: cell_links.Links) -> None:
        kinds = [known[0] if (known := columns.field(name, own)) else "" for name in names]
        self.names = names if "url" in kinds or not links else [*names, "url"]
        self.links = links
        self.address = kinds.index("url") if "url" in kinds else len(names)
        self.linked = [n for n, kind in enumerate(kinds, 1) if kind in ("url", "title")]

    def cells(self, line: int, row: list[str]) -> list[str]:
        """As many as there are names."""
        width = len(self.names)
        cells = [*row[:width], *[""] * (width - len(row))]
        if (found := self.links.get(line)) and not cells[self.address].startswith(("http://", "https://")):
            cells[self.address] = next((found[n] for n in self.linked if n in found), cells[self.address])
        return cells


def _rows(sheet: Any, budget: list[int]) -> Iterator[tuple[int, list[str]]]:
    """The rows that have a value, each with its number, without what is empty at their ends."""
    empty = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        budget[0] -= 1 + len(row)
        if budget[0] < 0:
            raise _TooManyError
        cells = _trimmed(map(_text, row))
        empty = 0 if cells else empty + 1
        if empty > EMPTY:
            return
        if cells:
            yield number, cells


def _trimmed(cells: Iterable[str]) -> list[str]:
    kept = list(cells)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def _text(value: Any) -> str:
    """A cell as CSV would have it; a day without a time of day is one."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(timespec="minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\r\n", "\n").replace("\0", "")
