"""Cue terms found, with their counts -> what each topic has in its favour."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.tagging.topics.cues import Says, Term

HIGHEST_FACTOR = 2.5  # what repeating one term can make of its weight
PRESENT = 6.0  # a concept's own score from which its terms count in full for what is above it


@dataclass(frozen=True, slots=True)
class Scores:
    """Topic -> figure; a topic that is missing has none."""

    own: Mapping[str, float] = field(default_factory=dict)  # of the topic's own terms
    whole: Mapping[str, float] = field(default_factory=dict)  # with the terms of the topics below it, each term once
    terms: Mapping[str, int] = field(default_factory=dict)  # distinct terms, those of the topics below it too
    strong: Mapping[str, int] = field(default_factory=dict)  # the same, of strong terms


def score(counts: Iterable[tuple[Term, float]]) -> Scores:
    """`counts`: each term with how often it stands there, places weighted.

    A term that stands often counts for more, by its logarithm. What is above a topic gets its terms only so
    far as the topic itself is there: "over" is no cricket, and so no sport.
    """
    factors: dict[int, list[float]] = {}
    known: dict[int, Says] = {}
    for term, count in counts:  # terms that say the same are weighed together
        says = term.says
        known[id(says)] = says
        factors.setdefault(id(says), []).append(min(1 + log(count), HIGHEST_FACTOR) if count > 1 else 1.0)
    own: dict[str, float] = defaultdict(float)
    terms: dict[str, int] = defaultdict(int)
    strong: dict[str, int] = defaultdict(int)
    weighed = [(says, sum(factors[key]), len(factors[key])) for key, says in known.items()]
    for says, factor, number in weighed:
        for name, weight in says.weights:
            own[name] += weight * factor
        for name in says.topics:
            terms[name] += number
        for name in says.strong:
            strong[name] += number
    return Scores(own, _whole(weighed, own), terms, strong)


def _whole(weighed: Iterable[tuple[Says, float, int]], own: Mapping[str, float]) -> dict[str, float]:
    """Each topic's figure with the terms of those below it."""
    presence = {name: min(1.0, figure / PRESENT) for name, figure in own.items()}
    whole: dict[str, float] = defaultdict(float)
    for says, factor, _ in weighed:
        share = factor * says.share
        if not says.upward:
            for name, weight in says.weights:
                whole[name] += weight * share
            continue
        best = dict(says.weights)
        for name, upper, weight in says.upward:
            handed_up = weight * presence[name]
            if handed_up > best.get(upper, 0.0):
                best[upper] = handed_up
        for name, weight in best.items():
            whole[name] += weight * share
    return whole
