"""An article's Markdown with marked places -> safe HTML: nothing that runs, nothing fetched from elsewhere."""

from __future__ import annotations

import re
from functools import cached_property
from html import escape, unescape
from typing import TYPE_CHECKING, AnyStr

import nh3

from dateline import web
from dateline.site.marking import MARKS, insert, may_have_marks, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown import Markdown

    from dateline.site.marking import Mark, Rendered

_HEADING = re.compile(r"<(/?)h([1-6])>")
_IMAGE = re.compile(r'<img\b[^>]*?\bsrc="([^"]*)"[^>]*>|<img\b[^>]*>')
_RELATIVE = re.compile(r'<a href="(?!https?:|mailto:)([^"]*)"')
_NO_LINK = re.compile(r"<a(?! href)[^>]*>(.*?)</a>", re.DOTALL)
IMAGE = "image"  # in place of words, where a picture has none
_ALT = re.compile(r'\balt="([^"]*)"')
# Where a line begins like this, or a body has one of these anywhere, all its blocks are Python-Markdown's to find.
# Looked for in UTF-8, where a search takes a third of the time that it takes in a text with typographic quotes.
_WIDE = re.compile(rb"\n(?: +\S|:|```|~~~)")
_WIDE_SIGNS = (b"<", b"|", b"\t", b"  \n")
_DEFINITION = re.compile(rb"\n[^A-Za-z\x80-\xff\n]*\[[^\[\]]*\]:")  # of a link, to which any block may refer
# Where a line begins like this, its block is a list, a quotation or a heading, and so may be the next one.
_BLOCK = re.compile(r"^(?:[#=>+-]|\d+[.)]|\*[ \t])", re.MULTILINE)
# A list of lines, or a quotation in one, whose words begin nothing themselves.
_NOTHING_BEGINS = r"(?![#=>+\s-]|\d+[.)]|\*[ \t])"
_LIST = re.compile(rf"(?:- {_NOTHING_BEGINS}[^\n]*(?<!\s)(?:\n(?=- )|\Z))+")
_NUMBERED = re.compile(rf"(?=1\. )(?:\d+\. {_NOTHING_BEGINS}[^\n]*(?<!\s)(?:\n(?=\d+\. )|\Z))+")
_QUOTATION = re.compile(rf"> {_NOTHING_BEGINS}[^\n]*(?<!\s)")
_BLANK_LINES = re.compile(r"\n(?: *\n)+")
# A paragraph of plain words, links, pictures and emphasis in their simplest forms.
_WORDS = r"[^\\`*_\[\]<>&!\n]"
_REST = r"[^\s()<>\"'\\`*\[\]]"  # of an address
_TO = rf"\((https?://{_REST}+|/{_REST}*)\)"
_BARE_LINK = rf"<(https?://{_REST}+)>"
_SIMPLE_LINK = rf"\[({_WORDS}+)\]{_TO}"
_SIMPLE_PICTURE = rf"!\[((?:(?!\"){_WORDS})*)\]{_TO}"
_SIMPLE_STRONG = rf"\*\*(?!\s)({_WORDS}+)(?<!\s)\*\*(?!\*)"
_SIMPLE_EMPHASIS = rf"\*(?<!\*\*)(?![\s*])({_WORDS}+)(?<!\s)\*(?!\*)"  # a sign first: it is searched for thrice as fast
_AND = r"&(?!#?\w+;)"
_BRACKETS = rf"\[{_WORDS}*\](?!\()"  # no link where none is defined
_SIMPLE_FORMS = f"{_SIMPLE_LINK}|{_SIMPLE_PICTURE}|{_BARE_LINK}|{_SIMPLE_STRONG}|{_SIMPLE_EMPHASIS}|{_AND}"
_SIMPLE = re.compile(rf"(?:[^\\`*_\[\]<>&!]++|!(?!\[)|{_SIMPLE_FORMS}|{_BRACKETS})*")
_SIGNS = tuple("\\`*_[]<>&!")  # without any of them a paragraph is plain
_INLINE = re.compile(_SIMPLE_FORMS)
_BARE_LINKS = re.compile(_BARE_LINK.encode())
# A heading between blank lines; what stands around it is none of its business.
_LONE_HEADING = re.compile(r"(?:(?<=\n\n)|\A)(#{1,6})[ ]+([^\s#\\][^\n#\\]*)(?=\n\n|\Z)")
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

        return Markdown(extensions=["tables", "sane_lists", "fenced_code"], output_format="html")

    def render(self, markdown: str, links: Sequence[Mark] = (), spans: Sequence[Mark] = (), base: str = "") -> Rendered:
        """Render with `links` and `spans`, neither of which may overlap among themselves.

        `base`: the address of the original, from which its relative links count; without it they are no links.
        """
        if may_have_marks(markdown) and MARKS.search(markdown):
            links = spans = ()
        source = insert(markdown, links, spans)
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
        """Lists and quotations with nothing but blank lines between them."""
        block = blocks[0]
        if len(blocks) == 1 and _QUOTATION.fullmatch(block) and _SIMPLE.fullmatch(block, 2):
            return f"<blockquote>\n<p>{_inline(block[2:], base)}</p>\n</blockquote>"
        for element, form in (("ul", _LIST), ("ol", _NUMBERED)) if len(blocks) == 1 else ():
            items = [line.partition(" ")[2] for line in block.split("\n")] if form.fullmatch(block) else ()
            if items and all(map(_SIMPLE.fullmatch, items)):
                lines = (f"<li>{_inline(item, base)}</li>" for item in items)
                return "\n".join([f"<{element}>", *lines, f"</{element}>"])
        return self._converted("\n\n".join(blocks), base)

    def _block(self, block: str, base: str) -> str:
        heading = _LONE_HEADING.fullmatch(block)
        element, words = (f"h{len(heading[1])}", heading[2].rstrip()) if heading else ("p", block)
        if not _has(words, _SIGNS):
            return f"<{element}>{words}</{element}>"
        if _SIMPLE.fullmatch(words):
            return f"<{element}>{_inline(words, base)}</{element}>"
        return self._converted(block, base)

    def _full(self, source: str, base: str) -> str:
        return _even_headings(self._converted(source, base))

    def _converted(self, source: str, base: str) -> str:
        html = self.markdown.reset().convert(source)
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
    data = _encoded(f"\n{source}")  # a line end that is spelled out is found at the speed of memory
    if b"<" in data:
        data = _BARE_LINKS.sub(b"-", data)
    if _has(data, _WIDE_SIGNS) or data.endswith(b"  ") or _WIDE.search(data):
        return True
    return b"]:" in data and _DEFINITION.search(data) is not None


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _has(text: AnyStr, signs: Iterable[AnyStr]) -> bool:
    """Is one of the signs in a text? This is quicker than a pattern, which looks at each character for itself."""
    return any(map(text.__contains__, signs))


