"""Markdown with marked places -> HTML with links at mentions and spans around quotes.

Places count in the Markdown, so marks go in before it is rendered: characters of private planes that no text has,
which every later step hands through untouched. Afterwards each pair becomes an element where HTML allows one.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from dateline.model import Mention
    from dateline.site.views import TagLink

# A place begins with a character of its kind and one that says which it is: a pattern that begins with the same sign
# each time is searched for at the speed of memory, where one of many signs is looked for in each character.
SPAN, FIRST_SPAN, END_SPAN = chr(0xF0000), 0xF0001, chr(0xFFFFD)  # plane 15: private use, and not to be met in text
LINK, FIRST_LINK, END_LINK = chr(0x100000), 0x100001, chr(0x10FFFD)  # plane 16: the same
MARKS = re.compile("[\U000f0000-\U0010fffd]")
_LEADS = (b"\xf3", b"\xf4")  # how UTF-8 begins the characters of planes 12 to 16
_LINKS = re.compile("[\U00100000-\U0010fffd]")
_IN_TAG = r'[^">]*+(?:"[^"]*+"[^">]*+)*+'  # what stands in one behind its name; a value may have a > of its own
_TAG = re.compile(f"<{_IN_TAG}>")
_LINK = re.compile(LINK + "([\U00100001-\U0010fffc])([^<\U00100000-\U0010fffd]*)" + END_LINK)
_SPAN = re.compile(SPAN + "([\U000f0001-\U000ffffc])([^\U000f0000-\U000ffffd]*)" + END_SPAN)
_BEGINNING = re.compile(SPAN + "([\U000f0001-\U000ffffc])")
# An element in which no link may stand, or a tag with attributes, in which none can.
_NO_LINK = re.compile(
    rf"<(a|code|pre|h[1-6])(?=[ >]){_IN_TAG}>(?:[^<]++|<(?!/\1>){_IN_TAG}>)*+</\1>|<[a-z0-9]+ {_IN_TAG}>"
)
_ELEMENT = re.compile(f"<(/?)([a-z0-9]+){_IN_TAG}>")
_INLINE = frozenset({"a", "abbr", "cite", "code", "del", "em", "ins", "q", "s", "strong", "sub", "sup"})


class Mark(Struct, frozen=True):
    """A place to be marked: where it stands in the Markdown, its anchor, and the start tag of its element."""

    start: int
    end: int
    anchor: str
    open: str


class Rendered(Struct, frozen=True):
    """HTML of a body, and the anchors that it really has."""

    html: str
    anchors: frozenset[str]


def first_mentions(mentions: Iterable[Mention], size: int) -> list[Mention]:
    """One mention in the body of each tag, in the order of the text; of two that overlap, the longer.

    A name is marked where it first stands. A topic has no name in the text, only cues: the longest of them tells most,
    where the first may be a word like "states".
    """
    seen: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        if mention.part == "body" and 0 <= mention.start < mention.end <= size:
            known = seen.get((mention.facet, mention.name))
            if known is None or _worth(mention) < _worth(known):
                seen[mention.facet, mention.name] = mention
    chosen: list[Mention] = []
    for mention in sorted(seen.values(), key=lambda m: (m.start, -m.end)):
        if not chosen or mention.start >= chosen[-1].end:
            chosen.append(mention)
    return chosen


def _worth(mention: Mention) -> tuple[int, int]:
    length = len(mention.text) if mention.facet == "topics" else 0
    return (-length, mention.start)


def insert(markdown: str, links: Sequence[Mark], spans: Sequence[Mark]) -> str:
    """Put characters before and after each place; a link opens after a span of the same start and closes before it."""
    points = [(link.start, 3, LINK + chr(FIRST_LINK + i)) for i, link in enumerate(links)]
    points += [(link.end, 0, END_LINK) for link in links]
    points += [(span.start, 2, SPAN + chr(FIRST_SPAN + i)) for i, span in enumerate(spans)]
    points += [(span.end, 1, END_SPAN) for span in spans]
    parts: list[str] = []
    at = 0
    for place, _, character in sorted(points):
        parts += [markdown[at:place], character]
        at = place
    return "".join([*parts, markdown[at:]])


def resolve(html: str, links: Sequence[Mark], spans: Sequence[Mark]) -> Rendered:
    """Turn the characters of `insert` into elements. A link that cannot be is dropped, and so is its anchor; of a span
    that cannot be, because it would cut through other elements, the anchor is kept at its beginning: pages link to it.
    """
    anchors: set[str] = set()

    def link(match: re.Match[str]) -> str:
        mark = links[ord(match.group(1)) - FIRST_LINK]
        anchors.add(mark.anchor)
        return f"{mark.open}{match.group(2)}</a>"

    def span(match: re.Match[str]) -> str:
        if not _is_balanced(match.group(2)):
            return match.group(0)
        mark = spans[ord(match.group(1)) - FIRST_SPAN]
        anchors.add(mark.anchor)
        return f"{mark.open}{match.group(2)}</span>"

    def place(match: re.Match[str]) -> str:
        mark = spans[ord(match.group(1)) - FIRST_SPAN]
        if mark.anchor in anchors:
            return ""
        anchors.add(mark.anchor)
        return f'<span id="{escape(mark.anchor)}"></span>'

    if links or spans:
        html = _outside_of_links(html, link)
        if spans:
            html = _SPAN.sub(span, html)
        if LINK in html or SPAN in html or END_LINK in html or END_SPAN in html:  # where one could not be an element
            html = MARKS.sub("", _BEGINNING.sub(place, html))
    return Rendered(html, frozenset(anchors))


def may_have_marks(text: str) -> bool:
    """Looked for in UTF-8, at the speed of memory, where a pattern looks at each character for itself."""
    data = text.encode("utf-8", "surrogatepass")
    return any(map(data.__contains__, _LEADS))


def _outside_of_links(html: str, link: Callable[[re.Match[str]], str]) -> str:
    """Resolve the marks of links, but within links, headings, code and tags themselves."""
    parts: list[str] = []
    at = 0
    for kept in _NO_LINK.finditer(html):
        parts += [_LINK.sub(link, html[at : kept.start()]), _without_links(kept.group())]
        at = kept.end()
    return "".join([*parts, _LINK.sub(link, html[at:])])


def _without_links(html: str) -> str:
    return html if html.isascii() else _LINKS.sub("", _TAG.sub(lambda tag: MARKS.sub("", tag.group()), html))


def _is_balanced(html: str) -> bool:
    """Every element begins and ends within, and none is a block."""
    open_elements: list[str] = []
    for match in _ELEMENT.finditer(html):
        if match.group(2) not in _INLINE:
            return False
        if not match.group(1):
            open_elements.append(match.group(2))
        elif not open_elements or open_elements.pop() != match.group(2):
            return False
    return not open_elements


def open_tag(facet: str, anchor: str, href: str) -> str:
    """The start tag of a mention's link."""
    return f'<a class="m {escape(facet)}" id="{escape(anchor)}" href="{escape(href)}">'


def open_span(anchor: str) -> str:
    """The start tag of a quote's span; who says it, and why we think so, stands beside the text."""
    return f'<span class="said-by" id="{escape(anchor)}">'


def anchor(tag: TagLink) -> str:
    """The id of a tag's first mention: people-jaan-tamm."""
    return tag.address.strip("/").replace("/", "-")
