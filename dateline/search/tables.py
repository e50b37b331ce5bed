"""Documents and names -> the tables beside the words: what a hit shows, what narrows, which names there are."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec

from dateline.model import FACETS
from dateline.search.postings import encode
from dateline.search.shards import Stretches, cut, dump
from dateline.search.words import forms, joined, terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.model import Facet
    from dateline.search.documents import Document, Key, Name
    from dateline.search.memory import Memory, Read
    from dateline.search.state import Called

A_FILE = 16  # documents; the twenty rows of a page may ask for as many files, so they are small
SHOWN = 3  # names beside a hit, besides its source
FACET_CAP = 120_000  # characters of one facet's file; its rarest names fall away, which have short pages of their own
NAMESAKES = 300  # names of most documents under one word; the rest is found by another of its words
SHORTEST = 2  # characters of a name's word under which the name is found
WORDINGS = 8  # of a person or country, by which it is found besides its name
_WORD = re.compile(r"\w+")
_apart = msgspec.json.Decoder(list[msgspec.Raw]).decode


def documents(
    found: Sequence[Document],
    names: Mapping[Key, Name],
    memory: Memory,
    known: Mapping[bytes, str],
    before: Sequence[bytes],
) -> dict[bytes, str]:
    """What is shown of each document, by the file, under a digest of what each file is made from.

    known: the last files; before: the digests of their documents, in their order. What is there is not made again.
    """
    made: dict[bytes, str] = {}
    rows = _Rows(before, known)
    for first, digest in _files([document.digest for document in found]):
        made[digest] = known.get(digest) or _file(found[first : first + A_FILE], names, memory, rows)
    return made


def _files(digests: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
    """The first document of each file, by its number, and the digest of what the file is made from."""
    for first in range(0, len(digests), A_FILE):
        yield first, hashlib.blake2b(b"".join(digests[first : first + A_FILE]), digest_size=16).digest()


class _Rows:
    """The row of each document in the last files, as it stands there: only those that are asked for are taken apart."""

    def __init__(self, before: Sequence[bytes], known: Mapping[bytes, str]) -> None:
        self._before = before
        self._known = known
        self._apart: dict[int, list[msgspec.Raw]] = {}

    @cached_property
    def _places(self) -> dict[bytes, int]:
        return {digest: number for number, digest in enumerate(self._before)}

    @cached_property
    def _files(self) -> list[bytes]:
        return [digest for _, digest in _files(self._before)]

    def get(self, digest: bytes) -> str | None:
        """None where a document had none."""
        if digest not in self._places:
            return None
        file, place = divmod(self._places[digest], A_FILE)
        if file not in self._apart:
            self._apart[file] = _apart(self._known.get(self._files[file], "[]"))
        rows = self._apart[file]
        return bytes(rows[place]).decode() if rows else None


def _file(found: Sequence[Document], names: Mapping[Key, Name], memory: Memory, rows: _Rows) -> str:
    stand = [rows.get(document.digest) for document in found]
    read = memory.many(document.digest for document, row in zip(found, stand, strict=True) if row is None)
    made = (row or dump(_row(document, read, names)) for document, row in zip(found, stand, strict=True))
    return f"[{','.join(made)}]"


def _row(document: Document, read: Mapping[bytes, Read], names: Mapping[Key, Name]) -> list[Any]:
    row = read[document.digest].row
    shown = [[names[key].address, names[key].name] for key in _telling(document.names)]
    date = document.when.date if document.when else ""
    return [row.title, row.address, date, row.opening, row.words, shown]


def _telling(keys: Sequence[Key]) -> list[Key]:
    """The source, then one of each facet, then more in their order: who, where and what, as in every list."""
    firsts = [next((key for key in keys if key[0] == facet), None) for facet in FACETS if facet != "sources"]
    chosen = [key for key in firsts if key]
    chosen += [key for key in keys if key not in chosen and key[0] != "sources"][: max(0, SHOWN - len(chosen))]
    return [*(key for key in keys if key[0] == "sources"), *chosen]


def facet(facet: Facet, names: Mapping[Key, Name]) -> list[list[str]]:
    """Slug, name and documents of each name of a facet, most documents first, up to the cap."""
    own = [name for name in names.values() if name.facet == facet]
    rows, size = [], 0
    for name in sorted(own, key=lambda name: (-len(name.numbers), name.slug)):
        row = [name.slug, name.name, encode(name.numbers)]
        size += sum(map(len, row)) + 9
        if size > FACET_CAP:
            break
        rows.append(row)
    return rows


def name_lines(names: Mapping[Key, Name], called: Mapping[Called, int], years: Mapping[int, int]) -> Stretches:
    """Names under each of their words, capped: word, address, name, how many documents, the wording if another.

    years: how many documents each has; few texts say theirs, and a reader who types one is led to its page.
    """
    wordings: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for (kind, own, wording), count in called.items():
        if count:
            wordings[kind, own].append((-count, wording))
    by_word: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for key, name in names.items():
        for word, line in _lines(name, _others(name, wordings[key])):
            by_word[word].append((-len(name.numbers), line))
    for year, count in years.items():
        by_word[str(year)].append((-count, dump([str(year), f"{year:04}/", str(year), count])))
    return cut((word, line) for word, lines in by_word.items() for _, line in sorted(lines)[:NAMESAKES])


def _others(name: Name, wordings: Sequence[tuple[int, str]]) -> list[str]:
    """The most frequent wordings that have a word of which the name itself has none."""
    own = set(_WORD.findall(name.name))
    return [wording for _, wording in sorted(wordings) if not own.issuperset(_WORD.findall(wording))][:WORDINGS]


def _lines(name: Name, others: Sequence[str]) -> Iterator[tuple[str, str]]:
    for wording in dict.fromkeys((name.name, *others)):
        row = [name.address, name.name, len(name.numbers)]
        rest = dump(row if wording == name.name else [*row, wording])[1:]
        tied = (form for run in joined(wording) for form in forms(run, ends=False))
        for word in dict.fromkeys([*terms(wording, ends=False), *tied]):
            if len(word) >= SHORTEST or not word.isascii():
                yield word, f"[{dump(word)},{rest}"


def years(found: Sequence[Document]) -> list[list[str]]:
    """The rows of a facet whose names are years, the newest first: few, and in order, so all of them."""
    numbers: dict[int, list[int]] = defaultdict(list)
    for number, document in enumerate(found):
        if document.when:
            numbers[document.when.year].append(number)
    return [[str(year), str(year), encode(had)] for year, had in reversed(numbers.items())]
