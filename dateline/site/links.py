"""Addresses relative to the site's root -> links from one page to another.

Links are relative, so that one output works at a root, under a base path and opened from disk. Two styles:

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
    from collections.abc import Callable

Style = Literal["hosted", "local"]
Url = "Callable[[str], Markup]"


@dataclass(frozen=True, slots=True)
class Links:
    """How this site writes its links."""

    style: Style
    base_url: str = ""  # absolute, ends with a slash; empty: not known

    def of(self, path: str) -> Callable[[str], Markup]:
        """`url(address)` for the page whose file is `path`: what stands in its href. `address` may have a fragment."""
        if path == "404.html" and self.base_url:  # served at any depth, so no relative link would hold
            root = urlsplit(self.base_url).path or "/"
        else:
            root = "../" * path.count("/") or "./"
        ending = "index.html" if self.style == "local" else ""

        def url(address: str) -> Markup:
            target, mark, fragment = address.partition("#")
            if not target and mark and fragment:
                return escape(f"#{fragment}")
            if target and not target.endswith("/"):  # a file
                return escape(f"{root if root != './' else ''}{target}{mark}{fragment}")
            if root == "./" and target:
                return escape(f"{target}{ending}{mark}{fragment}")
            return escape(f"{root}{target}{ending}{mark}{fragment}")

        return url

    def absolute(self, address: str) -> str:
        """The whole address; empty where the site does not know its own."""
        return f"{self.base_url}{address}" if self.base_url else ""


def file_of(address: str) -> str:
    """people/ -> people/index.html, and the empty address -> index.html; a file's own address stays."""
    return f"{address}index.html" if not address or address.endswith("/") else address
