"""Documents and names -> the tables beside the words: what a hit shows, what narrows, which names there are."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from dateline.model import FACETS
from dateline.search.postings import encode
from dateline.search.shards import Stretches, cut, dump
from dateline.search.words import terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.model import Facet
    from dateline.search.documents import Document, Key, Name
    from dateline.search.memory import Memory, Row
    from dateline.search.state import Called

A_FILE = 16  # documents; the twenty rows of a page may ask for as many files, so they are small
SHOWN = 3  # names beside a hit, besides its source
FACET_CAP = 120_000  # characters of one facet's file; its rarest names fall away, which have short pages of their own
NAMESAKES = 300  # names of most documents under one word; the rest is found by another of its words
SHORTEST = 2  # characters of a name's word under which the name is found
WORDINGS = 8  # of a person or country, by which it is found besides its name
_WORD = re.compile(r"\w+")


def documents(
    found: Sequence[Document], names: Mapping[Key, Name], memory: Memory, known: Mapping[bytes, str]
) -> dict[bytes, str]:
    """What is shown of each document, by the file.

    Under a digest of what each file is made from; those that are known are not made again.
    """
    files = {}
    for first in range(0, len(found), A_FILE):
        some = found[first : first + A_FILE]
        digest = hashlib.blake2b(b"".join(document.digest for document in some), digest_size=16).digest()
        files[digest] = known.get(digest) or dump(_file(some, names, memory))
    return files


def _file(found: Sequence[Document], names: Mapping[Key, Name], memory: Memory) -> list[list[Any]]:
    read = memory.many(document.digest for document in found)
    rows = []
    for document in found:
        row: Row = read[document.digest].row
        shown = [[names[key].address, names[key].name] for key in _telling(document.names)]
        date = document.when.date if document.when else ""
        rows.append([row.title, row.address, date, row.opening, row.words, shown])
    return rows


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


def name_lines(names: Mapping[Key, Name], called: Mapping[Called, int]) -> Stretches:
    """Names under each of their words, capped: word, address, name, how many documents, the wording if another."""
    wordings: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for (kind, own, wording), count in called.items():
        if count:
            wordings[kind, own].append((-count, wording))
    by_word: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for key, name in names.items():
        for word, line in _lines(name, _others(name, wordings[key])):
            by_word[word].append((-len(name.numbers), line))
    return cut((word, line) for word, lines in by_word.items() for _, line in sorted(lines)[:NAMESAKES])


def _others(name: Name, wordings: Sequence[tuple[int, str]]) -> list[str]:
    """The most frequent wordings that have a word of which the name itself has none."""
    own = set(_WORD.findall(name.name))
    return [wording for _, wording in sorted(wordings) if not own.issuperset(_WORD.findall(wording))][:WORDINGS]


def _lines(name: Name, others: Sequence[str]) -> Iterator[tuple[str, str]]:
    for wording in dict.fromkeys((name.name, *others)):
        row = [name.address, name.name, len(name.numbers)]
        rest = dump(row if wording == name.name else [*row, wording])[1:]
        for word in dict.fromkeys(terms(wording, ends=False)):
            if len(word) >= SHORTEST or not word.isascii():
                yield word, f"[{dump(word)},{rest}"


def years(found: Sequence[Document]) -> list[list[str]]:
    """The rows of a facet whose names are years, the newest first: few, and in order, so all of them."""
    numbers: dict[int, list[int]] = defaultdict(list)
    for number, document in enumerate(found):
        if document.when:
            numbers[document.when.year].append(number)
    return [[str(year), str(year), encode(had)] for year, had in reversed(numbers.items())]
