"""What was made for other programs -> the page that lists it, with sizes and the meaning of every column."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dateline.site import linked, tables
from dateline.site.planned import Planned
from dateline.site.views import Beside, Data, DataFile, DataTable, Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.site.planned import File
    from dateline.site.shown.parts import Parts
    from dateline.site.tables import Made
    from dateline.site.words.language import Language


def data(parts: Parts) -> Iterator[Planned]:
    """The files, and their page."""
    yield Planned("data/", parts.digests.whole, partial(_files, parts), large=True)


def _files(parts: Parts) -> Iterator[Page | File]:
    made: list[Made] = []
    yield from tables.files(parts, made)
    yield _page(parts, made)


def _page(parts: Parts, made: Sequence[Made]) -> Page:
    """The page of the files that `made` tells of; it comes after them, since it says how large they are."""
    language = parts.language
    about = language.text("The articles and tags of this archive as tables for other programs.")
    context = Data(
        head=parts.head(language.text("Data"), about, "data/", thing=_dataset(parts, about, made)),
        here=parts.here(()),
        files=tuple(_file(file, language) for file in made),
        tables=(*_tables(made), *_facts(language)),
        beside=tuple(_beside(parts)),
    )
    return Page("data/index.html", "data", context)


def _file(file: Made, language: Language) -> DataFile:
    rows = "" if file.rows is None else language.count(file.rows)
    return DataFile(file.name, file.address, file.about, language.size(file.size), rows)


def _tables(made: Sequence[Made]) -> Iterator[DataTable]:
    for file in made:
        if file.table:
            columns = tuple((column.name, column.type, column.about) for column in file.table.columns)
            yield DataTable(file.table.name, file.table.about, columns)


def _facts(language: Language) -> Iterator[DataTable]:
    """What index.json holds beside the pages of articles and of tags."""
    text = language.text
    yield DataTable(
        "article/index.json",
        text(
            "The page of an article for programs: the columns of articles from id to opening, and these. "
            "What is not known is left out."
        ),
        (
            (
                "tags",
                "list",
                text("id, name and code; how often, in which words if not its name, by which rules, and who set it"),
            ),
            (
                "quotes",
                "list",
                text("the columns of quotes without their places; said_as only where it is not the name"),
            ),
            (
                "provenance",
                "object",
                text("the raw file; rule and line behind every field; lines set aside, by reason"),
            ),
        ),
    )
    yield DataTable(
        "tag/index.json",
        text("The page of a person, country, topic or source for programs: the columns of tags, and these."),
        (
            ("url", "string", text("the whole address of its page, where the site knows its own")),
            ("years", "object", text("how many articles a year")),
            ("together", "object", text("the tags that it stands with most, and in how many articles")),
            ("articles", "list", text("ids of its articles, newest first")),
        ),
    )


def _beside(parts: Parts) -> Iterator[Beside]:
    """What stands beside pages; the examples are those of the newest article and its first tag."""
    text, library = parts.language.text, parts.library
    newest = (library.dated or library.items)[-1:]
    article = newest[0].address if newest else ""
    subject = library.subject(newest[0].keys[0]).address if newest and parts.config.has("tag_feeds") else ""
    about = {
        "index.json": text("What the page says, for programs."),
    }
    if parts.config.has("citations"):
        about |= {
            "cite.bib": text("What cites it, as BibTeX."),
            "cite.ris": text("What cites it, as RIS."),
            "cite.json": text("What cites it, as CSL-JSON."),
        }
    for name, words in about.items():
        yield Beside(name, f"{article}{name}" if article else "", words)
    yield Beside(
        "feed.xml", f"{subject}feed.xml" if subject else "feed.xml", text("Its latest articles, as an Atom feed.")
    )
    yield Beside(
        "feed.json", f"{subject}feed.json" if subject else "feed.json", text("Its latest articles, as a JSON Feed.")
    )


def _dataset(parts: Parts, about: str, made: Sequence[Made]) -> linked.Thing:
    files = [
        ("application/gzip" if file.compressed else file.media_type, parts.links.absolute(file.address), file.size)
        for file in made
    ]
    dated = parts.library.dated
    ends = [dated[0].when, dated[-1].when] if dated else []
    covers = "/".join(when.date for when in ends if when)
    return linked.dataset(parts.config.title, about, parts.links.absolute("data/"), files, covers)
