"""Word documents (.docx) -> one seed each, its text the HTML of its paragraphs, one on a line; or the articles of a
news database, which offer their exports in this form too.

mammoth (BSD) is an extra: it knows lists, links, notes, tables and tracked changes, is small, and keeps its hands off
files that a document names. What a document says of its own author and its day is not taken: these are whoever saved
it, and when; a collector's name below every clipping, or the day of a download, is worse than none. Pictures, comments
and the lines at the edges of pages are not read.

Problems: S33, S34, S36 and S41 as for all Office files, S35 no text, S50 a package is not installed.
"""

from __future__ import annotations

import html
import io
import re
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from dateline.seeds import archives, databases, office

if TYPE_CHECKING:
    from dateline.seeds.raw import Item, Raw

PACKAGES = ("mammoth", "lxml")  # the one reads a document, the other what the one makes of it
STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
comment-reference =>
"""
MAX_XML = 16_000_000  # bytes of one part: a hundred articles have five; mammoth holds forty times as much in memory
_TITLE = re.compile(r'<h1 class="title">(.*?)</h1>', re.DOTALL)
_BLOCK = re.compile(r"(?=<(?:p|h[1-6]|[uo]l|table|tr|blockquote)[ >])")
_BREAK = re.compile(r"<br ?/>")
_BACK = re.compile(r'<a href="#(?:foot|end)note-ref-[^"]{0,40}">[^<]{0,4}</a>')  # from a note to its place
_TAG = re.compile(r"<[^<>]*>")


def read(raw: Raw) -> list[Item]:
    """The document; a paragraph in the style Title is its headline."""
    if lacking := [name for name in PACKAGES if find_spec(name) is None]:
        hint = "Install what documents need with: pip install 'dateline[docx]'"
        return [raw.problem("S50", f"needs the package {' and '.join(lacking)}", hint)]
    if fault := office.fault(raw, "word/", MAX_XML):
        return [fault]
    try:
        made = (
            import_module("mammoth")
            .convert_to_html(
                io.BytesIO(raw.data), style_map=STYLES, include_embedded_style_map=False, convert_image=lambda _: []
            )
            .value
        )
    except RecursionError:
        raise
    except Exception as error:
        return [office.unreadable(raw, archives.reason(error))]
    page = _BACK.sub("", made.replace("\n", " "))
    page = _BLOCK.sub("\n", page).strip()
    if not _words(page).strip():
        return [raw.problem("S35", "holds no text", "Put the article's text into it, or take it away.")]
    if databases.may_be(page) and (found := databases.read(raw, _words(page))):
        return found
    title = next((words for match in _TITLE.finditer(page) if (words := " ".join(_words(match[1]).split()))), "")
    return [raw.seed(page, "document", {"title": title})]


def _words(page: str) -> str:
    """Its lines, with a blank one between paragraphs."""
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", page.replace("\n", "\n\n"))))
