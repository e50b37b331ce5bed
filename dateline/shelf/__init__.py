"""content/articles/ and content/ledger/ -> what stands there, and which draft belongs to which file.

Of each article only so much is held as says whose it is: its text is read again where there is work to do on it.
"""

from dateline.shelf.book import Book, Row
from dateline.shelf.pairing import pair
from dateline.shelf.reading import places, read
from dateline.shelf.standing import (
    File,
    Kept,
    Memory,
    Origin,
    Place,
    Shelf,
    Slot,
    Standing,
    Written,
    file_of,
    last_said,
    memory_of,
    sha256,
    text_key,
)

__all__ = [
    "Book",
    "File",
    "Kept",
    "Memory",
    "Origin",
    "Place",
    "Row",
    "Shelf",
    "Slot",
    "Standing",
    "Written",
    "file_of",
    "last_said",
    "memory_of",
    "pair",
    "places",
    "read",
    "sha256",
    "text_key",
]
