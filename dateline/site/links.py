"""Addresses relative to the site's root -> links from one page to another.

Links are relative and no longer than they need be (`../30/` from a day to another of its month), so that one output
works at a root, under a base path and opened from disk. Two styles:

- `hosted`: `…/people/`, as readers copy and shorten them. From a disk such a link opens a listing of files, so
  the script adds `index.html` there.
- `local`: `…/people/index.html`, which needs no script on a disk and works on every host too; the canonical
  address stays `…/people/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Style = Literal["hosted", "local"]
Url = "Callable[[str], Markup]"


@dataclass(frozen=True, slots=True)
class Links:
    """How this site writes its links."""

    style: Style
    base_url: str = ""  # absolute, ends with a slash; empty: not known

    def of(self, path: str) -> Callable[[str], Markup]:
        """`url(address)` for the page whose file is `path`: what stands in its href. `address` may have a fragment."""
        folders = path.split("/")[:-1]
        ways = _ways(folders)
        root = "../" * len(folders)
        if path == "404.html" and self.base_url:  # served at any depth, so no relative link would hold
            root = urlsplit(self.base_url).path or "/"
        ending = "index.html" if self.style == "local" else ""
        first = f"{folders[0]}/" if folders else ""

        def url(address: str) -> Markup:
            if address.endswith("/") and not (first and address.startswith(first)):  # most links, at half the cost
                return escape(f"{root}{address}{ending}")
            target, mark, fragment = address.partition("#")
            if not target and mark and fragment:
                return escape(f"#{fragment}")
            file = ending if not target or target.endswith("/") else ""
            for start, way in ways:
                if target.startswith(start):
                    return escape(f"{way}{target[len(start) :]}{file}{mark}{fragment}" or "./")
            return escape(f"{root}{target}{file}{mark}{fragment}" or "./")

        return url

    def absolute(self, address: str) -> str:
        """The whole address; empty where the site does not know its own."""
        return f"{self.base_url}{address}" if self.base_url else ""


def file_of(address: str) -> str:
    """people/ -> people/index.html, and the empty address -> index.html; a file's own address stays."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def _ways(folders: Sequence[str]) -> list[tuple[str, str]]:
    """Each folder that a page is in, the nearest first: its address, and the way to it."""
    return [(f"{'/'.join(folders[:n])}/", "../" * (len(folders) - n)) for n in range(len(folders), 0, -1)]
