"""Pages -> sitemap.xml and robots.txt.

`lastmod` says when a page last had something new, as far as the archive knows: the date of the newest article on it,
or of a correction that an article's front matter states (`updated:` or `modified:`). The clock of the build is never
asked, and a page about nothing dated has none. It is as precise as the date: W3C's note on dates allows a year or a
month alone.
"""

from __future__ import annotations

from functools import cache, partial
from html import escape  # as XML's own does, which loads all of urllib
from itertools import chain
from typing import TYPE_CHECKING

from dateline.model import FACETS
from dateline.site.pages import slices
from dateline.site.planned import Planned, digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dateline.site.shown.parts import Parts

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
    dates = [item.when.date if item.when else "" for item in library.items]
    last = [max(date, item.corrected) for date, item in zip(dates, library.items, strict=True)]
    times = list(map(_of_time, dates))
    months = [each[:2] for each in times]  # subjects and pairs have no pages of days
    found = {item.address: when for item, when in zip(library.items, last, strict=True) if when}
    _note_times(found, "", zip(times, last, strict=True))
    subjects = [subject for own in library.subjects.values() for subject in own.values()]
    numbers = {key: frozenset(library.subject(key).numbers) for key in set(chain(*parts.pairs))}
    both = ((address, numbers[one] & numbers[other]) for (one, other), address in parts.pairs.items())
    for address, some in chain(((subject.address, subject.numbers) for subject in subjects), both):
        own = list(map(last.__getitem__, some))
        _note(found, address, max(own, default=""))
        if slices.are_many(own):
            _note_times(found, address, zip(map(months.__getitem__, some), own, strict=True))
    for address in ABOUT_ALL:
        _note(found, address, max(last, default=""))
    return found


def _note_times(found: dict[str, str], address: str, changes: Iterable[tuple[Sequence[str], str]]) -> None:
    """The pages of times below an address. changes: of each article those that it is on, and when it last changed."""
    newest: dict[Sequence[str], str] = {}
    for times, when in changes:
        if when > newest.get(times, ""):
            newest[times] = when
    for times, when in newest.items():
        for time in times:
            _note(found, address + time, when)


def _note(found: dict[str, str], address: str, when: str) -> None:
    if when > found.get(address, ""):
        found[address] = when


@cache
def _of_time(date: str) -> Sequence[str]:
    """Where the pages of its year, month and day lie, as precisely as it is known."""
    parts = date.split("-") if date else []
    return tuple(["/".join(parts[:depth]) + "/" for depth in range(1, len(parts) + 1)]) or ("undated/",)


def _document(root: str, element: str, listed: Iterable[Listed]) -> bytes:
    lines = "".join(f"<{element}>{_said(url, when)}</{element}>\n" for url, when in listed)
    start = '<?xml version="1.0" encoding="utf-8"?>\n'
    return f'{start}<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</{root}>\n'.encode()


def _said(url: str, when: str) -> str:
    return f"<loc>{escape(url, quote=False)}</loc>" + (f"<lastmod>{when}</lastmod>" if when else "")
