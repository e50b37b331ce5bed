"""A channel -> an Atom feed (RFC 4287). Without a base URL its links are relative to the feed itself, as it allows."""

from __future__ import annotations

import re
from html import escape  # XML's own loads all of urllib, and says the same
from typing import TYPE_CHECKING

from dateline.site.shown.feed_items import EPOCH, identity

if TYPE_CHECKING:
    from dateline.site.shown.feed_items import Channel, Told
    from dateline.site.shown.parts import Parts

# XML 1.0 has no way to write these, escaped or not: all that its production 2, Char, leaves out.
_NOT_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def atom(parts: Parts, channel: Channel) -> bytes:
    """One feed."""
    path = f"{channel.page}feed.xml"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_quoted(parts.language.tag)}>',
        f"<id>{identity(path)}</id>",
        f"<title>{_text(channel.title)}</title>",
        f"<updated>{max((told.time for told in channel.articles), default=EPOCH)}</updated>",
        f"<author><name>{_text(parts.config.title)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={_quoted(_href(parts, path, path))}/>',
        f'<link rel="alternate" type="text/html" href={_quoted(_href(parts, path, channel.page))}/>',
    ]
    for told in channel.articles:
        lines += _entry(parts, path, told)
    return ("\n".join([*lines, "</feed>"]) + "\n").encode()


def _entry(parts: Parts, path: str, told: Told) -> list[str]:
    other = told.language if told.language != parts.language.tag else ""
    return [
        f"<entry xml:lang={_quoted(other)}>" if other else "<entry>",
        f"<id>{told.id}</id>",
        f"<title>{_text(told.title)}</title>",
        f"<updated>{told.time}</updated>",
        f"<link href={_quoted(_href(parts, path, told.address))}/>",
        *(f"<author><name>{_text(name)}</name></author>" for name in told.authors),
        *(f"<category term={_quoted(_NOT_XML.sub('', name))}/>" for name in told.tags),
        *([f"<summary>{_text(told.summary)}</summary>"] if told.summary else []),
        "</entry>",
    ]


def _text(words: str) -> str:
    return escape(_NOT_XML.sub("", words), quote=False)


def _quoted(words: str) -> str:
    """As the value of an attribute."""
    return f'"{escape(words)}"'


def _href(parts: Parts, path: str, address: str) -> str:
    return parts.links.absolute(address) or str(parts.links.of(path)(address))
