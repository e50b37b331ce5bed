"""What is known of a file once it is made: its size, its rows and what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from dateline.site.tables.schema import Table


class Made(Struct, frozen=True):
    """A file of data/; its content is not kept."""

    name: str  # within data/
    resource: str  # its name in the package
    form: str  # csv, jsonl, json, geojson, sqlite, bib, ris
    media_type: str
    about: str
    size: int  # bytes
    sha256: str  # hexadecimal
    rows: int | None = None  # records, where it is made of such
    table: Table | None = None
    compressed: bool = False

    @property
    def address(self) -> str:
        return f"data/{self.name}"
