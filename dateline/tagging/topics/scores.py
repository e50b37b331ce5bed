"""Cue terms found, with their counts -> what each topic has in its favour."""

from __future__ import annotations

from collections import defaultdict
from math import log
from typing import TYPE_CHECKING

from msgspec import Struct, field

from dateline.tagging.topics.cues import STRONG

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.tagging.topics.cues import Says, Term

HIGHEST_FACTOR = 2.5  # what repeating one term can make of its weight
PRESENT = 6.0  # a concept's own score from which its terms count in full for what is above it


class Scores(Struct, frozen=True):
    """Topic -> figure; a topic that is missing has none."""

    own: Mapping[str, float] = field(default_factory=dict)  # of the topic's own terms
    whole: Mapping[str, float] = field(default_factory=dict)  # with the terms of the topics below it, each term once
    terms: Mapping[str, int] = field(default_factory=dict)  # distinct terms, those of the topics below it too
    strong: Mapping[str, int] = field(default_factory=dict)  # the same, of strong terms


def score(counts: Iterable[tuple[Term, float]], above: Mapping[str, tuple[str, ...]]) -> Scores:
    """`counts`: each term with how often it stands there, places weighted; `above`: topic -> its broader topics.

    A term that stands often counts for more, by its logarithm. What is above a topic gets its terms only so
    far as the topic itself is there: "over" is no cricket, and so no sport.
    """
    own: dict[str, float] = defaultdict(float)
    terms: dict[str, int] = defaultdict(int)
    strong: dict[str, int] = defaultdict(int)
    shared: list[tuple[Says, float]] = []  # terms of several topics, which are rare
    for term, count in counts:
        factor = min(1 + log(count), HIGHEST_FACTOR) if count > 1 else 1.0
        says = term.says
        if len(says.weights) == 1:
            name, weight = says.weights[0]
            own[name] += weight * factor
            terms[name] += 1
            strong[name] += weight >= STRONG
        else:
            shared.append((says, factor))
    whole = dict(own)
    _add_above(terms, above)
    _add_above(strong, above)
    for says, factor in shared:
        for name, weight in says.weights:
            own[name] += weight * factor
        for name in says.topics:
            terms[name] += 1
        for name in says.strong:
            strong[name] += 1
    presence = {name: min(1.0, figure / PRESENT) for name, figure in own.items()}
    _hand_up(whole, shared, presence, above)
    return Scores(own, whole, terms, strong)


def _add_above(numbers: dict[str, int], above: Mapping[str, tuple[str, ...]]) -> None:
    for name, number in list(numbers.items()):
        for upper in above[name]:
            numbers[upper] += number


def _hand_up(
    whole: dict[str, float],
    shared: Iterable[tuple[Says, float]],
    presence: Mapping[str, float],
    above: Mapping[str, tuple[str, ...]],
) -> None:
    """Add to `whole`, which has each topic's own single terms, what those above it get, and the shared terms."""
    for name, figure in list(whole.items()):
        for upper in above[name]:
            whole[upper] = whole.get(upper, 0.0) + figure * presence[name]
    for says, factor in shared:
        for name, figure in _best(says, presence).items():
            whole[name] = whole.get(name, 0.0) + figure * factor * says.share


def _best(says: Says, presence: Mapping[str, float]) -> dict[str, float]:
    """What one place of a term counts for each topic that it speaks for, and for those above them."""
    best = dict(says.weights)
    for name, upper, weight in says.upward:
        handed_up = weight * presence[name]
        if handed_up > best.get(upper, 0.0):
            best[upper] = handed_up
    return best
