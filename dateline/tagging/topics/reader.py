"""Document -> topic Tags: the cue terms that stand in it, summed; nothing rather than something wrong."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Literal

from dateline.model import Mention, Tag
from dateline.tagging.topics.cues import CueBook, Hit, Term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.tagging.document import Document
    from dateline.vocabulary import Topic, Vocabulary

Part = Literal["title", "body"]

TITLE_COUNT = 3.0  # a term in the title counts as three in the text
LEAD_COUNT = 1.5  # one in the first LEAD characters as one and a half
LEAD = 600
HIGHEST_FACTOR = 2.5  # what repeating one term can make of its weight
DISTINCT = 2  # terms a topic needs
SUBJECT_SCORE, CONCEPT_SCORE = 6.0, 7.0  # what a top subject, a concept needs in an article of USUAL_WORDS
SUBJECT_SHARE, CONCEPT_SHARE = 0.35, 0.22  # of the best one's score
USUAL_WORDS = 400
PRESENT = 6.0  # own score from which a concept's terms count in full for what is above it
SPREAD = 0.5
MOST = 6  # topics an article can have, parents not counted


@dataclass(frozen=True, slots=True)
class _Found:
    part: Part
    hit: Hit


class TopicReader:
    """Reads one article at a time; built once, for all of them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._topics = vocabulary.topics
        self._book = CueBook(vocabulary.topics)
        self._above = {name: _above(name, vocabulary.topics) for name in vocabulary.topics}
        self._spread: dict[int, float] = {}

    def read(self, document: Document) -> tuple[Tag, ...]:
        """The article's topics, the strongest first; a broader topic follows from a narrower one."""
        found = [_Found("title", hit) for hit in self._book.find(document.title)]
        found += [_Found("body", hit) for hit in self._book.find(document.text)]
        if not found:
            return ()
        counts = _counts(found)
        own, rolled, distinct = self._scores(counts)
        length = max(1.0, (len(document.text) / 6 / USUAL_WORDS) ** 0.5)
        chosen = self._chosen(own, rolled, distinct, length)
        return self._tags(chosen, rolled, found, {"title": document.title, "body": document.text})

    def scores(self, document: Document) -> dict[str, float]:
        """Every topic's score, broader topics with what is below them: for measuring."""
        found = [_Found("title", hit) for hit in self._book.find(document.title)]
        found += [_Found("body", hit) for hit in self._book.find(document.text)]
        return self._scores(_counts(found))[1]

    def _scores(
        self, counts: Mapping[int, tuple[Term, float]]
    ) -> tuple[dict[str, float], dict[str, float], dict[str, int]]:
        own: dict[str, float] = defaultdict(float)
        distinct: dict[str, int] = defaultdict(int)
        factors = {}
        for key, (term, count) in counts.items():
            factors[key] = factor = min(1 + log(count), HIGHEST_FACTOR) if count > 1 else 1.0
            for name, weight in term.weights.items():
                own[name] += weight * factor
                distinct[name] += 1
        rolled: dict[str, float] = defaultdict(float)
        for key, (term, _) in counts.items():
            best: dict[str, float] = {}
            for name, weight in term.weights.items():
                best[name] = max(best.get(name, 0.0), weight)
                handed_up = weight * min(1.0, own[name] / PRESENT)
                for upper in self._above[name]:
                    best[upper] = max(best.get(upper, 0.0), handed_up)
            tops = sum(1 for name in best if not self._above[name])
            for name, weight in best.items():
                rolled[name] += weight * factors[key] / tops**SPREAD
        return own, rolled, distinct

    def _chosen(
        self, own: Mapping[str, float], rolled: Mapping[str, float], distinct: Mapping[str, int], length: float
    ) -> dict[str, str]:
        """Topic -> rule."""
        subjects = [name for name in rolled if not self._above[name]]
        concepts = [name for name in own if self._above[name]]
        best_subject = max((rolled[name] for name in subjects), default=0.0)
        best_concept = max((own[name] for name in concepts), default=0.0)
        chosen = {}
        for name in subjects:
            if rolled[name] >= max(SUBJECT_SCORE * length, SUBJECT_SHARE * best_subject):
                chosen[name] = ""
        strong_subjects = set(chosen)
        ranked = sorted(concepts, key=lambda name: (-own[name], name))
        for name in ranked[:MOST]:
            enough = own[name] >= max(CONCEPT_SCORE * length, CONCEPT_SHARE * best_concept)
            if enough and distinct[name] >= DISTINCT and self._above[name][-1] in strong_subjects:
                chosen[name] = ""
                for upper in self._above[name]:
                    chosen.setdefault(upper, "topics.parent")
        return chosen

    def _tags(
        self, chosen: Mapping[str, str], rolled: Mapping[str, float], found: list[_Found], texts: Mapping[str, str]
    ) -> tuple[Tag, ...]:
        mentions: dict[str, list[Mention]] = {name: [] for name in chosen}
        for item in found:
            hit = item.hit
            for name in hit.term.weights:
                if name in mentions:
                    rule = "topics.title" if item.part == "title" else "topics.cue"
                    words = texts[item.part][hit.start : hit.end]
                    mentions[name].append(Mention("topics", name, words, hit.start, hit.end, rule, item.part))
        ranked = sorted(chosen, key=lambda name: (-rolled[name], len(self._above[name]), name))
        return tuple(
            Tag(
                "topics",
                name,
                self._topics[name].code,
                round(rolled[name], 2),
                tuple(mentions[name]),
                rule=chosen[name],
            )
            for name in ranked
        )


def _counts(found: list[_Found]) -> dict[int, tuple[Term, float]]:
    counts: dict[int, tuple[Term, float]] = {}
    for item in found:
        term = item.hit.term
        worth = TITLE_COUNT if item.part == "title" else LEAD_COUNT if item.hit.start < LEAD else 1.0
        _, before = counts.get(id(term), (term, 0.0))
        counts[id(term)] = (term, before + worth)
    return counts


def _above(name: str, topics: Mapping[str, Topic]) -> tuple[str, ...]:
    """The broader topics, the nearest first; a circle ends where it closes."""
    found: list[str] = []
    upper = topics[name].parent
    while upper in topics and upper not in found and upper != name:
        found.append(upper)
        upper = topics[upper].parent
    return tuple(found)
