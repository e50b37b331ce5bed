"""Scores -> the topics an article gets, and the rule where no term says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.tagging.topics.scores import Scores

# The figures were set on English news of 1996 to 2020: two agencies, a broadcaster, local papers.
USUAL_WORDS = 400  # of an article; a longer one needs more, by the square root of its length
SUBJECT_SCORE, CONCEPT_SCORE = 8.0, 8.0  # what a top subject, a topic below one needs in an article of usual length
SUBJECT_SHARE, CONCEPT_SHARE = 0.33, 0.22  # of the best one's score: the rest is mentioned in passing
SHORTEST = 0.75  # how far a short article lowers what a topic below a subject needs; the subject itself needs as much
TERMS = 2  # different ones that a topic needs
STRONG_WORTH, BORNE_OUT = 4, 10  # a strong term is worth as many others; as many different ones a subject needs
PARENT = "topics.parent"
MOST = 6  # topics below the subjects


def choose(scores: Scores, above: Mapping[str, tuple[str, ...]], words: float) -> dict[str, str]:
    """Topic -> rule: "topics.parent" where only a narrower topic says it, else nothing.

    `above`: topic -> its broader topics, the nearest first; none: it is a subject. A topic below a subject
    is chosen only where its subject is.
    """
    length = (words / USUAL_WORDS) ** 0.5
    chosen = {name: "" if name in scores.own else PARENT for name in _subjects(scores, above, max(1.0, length))}
    subjects = set(chosen)
    concepts = sorted((name for name in scores.own if above[name]), key=lambda name: (-scores.own[name], name))
    best = scores.own[concepts[0]] if concepts else 0.0
    for name in concepts[:MOST]:
        if scores.own[name] < max(CONCEPT_SCORE * max(SHORTEST, length), CONCEPT_SHARE * best):
            break
        if scores.terms[name] < TERMS or not scores.strong[name] or above[name][-1] not in subjects:
            continue
        chosen[name] = ""
        for upper in above[name]:
            chosen.setdefault(upper, PARENT)
    return chosen


def _subjects(scores: Scores, above: Mapping[str, tuple[str, ...]], length: float) -> list[str]:
    subjects = sorted((name for name in scores.whole if not above[name]), key=lambda name: (-scores.whole[name], name))
    best = scores.whole[subjects[0]] if subjects else 0.0
    enough = max(SUBJECT_SCORE * length, SUBJECT_SHARE * best)
    return [name for name in subjects if scores.whole[name] >= enough and _is_borne_out(name, scores)]


def _is_borne_out(subject: str, scores: Scores) -> bool:
    """True with two strong terms, or fewer among many others: one alone may be the firefighter who sings."""
    return scores.terms[subject] + STRONG_WORTH * scores.strong[subject] >= BORNE_OUT
