"""The vocabulary's people -> where a text names them, and where it names something else that looks like them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import ahocorasick

from dateline.tagging.people import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.vocabulary import Vocabulary

_JOINED_BEFORE = re.compile(r"\w[-‑]?\Z")
_JOINED_AFTER = re.compile(r"[-‑]?\w")
_YOUNGER = re.compile(r",?[ \u00a0](?:Jr|JR)\b")
NOT_HIM = ""  # the name of a `not:` text


class KnownNames:
    """Strong names, weak names and `not:` texts of a vocabulary, ready to be found."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.strong: dict[names.Words, str] = {}  # folded words -> the person's name
        self.weak: dict[str, set[str]] = defaultdict(set)  # one folded word -> names of the people whom it may mean
        self.in_office: set[str] = set()  # surnames of those who hold or held an office, folded
        self.nobody = {names.words_of(name) for name in vocabulary.nobody}
        self._automaton = ahocorasick.Automaton()
        for person in vocabulary.people.values():
            for name in (person.name, *person.also):
                self.strong[names.words_of(name)] = person.name
                if not person.shipped:  # shipped names are all of a shape that is found without
                    self._automaton.add_word(name, (len(name), person.name))
            for name in person.weak:
                self.weak[names.core(names.words_of(name))[-1]].add(person.name)
            if person.roles:
                self.in_office.add(names.core(names.words_of(person.name))[-1])
            for text in person.nots:
                self._automaton.add_word(text, (len(text), NOT_HIM))
        if len(self._automaton):
            self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and name of what the site's own vocabulary names, as it is written there; the longest wins."""
        if not len(self._automaton):
            return
        end_of_last = 0
        for last, (length, name) in self._automaton.iter_long(text):
            start, end = last - length + 1, last + 1
            if start >= end_of_last and _is_whole(text, start, end) and not (name and _YOUNGER.match(text, end)):
                end_of_last = end
                yield start, end, name


def _is_whole(text: str, start: int, end: int) -> bool:
    """False inside a longer word or a hyphened one: Margit Lepik is not named by Margit Lepik-Kask."""
    return not (_JOINED_BEFORE.search(text[max(0, start - 2) : start]) or _JOINED_AFTER.match(text[end : end + 2]))
