"""Vocabulary -> the tagger: documents -> readings, one by one; the readings of a corpus -> its tags."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dateline.model import Tag
from dateline.tagging import tongue
from dateline.tagging.corpus import PeopleOfCorpus, tags
from dateline.tagging.countries import CountryReader
from dateline.tagging.document import Reading, trace
from dateline.tagging.people.own import offices
from dateline.tagging.people.reader import PersonReader
from dateline.tagging.sparing import FEW
from dateline.tagging.topics import TopicReader
from dateline.workers import collector

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.model import Mention
    from dateline.tagging.document import Document, Figure, Named, Trace
    from dateline.vocabulary import Vocabulary

BATCH = 1000  # articles that are read together


class Tagger:
    """Reads articles one by one with one vocabulary, then decides over all of them."""

    def __init__(self, vocabulary: Vocabulary, authors: bool = False) -> None:
        """`authors` tags those too who are only named as such: in bylines and credits, but not in "Photo: …", "© …"."""
        self.vocabulary = vocabulary
        with collector.paused():
            self._people = PersonReader(vocabulary, authors)
            self._countries = CountryReader(vocabulary)
            self._topics = TopicReader(vocabulary)

    def read(self, document: Document) -> Reading:
        """What the article says by itself: a function of the document and the vocabulary alone."""
        return self._read([document])[0]

    def read_all(self, documents: Sequence[Document]) -> list[Reading]:
        """The same of many, in three quarters of the time."""
        with collector.paused():
            return [
                reading
                for first in range(0, len(documents), BATCH)
                for reading in self._read(documents[first : first + BATCH])
            ]

    def _read(self, documents: Sequence[Document]) -> list[Reading]:
        """Facet by facet: the lists of one facet then stay in the processor's cache."""
        if len(documents) > FEW:
            self._countries.expect_many()
            self._topics.expect_many()
        codes = [tongue.of(document.text, document.language) for document in documents]
        people = [*map(self._people.read, documents, codes)]
        countries = [*map(self._countries.read, documents, codes)]
        topics = [*map(self._topics.read, documents, codes)]
        return [
            Reading(document.key, document.date, figures, _outside(mentions, figures), tags)
            for document, figures, mentions, tags in zip(documents, people, countries, topics, strict=True)
        ]

    def decide(self, readings: Sequence[Reading]) -> list[tuple[Tag, ...]]:
        """The tags of each reading, in the order given: people, countries, topics, each by strength.

        One call is one corpus: whom a bare surname means depends on the other articles.
        """
        with collector.paused():
            traces = [trace(reading) for reading in readings]
            people = map(self.people(traces).who, traces)
            return [settle(self.vocabulary, *each) for each in zip(readings, people, strict=True)]

    def people(self, traces: Sequence[Trace]) -> PeopleOfCorpus:
        """Who is who in a corpus of which these are all the traces."""
        return PeopleOfCorpus(self.vocabulary, traces, self._people.lexicon)


def settle(vocabulary: Vocabulary, reading: Reading, people: Named) -> tuple[Tag, ...]:
    """The tags of a reading, once it is known who its figures are."""
    return (*tags(reading.figures, people), *_country_tags(vocabulary, reading.countries), *reading.topics)


def _country_tags(vocabulary: Vocabulary, mentions: Iterable[Mention]) -> list[Tag]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[mention.name].append(mention)
    made = []
    for name, those in found.items():
        country = vocabulary.countries.get(name)
        weight = len(those) + 2.0 * any(mention.part == "title" for mention in those)
        made.append(Tag("countries", name, country.code if country else "", weight, tuple(those)))
    return sorted(made, key=lambda tag: -tag.weight)


def _outside(mentions: Sequence[Mention], figures: Iterable[Figure]) -> tuple[Mention, ...]:
    """Those that lie in no mention of a person: Michael Jordan is not in Jordan."""
    people = [figure for figure in figures if figure.score > 0] if mentions else []
    spans = [(m.part, m.start, m.end) for figure in people for m in figure.mentions if m.rule != offices.RULE]
    return tuple(
        mention
        for mention in mentions
        if not any(p == mention.part and start < mention.end and mention.start < end for p, start, end in spans)
    )
