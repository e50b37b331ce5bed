"""Library -> the records of all articles in one format; of articles that are the same, those of the last file stand.

A record hangs on its article alone, and so does its key: it has a digest of the article's address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.site import citing
from dateline.site.planned import digest
from dateline.site.tables.spliced import Spliced, shares

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.library import Item
    from dateline.site.shown.parts import Parts
    from dateline.site.tables.aligned import Run
    from dateline.site.tables.former import Former
    from dateline.site.tables.packing import Packer

Share = tuple[int, int, bytes]  # articles whose records stand in a piece, from one place to before another; its key


def pieces(items: Sequence[Item]) -> Iterator[Share]:
    """The pieces of a file of all records."""
    for first, last in shares(items):
        yield first, last, digest(first == 0, last == len(items), list(map(_citable, items[first:last])))


def _citable(item: Item) -> tuple[object, ...]:
    """What a record of an article tells of it."""
    said = (item.title, item.author, item.source, item.when, item.url, item.language, item.section)
    return (*said, item.address, item.keys)


def cited(parts: Parts, form: citing.Format, found: Iterable[Share], former: Former | None, packer: Packer) -> Spliced:
    """The whole file, put into `packer`.

    found: its pieces. While it is put together, each record has behind it what stands between two.
    """
    made, between, items = Spliced(packer, former), form.between.encode(), parts.library.items

    def write(some: Iterable[Item]) -> None:
        for item in some:
            line = citing.record(parts, form, item).encode() + between
            made.add(line, [len(line)], ())

    for first, last, key in found:
        stood = former.article(key) if former else None
        if stood is not None and made.stands(key, stood, last - first):
            continue
        if not first:
            made.begin(form.start.encode())
        for places, run in made.stretches(first, last):
            if run and former:
                made.add(*_standing(former, run, between), ())
            else:
                write(items[places.start : places.stop])
        if last == len(items):
            made.cut(key, len(between) if items else 0, form.end.encode())
        else:
            made.cut(key)
    return made


def _standing(former: Former, run: Run, between: bytes) -> tuple[bytes | memoryview, Sequence[int]]:
    """Records of these articles as they stand in the last file, and the bytes of each."""
    content, sizes, _ = former.rows(run)
    if run.before + run.count == former.articles:  # behind the last of all stands the end of the file
        content = bytes(content[: sum(sizes) - len(between)]) + between
    return content, sizes
