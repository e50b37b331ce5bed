"""Cue terms found + the topics above each topic -> what each topic has in its favour."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.tagging.topics.cues import Term

HIGHEST_FACTOR = 2.5  # what repeating one term can make of its weight
STRONG = 2.0  # weight from which a term speaks for its topic by itself
PRESENT = 6.0  # a concept's own score from which its terms count in full for what is above it


@dataclass(frozen=True, slots=True)
class Scores:
    """Topic -> figure; a topic that is missing has none."""

    own: Mapping[str, float] = field(default_factory=dict)  # of the topic's own terms
    whole: Mapping[str, float] = field(default_factory=dict)  # with the terms of the topics below it, each term once
    terms: Mapping[str, int] = field(default_factory=dict)  # distinct own terms
    strong: Mapping[str, int] = field(default_factory=dict)  # distinct strong terms, those of the topics below it too


def score(counts: Iterable[tuple[Term, float]], above: Mapping[str, tuple[str, ...]]) -> Scores:
    """`counts`: each term with how often it stands there, places weighted.

    A term that stands often counts for more, by its logarithm. What is above a topic gets its terms only so
    far as the topic itself is there: "over" is no cricket, and so no sport. A term of several subjects is
    shared out among them by the square root of their number.
    """
    weighed = [(term, min(1 + log(max(count, 1.0)), HIGHEST_FACTOR)) for term, count in counts]
    own: dict[str, float] = defaultdict(float)
    terms: dict[str, int] = defaultdict(int)
    for term, factor in weighed:
        for name, weight in term.weights.items():
            own[name] += weight * factor
            terms[name] += 1
    whole: dict[str, float] = defaultdict(float)
    strong: dict[str, int] = defaultdict(int)
    for term, factor in weighed:
        speaks_for = {topic for topic, weight in term.weights.items() if weight >= STRONG}
        for name in speaks_for.union(*(above[topic] for topic in speaks_for)):
            strong[name] += 1
        best = _spread(term, own, above)
        subjects = sum(1 for name in best if not above[name])
        for name, weight in best.items():
            whole[name] += weight * factor / subjects**0.5
    return Scores(own, whole, terms, strong)


def _spread(term: Term, own: Mapping[str, float], above: Mapping[str, tuple[str, ...]]) -> dict[str, float]:
    """Topic -> the term's weight for it, topics above included."""
    best: dict[str, float] = {}
    for name, weight in term.weights.items():
        best[name] = max(best.get(name, 0.0), weight)
        handed_up = weight * min(1.0, own[name] / PRESENT)
        for upper in above[name]:
            best[upper] = max(best.get(upper, 0.0), handed_up)
    return best
