"""Traces of a whole corpus -> which names a Jr. and an elder one bear, so that one is not taken for the other.

A name without its Jr. means the elder one where the vocabulary knows him by it (George Bush), where an article tells
him apart as Sr., or where as many articles have it as have it with Jr.; else it is a short form (Martin Luther King).
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.tagging.people import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.tagging.document import Trace
    from dateline.vocabulary import Vocabulary

_JUNIOR = " jr"  # marks a key


class Generations:
    """Built once from all traces; then asked for the key of each name."""

    def __init__(self, vocabulary: Vocabulary, traces: Sequence[Trace]) -> None:
        with_jr = _with_jr(traces)
        self._apart = _apart(with_jr, vocabulary, traces) if with_jr else frozenset()
        forms = [form for person in vocabulary.people.values() for form in (person.name, *person.also)]
        self._by_surname = {surname for _, surname in with_jr.keys() - self._apart}  # those who bear no mark
        self._by_surname.update(core(form)[-1] for form in forms if _is_junior(form))

    def key_of(self, name: str) -> names.Words:
        """By which its bearer is known in the corpus: its core; of a Jr. who is not the elder one, marked as his."""
        words = core(name)
        if not _is_junior(name):
            return words
        apart = _ends(words) in self._apart if len(words) > 1 else self._is_apart(words[0])
        return (words[0] + _JUNIOR, *words[1:]) if apart else words

    def _is_apart(self, surname: str) -> bool:
        return surname not in self._by_surname or any(surname == last for _, last in self._apart)


def given(key: names.Words) -> str:
    """The first name in a key."""
    return key[0].removesuffix(_JUNIOR)


def surname(key: names.Words) -> str:
    """The word by which others call the bearer of a key; one that is marked is never called by his surname alone."""
    called = names.surname(key)
    return called + _JUNIOR if len(key) > 1 and key[0].endswith(_JUNIOR) else called


@lru_cache(maxsize=100_000)
def core(name: str) -> names.Words:
    """The words of a written name that tell people apart."""
    return names.core(names.words_of(name))


@lru_cache(maxsize=100_000)
def _is_junior(name: str) -> bool:
    return names.is_junior(names.words_of(name))


def _with_jr(traces: Sequence[Trace]) -> dict[names.Words, set[int]]:
    """First and last names that somebody has with a Jr., and the numbers of the articles that say so."""
    found: dict[names.Words, set[int]] = defaultdict(set)
    for number, name in _full_names(traces):
        if _is_junior(name):
            found[_ends(core(name))].add(number)
    return found


def _apart(
    with_jr: Mapping[names.Words, set[int]], vocabulary: Vocabulary, traces: Sequence[Trace]
) -> frozenset[names.Words]:
    """Those of them that an elder one bears without."""
    without: dict[names.Words, set[int]] = defaultdict(set)
    elders: set[names.Words] = set()
    for number, name in _full_names(traces):
        ends = _ends(core(name))
        if ends in with_jr and not _is_junior(name):
            without[ends].add(number)
            if names.is_senior(names.words_of(name)):
                elders.add(ends)
    for person in vocabulary.people.values():
        forms = (person.name, *person.also)
        if not any(map(_is_junior, forms)):
            elders.update(with_jr.keys() & map(_ends, map(core, forms)))
    return frozenset(ends for ends, those in with_jr.items() if ends in elders or len(without[ends]) >= len(those))


def _full_names(traces: Sequence[Trace]) -> Iterator[tuple[int, str]]:
    """Numbers of articles, and whom each shows to be a person, by more than a surname."""
    for number, trace in enumerate(traces):
        for figure in trace.figures:
            if not isinstance(figure, str) and (figure.known or figure.score > 0) and len(core(figure.name)) > 1:
                yield number, figure.name


def _ends(words: names.Words) -> names.Words:
    """The first name and the last."""
    return words[0], words[-1]
