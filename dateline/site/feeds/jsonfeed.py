"""A channel -> a JSON Feed (jsonfeed.org, version 1.1).

An item must have content: its opening words, or its title where no text may be shown. The format has whole
addresses only, so without a base URL there are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from dateline.site.shown.feed_items import Channel, Told
    from dateline.site.shown.parts import Parts

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(parts: Parts, channel: Channel) -> bytes:
    """One feed, an item a line."""
    head = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": parts.links.absolute(channel.page),
        "feed_url": parts.links.absolute(f"{channel.page}feed.json"),
        "language": parts.language.tag,
    }
    start = _encode({name: value for name, value in head.items() if value})[:-1]
    items = ",\n".join(_encode(_item(parts, told)) for told in channel.articles)
    return f'{start},"items":[\n{items}\n]}}\n'.encode()


def _item(parts: Parts, told: Told) -> dict[str, Any]:
    item = {
        "id": told.id,
        "url": parts.links.absolute(told.address),
        "external_url": told.original if told.original.startswith(("http://", "https://")) else "",
        "title": told.title,
        "content_text": told.summary or told.title,
        "date_published": told.time,
        "authors": [{"name": name} for name in told.authors],
        "tags": told.tags,
        "language": told.language,
    }
    return {name: value for name, value in item.items() if value}


def _encode(thing: dict[str, Any]) -> str:
    return msgspec.json.encode(thing).decode()
