"""Addresses relative to the site's root -> links from one page to another.

Links are relative and no longer than they need be (`../30/` from a day to another of its month), so that one output
works at a root, under a base path and opened from disk. Two styles:

- `hosted`: `…/people/`, as readers copy and shorten them. From a disk such a link opens a listing of files, so
  the script adds `index.html` there.
- `local`: `…/people/index.html`, which needs no script on a disk and works on every host too; the canonical
  address stays `…/people/`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from msgspec import Struct

from dateline.site.escaping import escaped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markupsafe import Markup

Style = Literal["hosted", "local"]
REMEMBERED = 4096  # links from pages of one depth, about 1 MB: those to subjects come again and again


class Url(Struct, frozen=True, eq=False):
    """An address -> what stands in the href of a link from one page to it."""

    away: Callable[[str], Markup]  # to what is not in the page's own first folder; pages of one depth share it
    first: str  # that folder; empty where the page is in none
    ways: Sequence[tuple[str, str]]
    ending: str
    shared: Url | None = None

    @property
    def near(self) -> Url:
        """The same for what is one folder deep at most. Pages of one depth within the same first folder share it."""
        return self.shared or self

    def __call__(self, address: str) -> Markup:
        if not self.first or not address.startswith(self.first):
            return self.away(address)
        target, mark, fragment = address.partition("#")
        file = self.ending if target.endswith("/") else ""
        for start, way in self.ways:
            if target.startswith(start):
                return escaped(f"{way}{target[len(start) :]}{file}{mark}{fragment}" or "./")
        return self.away(address)


class Links(Struct, frozen=True):
    """How this site writes its links."""

    style: Style
    base_url: str = ""  # absolute, ends with a slash; empty: not known

    def of(self, path: str) -> Url:
        """`url(address)` for the page whose file is `path`: what stands in its href. `address` may have a fragment."""
        folders = path.split("/")[:-1]
        root = "../" * len(folders)
        if path == "404.html" and self.base_url:  # served at any depth, so no relative link would hold
            root = urlsplit(self.base_url).path or "/"
        ending = "index.html" if self.style == "local" else ""
        near = _near(root, folders[0] if folders else "", ending)
        return near if len(folders) < 2 else Url(near.away, near.first, _ways(folders), ending, near)

    def absolute(self, address: str) -> str:
        """The whole address; empty where the site does not know its own."""
        return f"{self.base_url}{address}" if self.base_url else ""


def file_of(address: str) -> str:
    """people/ -> people/index.html, and the empty address -> index.html; a file's own address stays."""
    return f"{address}index.html" if not address or address.endswith("/") else address


@cache
def _near(root: str, first: str, ending: str) -> Url:
    own = f"{first}/" if first else ""
    return Url(_away(root, ending), own, [(own, root.removeprefix("../"))], ending)


@cache
def _away(root: str, ending: str) -> Callable[[str], Markup]:
    @lru_cache(maxsize=REMEMBERED)
    def url(address: str) -> Markup:
        target, mark, fragment = address.partition("#")
        if not target and mark and fragment:
            return escaped(f"#{fragment}")
        file = ending if not target or target.endswith("/") else ""
        return escaped(f"{root}{target}{file}{mark}{fragment}" or "./")

    return url


def _ways(folders: Sequence[str]) -> list[tuple[str, str]]:
    """Each folder that a page is in, the nearest first: its address, and the way to it."""
    return [(f"{'/'.join(folders[:n])}/", "../" * (len(folders) - n)) for n in range(len(folders), 0, -1)]
