"""Library -> Atom feeds: of all articles, and of every person, country, topic and source.

RFC 4287. Ids do not hang on where the site is: they are UUIDs of the addresses within it. `updated` is the
article's own date, since the output knows no clock; what is dated to a month or year counts from its first day.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from dateline.model import FACETS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.library import Item
    from dateline.site.parts import Parts

LATEST = 30
LATEST_OF_TAG = 15
EPOCH = "1970-01-01T00:00:00Z"  # of a feed that has nothing dated
NAMESPACE = uuid.UUID("5f0c5f0e-8f0b-5c7e-9a55-0b9b4a3f6d21")  # of this program's feeds; any constant does
SUMMARY = 300


def files(parts: Parts) -> Iterator[tuple[str, bytes]]:
    """Every feed, as path and bytes."""
    library, title = parts.library, parts.config.title
    yield "feed.xml", atom(parts, "feed.xml", "", title, library.dated[::-1][:LATEST])
    for facet in FACETS:
        for subject in library.subjects[facet].values():
            path = f"{subject.address}feed.xml"
            name = f"{parts.name(subject.key)} · {title}"
            yield path, atom(parts, path, subject.address, name, subject.dated[::-1][:LATEST_OF_TAG])


def atom(parts: Parts, path: str, page: str, title: str, items: Sequence[Item]) -> bytes:
    """One feed. Without a base URL its links are relative to the feed itself, as the format allows."""
    updated = max((_stamp(item) for item in items), default=EPOCH)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(parts.language.tag)}>',
        f"<id>{_id(path)}</id>",
        f"<title>{escape(title)}</title>",
        f"<updated>{updated}</updated>",
        f"<author><name>{escape(parts.config.title)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(_href(parts, path, path))}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(_href(parts, path, page))}/>',
    ]
    for item in items:
        lines += _entry(parts, path, item)
    return ("\n".join([*lines, "</feed>"]) + "\n").encode()


def _entry(parts: Parts, path: str, item: Item) -> list[str]:
    article = item.entry.article
    names = article.author or ((article.source,) if article.source else ())
    return [
        "<entry>",
        f"<id>{_id(item.entry.address)}</id>",
        f"<title>{escape(article.title)}</title>",
        f"<updated>{_stamp(item)}</updated>",
        f"<published>{_stamp(item)}</published>",
        f'<link rel="alternate" type="text/html" href={quoteattr(_href(parts, path, item.entry.address))}/>',
        *(f"<author><name>{escape(name)}</name></author>" for name in names),
        *(f"<category term={quoteattr(name)}/>" for facet, name in item.keys if facet != "sources"),
        *([f"<summary>{escape(text)}</summary>"] if (text := parts.opening(item, SUMMARY)) else []),
        "</entry>",
    ]


def _href(parts: Parts, path: str, address: str) -> str:
    return parts.links.absolute(address) or str(parts.links.of(path)(address))


def _id(address: str) -> str:
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, address)}"


def _stamp(item: Item) -> str:
    when = item.when
    if when is None:
        return EPOCH
    clock = f"{when.hour:02}:{when.minute:02}" if when.hour >= 0 else "00:00"
    return f"{when.year:04}-{when.month or 1:02}-{when.day or 1:02}T{clock}:00Z"
