"""Pages -> sitemap.xml and robots.txt."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.site.links import Links

MOST = 50_000  # addresses in one file: sitemaps.org


def files(addresses: Sequence[str], links: Links) -> Iterator[tuple[str, bytes]]:
    """`addresses`: of the pages that search engines may list. Without a base URL there is no sitemap to make."""
    robots = "User-agent: *\nAllow: /\n"
    if links.base_url:
        robots += f"Sitemap: {links.absolute('sitemap.xml')}\n"
        chunks = [addresses[i : i + MOST] for i in range(0, len(addresses), MOST)] or [[]]
        if len(chunks) == 1:
            yield "sitemap.xml", _urlset([links.absolute(address) for address in chunks[0]])
        else:
            names = [f"sitemap-{i}.xml" for i in range(1, len(chunks) + 1)]
            for name, chunk in zip(names, chunks, strict=True):
                yield name, _urlset([links.absolute(address) for address in chunk])
            yield "sitemap.xml", _index([links.absolute(name) for name in names])
    yield "robots.txt", robots.encode()


def _urlset(urls: Sequence[str]) -> bytes:
    return _document("urlset", "url", urls)


def _index(urls: Sequence[str]) -> bytes:
    return _document("sitemapindex", "sitemap", urls)


def _document(root: str, element: str, urls: Sequence[str]) -> bytes:
    lines = "".join(f"<{element}><loc>{escape(url)}</loc></{element}>\n" for url in urls)
    start = '<?xml version="1.0" encoding="utf-8"?>\n'
    return f'{start}<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</{root}>\n'.encode()
