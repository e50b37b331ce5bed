"""A text's first and last line -> the address that it was copied from, where a web address stands alone in one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.model import Evidence
from dateline.normalise import stated
from dateline.normalise.findings import Finding
from dateline.normalise.lines.line import URL
from dateline.tools import web

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

_SHARED = re.compile(  # where people show things, and where addresses are made short
    r"(?:^|\.)(?:(?:facebook|twitter|x|t|instagram|youtube|youtu|linkedin|google|telegram|whatsapp|flickr|apple|bit|"
    r"tinyurl|doi|archive|spotify|tiktok|vimeo|soundcloud|paypal|patreon)\.\w+)$"
)


def find(lines: Sequence[Line]) -> Finding | None:
    """The address. In the last line it counts where the text names no other: it may be one of a list of links."""
    if not lines:
        return None
    if found := _alone(lines[0]):
        return found
    found = _alone(lines[-1])
    return None if found and any(URL.search(line.text) for line in lines[:-1]) else found


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
