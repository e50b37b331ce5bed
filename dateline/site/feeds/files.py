"""Library -> feed.xml and feed.json at the root and beside the page of every subject."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from dateline.model import FACETS
from dateline.site.feeds.atom import atom
from dateline.site.feeds.content import Channel, newest
from dateline.site.feeds.jsonfeed import json_feed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.library import Subject
    from dateline.site.parts import Parts

LATEST = 30
LATEST_OF_TAG = 10


def files(parts: Parts) -> Iterator[tuple[str, bytes]]:
    """Every feed, as path and bytes."""
    subjects = (subject for facet in FACETS for subject in parts.library.subjects[facet].values())
    for subject in parts.share(chain([None], subjects)):
        channel = _channel(parts, subject)
        yield f"{channel.page}feed.xml", atom(parts, channel)
        yield f"{channel.page}feed.json", json_feed(parts, channel)


def _channel(parts: Parts, subject: Subject | None) -> Channel:
    """Of one subject, or of all articles."""
    title = parts.config.title
    if subject is None:
        return Channel(title, "", newest(parts, parts.library.dated, LATEST))
    latest = newest(parts, subject.dated, LATEST_OF_TAG)
    return Channel(f"{parts.name(subject.key)} · {title}", subject.address, latest)
