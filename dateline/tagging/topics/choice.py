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
# The same of a subject after the first that has no strong term, one, or more: a title is won in games that are no sport
SHARES = (0.6, 0.5, SUBJECT_SHARE)
SURELY, THIRD_SHARE = 2, 0.5  # strong terms and share that a third one needs, and those after it
SHORTEST = 0.75  # how far a short article lowers what a topic below a subject needs; the subject itself needs as much
TERMS = 2  # different ones that a topic needs
MANY = 6  # so many need no strong one among them
STRONG_WORTH, BORNE_OUT = 4, 10  # a strong term is worth as many others; as many different ones a subject needs
SHORT, SHORTLY_BORNE_OUT = 200, 8  # fewer words have room for fewer terms: four in five that this lets in are right
# A short text has few terms: where no subject has enough, the best has, that is this far ahead of the next one
CLEAR_LEAD, CLEARLY_BORNE_OUT = 1.6, 6
RIVAL = 6.0  # a next one with a single term must have so much: a strong one, said once in the lead, has less
# Words, terms, score: a text of a few lines says nothing in passing; where no rule above gives it one, the best subject
# with so many terms is right in two of three, with three in three of four
FEW = ((50, 2, 3.5), (80, 3, 0.0))
PARENT = "topics.parent"
OFTEN = 7.0  # what one strong term comes to that stands there four times: of the first subject it needs no other one
MOST = 6  # topics below the subjects


def choose(scores: Scores, above: Mapping[str, tuple[str, ...]], words: float) -> dict[str, str]:
    """Topic -> rule: "topics.parent" where only a narrower topic says it, else nothing.

    `above`: topic -> its broader topics, the nearest first; none: it is a subject. A topic below a subject
    is chosen only where its subject is.
    """
    length = (words / USUAL_WORDS) ** 0.5
    chosen = {name: "" if name in scores.own else PARENT for name in _subjects(scores, above, words)}
    subjects = set(chosen)
    concepts = sorted((name for name in scores.own if above[name]), key=lambda name: (-scores.own[name], name))
    best = scores.own[concepts[0]] if concepts else 0.0
    first = next(iter(chosen), "")
    for name in concepts[:MOST]:
        if scores.own[name] < max(CONCEPT_SCORE * max(SHORTEST, length), CONCEPT_SHARE * best):
            break
        subject = above[name][-1]
        if subject not in subjects or not _is_plain(name, scores):
            continue
        if scores.terms[name] < TERMS and not (subject == first and scores.own[name] >= OFTEN):
            continue
        chosen[name] = ""
        for upper in above[name]:
            chosen.setdefault(upper, PARENT)
    return chosen


def _subjects(scores: Scores, above: Mapping[str, tuple[str, ...]], words: float) -> list[str]:
    subjects = sorted((name for name in scores.whole if not above[name]), key=lambda name: (-scores.whole[name], name))
    best = scores.whole[subjects[0]] if subjects else 0.0
    length = max(1.0, (words / USUAL_WORDS) ** 0.5)
    enough = max(SUBJECT_SCORE * length, SUBJECT_SHARE * best)
    terms = BORNE_OUT if words >= SHORT else SHORTLY_BORNE_OUT
    chosen = [name for name in subjects if scores.whole[name] >= enough and _is_borne_out(name, scores, terms)]
    near = [name for name in chosen[1:] if scores.whole[name] >= best * _share(scores.strong[name])]
    chosen = chosen[:1] + near[:1] + [name for name in near[1:] if _is_no_aside(name, scores, best)]
    return chosen or (_of_short(subjects, scores, words) if length <= 1.0 else [])


def _is_plain(name: str, scores: Scores) -> bool:
    """True with a strong term, or many others: shares, a stake, a deal and a bid."""
    return bool(scores.strong[name]) or scores.terms[name] >= MANY


def _is_no_aside(name: str, scores: Scores, best: float) -> bool:
    """True of a third subject that is about as strong as the first two: a long article touches on many."""
    return scores.strong[name] >= SURELY and scores.whole[name] >= THIRD_SHARE * best


def _share(strong: int) -> float:
    return SHARES[min(strong, len(SHARES) - 1)]


def _of_short(subjects: list[str], scores: Scores, words: float) -> list[str]:
    return _clear(subjects, scores) or [name for name in subjects[:1] if _is_said(name, scores, words)]


def _is_said(name: str, scores: Scores, words: float) -> bool:
    return any(words <= most and scores.terms[name] >= n and scores.whole[name] >= figure for most, n, figure in FEW)


def _clear(subjects: list[str], scores: Scores) -> list[str]:
    """The best of them, where a strong term speaks for it and no other one comes near."""
    if not subjects or not _is_plain(subjects[0], scores):
        return []
    best = scores.whole[subjects[0]]
    others = [name for name in subjects[1:] if scores.terms[name] >= TERMS or scores.whole[name] >= RIVAL]
    is_clear = all(best >= CLEAR_LEAD * scores.whole[name] for name in others)
    return subjects[:1] if is_clear and _is_borne_out(subjects[0], scores, CLEARLY_BORNE_OUT) else []


def _is_borne_out(subject: str, scores: Scores, enough: int) -> bool:
    """True with two strong terms, or fewer among many others: one alone may be the firefighter who sings."""
    return scores.terms[subject] + STRONG_WORTH * scores.strong[subject] >= enough
