"""Documents and the state of the last index -> the state of this one: what differs is taken out and put in.

All that an index says is in its state, so that one article more or another word in one costs what that article costs.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence  # noqa: TC003  msgspec reads the types at run time
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, field

from dateline.search.memory import BATCH, Read, Row
from dateline.search.postings import decode, encode
from dateline.search.terms import LEVELS, NUMBERS, Said, Terms, spread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.search.documents import Document
    from dateline.search.memory import Memory

Called = tuple[str, str, str]  # facet and name, and a wording that stands for it
Levels = tuple[set[int], ...]
Found = tuple[bytes, Read] | None  # a document's digest, and what was read in it
NOTHING: Levels = (set(),) * LEVELS


class Kept(msgspec.Struct, array_like=True):
    """A state as it is kept."""

    order: list[bytes]
    words: list[tuple[str, str]]
    groups: list[tuple[str, str]]
    group_of: bytes
    several: Mapping[int, Sequence[int]]
    counts: bytes
    named: list[str]
    lists: list[list[str]]
    called: list[tuple[Called, int]]
    files: dict[bytes, str]


class State(Struct):
    """What the index says of the words of its documents."""

    order: list[bytes] = field(default_factory=list)  # digest of each document, by its number
    terms: Terms = field(default_factory=Terms)
    counts: list[int] = field(default_factory=list)  # by word: how many documents have it
    named: list[str] = field(default_factory=list)  # by group: its forms; empty where no document has one
    lists: list[list[str]] = field(default_factory=lambda: [[] for _ in range(LEVELS)])  # by level and group
    called: Counter[Called] = field(default_factory=Counter)
    files: dict[bytes, str] = field(default_factory=dict)  # of documents, by the digest of what they are made from

    @classmethod
    def of(cls, kept: Kept) -> State:
        terms = Terms(kept.words, kept.groups, array(NUMBERS, kept.group_of), kept.several)
        counts = array(NUMBERS, kept.counts).tolist()
        return cls(kept.order, terms, counts, kept.named, kept.lists, Counter(dict(kept.called)), kept.files)

    def kept(self) -> Kept:
        terms = self.terms
        group_of, counts = (array(NUMBERS, found).tobytes() for found in (terms.group_of, self.counts))
        called = [(wording, n) for wording, n in self.called.items() if n]
        lists = self.named, self.lists
        return Kept(self.order, terms.words, terms.groups, group_of, terms.several, counts, *lists, called, self.files)

    def lines(self) -> Iterator[tuple[str, str]]:
        """The forms of each group, and the documents that have one of them, by level: `BfC,De`."""
        for named, *lists in zip(self.named, *self.lists, strict=True):
            if named:
                yield named, ",".join(lists).rstrip(",")

    def revise(self, documents: Sequence[Document], memory: Memory) -> set[bytes]:
        """Make it that of these documents; the digests of those that are gone."""
        before, self.order = self.order, [document.digest for document in documents]
        gone, unread = set(before).difference(self.order), set(self.order).difference(before)
        pairs = list(zip_longest(before, self.order))
        differ = [number for number, (old, new) in enumerate(pairs) if old != new]
        change = _Change(gone, unread)
        if len(differ) > len(pairs) // 2:  # nearly all have moved: begin with empty lists
            self._empty()
            pairs = [(None, digest) for digest in self.order]
            differ, change = list(range(len(pairs))), _Change(set(), set(self.order))
        for first in range(0, len(differ), BATCH):
            numbers = differ[first : first + BATCH]
            known = memory.many(digest for n in numbers for digest in pairs[n] if digest and digest not in unread)
            for number in numbers:
                old, new = pairs[number]
                if new in unread and new not in known:
                    known[new] = self._read(documents[number], memory)
                self._replace(number, (old, known[old]) if old else None, (new, known[new]) if new else None, change)
        self._carry_out(change)
        return gone

    def _empty(self) -> None:
        self.counts = [0] * len(self.counts)
        self.named = [""] * len(self.named)
        self.lists = [[""] * len(self.named) for _ in range(LEVELS)]
        self.called.clear()

    def _read(self, document: Document, memory: Memory) -> Read:
        text = document.read()
        said = self.terms.read(text.title, text.text, text.language)
        row = Row(text.title, text.address, text.opening, text.words)
        read = Read(row, said.packed(), [(*key, wording) for key, wording in text.called])
        memory.put(document.digest, read)
        return read

    def _replace(self, number: int, old: Found, new: Found, change: _Change) -> None:
        """Note what differs where one document, or none, stands in another's place."""
        levels = []
        for found, moving, words, sign in (
            (old, change.leaving, change.unsaid, -1),
            (new, change.entering, change.said, 1),
        ):
            said = Said.of(found[1].said) if found else None
            levels.append(self.terms.levels(said) if said else NOTHING)
            if said and found and found[0] in moving:
                words.update(said.words)
                for wording in found[1].called:
                    self.called[wording] += sign
        for lost, won, before, after in zip(change.lost, change.won, *levels, strict=True):
            for group in before - after if before else ():
                lost[group].append(number)
            for group in after - before if before else after:
                won[group].append(number)

    def _carry_out(self, change: _Change) -> None:
        self.counts += [0] * (len(self.terms.words) - len(self.counts))
        for lines in (self.named, *self.lists):
            lines += [""] * (len(self.terms.groups) - len(lines))
        for lists, lost, won in zip(self.lists, change.lost, change.won, strict=True):
            for group in {*lost, *won}:
                numbers: Sequence[int] = won.pop(group, ())  # what is written need not be held
                if lists[group]:
                    out = set(lost.get(group, ()))
                    numbers = sorted([*(n for n in decode(lists[group]) if n not in out), *numbers])
                lists[group] = encode(numbers)
        self._name(change)

    def _name(self, change: _Change) -> None:
        """Put the forms of each group in order of which one has come or gone."""
        terms = self.terms
        forms: dict[int, set[str]] = {}
        for word in {*change.said, *change.unsaid}:
            before = self.counts[word]
            self.counts[word] = now = before + change.said[word] - change.unsaid[word]
            if bool(before) != bool(now):
                forms.update((group, set()) for group in terms.groups_of((word,)))
        for word, group in terms.pairs():
            if group in forms and self.counts[word]:
                forms[group].add(terms.form(word, group))
        for group, some in forms.items():
            self.named[group] = spread(some) if some else ""


def _by_group() -> list[dict[int, array[int]]]:
    return [defaultdict(partial(array, NUMBERS)) for _ in range(LEVELS)]


class _Change(Struct):
    """What is to be done to the lists of a state."""

    leaving: set[bytes]  # documents that are not to be counted any more
    entering: set[bytes]
    lost: list[dict[int, array[int]]] = field(default_factory=_by_group)  # level -> group -> documents
    won: list[dict[int, array[int]]] = field(default_factory=_by_group)
    said: Counter[int] = field(default_factory=Counter)  # word -> in how many documents that enter
    unsaid: Counter[int] = field(default_factory=Counter)  # and in how many that leave
