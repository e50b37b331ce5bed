"""A text -> the address that it was copied from.

A web address stands alone in the first line or the last, or it has the words of the headline in it: pages print their
own address above the headline, or in what they ask to be cited by.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.model import Evidence
from dateline.normalise import stated
from dateline.normalise.findings import Finding
from dateline.normalise.lines.line import CONTENT_LETTERS, URL, words
from dateline.tools import web

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

_SHARED = re.compile(  # where people show things, and where addresses are made short
    r"(?:^|\.)(?:(?:facebook|twitter|x|t|instagram|youtube|youtu|linkedin|google|telegram|whatsapp|flickr|apple|bit|"
    r"tinyurl|doi|archive|spotify|tiktok|vimeo|soundcloud|paypal|patreon)\.\w+)$"
)
SPELT = 4  # words of a headline that an address has in their order
SHARE = 0.6  # of the headline's words that say something


def find(lines: Sequence[Line]) -> Finding | None:
    """The address. In the last line it counts where the text names no other: it may be one of a list of links."""
    if not lines:
        return None
    if found := _alone(lines[0]):
        return found
    found = _alone(lines[-1])
    return None if found and any(URL.search(line.text) for line in lines[:-1]) else found


def of_headline(lines: Sequence[Line], headline: str) -> Finding | None:
    """The address that has the words of the headline, or as many of them as addresses are long."""
    wanted = [part.casefold() for part in words(headline) if len(part) >= CONTENT_LETTERS]
    for line in lines:
        if "://" in line.text and len(wanted) >= SPELT:
            for match in URL.finditer(line.text):
                address = match.group().rstrip(".,;)")
                said = re.split(r"[\W_]+", web.split(address).path.casefold()) if web.is_page(address) else []
                found = sum(part in said for part in wanted)
                if found >= max(SPELT, SHARE * len(wanted)) and _is_of_an_article(address):
                    return Finding(address, Evidence("url.line", address, line.number))
    return None


def _alone(line: Line) -> Finding | None:
    """The address that is all of a line."""
    address = line.text if "://" in line.text else f"https://{line.text}"
    if URL.fullmatch(line.text) and web.is_page(address) and _is_of_an_article(address):
        return Finding(address, Evidence("url.line", line.text, line.number))
    return None


def source(address: Finding) -> Finding:
    """Its host as the outlet, where nothing else says who that is."""
    host = stated.host_of(str(address.value))
    return Finding(host, Evidence("source.address", address.why.text, address.why.line, weak=True))


def _is_of_an_article(address: str) -> bool:
    """Whether it is more than a site's own, and no place where people show things."""
    parts = web.split(address)
    return len(parts.path.strip("/")) >= 4 and not _SHARED.search(parts.netloc.casefold())
