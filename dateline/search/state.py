"""Documents and the state of the last index -> the state of this one: what differs is taken out and put in.

All that an index says is in its state, so that one article more or another word in one costs what that article costs.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence  # noqa: TC003  msgspec reads the types at run time
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, field

from dateline.search.memory import BATCH, Read, Row
from dateline.search.numbering import moves
from dateline.search.postings import encode
from dateline.search.terms import LEVELS, NUMBERS, Said, Terms, spread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.search.documents import Document
    from dateline.search.memory import Memory
    from dateline.search.numbering import Moves, Place

Called = tuple[str, str, str]  # facet and name, and a wording that stands for it
Levels = tuple[set[int], ...]
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
        needed = moves(before, self.order)
        if len(needed.differ) > len(documents) // 2:  # nearly all are others: begin with empty lists
            self._empty()
            needed = moves((), self.order)
        change = _Change()
        for first in range(0, len(needed.differ), BATCH):
            places = needed.differ[first : first + BATCH]
            pairs = [(_at(before, old), _at(self.order, new)) for old, new in places]
            known = memory.many(digest for pair in pairs for digest in pair if digest and digest not in unread)
            for place, (old, new) in zip(places, pairs, strict=True):
                if place[1] is not None and new in unread and new not in known:
                    known[new] = self._read(documents[place[1]], memory)
                self._replace(place, known[old] if old else None, known[new] if new else None, change)
        self._carry_out(needed, change)
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

    def _replace(self, place: tuple[Place, Place], old: Read | None, new: Read | None, change: _Change) -> None:
        """Note what differs where a document leaves, enters, or stands in another's place."""
        levels = []
        for found, words, sign in ((old, change.unsaid, -1), (new, change.said, 1)):
            said = Said.of(found.said) if found else None
            levels.append(self.terms.levels(said) if said else NOTHING)
            if said and found:
                words.update(said.words)
                for wording in found.called:
                    self.called[wording] += sign
        out, into = place
        for lost, won, before, after in zip(change.lost, change.won, *levels, strict=True):
            if out is not None:
                for group in before ^ after:  # also of those that it is not in: there another takes its place
                    lost[group].append(out)
            if into is not None:
                for group in after - before:
                    won[group].append(into)

    def _carry_out(self, needed: Moves, change: _Change) -> None:
        self.counts += [0] * (len(self.terms.words) - len(self.counts))
        for lines in (self.named, *self.lists):
            lines += [""] * (len(self.terms.groups) - len(lines))
        for lists, lost, won in zip(self.lists, change.lost, change.won, strict=True):
            for group in range(len(lists)) if needed.shift else {*lost, *won}:
                out, into = lost.pop(group, ()), won.pop(group, ())  # what is written need not be held
                if lists[group]:
                    lists[group] = needed.line(lists[group], out, into)
                elif into:
                    lists[group] = encode(into)
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


def _at(order: Sequence[bytes], place: Place) -> bytes | None:
    return None if place is None else order[place]


def _by_group() -> list[dict[int, array[int]]]:
    return [defaultdict(partial(array, NUMBERS)) for _ in range(LEVELS)]


class _Change(Struct):
    """What is to be done to the lists of a state."""

    lost: list[dict[int, array[int]]] = field(default_factory=_by_group)  # level -> group -> documents, as they were
    won: list[dict[int, array[int]]] = field(default_factory=_by_group)  # and as they are
    said: Counter[int] = field(default_factory=Counter)  # word -> in how many documents that enter
    unsaid: Counter[int] = field(default_factory=Counter)  # and in how many that leave
