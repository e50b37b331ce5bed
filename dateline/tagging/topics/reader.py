"""Document -> topic Tags: the cue terms that stand in it, summed; nothing rather than something wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dateline.model import Mention, Tag
from dateline.tagging.topics.choice import choose
from dateline.tagging.topics.cues import CueBook, Hit, Term
from dateline.tagging.topics.scores import score

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.tagging.document import Document
    from dateline.vocabulary import Topic, Vocabulary

TITLE_COUNT = 3.0  # a term in the title counts as three in the text
LEAD_COUNT = 2.5  # one in the lead as two and a half
LEAD = 250  # characters: the first sentence of a news article, or its headline and half of that
CHARACTERS_PER_WORD = 6.0  # of English news, blanks included


@dataclass(frozen=True, slots=True)
class _Found:
    part: Literal["title", "body"]
    hit: Hit


class TopicReader:
    """Reads one article at a time; built once, for all of them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._topics = vocabulary.topics
        self._above = {name: _above(name, vocabulary.topics) for name in vocabulary.topics}
        self._book = CueBook(vocabulary.topics, self._above)

    def read(self, document: Document) -> tuple[Tag, ...]:
        """The article's topics, the strongest first; a broader topic follows from a narrower one."""
        found = self._find(document)
        if not found:
            return ()
        scores = score(_counts(found))
        chosen = choose(scores, self._above, len(document.text) / CHARACTERS_PER_WORD)
        mentions = _mentions(found, chosen)
        ranked = sorted(chosen, key=lambda name: (-scores.whole[name], len(self._above[name]), name))
        return tuple(
            Tag(
                "topics",
                name,
                self._topics[name].code,
                round(scores.whole[name], 2),
                tuple(mentions[name]),
                rule=chosen[name],
            )
            for name in ranked
        )

    def _find(self, document: Document) -> list[_Found]:
        title = [_Found("title", hit) for hit in self._book.find(document.title)]
        return title + [_Found("body", hit) for hit in self._book.find(document.text)]


def _counts(found: Iterable[_Found]) -> list[tuple[Term, float]]:
    counts: dict[int, tuple[Term, float]] = {}
    for item in found:
        term = item.hit.term
        worth = TITLE_COUNT if item.part == "title" else LEAD_COUNT if item.hit.start < LEAD else 1.0
        counts[id(term)] = (term, counts.get(id(term), (term, 0.0))[1] + worth)
    return list(counts.values())


def _mentions(found: Iterable[_Found], chosen: Mapping[str, str]) -> dict[str, list[Mention]]:
    mentions: dict[str, list[Mention]] = {name: [] for name in chosen}
    for item in found:
        hit = item.hit
        rule = "topics.title" if item.part == "title" else "topics.cue"
        for name, _ in hit.term.says.weights:
            if name in mentions:
                mentions[name].append(Mention("topics", name, hit.text, hit.start, hit.end, rule, item.part))
    return mentions


def _above(name: str, topics: Mapping[str, Topic]) -> tuple[str, ...]:
    """The broader topics, the nearest first; a circle ends where it closes."""
    found: list[str] = []
    upper = topics[name].parent
    while upper in topics and upper not in found and upper != name:
        found.append(upper)
        upper = topics[upper].parent
    return tuple(found)
