"""CSV and TSV exports -> one seed a row. Delimiter, encoding and the columns' names are found out.

Problems: S20 no header that is understood, S21 rows that do not fit the header (one problem for all), S22 no rows.
"""

from __future__ import annotations

import csv
import io
from itertools import islice
from typing import TYPE_CHECKING

from dateline.seeds import columns
from dateline.seeds.decoding import decode
from dateline.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.seeds.raw import Item, Raw

DELIMITERS = ",;\t|"
MAX_CELL = 50_000_000  # characters; the module's own limit of 131,072 is less than one long article
HEADER_HINT = (
    "Name the columns in the first row: title, text, date, url, …; or say in site.yaml, `columns:`, which is which."
)

ADDRESSES_HINT = (
    "Save the pages that they lead to, each as .html, or export the texts as well. If one of the columns is the "
    "text, say in site.yaml, `columns:`, which."
)


def read(raw: Raw) -> list[Item]:
    """The rows with a text."""
    text = decode(raw.data).replace("\0", "")
    csv.field_size_limit(MAX_CELL)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter(text))
    try:
        header = next(rows, [])
        known = {found[0] for name in header if (found := columns.field(name, raw.columns))}
        if "text" not in known and not known >= {"title", "summary"}:
            if "url" in known:
                return [raw.problem("S20", "holds addresses, and no column for the text", ADDRESSES_HINT, 1)]
            return [raw.problem("S20", "has no header with a column for the text", HEADER_HINT, 1)]
        return list(_articles(raw, header, rows, rows.line_num))
    except csv.Error as error:
        hint = "Mend the quotes around that row, or export the table again."
        return [raw.problem("S21", f"is no table that can be read: {error}", hint, rows.line_num)]


def delimiter(text: str) -> str:
    """The sign that the first row has most of; it is the one with the column names."""
    first = next((line for line in islice(text.splitlines(), 20) if line.strip()), "")
    return max(DELIMITERS, key=first.count)


def _articles(raw: Raw, header: list[str], rows: Iterator[list[str]], line: int) -> Iterator[Item]:
    ragged: list[int] = []
    reader_line = line
    number = -1
    for row in rows:
        first, reader_line = reader_line + 1, getattr(rows, "line_num", reader_line + 1)
        if not any(cell.strip() for cell in row):
            continue
        number += 1
        if len(row) != len(header):
            ragged.append(first)
        found = columns.article(dict(zip(header, row, strict=False)), raw.columns)
        text = found.pop("text", "") or found.get("summary", "")
        if text or found.get("title"):
            yield raw.seed(text, "export", found, number, first)
    if ragged:
        lines = ("lines " if len(ragged) > 1 else "line ") + ", ".join(map(str, ragged[:5])) + ", …" * (len(ragged) > 5)
        message = f"has {counted(len(ragged), 'row')} with more or fewer cells than columns, on {lines}"
        hint = 'Compare them with the first row: a cell with a delimiter or a line end in it stands in "quotes".'
        yield raw.problem("S21", message, hint, ragged[0], "warning")
    if number < 0:
        yield raw.problem("S22", "has no records: a header and no rows", "Export it again, or take it away.")
