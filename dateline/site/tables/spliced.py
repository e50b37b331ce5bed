"""A table by article and its file as it was last made -> the file: only the rows of other articles are written."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.site.tables.last import Former
    from dateline.site.tables.schema import Table
    from dateline.site.tables.writing import Form


class Spliced(Struct):
    """A file in the making: its bytes, where each article's rows end in it, and how many they are."""

    out: io.BytesIO = field(default_factory=io.BytesIO)
    ends: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)

    def take(self, former: Former, first: int, last: int) -> None:
        """The rows of the articles from `first` to before `last`, as they stand."""
        ends = former.kept.ends
        shift = self.out.tell() - ends[first]
        self.out.write(memoryview(former.content)[ends[first] : ends[last]])
        self.ends += [end + shift for end in ends[first + 1 : last + 1]]
        self.counts += former.kept.counts[first:last]

    def write(self, table: Table, form: Form, places: Sequence[int]) -> None:
        """The rows of these articles, made."""
        for place in places:
            rows = list(table.parts[place]())
            self.out.write(form.lines(table, rows))
            self.ends.append(self.out.tell())
            self.counts.append(len(rows))


def spliced(table: Table, form: Form, former: Former | None) -> Spliced:
    """The whole file."""
    made, size = Spliced(), len(table.parts)
    made.out.write(form.head(table))
    made.ends.append(made.out.tell())
    if former is None:
        made.write(table, form, range(size))
        return made
    same = min(former.articles, size)
    for before, place in pairwise((-1, *(place for place in former.changed if place < same), same)):
        made.take(former, before + 1, place)
        made.write(table, form, range(place, min(place + 1, same)))
    made.write(table, form, range(same, size))
    return made
