"""Articles as documents -> a search index of static files that a reader's browser asks for piece by piece."""

from dateline.search.documents import Document, Key, Name, Text
from dateline.search.index import index

__all__ = ["Document", "Key", "Name", "Text", "index"]
