"""Library -> data/: the archive as tables for other programs, a database, a map and a package that describes them."""

from dateline.site.tables.files import files
from dateline.site.tables.made import Made
from dateline.site.tables.schema import Column, Table

__all__ = ["Column", "Made", "Table", "files"]
