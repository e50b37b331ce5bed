"""Documents -> the files of the index, under search/ in the site.

    search/index.js          what there is and where: the one file with a fixed address
    search/<digest>/t0.js    words: groups of forms and their documents, by the alphabet
                    n0.js    names: under each of their words, by the alphabet
                    d0.js    documents: what a hit shows, sixteen to a file
                    people.js countries.js topics.js sources.js     facets: each name's documents

The digest is that of all the files: a browser may keep them for ever, and a page that is older than the index
finds none rather than wrong ones.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from dateline.model import FACETS
from dateline.search import tables
from dateline.search.shards import Stretches, cut, dump, numbered, script
from dateline.search.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.search.documents import Document, Key, Name

FORMAT = 1
DIGITS = 12  # of the digest


def index(documents: Sequence[Document], names: Mapping[Key, Name]) -> Iterator[tuple[str, bytes]]:
    """Every file as path and bytes. `documents` in the order of time, undated ones last; `names`: all they carry."""
    terms = Terms()
    for number, document in enumerate(documents):
        terms.add(number, document)
    words, lines = _words(terms)
    numbers = tables.places(documents)
    named = tables.name_lines(numbers, names)
    files = [
        *numbered("t", [dump(line) for line in lines]),
        *numbered("n", [f"[{','.join(stretch)}]" for stretch in named.lines]),
        *numbered("d", [dump(file) for file in tables.documents(documents, names)]),
        *((f"{facet}.js", script(facet, dump(tables.facet(facet, numbers, names)))) for facet in FACETS),
    ]
    digest = _digest(files)
    start = {
        "format": FORMAT,
        "folder": digest,
        "size": len(documents),
        "dated": sum(1 for document in documents if document.date),
        "file": tables.A_FILE,
        "years": tables.years(documents),
        "words": words.firsts,
        "names": named.firsts,
    }
    yield "search/index.js", script("index", dump(start))
    for name, content in files:
        yield f"search/{digest}/{name}", content


def _words(terms: Terms) -> tuple[Stretches, list[str]]:
    """The files of words. A form that the alphabet puts into another file than its group has a pointer there."""
    keyed = [(min(group.forms), group) for group in terms.groups]
    cuts = cut((key, group.line()) for key, group in keyed)
    pointers: list[set[str]] = [set() for _ in cuts.lines]
    for key, group in keyed:
        home = cuts.of(key)
        for form in group.forms:
            place = cuts.of(form)
            if place != home:
                pointers[place].add(f"{form}>{home}")
    return cuts, [";".join([*lines, *sorted(extra)]) for lines, extra in zip(cuts.lines, pointers, strict=True)]


def _digest(files: Sequence[tuple[str, bytes]]) -> str:
    total = hashlib.sha256()
    for name, content in files:
        total.update(f"{name} {len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()[:DIGITS]
