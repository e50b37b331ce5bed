"""Documents -> groups of forms that share a stem, each with the documents that have one of them."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass
from os.path import commonprefix
from typing import TYPE_CHECKING

from dateline.search.postings import encode
from dateline.search.stems import stem
from dateline.search.words import SPACELESS, forms, runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.search.documents import Document

# How much a word says of a document, in three levels: said in the title, said much, said. "Much" is the part of
# BM25 that counts within a document (k1 1.5, b .75). Its average length is a constant here, a news article's, so
# that one article more does not change what the index says of all others.
LEVELS = 3
K1, B, LENGTH = 1.5, 0.75, 500
MUCH = 0.6  # of 1: three times in 500 words, twice in 250
LONGEST = 64  # characters of a form; what is longer is not a word, and nobody types it


@dataclass(slots=True)
class Group:
    """Forms of one stem in one language, and where they stand."""

    forms: set[str]
    places: array[int]  # LEVELS * document + level, rising

    def line(self) -> str:
        """`communi|ties|ty BfC,De`: what the forms begin with, their ends, their documents by level."""
        ordered = sorted(self.forms)
        head = commonprefix((ordered[0], ordered[-1]))  # noqa: RUF071  of characters, not of paths
        named = "|".join([head, *(form[len(head) :] for form in ordered)]) if len(ordered) > 1 else head
        by_level = [encode(place // LEVELS for place in self.places if place % LEVELS == i) for i in range(LEVELS)]
        return f"{named} {','.join(by_level).rstrip(',')}"


class Terms:
    """Collects the groups of a corpus, one document after the other in the order of their numbers."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._ids: dict[tuple[str, str], int] = {}
        self._known: dict[str, dict[str, tuple[int, ...]]] = {}

    def add(self, number: int, document: Document) -> None:
        """File a document under all its words."""
        known = self._known.setdefault(document.language, {})
        titled = {group for run in runs(document.title) for group in self._of(run, document.language, known)}
        said = runs(document.text)
        counts: Counter[int] = Counter()
        for run, n in Counter(said).items():
            for group in known.get(run) or self._of(run, document.language, known):
                counts[group] += n
        room = K1 * (1 - B + B * len(said) / LENGTH)
        for group in titled:
            self.groups[group].places.append(number * LEVELS + 2)
        for group, n in counts.items():
            if group not in titled:
                self.groups[group].places.append(number * LEVELS + (n >= MUCH * (n + room)))

    def _of(self, run: str, language: str, known: dict[str, tuple[int, ...]]) -> tuple[int, ...]:
        """The groups of a run, remembered for its language."""
        found = known.get(run)
        if found is None:
            found = known[run] = tuple(dict.fromkeys(self._group(run, language)))
        return found

    def _group(self, run: str, language: str) -> Iterator[int]:
        whole = list(forms(run))
        for form in whole:
            if not form or len(form) > LONGEST:
                continue
            alone = len(whole) == 1 and not SPACELESS.search(form)
            key = (language, stem(run, language)) if alone else ("", form)
            group = self._ids.setdefault(key, len(self.groups))
            if group == len(self.groups):
                self.groups.append(Group(set(), array("I")))
            self.groups[group].forms.add(form)
            yield group
