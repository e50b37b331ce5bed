"""An article's Markdown with marked places -> safe HTML: nothing that runs, nothing fetched from elsewhere."""

from __future__ import annotations

import re
from functools import cached_property
from html import escape, unescape
from typing import TYPE_CHECKING

import nh3

from dateline.site.prose import simple
from dateline.site.prose.marking import MARKS, insert, may_have_marks, resolve
from dateline.site.prose.nesting import widened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown import Markdown

    from dateline.site.prose.marking import Mark, Rendered

_HEADING = re.compile(r"<(/?)h([1-6])>")
_IMAGE = re.compile(r'<img((?: \w+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' (\w+)="([^"]*)"')
_RELATIVE = re.compile(r'<a href="(?!https?:|mailto:)([^"]*)"')
_NO_LINK = re.compile(r'<a(?! href)(?: \w+="[^"]*")*>(.*?)</a>', re.DOTALL)
# Where a line begins like this, or a body has one of these anywhere, all its blocks are Python-Markdown's to find.
# Looked for in UTF-8, where a search takes a third of the time that it takes in a text with typographic quotes.
_DEFINITION = rb"[^A-Za-z\x80-\xff\n]*\[[^\[\]]*\]:"  # of a link, to which any block may refer
_WIDE = re.compile(rb"\n(?: +\S|:|```|~~~|(?<=  \n)|" + _DEFINITION + b")")
_WIDE_SIGNS = (b"<", b"|", b"\t")
# Where a line begins like this, its block is a list, a quotation or a heading, and so may be the next one.
_BLOCK = re.compile(r"^(?:[#=>+-]|\d+[.)]|\*[ \t])", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n(?: *\n)+")
_BARE_LINKS = re.compile(simple.BARE_LINK.encode())
# A heading between blank lines; what stands around it is none of its business.
_LONE_HEADING = re.compile(r"(?:(?<=\n\n)|\A)(#{1,6})[ ]+((?:[^\s#\\]|\\\S)(?:[^\n\\]|\\[^\n])*)(?<!#)(?=\n\n|\Z)")
_ALLOWED = (
    "p br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong a abbr cite q sub sup s del ins img "
    "figure figcaption table caption thead tbody tfoot tr th td"
)
TAGS = frozenset(_ALLOWED.split())
ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "td": {"align", "colspan", "rowspan"},
}


class Renderer:
    """Markdown -> HTML, made once: setting up Python-Markdown costs more than a short body."""

    @cached_property
    def markdown(self) -> Markdown:
        from markdown import Markdown  # here, since most texts need none of it, and it is a large package
        from markdown.extensions import fenced_code, sane_lists, tables  # by name all that is installed is searched

        from dateline.site.prose.bounds import Bounded

        known = (tables.TableExtension(), sane_lists.SaneListExtension(), fenced_code.FencedCodeExtension())
        return Markdown(extensions=[*known, Bounded()], output_format="html")

    def render(self, markdown: str, links: Sequence[Mark] = (), spans: Sequence[Mark] = (), base: str = "") -> Rendered:
        """Render with `links` and `spans`, neither of which may overlap among themselves.

        `base`: the address of the original, from which its relative links count; without it they are no links.
        """
        if (links or spans) and may_have_marks(markdown) and MARKS.search(markdown):
            links = spans = ()
        source = insert(markdown, links, spans) if links or spans else markdown
        html = self._full(source, base) if _is_wide(source) else self._piecewise(source, base)
        return resolve(html, links, spans)

    def _piecewise(self, source: str, base: str) -> str:
        """What Python-Markdown makes of bare paragraphs and headings, at a fraction of its cost; it has the rest.

        Lists and quotations are handed over in runs, since blank lines need not part them. A test holds the two equal.
        """
        html: list[str] = []
        run: list[str] = []
        for block in (block.strip("\n") for block in _BLANK_LINES.split(source)):
            if _begins_more(block) and not _LONE_HEADING.fullmatch(block):
                run.append(block)
                continue
            if run:
                html.append(self._run(run, base))
                run.clear()
            if block.strip():
                html.append(self._block(block, base))
        if run:
            html.append(self._run(run, base))
        return _even_headings("\n".join(html))

    def _run(self, blocks: Sequence[str], base: str) -> str:
        html = simple.run(blocks, base)
        return self._converted("\n\n".join(blocks), base) if html is None else html

    def _block(self, block: str, base: str) -> str:
        heading = _LONE_HEADING.fullmatch(block)
        element, words = (f"h{len(heading[1])}", heading[2].rstrip()) if heading else ("p", block)
        html = simple.inline(words, base)
        return self._converted(block, base) if html is None else f"<{element}>{html}</{element}>"

    def _full(self, source: str, base: str) -> str:
        return _even_headings(self._converted(widened(source), base))

    def _converted(self, source: str, base: str) -> str:
        try:
            html = self.markdown.reset().convert(source)
        except RecursionError:  # lists in lists in lists: where it stood is left in it, so the next body has a new one
            del self.markdown
            html = "\n".join(f"<p>{escape(block)}</p>" for block in _BLANK_LINES.split(source))
        clean = nh3.clean(
            html,
            tags=set(TAGS),
            attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
            url_schemes={"http", "https", "mailto"},
            link_rel="noopener",
        )
        linked = _RELATIVE.sub(lambda match: _resolved(match, base), _IMAGE.sub(_picture, clean))
        return _NO_LINK.sub(r"\1", linked)


def _is_wide(source: str) -> bool:
    data = b"\n" + source.encode("utf-8", "surrogatepass")
    if b"<" in data:
        data = _BARE_LINKS.sub(b"-", data)
    return any(map(data.__contains__, _WIDE_SIGNS)) or data.endswith(b"  ") or _WIDE.search(data) is not None


def _begins_more(block: str) -> bool:
    """Is it a list, a quotation or a heading? Most blocks are one line."""
    return bool(_BLOCK.search(block) if "\n" in block else _BLOCK.match(block))


def _picture(match: re.Match[str]) -> str:
    """No page asks another site for anything: a picture becomes a link to it."""
    said: dict[str, str] = dict(_ATTRIBUTE.findall(match.group(1)))
    words = said.get("alt", "").replace("<", "&lt;").replace(">", "&gt;") or simple.IMAGE  # a value may have them bare
    return f'<a href="{said["src"]}" rel="noopener">{words}</a>' if said.get("src") else words


def _resolved(match: re.Match[str], base: str) -> str:
    whole = simple.whole(unescape(match.group(1)), base)
    return f'<a href="{escape(whole)}"' if whole else "<a"


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
