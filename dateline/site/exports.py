"""Library -> tables for other programs: articles as JSON Lines and CSV, tags as JSON."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from dateline.model import FACETS, TAG_FACETS
from dateline.site.views import DataFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.library import Item
    from dateline.site.language import Language
    from dateline.site.parts import Parts

LIST_MARK = "; "  # between the values of one cell
COLUMNS = (
    *("id", "url", "title", "title_derived", "date", "place", "source", "author", "language", "words", "original"),
    *("people", "countries", "country_codes", "topics", "topic_codes", "seed", "seed_sha256"),
)


def files(parts: Parts) -> Iterator[tuple[str, bytes]]:
    """Every table, as path and bytes."""
    rows = [_row(parts, item) for item in parts.library.items]
    yield "data/articles.jsonl", "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    yield "data/articles.csv", _csv(rows)
    yield "data/tags.json", _tags(parts)
    yield "data/quotes.jsonl", _quotes(parts)


def columns(language: Language) -> tuple[tuple[str, str], ...]:
    """The columns of the table of articles and what stands in them."""
    text = language.text
    return (
        ("id", text("the article's address within this site: it stays the same when the site moves")),
        (
            "url",
            text("the whole address of its page, or its address within the site where the site does not know its own"),
        ),
        ("title", text("headline")),
        ("title_derived", text("true where the text has no headline and one was made from its opening")),
        ("date", text("as precise as it is known (EDTF level 0): 2021, 2021-05, 2021-05-25 or 2021-05-25T16:17")),
        ("place", text("dateline")),
        ("source", text("outlet, as the text names it")),
        ("author", text("authors")),
        ("language", text("BCP 47")),
        ("words", text("length of the text")),
        ("original", text("address of the original")),
        ("people", text("names")),
        ("countries", text("names, and ISO 3166-1 alpha-2 codes in country_codes (XK: Kosovo)")),
        ("topics", text("names, and codes of the IPTC Media Topics in topic_codes")),
        ("seed", text("the raw file, its SHA-256 in seed_sha256")),
    )


def listed(parts: Parts) -> tuple[DataFile, ...]:
    """The tables as the data page lists them."""
    text = parts.language.text
    about = {
        "data/articles.jsonl": text("Every article with its date, source and tags: one JSON object a line."),
        "data/articles.csv": text(
            "The same as a table for spreadsheets; several values in one cell are parted by semicolons."
        ),
        "data/quotes.jsonl": text("Who says what: every quote with its speaker, where that is sure, and the rule."),
        "data/tags.json": text("Every person, country, topic and source with its code, address and articles."),
    }
    return tuple(
        DataFile(path.rpartition("/")[2], path, about[path], _size(len(content), parts.language))
        for path, content in files(parts)
    )


def _size(n: int, language: Language) -> str:
    return (
        f"{language.count(n)} B"
        if n < 1000
        else f"{language.count(round(n / 1000))} KB"
        if n < 1_000_000
        else f"{n / 1e6:.1f} MB"
    )


def _row(parts: Parts, item: Item) -> dict[str, Any]:
    entry, article = item.entry, item.entry.article
    codes = {(tag.facet, tag.name): tag.code for tag in entry.tags}
    names = {facet: [name for kind, name in item.keys if kind == facet] for facet in TAG_FACETS}
    return {
        "id": entry.address,
        "url": parts.links.absolute(entry.address) or entry.address,
        "title": article.title,
        "title_derived": article.title_derived,
        "date": str(article.date) if article.date else None,
        "place": article.place or None,
        "source": article.source or None,
        "author": list(article.author),
        "language": article.language or None,
        "words": item.words,
        "original": article.url or None,
        "people": names["people"],
        "countries": names["countries"],
        "country_codes": [codes.get(("countries", name), "") for name in names["countries"]],
        "topics": names["topics"],
        "topic_codes": [codes.get(("topics", name), "") for name in names["topics"]],
        "seed": article.seed or None,
        "seed_sha256": entry.sha256 or None,
    }


def _csv(rows: list[dict[str, Any]]) -> bytes:
    """UTF-8 with a mark at its start, without which spreadsheets read it as something else."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    head = COLUMNS
    writer.writerow(head)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in head])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return LIST_MARK.join(value)
    text = str(value)
    return f"'{text}" if text[:1] in "=+-@\t\r" and not isinstance(value, int) else text  # no spreadsheet shall run it


def _tags(parts: Parts) -> bytes:
    found = [
        {
            "facet": facet,
            "name": parts.name(subject.key),
            "code": subject.code or None,
            "address": subject.address,
            "count": len(subject.items),
            "articles": [item.entry.address for item in subject.items],
        }
        for facet in FACETS
        for subject in parts.library.subjects[facet].values()
    ]
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def _quotes(parts: Parts) -> bytes:
    """Of articles whose text may be shown."""
    found = [
        {
            "article": item.entry.address,
            "date": str(item.when) if item.when else None,
            "speaker": quote.speaker or None,
            "said_as": quote.speaker_text or None,
            "text": quote.text,
            "rule": quote.rule or None,
            "start": quote.start,
            "end": quote.end,
            "continues": quote.continues,
        }
        for item in parts.library.items
        if parts.rights(item.entry.article) == "full"
        for quote in item.entry.quotes
    ]
    return "".join(json.dumps(quote, ensure_ascii=False) + "\n" for quote in found).encode()
