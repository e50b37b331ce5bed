"""Library -> the tables of articles, and of tags, mentions and quotes within them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dateline.model import TAG_FACETS
from dateline.site.tables.schema import Column, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.library import Item, Key
    from dateline.model import Entry, Facet
    from dateline.site.shown.parts import Parts

OPENING = 300  # characters of an article that the table shows; the text itself is on its page and in content/
ARTICLE = ("articles", "number")
TAG = ("tags", "id")


def articles(parts: Parts) -> Table:
    """One row an article, in the order of time."""
    text = parts.language.text

    def listed(name: str, about: str) -> Column:
        return Column(name, about, "list", cell=text("%(values)s, with “; ” between them", values=about))

    columns = (
        Column(
            "number",
            text("the article's place in the order of time; it changes when older articles are added"),
            "integer",
            key=True,
        ),
        Column("id", text("the article's address within this site: it stays the same when the site moves")),
        Column("url", text("the whole address of its page, where the site knows its own")),
        Column("title", text("headline")),
        Column(
            "title_derived", text("true where the text has no headline and one was made from its opening"), "boolean"
        ),
        Column(
            "date",
            text("as precise as it is known (EDTF level 0): 2021, 2021-05, 2021-05-25 or 2021-05-25T16:17"),
            "when",
        ),
        Column("place", text("dateline")),
        Column("source", text("outlet, as the text names it")),
        listed("author", text("authors")),
        Column("section", text("section of the outlet")),
        Column("language", text("BCP 47")),
        Column("words", text("length of the text"), "integer"),
        Column("original", text("address of the original")),
        Column("rights", text("what of the text may be shown: full, excerpt or link")),
        Column("opening", text("the first words of the text, as far as they may be shown")),
        listed("people", text("names")),
        listed("countries", text("names, and ISO 3166-1 alpha-2 codes in country_codes (XK: Kosovo)")),
        listed("country_codes", text("in the order of countries")),
        listed("topics", text("names, and codes of the IPTC Media Topics in topic_codes")),
        listed("topic_codes", text("in the order of topics")),
        Column("seed", text("the raw file, its SHA-256 in seed_sha256")),
        Column("seed_sha256", text("of the whole file, hexadecimal")),
    )
    about = text("Every article with its date, source and tags.")
    return Table("articles", about, columns, of=partial(_article, parts))


def _article(parts: Parts, item: Item, entry: Entry) -> Iterator[Row]:
    article = entry.article
    codes = {(tag.facet, tag.name): tag.code for tag in entry.tags}
    people, countries, topics = ([name for kind, name in item.keys if kind == facet] for facet in TAG_FACETS)
    yield (
        number(item),
        entry.address,
        parts.links.absolute(entry.address) or None,
        article.title,
        article.title_derived,
        str(article.date) if article.date else None,
        article.place or None,
        article.source or None,
        list(article.author),
        article.section or None,
        article.language or None,
        item.words,
        article.url or None,
        parts.rights(article),
        parts.opening(item, OPENING) or None,
        [parts.name(("people", name)) for name in people],
        [parts.name(("countries", name)) for name in countries],
        _codes(codes, "countries", countries),
        [parts.name(("topics", name)) for name in topics],
        _codes(codes, "topics", topics),
        article.seed or None,
        entry.sha256 or None,
    )


def _codes(codes: Mapping[Key, str], facet: Facet, names: Sequence[str]) -> list[str]:
    """In the order of the names, so that some may be empty; none where no name has one."""
    found = [codes.get((facet, name), "") for name in names]
    return found if any(found) else []


def number(item: Item) -> int:
    """1-based."""
    return item.number + 1


def article_tags(parts: Parts) -> Table:
    """One row a tag of an article."""
    text = parts.language.text
    columns = (
        Column("article", text("number of the article"), "integer", ARTICLE, key=True, required=True),
        Column("tag", text("id of the tag"), "string", TAG, key=True, required=True),
        Column("weight", text("strength within the article, comparable within one kind of tag"), "number"),
        Column("mentions", text("how often the article mentions it"), "integer"),
        Column("by", text("who set it: machine or person")),
        Column("rule", text("the rule, where no single mention says it")),
    )
    about = text("Every tag of every article, with what it rests on.")
    return Table("article_tags", about, columns, of=partial(_article_tags, parts))


def _article_tags(parts: Parts, item: Item, entry: Entry) -> Iterator[Row]:
    seen = set()
    for tag in entry.tags:
        key = (tag.facet, tag.name)
        if tag.facet in TAG_FACETS and key not in seen:
            seen.add(key)
            weight = round(tag.weight, 4)
            yield number(item), tag_id(parts, key), weight, len(tag.mentions), tag.by, tag.rule or None


def tag_id(parts: Parts, key: Key) -> str:
    """people/ada-lovelace"""
    return parts.library.subject(key).address.rstrip("/")


def mentions(parts: Parts) -> Table:
    """One row a place of a text at which a tag is named; of texts that may be shown."""
    text = parts.language.text
    columns = (
        Column("article", text("number of the article"), "integer", ARTICLE, required=True),
        Column("tag", text("id of the tag"), "string", TAG, required=True),
        Column("part", text("title or body")),
        Column("start", text("characters from the start of that part, in Markdown"), "integer", required=True),
        Column("end", text("where the words end, counted in the same way"), "integer", required=True),
        Column("text", text("the words, as they stand there")),
        Column("rule", text("the rule that read them so")),
    )
    about = text("Every place at which a text names a person or a country or speaks of a topic.")
    return Table("mentions", about, columns, of=partial(_mentions, parts))


def _mentions(parts: Parts, item: Item, entry: Entry) -> Iterator[Row]:
    shown = parts.rights(item) == "full"
    for tag in entry.tags:
        if tag.facet in TAG_FACETS:
            own = tag_id(parts, (tag.facet, tag.name))
            for mention in tag.mentions:
                if shown or mention.part == "title":
                    words = " ".join(mention.text.split())
                    yield number(item), own, mention.part, mention.start, mention.end, words, mention.rule


def quotes(parts: Parts) -> Table:
    """One row a quote; of texts that may be shown."""
    text = parts.language.text
    columns = (
        Column("article", text("number of the article"), "integer", ARTICLE, required=True),
        Column("paragraph", text("of the text, counted from 1"), "integer"),
        Column("speaker", text("name of the speaker, where that is sure")),
        Column("said_as", text("the speaker, as the text says it")),
        Column("text", text("the words, without the marks around them")),
        Column("rule", text("why it is that speaker")),
        Column("start", text("characters from the start of the text, in Markdown"), "integer", required=True),
        Column("end", text("where the words end, counted in the same way"), "integer", required=True),
        Column("continues", text("true where the words of the quote before go on"), "boolean"),
    )
    about = text("Who says what: every quote with its speaker, where that is sure, and the rule.")
    return Table("quotes", about, columns, of=partial(_quotes, parts))


def _quotes(parts: Parts, item: Item, entry: Entry) -> Iterator[Row]:
    if parts.rights(item) == "full":
        for quote in entry.quotes:
            said = (quote.speaker or None, quote.speaker_text or None, quote.text, quote.rule or None)
            yield number(item), quote.paragraph + 1, *said, quote.start, quote.end, quote.continues
