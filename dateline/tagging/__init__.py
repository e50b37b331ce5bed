"""Documents -> tags: read each by itself, then decide once over the corpus who is who."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dateline.model import Tag
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


class Tagger:
    """Reads articles one by one with one vocabulary, then decides over all of them."""

    def __init__(self, vocabulary: Vocabulary, credited: bool = False) -> None:
        """`credited` tags those too who are only named in bylines, sign-offs and photo credits."""
        self.vocabulary = vocabulary
        self._people = PersonReader(vocabulary, credited)
        self._countries = CountryReader(vocabulary)
        self._topics = TopicReader(vocabulary)

    def read(self, document: Document) -> Reading:
        """What the article says by itself: a function of the document and the vocabulary alone."""
        people = self._people.read(document)
        named = [m for figure in people if figure.score > 0 for m in figure.mentions if m.rule != offices.RULE]
        countries = _outside(self._countries.read(document), named)
        return Reading(document.key, document.date, people, countries, self._topics.read(document))

    def decide(self, readings: Sequence[Reading]) -> list[tuple[Tag, ...]]:
        """The tags of each reading, in the order given: people, countries, topics, each by strength.

        One call is one corpus: whom a bare surname means depends on the other articles.
        """
        people = PeopleOfCorpus(self.vocabulary, readings, self._people.common)
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


def _outside(mentions: Iterable[Mention], taken: Iterable[Mention]) -> tuple[Mention, ...]:
    """Those that lie in no mention of a person: Michael Jordan is not in Jordan."""
    spans = [(mention.part, mention.start, mention.end) for mention in taken]
    return tuple(
        mention
        for mention in mentions
        if not any(p == mention.part and start < mention.end and mention.start < end for p, start, end in spans)
    )
