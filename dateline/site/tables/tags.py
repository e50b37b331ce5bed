"""Library -> the tables of tags, and of tags that stand together."""

from __future__ import annotations

from array import array
from collections import Counter
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING

from dateline.model import FACETS, TAG_FACETS
from dateline.site.tables.articles import TAG, tag_id
from dateline.site.tables.schema import Column, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.library import Subject
    from dateline.site.shown.parts import Parts

SMALL = 100  # articles of an archive in which one article that two tags share is worth a row; else two


def tags(parts: Parts) -> Table:
    """One row a person, country, topic or source, those with most articles first."""
    text = parts.language.text
    columns = (
        Column("id", text("the tag's address within this site, without its last slash"), key=True, required=True),
        Column("facet", text("people, countries, topics or sources")),
        Column("name", text("the name that pages show")),
        Column("code", text("Wikidata, ISO 3166-1 alpha-2 or IPTC Media Topics")),
        Column("articles", text("how many articles have it"), "integer"),
        Column("first", text("date of the first of them"), "when"),
        Column("last", text("date of the last of them"), "when"),
    )
    about = text("Every person, country, topic and source with its code and how many articles it has.")
    return Table("tags", about, columns, partial(_tags, parts))


def _tags(parts: Parts) -> Iterator[Row]:
    for facet in FACETS:
        for subject in parts.library.subjects[facet].values():
            yield (
                tag_id(parts, subject.key),
                facet,
                parts.name(subject.key),
                subject.code or None,
                len(subject.items),
                *span(subject),
            )


def span(subject: Subject) -> tuple[str | None, str | None]:
    """Dates of its first and its last article, as far as they are known."""
    ends = [item.when.date for item in (subject.dated[:1] + subject.dated[-1:]) if item.when]
    return (ends[0], ends[1]) if ends else (None, None)


def cooccurrence(parts: Parts) -> Table:
    """One row a pair of people, countries and topics that share articles, in either order once."""
    text = parts.language.text
    columns = (
        Column("one", text("id of the tag"), "string", TAG, key=True, required=True),
        Column("other", text("id of the other tag"), "string", TAG, key=True, required=True),
        Column("articles", text("how many articles have both"), "integer"),
    )
    if least(parts) > 1:
        about = text("Which people, countries and topics stand in the same articles, from two articles on.")
    else:
        about = text("Which people, countries and topics stand in the same articles.")
    return Table("cooccurrence", about, columns, _Pairs(parts).rows)


def least(parts: Parts) -> int:
    """Articles that a pair shares at least."""
    return 1 if len(parts.library.items) < SMALL else 2


class _Pairs:
    """Pairs of tags, which the table and the database have: found once, and held as numbers alone."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._subjects = [subject for facet in TAG_FACETS for subject in parts.library.subjects[facet].values()]

    def rows(self) -> Iterator[Row]:
        """In the order of the first tag, then of the other."""
        ids = [tag_id(self._parts, subject.key) for subject in self._subjects]
        for one, other, count in zip(*[iter(self._found)] * 3, strict=True):
            yield ids[one], ids[other], count

    @cached_property
    def _found(self) -> array[int]:
        """Three numbers a pair: places of both among the subjects, and how many articles have both."""
        bound, found = least(self._parts), array("L")
        tags: list[list[int]] = [[] for _ in self._parts.library.items]  # of each article, by their places
        for place, subject in enumerate(self._subjects):
            for number in subject.numbers:
                tags[number].append(place)
        for one, subject in enumerate(self._subjects):
            if len(subject.numbers) >= bound:
                counts = Counter(chain.from_iterable([tags[number] for number in subject.numbers]))
                for other in sorted(counts):
                    if other > one and counts[other] >= bound:
                        found.extend((one, other, counts[other]))
        return found
