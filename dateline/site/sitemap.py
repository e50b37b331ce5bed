"""Pages -> sitemap.xml and robots.txt.

`lastmod` says when a page last had something new, as far as the archive knows: the date of the newest article on it,
or of a correction that an article's front matter states (`updated:` or `modified:`). The clock of the build is never
asked, and a page about nothing dated has none. It is as precise as the date: W3C's note on dates allows a year or a
month alone.
"""

from __future__ import annotations

from functools import partial
from html import escape  # as XML's own does, which loads all of urllib
from itertools import chain
from typing import TYPE_CHECKING

from dateline.model import FACETS
from dateline.site.pages.groups import month_address
from dateline.site.parts import TITLE_ROWS
from dateline.site.planned import Planned, digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dateline.library import Item, Subject
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
    last = [last_change(item) for item in library.items]
    found: dict[str, str] = {}
    for item, when in zip(library.items, last, strict=True):
        for address in (item.address, *_of_time(item)):
            _note(found, address, when)
    for subjects in library.subjects.values():
        for subject in subjects.values():
            _note_subject(found, subject, last)
    numbers = {key: frozenset([item.number for item in library.subject(key).items]) for key in chain(*parts.pairs)}
    for (one, other), address in parts.pairs.items():
        _note(found, address, max([last[number] for number in numbers[one] & numbers[other]], default=""))
    for address in ABOUT_ALL:
        _note(found, address, max(last, default=""))
    return found


def _note(found: dict[str, str], address: str, when: str) -> None:
    if when > found.get(address, ""):
        found[address] = when


def _note_subject(found: dict[str, str], subject: Subject, last: Sequence[str]) -> None:
    """Its page, and those of its years and months. `last`: of each article by its number, when it last changed."""
    times: dict[tuple[int, int | None], str] = {}
    for item in subject.items:
        if item.when:
            time, when = (item.when.year, item.month), last[item.number]
            if when > times.get(time, ""):
                times[time] = when
    address, many = subject.address, len(subject.items) > TITLE_ROWS
    _note(found, address, max([last[item.number] for item in subject.items], default=""))
    for (year, month), when in times.items():
        _note(found, f"{address}{year:04}/", when)
        if month is not None and many:
            _note(found, address + month_address(month), when)


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


def _document(root: str, element: str, listed: Iterable[Listed]) -> bytes:
    lines = "".join(f"<{element}>{_said(url, when)}</{element}>\n" for url, when in listed)
    start = '<?xml version="1.0" encoding="utf-8"?>\n'
    return f'{start}<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</{root}>\n'.encode()


def _said(url: str, when: str) -> str:
    return f"<loc>{escape(url, quote=False)}</loc>" + (f"<lastmod>{when}</lastmod>" if when else "")
