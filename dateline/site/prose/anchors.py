"""HTML of a body -> the same with places that can be linked to: its paragraphs, and the headings of a long one."""

from __future__ import annotations

import re
from html import unescape

from dateline.site.views import Link

LONG = 5000  # words, from which a text has a list of its contents
_HEADING = re.compile(r"<h([2-6])>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def paragraphs(html: str) -> str:
    """Every paragraph gets the id p1, p2, …; the page's script adds the links to them."""
    before, *rest = html.split("<p>")
    return before + "".join([f'<p id="p{number}">{words}' for number, words in enumerate(rest, 1)])


def contents(html: str) -> tuple[str, tuple[Link, ...]]:
    """Headings get the ids s1, s2, …; with the links to them. Of a text with one heading nothing is listed."""
    links: list[Link] = []

    def heading(match: re.Match[str]) -> str:
        name = f"s{len(links) + 1}"
        links.append(Link(unescape(_TAG.sub("", match.group(2))).strip(), f"#{name}"))
        return f'<h{match.group(1)} id="{name}">{match.group(2)}</h{match.group(1)}>'

    marked = _HEADING.sub(heading, html)
    return (marked, tuple(links)) if len(links) > 1 else (html, ())
