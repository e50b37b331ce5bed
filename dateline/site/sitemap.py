"""Pages -> sitemap.xml and robots.txt.

`lastmod` says when a page last had something new, as far as the archive knows: the date of the newest article on it,
or of a correction that an article's front matter states (`updated:` or `modified:`). The clock of the build is never
asked, and a page about nothing dated has none. It is as precise as the date: W3C's note on dates allows a year or a
month alone.
"""

from __future__ import annotations

from functools import partial
from html import escape  # as XML's own does, which loads all of urllib
from typing import TYPE_CHECKING

from dateline.model import FACETS
from dateline.site.pages.groups import month_address
from dateline.site.parts import TITLE_ROWS
from dateline.site.planned import Planned, digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dateline.library import Item
    from dateline.site.parts import Parts

MOST = 50_000  # addresses in one file: sitemaps.org
ABOUT_ALL = ("", "timeline/", "data/", *(f"{facet}/" for facet in FACETS))
Listed = tuple[str, str]  # whole address, lastmod


def sitemap(parts: Parts, addresses: Sequence[str]) -> Planned:
    """`addresses`: of the pages that search engines may list."""
    inputs = digest(parts.digests.shape, [item.corrected for item in parts.library.items], addresses)
    return Planned("sitemap.xml", inputs, partial(files, addresses, parts))


def files(addresses: Sequence[str], parts: Parts, most: int = MOST) -> Iterator[tuple[str, bytes]]:
    """`addresses`: of the pages that search engines may list. Without a base URL there is no sitemap to make."""
    links = parts.links
    robots = "User-agent: *\nAllow: /\n"
    if links.base_url:
        robots += f"Sitemap: {links.absolute('sitemap.xml')}\n"
        known = changed(parts)
        listed = [(links.absolute(address), known.get(address, "")) for address in addresses]
        chunks = [listed[i : i + most] for i in range(0, len(listed), most)] or [[]]
        if len(chunks) == 1:
            yield "sitemap.xml", _document("urlset", "url", chunks[0])
        else:
            names = [f"sitemap-{i}.xml" for i in range(1, len(chunks) + 1)]
            for name, chunk in zip(names, chunks, strict=True):
                yield name, _document("urlset", "url", chunk)
            index = [
                (links.absolute(name), max(when for _, when in chunk))
                for name, chunk in zip(names, chunks, strict=True)
            ]
            yield "sitemap.xml", _document("sitemapindex", "sitemap", index)
    yield "robots.txt", robots.encode()


def changed(parts: Parts) -> Mapping[str, str]:
    """Address of a page -> when it last had something new; no entry where nothing dated stands on it."""
    library = parts.library
    found: dict[str, str] = {}
    for item in library.items:
        when = last_change(item)
        if when:
            for address in (item.address, *ABOUT_ALL, *_of_time(item), *_of_subjects(parts, item)):
                found[address] = max(found.get(address, ""), when)
    for (one, other), address in parts.pairs.items():
        if newest := max(map(last_change, library.both(one, other)), default=""):
            found[address] = newest
    return found


def last_change(item: Item) -> str:
    """The day, month or year of an article or of its last correction; empty where neither is known."""
    return max(item.when.date if item.when else "", item.corrected)


def _of_time(item: Item) -> Iterator[str]:
    when = item.when
    if when is None:
        yield "undated/"
        return
    yield f"{when.year:04}/"
    if when.month:
        yield f"{when.year:04}/{when.month:02}/"
    if when.day:
        yield f"{when.year:04}/{when.month:02}/{when.day:02}/"


def _of_subjects(parts: Parts, item: Item) -> Iterator[str]:
    for key in item.keys:
        address = parts.library.subject(key).address
        yield address
        if item.when:
            yield f"{address}{item.when.year:04}/"
        if item.month is not None and len(parts.library.subject(key).items) > TITLE_ROWS:
            yield address + month_address(item.month)


def _document(root: str, element: str, listed: Iterable[Listed]) -> bytes:
    lines = "".join(f"<{element}>{_said(url, when)}</{element}>\n" for url, when in listed)
    start = '<?xml version="1.0" encoding="utf-8"?>\n'
    return f'{start}<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</{root}>\n'.encode()


def _said(url: str, when: str) -> str:
    return f"<loc>{escape(url, quote=False)}</loc>" + (f"<lastmod>{when}</lastmod>" if when else "")
