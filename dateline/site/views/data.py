"""What the page of files for other programs is given."""

from __future__ import annotations

from msgspec import Struct

from dateline.site.views.shared import Context


class DataFile(Struct, frozen=True):
    """A file for other programs."""

    name: str
    address: str
    about: str
    size: str
    rows: str  # empty: it has none


class DataTable(Struct, frozen=True):
    """A table and its columns: name, type, what stands in it."""

    name: str
    about: str
    columns: tuple[tuple[str, str, str], ...]


class Beside(Struct, frozen=True):
    """A file that stands beside pages of several kinds; `example` is the address of one."""

    name: str
    example: str
    about: str


class Data(Context, frozen=True, kw_only=True):
    files: tuple[DataFile, ...]
    tables: tuple[DataTable, ...]
    beside: tuple[Beside, ...]
