"""What a table is: its columns, what stands in them, and where its rows come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dateline.library import Item
    from dateline.model import Entry

Type = Literal["string", "integer", "number", "boolean", "list", "when"]
Row = tuple[Any, ...]  # one value a column, in their order: str, int, float, bool, a list of str, or None

NUMBER = "number"  # what a database calls the number of a row whose key is a text
WHEN = r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?"  # EDTF level 0, as the model has it
LIST_MARK = "; "  # between the values of a list, where a format has no lists


class Column(Struct, frozen=True):
    """One column of a table."""

    name: str
    about: str  # in the language of the interface
    type: Type = "string"
    refers_to: tuple[str, str] | None = None  # table and column whose values these are
    key: bool = False  # part of what tells rows apart
    required: bool = False  # never empty
    cell: str = ""  # what stands in it where a format has no lists, if it is one

    @property
    def in_cell(self) -> str:
        """What stands in one cell of a table."""
        return self.cell or self.about


class Table(Struct, frozen=True):
    """One table. Its rows are made anew each time, in an order that hangs on nothing but the archive."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Callable[[], Iterable[Row]] = tuple  # all of them, where they are not by article
    of: Callable[[Item, Entry], Iterable[Row]] | None = None  # those of one article, in the order of their numbers

    @property
    def by_article(self) -> bool:
        return self.of is not None
