"""Web addresses as found, however broken -> their parts; what is no address has none.

The standard library raises ValueError for `http://[` and for hosts that Unicode could make into others.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urljoin, urlsplit

_HOST = re.compile(r"(?:[\w.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?", re.IGNORECASE)
_BLANK = re.compile(r"[\s\x00-\x1f\x7f]")
NOTHING = SplitResult("", "", "", "", "")


def is_page(address: str) -> bool:
    """Is it the whole address of a page on the web, and so fit for a link?"""
    parts = split(address)
    return parts.scheme in ("http", "https") and bool(_HOST.fullmatch(parts.netloc)) and not _BLANK.search(address)


def split(address: str) -> SplitResult:
    """The parts of an address; all empty where it is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return NOTHING


def join(base: str, address: str) -> str:
    """The whole of an address that is relative to `base`; empty where either is none."""
    try:
        return urljoin(base, address)
    except ValueError:
        return ""
