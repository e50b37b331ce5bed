"""What the page of files for other programs is given."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.site.views.shared import Context


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file for other programs."""

    name: str
    address: str
    about: str
    size: str
    rows: str  # empty: it has none


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table and its columns: name, type, what stands in it."""

    name: str
    about: str
    columns: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """A file that stands beside pages of several kinds; `example` is the address of one."""

    name: str
    example: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Context):
    files: tuple[DataFile, ...]
    tables: tuple[DataTable, ...]
    beside: tuple[Beside, ...]
