"""Library -> every file of data/, one after the other, and a description of them all at the end.

One file at a time is held in memory, and none is made twice: the data page is made from what was noted of them, and
what was made from the same last time is taken as it stands. A file that git hosts would not take is compressed.
"""

from __future__ import annotations

import hashlib
import io
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.site import citing
from dateline.site.planned import digest
from dateline.site.tables import articles, citations, geography, package, tags, writing
from dateline.site.tables.former import Kept
from dateline.site.tables.last import COMPRESSED, PACKAGE, Last
from dateline.site.tables.made import Made
from dateline.site.tables.packing import Packer
from dateline.site.tables.visited import DATABASE, Visited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dateline.site.shown.parts import Parts
    from dateline.site.tables.former import Former
    from dateline.site.tables.schema import Table

LARGEST = 50_000_000  # bytes; GitHub warns of files above 50 MB and refuses them above 100 MB
MOST_CITED = 1_000_000  # bytes of records that a reference manager is given as they are: two thousand or so


class Records(Struct, frozen=True):
    """What a file was filled with."""

    rows: int | None  # how many records, where it is made of such
    ends: Sequence[int] = ()  # see `former.Kept`
    counts: Sequence[int] = ()


class File(Struct, frozen=True):
    """A file that is to be made."""

    name: str
    media_type: str
    about: str
    make: Callable[[Former | None, Packer], Records]  # puts it into the packer
    table: Table | None = None
    inputs: bytes = b""  # digest of what it is made from, but for rows of articles, whose changes are known
    whole: bool = False  # `inputs` say all, of rows too
    most: int = LARGEST  # bytes; above, it is compressed

    @property
    def form(self) -> str:
        return self.name.rpartition(".")[2]


def files(parts: Parts, made: list[Made], largest: int = LARGEST) -> Iterator[tuple[str, bytes]]:
    """Every file, as path and bytes. What is known of each is added to `made` as it goes."""
    last = Last(parts)
    with tempfile.TemporaryDirectory() as room:
        for file in _files(parts, last, Path(room)):
            former = last.former(file.name)
            name, content, kept = _taken(file, former) or _new(file, former, largest)
            made.append(_note(file, name, content, kept))
            last.now.files[name] = kept
            yield f"data/{name}", content
    last.keep()
    yield PACKAGE, package.package(parts, made)


def _taken(file: File, former: Former | None) -> tuple[str, bytes, Kept] | None:
    """Name and content of a file as it stands, compressed or not; None where it was made from something else."""
    if not (file.whole and former and former.kept.inputs == file.inputs):
        return None
    return former.name, former.content, former.kept


def _new(file: File, former: Former | None, largest: int) -> tuple[str, bytes, Kept]:
    packer = Packer(min(largest, file.most), former.standing if former else {})
    made = file.make(former, packer)
    content = packer.finish()
    same = former and content == former.content
    sha256 = former.kept.sha256 if former and same else hashlib.sha256(content).hexdigest()
    kept = Kept(file.inputs, sha256, made.rows, list(made.ends), list(made.counts), packer.pieces)
    return f"{file.name}{COMPRESSED}" if packer.compressed else file.name, content, kept


def _note(file: File, name: str, content: bytes, kept: Kept) -> Made:
    return Made(
        name=name,
        resource=file.name.replace(".", "-").removesuffix("-csv"),
        form=file.form,
        media_type=file.media_type,
        about=file.about,
        size=len(content),
        sha256=kept.sha256,
        rows=kept.rows,
        table=file.table,
        compressed=name != file.name,
    )


def _files(parts: Parts, last: Last, room: Path) -> Iterator[File]:
    """In the order of the data page. `room`: an empty folder for what is not yet in its file."""
    text, shape = parts.language.text, parts.digests.shape
    all_articles, all_tags = articles.articles(parts), tags.tags(parts)
    others = (
        articles.article_tags(parts),
        tags.cooccurrence(parts),
        articles.mentions(parts),
        articles.quotes(parts),
    )
    tables = (all_articles, all_tags, *others)
    visited = Visited(parts.library.items, last, room, tables, shape)
    own = [(f"{table.name}.csv", table, writing.CSV) for table in tables if table.by_article]
    visited.begin([*own, ("articles.jsonl", all_articles, writing.JSON)])
    yield _csv(all_articles, shape, visited)
    yield File(
        "articles.jsonl",
        "application/jsonl",
        text("The same, one JSON object a line."),
        partial(_by_article, visited, "articles.jsonl"),
    )
    yield _csv(all_tags, shape, visited)
    about = text("The same, as a list of JSON objects.")
    yield File("tags.json", "application/json", about, partial(_list, all_tags), inputs=shape, whole=True)
    for table in others:
        yield _csv(table, shape, visited)
    world = text("The countries with their shapes and how many articles name each, for maps.")
    map_ = partial(_map, parts)
    yield File("countries.geojson", "application/geo+json", world, map_, inputs=shape, whole=True)
    yield File(
        DATABASE,
        "application/vnd.sqlite3",
        text("All of these tables as one SQLite database; Datasette opens it."),
        partial(_database, visited),
        inputs=shape,
    )
    yield from _citations(parts)


def _citations(parts: Parts) -> Iterator[File]:
    text = parts.language.text
    found = tuple(citations.pieces(parts.library.items))
    inputs = digest(found)
    for form in citing.FORMATS:
        name = "articles.csl.json" if form.ending == "json" else f"articles.{form.ending}"
        about = text("Every article as a record of %(format)s, for reference managers.", format=form.name)
        make = partial(_cited, parts, form, found)
        yield File(name, form.media_type, about, make, inputs=inputs, whole=True, most=MOST_CITED)


def _csv(table: Table, shape: bytes, visited: Visited) -> File:
    """`shape`: what a table hangs on that is not by article."""
    name = f"{table.name}.csv"
    if table.by_article:
        return File(name, "text/csv", table.about, partial(_by_article, visited, name), table)
    return File(name, "text/csv", table.about, partial(_whole, table, writing.CSV), table, shape, whole=True)


def _by_article(visited: Visited, name: str, former: Former | None, packer: Packer) -> Records:
    found = visited.spliced(name, former, packer)
    return Records(sum(found.counts), found.ends, found.counts)


def _database(visited: Visited, former: Former | None, packer: Packer) -> Records:
    with visited.database(former).open("rb") as file:
        packer.add_file(file)
    return Records(None)


def _whole(table: Table, form: writing.Form, _: Former | None, packer: Packer) -> Records:
    rows = list(table.rows())
    packer.add_file(io.BytesIO(form.head(table) + form.lines(table, rows)))
    return Records(len(rows))


def _list(table: Table, _: Former | None, packer: Packer) -> Records:
    rows = list(table.rows())
    lines = writing.JSON.lines(table, rows).rstrip(b"\n").replace(b"\n", b",\n")
    packer.add_file(io.BytesIO(b"[\n" + lines + b"\n]\n"))
    return Records(len(rows))


def _map(parts: Parts, _: Former | None, packer: Packer) -> Records:
    packer.add_file(io.BytesIO("".join(geography.countries(parts)).encode()))
    return Records(len(parts.library.subjects["countries"]))


def _cited(
    parts: Parts, form: citing.Format, pieces: Sequence[citations.Share], former: Former | None, packer: Packer
) -> Records:
    found = citations.cited(parts, form, pieces, former, packer)
    return Records(len(parts.library.items), found.ends)
