"""An article -> the address at which a reader tells of an error in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

if TYPE_CHECKING:
    from dateline.config import Config


def report(config: Config, title: str, path: str) -> str:
    """Where a reader can tell of an error; empty where the site names no place."""
    if config.repository:
        ask = {"title": f"Error in: {title}", "body": f"File: content/articles/{path}\n\nWhat is wrong:\n"}
        return f"{config.repository.rstrip('/')}/issues/new?{urlencode(ask, quote_via=quote)}"
    if "@" in config.contact:
        return f"mailto:{config.contact}?subject={quote(f'Error in: {title}')}"
    return config.contact if config.contact.startswith("http") else ""
