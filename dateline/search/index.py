"""Documents -> the files of the index, under search/ in the site.

    search/index.js           what there is and where: the one file with a fixed address
    search/t/<digest>.js      words: groups of forms and their documents, by the alphabet
    search/n/<digest>.js      names: under each of their words, by the alphabet
    search/f/<digest>.js      facets, the years as the last: the documents of each of their names
    search/d/<digest>/0.js    documents: what a hit shows, sixteen to a file and sixteen files to a folder

Each is called by the digest of what it holds: an edit leaves most of them as they are, a browser may keep them for
ever, and a page that is older than the index finds none rather than wrong ones.
"""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from dateline import cache
from dateline.model import FACETS
from dateline.search import tables
from dateline.search.memory import LostError, Memory
from dateline.search.shards import DIGITS, Stretches, alphabetical, cut, digest, dump, script
from dateline.search.state import Kept, State
from dateline.search.terms import gathered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from dateline.search.documents import Document, Key, Name

FORMAT = 3
A_FOLDER = 16  # files of documents: as many digests fewer that a reader must load before all else


def index(
    documents: Sequence[Document], names: Mapping[Key, Name], says: Mapping[str, Any], path: Path | None = None
) -> Iterator[tuple[str, bytes]]:
    """Every file as path and bytes. `documents` in the order of time, undated ones last; `names`: all they carry.

    says: what a reader is told of what was found, handed on as it is: nobody needs it before a query.
    path: where to keep what the next index is made from, as this one is from the last; None: nothing is kept.
    """
    state = _state(documents, names, path)
    years = Counter(document.when.year for document in documents if document.when)
    words, named = _words(state), tables.name_lines(names, state.called, years)
    called: dict[str, list[str]] = {}
    kinds: Mapping[str, Iterable[str]] = {  # what the files of each hold: made one after the other, held by nobody
        "t": (dump(";".join(stretch)) for stretch in words.lines),
        "n": (f"[{','.join(stretch)}]" for stretch in named.lines),
        "f": [dump([*(tables.facet(facet, names) for facet in FACETS), tables.years(documents)])],
    }
    for kind, contents in kinds.items():
        called[kind] = []
        for content in contents:
            called[kind].append(digest(content))
            yield _file(f"{kind}/{called[kind][-1]}", content)
    shown = list(state.files.values())
    folders = [shown[first : first + A_FOLDER] for first in range(0, len(shown), A_FOLDER)]
    called["d"] = [digest("\n".join(folder)) for folder in folders]
    for name, folder in zip(called["d"], folders, strict=True):
        yield from (_file(f"d/{name}/{i}", content) for i, content in enumerate(folder))
    yield "search/index.js", script("index", dump(_start(documents, words, named, called) | {"says": says}))


def _start(
    documents: Sequence[Document], words: Stretches, named: Stretches, called: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "size": len(documents),
        "dated": sum(1 for document in documents if document.when),
        "file": tables.A_FILE,
        "folder": A_FOLDER,
        "digits": DIGITS,
        "words": words.firsts,
        "names": named.firsts,
        **{kind: "".join(found) for kind, found in called.items()},
    }


def _file(name: str, content: str) -> tuple[str, bytes]:
    return f"search/{name}.js", script(name, content)


def _state(documents: Sequence[Document], names: Mapping[Key, Name], path: Path | None) -> State:
    version = cache.key("search", FORMAT, cache.program())
    with suppress(LostError), Memory.open(path, version) as memory:
        return _revised(documents, names, memory)
    if path:  # whatever is wrong with it, the next run begins it anew
        with suppress(OSError):
            path.unlink()
    with Memory.open(None, version) as memory:
        return _revised(documents, names, memory)


def _revised(documents: Sequence[Document], names: Mapping[Key, Name], memory: Memory) -> State:
    kept: Kept | None = memory.begin(Kept)
    state = State.of(kept) if kept else State()
    before = state.order
    gone = state.revise(documents, memory)
    state.files = tables.documents(documents, names, memory, state.files, before)
    memory.keep(state.kept(), gone)
    return state


def _words(state: State) -> Stretches:
    """The files of words. Where the alphabet puts forms of a group into other files, it stands in those as well."""
    cuts = cut((gathered(named)[0], f"{named} {lists}") for named, lists in state.lines())
    ends = [*map(alphabetical, cuts.firsts[1:]), b"\xff\xff\xff"]
    others: list[set[str]] = [set() for _ in cuts.lines]
    for home, lines in enumerate(cuts.lines):
        for line in lines:
            named = line.partition(" ")[0]
            forms = gathered(named) if "|" in named else ()  # one that is alone stands at home
            if forms and alphabetical(forms[-1]) >= ends[home]:
                for place in {cuts.of(form) for form in forms} - {home}:
                    others[place].add(line)
    return Stretches(cuts.firsts, tuple((*own, *sorted(more)) for own, more in zip(cuts.lines, others, strict=True)))
