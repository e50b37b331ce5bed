"""Library -> feed.xml and feed.json at the root and beside the page of every subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import FACETS
from dateline.site.feeds.atom import atom
from dateline.site.feeds.content import Channel, newest
from dateline.site.feeds.jsonfeed import json_feed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.site.parts import Parts

LATEST = 30
LATEST_OF_TAG = 10


def files(parts: Parts) -> Iterator[tuple[str, bytes]]:
    """Every feed, as path and bytes."""
    for channel in parts.share(_channels(parts)):
        yield f"{channel.page}feed.xml", atom(parts, channel)
        yield f"{channel.page}feed.json", json_feed(parts, channel)


def _channels(parts: Parts) -> Iterator[Channel]:
    library, title = parts.library, parts.config.title
    yield Channel(title, "", newest(parts, library.dated, LATEST))
    for facet in FACETS:
        for subject in library.subjects[facet].values():
            name = f"{parts.name(subject.key)} · {title}"
            yield Channel(name, subject.address, newest(parts, subject.dated, LATEST_OF_TAG))
