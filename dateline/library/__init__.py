"""[Entry] -> Library: the articles by day, month and year, by person, country, topic and source."""

from dateline.cards import Key
from dateline.library.indexed import Library, Subject
from dateline.library.items import Door, Item, Open, count_dated, place_at, ready, tally
from dateline.library.shelving import arrange, shelve

__all__ = [
    "Door",
    "Item",
    "Key",
    "Library",
    "Open",
    "Subject",
    "arrange",
    "count_dated",
    "place_at",
    "ready",
    "shelve",
    "tally",
]