def _begins_more(block: str) -> bool:
    """Is it a list, a quotation or a heading? Most blocks are one line."""
    return bool(_BLOCK.search(block) if "\n" in block else _BLOCK.match(block))


def _inline(words: str, base: str) -> str:
    """HTML of words that are simple."""

    def element(match: re.Match[str]) -> str:
        words, to, picture, its_place, address, strong, emphasis = match.groups()
        if strong:
            return f"<strong>{strong}</strong>"
        if emphasis:
            return f"<em>{emphasis}</em>"
        if picture is not None:
            words, to = picture or IMAGE, its_place
        if address:
            words, to = escape(address, quote=False), address
        if not to:
            return "&amp;"
        whole = _whole(to, base)
        return f'<a href="{escape(whole)}" rel="noopener">{words}</a>' if whole else words

    return _INLINE.sub(element, words)


def _picture(match: re.Match[str]) -> str:
    """No page asks another site for anything: a picture becomes a link to it."""
    alt = _ALT.search(match.group())
    words = (alt.group(1) if alt else "") or IMAGE
    return f'<a href="{match.group(1)}" rel="noopener">{words}</a>' if match.group(1) else words


def _resolved(match: re.Match[str], base: str) -> str:
    whole = _whole(unescape(match.group(1)), base)
    return f'<a href="{escape(whole)}"' if whole else "<a"


def _whole(address: str, base: str) -> str:
    """A relative link of the original leads there, and never somewhere within this site: without a base, nowhere."""
    if address.startswith(("http:", "https:")):
        return address
    return web.join(base, address) if base else ""


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
