"""Documents and names -> the tables beside the words: what a hit shows, what narrows, which names there are."""

from __future__ import annotations

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

A_FILE = 16  # documents; the twenty rows of a page may ask for as many files, so they are small
SHOWN = 3  # names beside a hit, besides its source
FACET_CAP = 120_000  # characters of one facet's file; its rarest names fall away, which have short pages of their own
NAMESAKES = 300  # names of most documents under one word; the rest is found by another of its words
SHORTEST = 2  # characters of a name's word under which the name is found


def documents(found: Sequence[Document], names: Mapping[Key, Name]) -> list[dict[str, Any]]:
    """What is shown of each document, by the file: names once, then rows that count into them."""
    return [_file(found[i : i + A_FILE], names) for i in range(0, len(found), A_FILE)]


def _file(found: Sequence[Document], names: Mapping[Key, Name]) -> dict[str, Any]:
    seen: dict[Key, int] = {}
    rows = []
    for document in found:
        shown = [seen.setdefault(key, len(seen)) for key in _telling(document.names)]
        rows.append([document.title, document.address, document.date, document.opening, document.words, shown])
    listed = [[FACETS.index(key[0]), names[key].slug, names[key].name] for key in seen]
    return {"names": listed, "rows": rows}


def _telling(keys: Sequence[Key]) -> list[Key]:
    """The source, then one of each facet, then more in their order: who, where and what, as in every list."""
    firsts = [next((key for key in keys if key[0] == facet), None) for facet in FACETS if facet != "sources"]
    chosen = [key for key in firsts if key]
    chosen += [key for key in keys if key not in chosen and key[0] != "sources"][: max(0, SHOWN - len(chosen))]
    return [*(key for key in keys if key[0] == "sources"), *chosen]


def places(found: Sequence[Document]) -> dict[Key, list[int]]:
    """Name -> the numbers of its documents."""
    numbers: dict[Key, list[int]] = defaultdict(list)
    for number, document in enumerate(found):
        for key in dict.fromkeys(document.names):
            numbers[key].append(number)
    return numbers


def facet(facet: Facet, numbers: Mapping[Key, Sequence[int]], names: Mapping[Key, Name]) -> list[list[str]]:
    """Slug, name and documents of each name of a facet, most documents first, up to the cap."""
    keys = sorted((key for key in numbers if key[0] == facet), key=lambda key: (-len(numbers[key]), names[key].slug))
    rows, size = [], 0
    for key in keys:
        row = [names[key].slug, names[key].name, encode(numbers[key])]
        size += sum(map(len, row)) + 9
        if size > FACET_CAP:
            break
        rows.append(row)
    return rows


def name_lines(numbers: Mapping[Key, Sequence[int]], names: Mapping[Key, Name]) -> Stretches:
    """Names under each of their words, capped: word, facet, slug, name, how many documents, the wording if another."""
    by_word: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for key, found in numbers.items():
        for word, line in _lines(names[key], len(found)):
            by_word[word].append((-len(found), line))
    return cut((word, line) for word, lines in by_word.items() for _, line in sorted(lines)[:NAMESAKES])


def _lines(name: Name, count: int) -> Iterator[tuple[str, str]]:
    for wording in dict.fromkeys((name.name, *name.also)):
        row = [FACETS.index(name.facet), name.slug, name.name, count]
        for word in dict.fromkeys(terms(wording, ends=False)):
            if len(word) >= SHORTEST or not word.isascii():
                yield word, dump([word, *row] if wording == name.name else [word, *row, wording])


def years(found: Sequence[Document]) -> list[list[int]]:
    """Each year and the number of its first document: documents stand in the order of time, so a year is a stretch."""
    firsts: dict[int, int] = {}
    for number, document in enumerate(found):
        if document.date:
            firsts.setdefault(int(document.date[:4]), number)
    return [[year, first] for year, first in firsts.items()]
