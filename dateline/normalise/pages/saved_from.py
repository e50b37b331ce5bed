"""What a saved page says of where it comes from -> the article's own address, whoever kept a copy of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from dateline.tools import web

if TYPE_CHECKING:
    from dateline.normalise.pages.metadata import Metadata

# Addresses of copies have the original's address in them.
_COPIES = re.compile(
    r"https?://(?:web\.archive\.org/web/\d+(?:[a-z]{2}_)?|archive\.(?:today|is|ph|li|vn|fo|md)/(?:o/\w+|[\d.-]+)|"
    r"webcache\.googleusercontent\.com/search\?q=cache:[^:/]*:|[\w.-]+/wayback/\d+(?:[a-z]{2}_)?)/?"
    r"(?P<original>https?(?::|%3A)\S+)",
    re.IGNORECASE,
)
_MOBILE_COPY = re.compile(
    r"https?://(?P<host>[\w.-]+)\.cdn\.ampproject\.org/[vc]/(?:s/)?(?P<original>\S+)", re.IGNORECASE
)


def of(stated: str, about: Metadata) -> str:
    """The address that the page calls canonical, where it is one of the same site; else that it was saved from."""
    saved = original(stated)
    for value in (about.canonical, about.first("og:url"), about.first("twitter:url", "parsely-link", "dc.identifier")):
        declared = original(web.join(saved, value) if saved and value else value)
        if _is_page(declared) and (not saved or _same_site(declared, saved)):
            return declared
    return saved


def original(address: str) -> str:
    """The address without the archive that it was found in."""
    if match := _COPIES.match(address):
        inner = match["original"]
        return unquote(inner) if "%3A" in inner[:8].upper() else inner
    if match := _MOBILE_COPY.match(address):
        return f"https://{match['original']}"
    return address


def _is_page(address: str) -> bool:
    """Whether an address is of one page; some sites call their front page the canonical address of all."""
    parts = web.split(address)
    return (
        parts.scheme in ("http", "https") and "." in parts.netloc and (parts.path.strip("/") != "" or bool(parts.query))
    )


def _same_site(one: str, other: str) -> bool:
    return web.split(one).netloc.split(".")[-2:] == web.split(other).netloc.split(".")[-2:]
