"""Articles -> what both kinds of feed say of them.

Ids do not hang on where the site is: they are UUIDs of the addresses within it. The time of an article is its own
date, since the output knows no clock; what is dated to a month or year counts from its first day.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from dateline.library import Item
    from dateline.model import When
    from dateline.site.showing import Showing

EPOCH = "1970-01-01T00:00:00Z"  # of a feed that has nothing dated
NAMESPACE = uuid.UUID("5f0c5f0e-8f0b-5c7e-9a55-0b9b4a3f6d21")  # of this program's feeds; any constant does
SUMMARY = 200  # characters; a reader follows the link for more


class Told(Struct, frozen=True):
    """An article in a feed."""

    id: str
    title: str
    time: str  # RFC 3339
    address: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    summary: str  # empty where no text may be shown
    original: str
    language: str


class Channel(Struct, frozen=True):
    """A feed, whatever its format."""

    title: str
    page: str  # address of the page that it follows
    articles: tuple[Told, ...]  # newest first


def told(parts: Showing, item: Item) -> Told:
    """What it says without its tags."""
    return Told(
        id=identity(item.address),
        title=item.title,
        time=_time(item.when),
        address=item.address,
        authors=item.author or ((item.source,) if item.source else ()),
        tags=(),
        summary=parts.opening(item, SUMMARY),
        original=item.url,
        language=item.language,
    )


def tagged(parts: Showing, item: Item, said: Told) -> Told:
    """The same with its tags."""
    return replace(said, tags=parts.keywords(item))


def identity(address: str) -> str:
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, address)}"


def _time(when: When | None) -> str:
    if when is None:
        return EPOCH
    clock = f"{when.hour:02}:{when.minute:02}" if when.hour >= 0 else "00:00"
    return f"{when.year:04}-{when.month or 1:02}-{when.day or 1:02}T{clock}:00Z"
