"""An article's Markdown + its mentions -> safe HTML in which the first mention of each tag is a link.

Mentions count in the Markdown, so marks go in before it is rendered: characters of a private plane that no text
has, which every later step hands through untouched. Afterwards each pair becomes a link where HTML allows one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import nh3
from markdown import Markdown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.model import Mention

FIRST_MARK = 0x100000  # plane 16: private use, and not to be met in text
CLOSE = chr(0x10FFFD)
_MARKS = re.compile("[\U00100000-\U0010fffd]")
_TAG = re.compile(r"(<[^>]*>)")
_HEADING = re.compile(r"<(/?)h([1-6])>")
_PAIR = re.compile("([\U00100000-\U0010fffc])([^\U00100000-\U0010fffd]*)" + CLOSE)
_IMAGE = re.compile(r'<img\b[^>]*?\bsrc="([^"]*)"[^>]*>|<img\b[^>]*>')
_RELATIVE = re.compile(r'<a href="(?!https?:|mailto:)([^"]*)"')
_NO_LINK = re.compile(r"<a(?! href)[^>]*>(.*?)</a>", re.DOTALL)
_ALT = re.compile(r'\balt="([^"]*)"')
_NO_LINK_IN = frozenset({"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})
# Anything that could mean more than a plain paragraph to Markdown or to HTML.
_SYNTAX = re.compile(r"[\\`*_\[\]<>&|~]|^[ \t]+\S|^(?:[#=>+-]|\d+[.)]|:)|  $|[!]\[", re.MULTILINE)
TAGS = frozenset(
    (
        *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre"),
        *(
            "code",
            "em",
            "strong",
            "a",
            "abbr",
            "cite",
            "q",
            "sub",
            "sup",
            "s",
            "del",
            "ins",
            "img",
            "figure",
            "figcaption",
        ),
        *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
    )
)
ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "td": {"align", "colspan", "rowspan"},
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention to be marked: where it stands, its anchor, and the start tag of its link."""

    start: int
    end: int
    anchor: str
    open: str  # <a …>


@dataclass(frozen=True, slots=True)
class Rendered:
    """HTML of a body, and the anchors that it really has."""

    html: str
    anchors: frozenset[str]


def first_mentions(mentions: Iterable[Mention], size: int) -> list[Mention]:
    """The first mention in the body of each tag, in the order of the text; of two that overlap, the longer."""
    seen: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        if mention.part == "body" and 0 <= mention.start < mention.end <= size:
            known = seen.get((mention.facet, mention.name))
            if known is None or mention.start < known.start:
                seen[mention.facet, mention.name] = mention
    chosen: list[Mention] = []
    for mention in sorted(seen.values(), key=lambda m: (m.start, -m.end)):
        if not chosen or mention.start >= chosen[-1].end:
            chosen.append(mention)
    return chosen


class Renderer:
    """Markdown -> HTML, made once: setting up Python-Markdown costs more than a short body."""

    def __init__(self) -> None:
        self.markdown = Markdown(extensions=["tables", "sane_lists", "fenced_code"], output_format="html")

    def render(self, markdown: str, marks: Iterable[Mark] = (), base: str = "") -> Rendered:
        """Render with `marks`, which must not overlap and come in the order of the text.

        `base`: the address of the original, from which its relative links count; without it they are no links.
        """
        placed = list(marks) if not _MARKS.search(markdown) else []
        source = _with_marks(markdown, placed)
        html = _paragraphs(source) if not _SYNTAX.search(source) else self._full(source, base)
        return _link(html, placed)

    def _full(self, source: str, base: str) -> str:
        html = self.markdown.reset().convert(source)
        clean = nh3.clean(
            html,
            tags=set(TAGS),
            attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
            url_schemes={"http", "https", "mailto"},
            link_rel="noopener",
        )
        linked = _RELATIVE.sub(lambda match: _resolved(match, base), _IMAGE.sub(_picture, clean))
        return _even_headings(_NO_LINK.sub(r"\1", linked))


def _with_marks(markdown: str, marks: list[Mark]) -> str:
    parts: list[str] = []
    at = 0
    for i, mark in enumerate(marks):
        parts += [markdown[at : mark.start], chr(FIRST_MARK + i), markdown[mark.start : mark.end], CLOSE]
        at = mark.end
    return "".join([*parts, markdown[at:]])


def _paragraphs(source: str) -> str:
    """What Python-Markdown makes of text without any syntax, 100 times faster; a test holds the two equal."""
    blocks = (block.strip("\n") for block in re.split(r"\n{2,}", source))
    return "\n".join(f"<p>{block}</p>" for block in blocks if block.strip())


def _picture(match: re.Match[str]) -> str:
    """No page asks another site for anything: a picture becomes a link to it."""
    alt = _ALT.search(match.group())
    words = (alt.group(1) if alt else "") or "image"
    return f'<a href="{match.group(1)}" rel="noopener">{words}</a>' if match.group(1) else words


def _resolved(match: re.Match[str], base: str) -> str:
    """A relative link of the original leads there, and never somewhere within this site."""
    return f'<a href="{escape(urljoin(base, unescape(match.group(1))))}"' if base else "<a"


def _even_headings(html: str) -> str:
    """Headings of a body begin at h2, under the article's own, and skip no level."""
    open_levels: list[int] = []

    def level(match: re.Match[str]) -> str:
        if not match.group(1):
            stated = int(match.group(2))
            while open_levels and open_levels[-1] >= stated:
                open_levels.pop()
            open_levels.append(stated)
        return f"<{match.group(1)}h{min(6, len(open_levels) + 1)}>"

    return _HEADING.sub(level, html)


def _link(html: str, marks: list[Mark]) -> Rendered:
    anchors: set[str] = set()

    def link(match: re.Match[str]) -> str:
        mark = marks[ord(match.group(1)) - FIRST_MARK]
        anchors.add(mark.anchor)
        return f"{mark.open}{match.group(2)}</a>"

    if not marks:
        return Rendered(html, frozenset())
    inside: list[str] = []
    parts: list[str] = []
    for piece in _TAG.split(html):
        if piece.startswith("<"):
            _enter(piece, inside)
            parts.append(_MARKS.sub("", piece))
        elif inside:
            parts.append(_MARKS.sub("", piece))
        else:
            parts.append(_MARKS.sub("", _PAIR.sub(link, piece)))
    return Rendered("".join(parts), frozenset(anchors))


def _enter(tag: str, inside: list[str]) -> None:
    """Keep count of the elements around the text in which no link may stand."""
    name = tag.strip("</>").split(None, 1)[0].lower() if len(tag) > 2 else ""
    if name not in _NO_LINK_IN:
        return
    if not tag.startswith("</"):
        inside.append(name)
    elif name in inside:
        inside.remove(name)


def open_tag(facet: str, anchor: str, href: str) -> str:
    """The start tag of a mention's link."""
    return f'<a class="m {escape(facet)}" id="{escape(anchor)}" href="{escape(href)}">'
