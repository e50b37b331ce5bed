"""CSV and TSV exports -> one seed a row. Delimiter, encoding and the columns' names are found out.

Problems: S20 no header that is understood, S21 rows that do not fit the header (one problem for all), S22 no rows.
"""

from __future__ import annotations

import csv
import io
from itertools import islice
from typing import TYPE_CHECKING, Any

from dateline.seeds import columns
from dateline.seeds.decoding import decode
from dateline.tools.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.model import Problem
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
        if problem := fault(raw, header):
            return [problem]
        return list(articles(raw, header, _numbered(rows)))
    except csv.Error as error:
        hint = "Mend the quotes around that row, or export the table again."
        return [raw.problem("S21", f"is no table that can be read: {error}", hint, rows.line_num)]


def delimiter(text: str) -> str:
    """The sign that the first row has most of; it is the one with the column names."""
    first = next((line for line in islice(text.splitlines(), 20) if line.strip()), "")
    return max(DELIMITERS, key=first.count)


def fault(raw: Raw, header: Sequence[str], line: int = 1, sheet: str = "") -> Problem | None:
    """Why these are not the names of columns of articles; None: they are."""
    known = {found[0] for name in header if (found := columns.field(name, raw.columns))}
    if "text" in known or known >= {"title", "summary"}:
        return None
    if "url" in known:
        return raw.problem("S20", f"{sheet}holds addresses, and no column for the text", ADDRESSES_HINT, line)
    return raw.problem("S20", f"{sheet}has no header with a column for the text", HEADER_HINT, line)


def articles(
    raw: Raw, header: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]], before: int = 0, sheet: str = ""
) -> Iterator[Item]:
    """A seed for each of the rows, which come with their lines; `before`: how many records stand before them."""
    ragged: list[int] = []
    number = before - 1
    for line, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        number += 1
        if len(row) != len(header):
            ragged.append(line)
        found = columns.article(dict(zip(header, row, strict=False)), raw.columns)
        text = found.pop("text", "") or found.get("summary", "")
        if text or found.get("title"):
            yield raw.seed(text, "export", found, number, line)
    if ragged:
        lines = ("lines " if len(ragged) > 1 else "line ") + ", ".join(map(str, ragged[:5])) + ", …" * (len(ragged) > 5)
        message = f"has {counted(len(ragged), 'row')} with more or fewer cells than columns, on {lines}"
        hint = 'Compare them with the first row: a cell with a delimiter or a line end in it stands in "quotes".'
        yield raw.problem("S21", message, hint, ragged[0], "warning")
    if number < before:
        yield raw.problem("S22", f"{sheet}has no records: a header and no rows", "Export it again, or take it away.")


def _numbered(rows: Any) -> Iterator[tuple[int, list[str]]]:
    """The rows of a reader, each with the line on which it begins."""
    line = rows.line_num
    for row in rows:
        yield line + 1, row
        line = rows.line_num
