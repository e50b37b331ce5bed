"""Library -> every file of data/, one after the other, and a description of them all at the end.

One file at a time is held in memory, and none is made twice: the data page is made from what was noted of them. A
file that git hosts would not take is compressed.
"""

from __future__ import annotations

import gzip
import hashlib
import io
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from dateline.site import citing
from dateline.site.tables import articles, geography, package, tags, writing
from dateline.site.tables.database import database
from dateline.site.tables.made import Made

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dateline.site.parts import Parts
    from dateline.site.tables.schema import Row, Table

LARGEST = 50_000_000  # bytes; GitHub warns of files above 50 MB and refuses them above 100 MB
Content = tuple[bytes, "int | None"]  # and how many records, where it is made of such


@dataclass(frozen=True, slots=True)
class File:
    """A file that is to be made."""

    name: str
    media_type: str
    about: str
    make: Callable[[], Content]
    table: Table | None = None

    @property
    def form(self) -> str:
        return self.name.rpartition(".")[2]


def files(parts: Parts, made: list[Made], largest: int = LARGEST) -> Iterator[tuple[str, bytes]]:
    """Every file, as path and bytes. What is known of each is added to `made` as it goes."""
    for file in _files(parts):
        content, rows = file.make()
        compressed = len(content) > largest
        if compressed:
            content = gzip.compress(content, mtime=0)
        made.append(_note(file, content, rows, compressed=compressed))
        yield made[-1].address, content
    yield "data/datapackage.json", package.package(parts, made)


def _note(file: File, content: bytes, rows: int | None, *, compressed: bool) -> Made:
    return Made(
        name=f"{file.name}.gz" if compressed else file.name,
        resource=file.name.replace(".", "-").removesuffix("-csv"),
        form=file.form,
        media_type=file.media_type,
        about=file.about,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        rows=rows,
        table=file.table,
        compressed=compressed,
    )


def _files(parts: Parts) -> Iterator[File]:
    """In the order of the data page."""
    text = parts.language.text
    all_articles, all_tags = articles.articles(parts), tags.tags(parts)
    others = (
        articles.article_tags(parts),
        tags.cooccurrence(parts),
        articles.mentions(parts),
        articles.quotes(parts),
    )
    yield _csv(all_articles)
    yield File(
        "articles.jsonl",
        "application/jsonl",
        text("The same, one JSON object a line."),
        partial(_lines, writing.json_lines, all_articles),
    )
    yield _csv(all_tags)
    yield File("tags.json", "application/json", text("The same, as a list of JSON objects."), partial(_list, all_tags))
    for table in others:
        yield _csv(table)
    world = text("The countries with their shapes and how many articles name each, for maps.")
    yield File("countries.geojson", "application/geo+json", world, partial(_map, parts))
    whole = (all_articles, all_tags, *others)
    yield File(
        "archive.db",
        "application/vnd.sqlite3",
        text("All of these tables as one SQLite database; Datasette opens it."),
        lambda: (database(whole), None),
    )
    for form in citing.FORMATS:
        name = "articles.csl.json" if form.ending == "json" else f"articles.{form.ending}"
        about = text("Every article as a record of %(format)s, for reference managers.", format=form.name)
        yield File(name, form.media_type, about, partial(_cited, parts, form))


def _csv(table: Table) -> File:
    return File(f"{table.name}.csv", "text/csv", table.about, partial(_lines, writing.csv_lines, table), table)


def _lines(write: Callable[[Table, Iterable[Row]], Iterator[str]], table: Table) -> Content:
    count = 0

    def counted() -> Iterator[Row]:
        nonlocal count
        for row in table.rows():
            count += 1
            yield row

    content, _ = _joined(write(table, counted()))
    return content, count


def _list(table: Table) -> Content:
    content, rows = _lines(writing.json_lines, table)
    return b"[\n" + content.rstrip(b"\n").replace(b"\n", b",\n") + b"\n]\n", rows


def _map(parts: Parts) -> Content:
    content, _ = _joined(geography.countries(parts))
    return content, len(parts.library.subjects["countries"])


def _cited(parts: Parts, form: citing.Format) -> Content:
    content, _ = _joined(citing.whole(parts, form))
    return content, len(parts.library.items)


def _joined(pieces: Iterable[str]) -> Content:
    """Encoded piece by piece: one emoji in a joined text would make every letter of it four bytes wide."""
    content = io.BytesIO()
    for piece in pieces:
        content.write(piece.encode())
    return content.getvalue(), None
