"""Vocabulary -> CueBook: text -> the cue terms that stand in it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import ahocorasick

from dateline.tagging.topics.spellings import variants

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.vocabulary import Topic

_BLANKS = {ord(char): " " for char in "\n\r\t\u00a0\u202f\u2009"}  # one character each: offsets stay
_BLANKS[ord("–")] = "-"


@dataclass(frozen=True, slots=True)
class Term:
    """A cue term with the topics that it speaks for."""

    text: str
    weights: Mapping[str, float]  # topic -> weight; empty: the term hides what is in it


@dataclass(frozen=True, slots=True)
class Hit:
    """A term as it stands in a text."""

    term: Term
    text: str
    start: int
    end: int


class CueBook:
    """The cue terms of all topics, found in one pass; the leftmost and longest wins."""

    def __init__(self, topics: Mapping[str, Topic]) -> None:
        self._automaton = ahocorasick.Automaton()
        spelled: dict[str, dict[str, Term]] = defaultdict(dict)  # lower case -> as written -> term
        terms = _terms(topics)
        for term in terms:  # a term that is listed wins over another one's plural
            spelled[term.text.lower()][term.text] = term
        for term in terms:
            for spelling in variants(term.text):
                spelled[spelling.lower()].setdefault(spelling, term)
        for lower, by_spelling in spelled.items():
            self._automaton.add_word(lower, (len(lower), by_spelling))
        self._automaton.make_automaton()

    def find(self, text: str) -> list[Hit]:
        """The hits of `text`, in its order; none overlaps another."""
        if not len(self._automaton):
            return []
        lower = text.translate(_BLANKS).lower()
        if len(lower) != len(text):  # a few letters have a longer small form
            lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text.translate(_BLANKS))
        found = []
        last_of_text = len(text) - 1
        for last, (length, terms) in self._automaton.iter(lower):
            start = last + 1 - length
            if (start and lower[start - 1].isalnum()) or (last < last_of_text and lower[last + 1].isalnum()):
                continue
            if term := _as_written(text[start : last + 1], terms):
                found.append((start, -last - 1, term))
        found.sort(key=lambda item: item[:2])
        hits, free = [], 0
        for start, minus_end, term in found:
            if start >= free:
                free = -minus_end
                if term.weights:
                    hits.append(Hit(term, text[start:free], start, free))
        return hits


def _as_written(text: str, terms: Mapping[str, Term]) -> Term | None:
    """The term that `text` is, given how its capitals stand."""
    if text in terms:
        return terms[text]
    small = text.lower()
    if small in terms:
        return terms[small]
    if text.isupper() and len(text) > 4:  # a headline in capitals
        return next(iter(terms.values()))
    # a term that mixes both ("Booker prize"): every capital of the term must be one in the text
    for written, term in terms.items():
        if all(a == b or b.islower() for a, b in zip(text, written, strict=False)):
            return term
    return None


def _terms(topics: Mapping[str, Topic]) -> list[Term]:
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for name, topic in topics.items():
        for text, weight in topic.cues.items():
            if text.strip():
                weights[text.strip()][name] = weight
        for text in topic.nots:
            weights.setdefault(text.strip(), {})
    return [Term(text, by_topic) for text, by_topic in weights.items()]
