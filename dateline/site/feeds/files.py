"""Library -> feed.xml and feed.json at the root and beside the page of every subject."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dateline.site.feeds.atom import atom
from dateline.site.feeds.jsonfeed import json_feed
from dateline.site.planned import Planned, digest
from dateline.site.shown.feed_items import Channel, tagged
from dateline.site.views import Feed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.library import Subject
    from dateline.site.planned import File
    from dateline.site.shown.parts import Parts

LATEST = 30
LATEST_OF_TAG = 10


def feeds(parts: Parts) -> Iterator[Planned]:
    """The feed of all articles."""
    inputs = digest(parts.digests.group(parts.library.dated[-LATEST:]))
    yield Planned("feed.xml", inputs, partial(_whole, parts))


def of(parts: Parts, subject: Subject) -> Feed:
    """The feed that a page about a subject offers."""
    if parts.config.has("tag_feeds"):
        return Feed(parts.name(subject.key), f"{subject.address}feed.xml")
    return Feed(parts.language.text("All articles"), "feed.xml")


def of_subject(parts: Parts, subject: Subject) -> Iterator[File]:
    """The feeds beside a subject's page. Who follows a tag need not be told the others, which are half of an entry."""
    title = f"{parts.name(subject.key)} · {parts.config.title}"
    articles = tuple([parts.told.of(item) for item in subject.dated[: -LATEST_OF_TAG - 1 : -1]])
    return _files(parts, Channel(title, subject.address, articles))


def _whole(parts: Parts) -> Iterator[File]:
    articles = tuple([tagged(parts, item, parts.told.of(item)) for item in parts.library.dated[: -LATEST - 1 : -1]])
    return _files(parts, Channel(parts.config.title, "", articles))


def _files(parts: Parts, channel: Channel) -> Iterator[File]:
    yield f"{channel.page}feed.xml", atom(parts, channel)
    yield f"{channel.page}feed.json", json_feed(parts, channel)
