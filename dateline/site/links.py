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
    """An address -> what stands in the href of a link from one page to it.

    Most links lead out of the page's own first folder, or to another folder in it: they are the same from all pages of
    one depth there.
    """

    away: Callable[[str], Markup]  # to what is not in the page's first folder
    first: str  # that folder; empty where the page is in none
    beside: Callable[[str], Markup]  # to what is in it, but not in the second
    second: str = ""  # the folder in it; empty where the page is in none, or is not asked for what is there
    ways: Sequence[tuple[str, str]] = ()  # see `_ways`
    ending: str = ""
    shared: Url | None = None

    @property
    def near(self) -> Url:
        """The same for what is one folder deep at most. Pages of one depth within the same first folder share it."""
        return self.shared or self

    def __call__(self, address: str) -> Markup:
        if not self.first or not address.startswith(self.first):
            return self.away(address)
        if self.second and address.startswith(self.second):
            for start, way in self.ways:
                if address.startswith(start):
                    return _link(way, address.removeprefix(start), self.ending)
        return self.beside(address)


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
        if len(folders) < 2:
            return near
        return Url(near.away, near.first, near.beside, "/".join(folders[:2]) + "/", _ways(folders), ending, near)

    def absolute(self, address: str) -> str:
        """The whole address; empty where the site does not know its own."""
        return f"{self.base_url}{address}" if self.base_url else ""


def file_of(address: str) -> str:
    """people/ -> people/index.html, and the empty address -> index.html; a file's own address stays."""
    return f"{address}index.html" if not address or address.endswith("/") else address


@cache
def _near(root: str, first: str, ending: str) -> Url:
    own = f"{first}/" if first else ""
    return Url(_away(root, ending), own, _beside(root.removeprefix("../"), own, ending))


@cache
def _beside(way: str, first: str, ending: str) -> Callable[[str], Markup]:
    return lru_cache(maxsize=REMEMBERED)(lambda address: _link(way, address.removeprefix(first), ending))


@cache
def _away(root: str, ending: str) -> Callable[[str], Markup]:
    @lru_cache(maxsize=REMEMBERED)
    def url(address: str) -> Markup:
        if address.startswith("#") and address != "#":
            return escaped(address)
        return _link(root, address, ending)

    return url


def _link(way: str, rest: str, ending: str) -> Markup:
    """To what is called `rest` where `way` leads; `ending`: of a folder's page, where links name it."""
    target, mark, fragment = rest.partition("#")
    file = ending if not target or target.endswith("/") else ""
    return escaped(f"{way}{target}{file}{mark}{fragment}" or "./")


def _ways(folders: Sequence[str]) -> list[tuple[str, str]]:
    """Each folder that a page is in, the nearest first: its address, and the way to it."""
    return [(f"{'/'.join(folders[:n])}/", "../" * (len(folders) - n)) for n in range(len(folders), 0, -1)]
