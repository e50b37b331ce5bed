"""Library -> the records of all articles in one format; of articles that are the same, those of the last file stand.

A record hangs on its article alone, and so does its key: it has a digest of the article's address.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from dateline.site import citing
from dateline.site.tables.spliced import Spliced

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.library import Item
    from dateline.site.parts import Parts
    from dateline.site.tables.last import Former


def citable(item: Item) -> tuple[object, ...]:
    """What a record of an article tells of it."""
    said = (item.title, item.author, item.source, item.when, item.url, item.language, item.section)
    return (*said, item.address, item.keys)


def cited(parts: Parts, form: citing.Format, former: Former | None) -> Spliced:
    """The whole file. While it is put together, each record has behind it what stands between two."""
    made, between, end = Spliced(), form.between.encode(), form.end.encode()

    def write(items: Iterable[Item]) -> None:
        for item in items:
            made.add(citing.record(parts, form, item).encode() + between)

    made.begin(form.start.encode())
    items = parts.library.items
    if former:
        content = former.plain()[: -len(end) or None] + between
        for run in former.aligned.runs:
            write(items[made.articles : run.first])
            made.take(content, former.kept, run)
    write(items[made.articles :])
    if items:
        made.out.seek(-len(between), io.SEEK_END)
        made.out.truncate()
    made.out.write(end)
    return made
