"""Web addresses as found, however broken -> their parts; what is no address has none.

The standard library raises ValueError for `http://[` and for hosts that Unicode could make into others.
"""

from __future__ import annotations

from urllib.parse import SplitResult, urljoin, urlsplit

NOTHING = SplitResult("", "", "", "", "")


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
