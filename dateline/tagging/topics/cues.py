"""Vocabulary -> CueBook: text -> the cue terms that stand in it."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

import ahocorasick
from msgspec import Struct

from dateline.characters import apart
from dateline.tagging.topics.spellings import beginning, first_words, variants

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dateline.vocabulary import Topic

    Wanted = Callable[[Iterable[str]], Iterable[str]]  # of the terms of a topic, those that are looked for

STRONG = 2.0  # weight from which a term speaks for its topic by itself

_PLAIN = {"\n": " ", "\u00a0": " ", "\u202f": " ", "–": "-"}  # one character each: offsets stay


class Says(Struct, frozen=True):
    """What a term says for each topic, worked out once for all articles and for all terms that say the same."""

    weights: tuple[tuple[str, float], ...]  # topic, weight; empty: the term only hides what is in it
    upward: tuple[tuple[str, str, float], ...]  # topic, one above it, weight
    topics: tuple[str, ...]  # for which it speaks, and those above them
    strong: tuple[str, ...]  # those for which it is a strong term, and those above them
    share: float  # of its weight that each topic gets: one over the root of the number of subjects


class Term(Struct, frozen=True):
    """A cue term."""

    text: str
    says: Says


Spelled = dict[str, Term]  # as written -> the term
# Start, end, term. A plain tuple: an article has a hundred, and an object costs four times as much.
Hit = tuple[int, int, Term]


class CueBook:
    """The cue terms of all topics, found in one pass; the leftmost and longest wins."""

    def __init__(
        self, topics: Mapping[str, Topic], above: Mapping[str, tuple[str, ...]], texts: Iterable[str] | None = None
    ) -> None:
        """`texts`: of no others anything will be asked, so that terms that stand in none of them are left out."""
        self._automaton = ahocorasick.Automaton()
        spelled: dict[str, Spelled] = defaultdict(dict)  # by their small letters
        terms = _terms(topics, above, _not_blank if texts is None else _in(texts))
        for term in terms:  # a term that is listed wins over another one's plural
            spelled[term.text.lower()][term.text] = term
        for term in terms:
            for spelling in variants(term.text):
                spelled[spelling.lower()].setdefault(spelling, term)
        for words, written in _by_words(spelled).items():
            self._automaton.add_word(f" {words} ", (len(words), written))
        self._automaton.make_automaton()

    def find(self, text: str) -> list[Hit]:
        """The hits of `text`, in its order; none overlaps another."""
        if not len(self._automaton):
            return []
        text = _plain(text)
        lower = _small(text)
        hits: list[Hit] = []
        free = 0  # where the last hit ends
        for last, (length, written) in self._automaton.iter(f" {apart(lower)} "):
            end = last - 1
            start = end - length
            small = lower[start:end]
            terms = written.get(small)
            if terms is None:
                continue
            term = terms.get(small) if len(terms) == 1 else None  # then its capitals do not matter
            if term is None and (term := _as_written(text[start:end], terms)) is None:
                continue
            if start >= free:
                hits.append((start, end, term))
            else:
                _settle(hits, (start, end, term))
            free = hits[-1][1]
        return [hit for hit in hits if hit[2].says.weights]


def _not_blank(terms: Iterable[str]) -> Iterable[str]:
    return filter(str.strip, terms)


def _in(texts: Iterable[str]) -> Wanted:
    """Tells which terms may stand in one of the texts: a word of these must begin them."""
    words = {word for text in texts for word in apart(_small(_plain(text))).split()}
    return partial(beginning, words=words, first=first_words(words))


def _by_words(spelled: Mapping[str, Spelled]) -> dict[str, dict[str, Spelled]]:
    """Terms by what they are once their signs are blanks: so a word is looked for as a whole, which takes half the time
    of looking at all that ends as a term does.
    """
    found: dict[str, dict[str, Spelled]] = defaultdict(dict)
    for lower, by_spelling in spelled.items():
        found[apart(lower)][lower] = by_spelling
    return found


def _settle(hits: list[Hit], new: Hit) -> None:
    """Add a hit that ends no earlier than those before it: those inside it go; one that begins earlier keeps it out."""
    kept = len(hits)
    while kept and hits[kept - 1][0] >= new[0]:
        kept -= 1
    if not kept or hits[kept - 1][1] <= new[0]:
        del hits[kept:]
        hits.append(new)


def _plain(text: str) -> str:
    for char, plain in _PLAIN.items():
        text = text.replace(char, plain)
    return text


def _small(text: str) -> str:
    """`text` in small letters and of the same length."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters have a longer small form
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lower


def _as_written(text: str, terms: Spelled) -> Term | None:
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


def _terms(topics: Mapping[str, Topic], above: Mapping[str, tuple[str, ...]], wanted: Wanted) -> list[Term]:
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for name, topic in topics.items():
        for text in wanted(topic.cues):
            weights[text.strip()][name] = topic.cues[text]
        for text in wanted(topic.nots):
            weights.setdefault(text.strip(), {})
    known: dict[tuple[tuple[str, float], ...], Says] = {}
    terms = []
    for text, by_topic in weights.items():
        key = tuple(by_topic.items())
        if key not in known:
            known[key] = _says(key, above)
        terms.append(Term(text, known[key]))
    return terms


def _says(weights: tuple[tuple[str, float], ...], above: Mapping[str, tuple[str, ...]]) -> Says:
    names = [name for name, _ in weights]
    subjects = {above[name][-1] if above[name] else name for name in names}
    return Says(
        weights,
        upward=tuple((name, upper, weight) for name, weight in weights for upper in above[name]),
        topics=_with_above(names, above),
        strong=_with_above([name for name, weight in weights if weight >= STRONG], above),
        share=len(subjects) ** -0.5 if subjects else 1.0,
    )


def _with_above(names: Iterable[str], above: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable((name, *above[name]) for name in names)))
