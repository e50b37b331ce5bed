"""Documents -> tags: read each by itself, then decide once over the corpus who is who.

Written for English. Of other languages people are found where the lists know the given name or a title stands before
the name (Finanzminister, peaminister), in the case in which the text has it (`people.foreign`); countries and topics
only so far as their words are the same. Other scripts give next to nothing, rather than something wrong.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dateline.model import Tag
from dateline.tagging import collector
from dateline.tagging.corpus import PeopleOfCorpus
from dateline.tagging.countries import CountryReader
from dateline.tagging.document import Document, Figure, Reading
from dateline.tagging.people import PersonReader, offices
from dateline.tagging.topics import TopicReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.model import Mention
    from dateline.vocabulary import Vocabulary

__all__ = ["Document", "Figure", "Reading", "Tagger"]

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
        people = [self._people.read(document) for document in documents]
        countries = [self._countries.read(document) for document in documents]
        topics = [self._topics.read(document) for document in documents]
        return [
            Reading(document.key, document.date, figures, _outside(mentions, figures), tags)
            for document, figures, mentions, tags in zip(documents, people, countries, topics, strict=True)
        ]

    def decide(self, readings: Sequence[Reading]) -> list[tuple[Tag, ...]]:
        """The tags of each reading, in the order given: people, countries, topics, each by strength.

        One call is one corpus: whom a bare surname means depends on the other articles.
        """
        with collector.paused():
            people = PeopleOfCorpus(self.vocabulary, readings, self._people.lexicon)
            return [(*people.tags(r), *self._country_tags(r.countries), *r.topics) for r in readings]

    def _country_tags(self, mentions: Iterable[Mention]) -> list[Tag]:
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            found[mention.name].append(mention)
        tags = []
        for name, those in found.items():
            country = self.vocabulary.countries.get(name)
            weight = len(those) + 2.0 * any(mention.part == "title" for mention in those)
            tags.append(Tag("countries", name, country.code if country else "", weight, tuple(those)))
        return sorted(tags, key=lambda tag: -tag.weight)


def _outside(mentions: Sequence[Mention], figures: Iterable[Figure]) -> tuple[Mention, ...]:
    """Those that lie in no mention of a person: Michael Jordan is not in Jordan."""
    people = [figure for figure in figures if figure.score > 0] if mentions else []
    spans = [(m.part, m.start, m.end) for figure in people for m in figure.mentions if m.rule != offices.RULE]
    return tuple(
        mention
        for mention in mentions
        if not any(p == mention.part and start < mention.end and mention.start < end for p, start, end in spans)
    )
