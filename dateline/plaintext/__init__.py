"""Markdown -> the same text with its syntax blanked out, character for character; or the words of a part of it.

Offsets into the result are offsets into the Markdown, so a mention found in the one can be marked in the other. What
is blanked is what the page does not show, and numbers with which lines begin: signs that are none of Markdown stay, as
do an editor's square brackets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

from dateline.plaintext import inline

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_GONE, _GONE_LINE = "\0", "\1"  # in place of a sign or an end of line that no reader sees; no text has them
# How a line begins that is a heading, a quotation, an item, a rule.
_LINE = re.compile(r"[ \t]*(?:\#{1,6}[ ]|>[ ]?|[-*+][ ]|\d{1,9}[.)][ ]|(?:[-*_][ ]?){3,}$)")
_ITEM = re.compile(r"\n[ \t]*[-+\d]")  # found at the speed at which ends of lines are
_BORDER = re.compile(r"(\n[ \t]*\n|\n(?=\0))")  # of what emphasis and links stand within
# What a link is called whose address stands elsewhere: [id]: address "title"
_DEFINITION = re.compile(
    r"""^[ ]{0,3}\[([^\[\]\n]+)\]:[ ]*[^\s]++[ ]*+(?:"[^\n]*"|'[^\n]*'|\([^\n]*\))?[ ]*$""", re.MULTILINE
)
_FENCE = re.compile(r"^(`{3,}|~{3,})([^\n`]*)$", re.MULTILINE)
_COMMENT = re.compile(r"^<!--.*?-->", re.MULTILINE | re.DOTALL)
_SEEN = re.compile(r"[^\n]")
_ADDRESS = re.compile(r"h(?<!\wh)ttps?://[^\s\0\1]+")
_ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z0-9]+);")


def mask(markdown: str) -> str:
    """Blank everything that is not the words of the article, addresses too; the result is as long as the input."""
    return _read(markdown)[1] if _may_have_syntax(markdown) else markdown


def readable(markdown: str, start: int = 0, end: int | None = None) -> str:
    """The words between two places of a text as one line, sign by sign as its page shows them."""
    words = (_read(markdown)[0] if _may_have_syntax(markdown) else markdown)[start:end]
    words = words.replace(_GONE, "").replace(_GONE_LINE, "")
    if "&" in words:
        words = _ENTITY.sub(lambda match: unescape(match[0]), words)
    return " ".join(words.split())


def _may_have_syntax(markdown: str) -> bool:
    """Ten times faster than one pattern for all of it; of most news texts it is not true."""
    signs = _may_have_it_within(markdown) or "#" in markdown or ">" in markdown or "~~~" in markdown
    return signs or bool(_ITEM.search(f"\n{markdown}"))


def _may_have_it_within(text: str) -> bool:
    """The same of what may stand anywhere in a line."""
    return any([sign in text for sign in inline.SIGNS]) or "http" in text


@lru_cache(maxsize=2)  # one article's body is asked for by its reader, its quotes and its card
def _read(markdown: str) -> tuple[str, str]:
    """The text with what no reader sees marked, and the same blanked with all addresses."""
    text, references = markdown, frozenset[str]()
    if "<!--" in text:
        end = text.rfind("-->") + len("-->")  # behind it each that begins would be looked for to the end
        text = _COMMENT.sub(lambda match: _gone(match[0]), text[:end]) + text[end:]
    if "]:" in text:
        references = frozenset(match[1].lower() for match in _DEFINITION.finditer(text))
        text = _DEFINITION.sub(lambda match: _gone(match[0]), text)
    fenced = "```" in text or "~~~" in text
    marked, masked = _around_code(text, references) if fenced else _outside(text, references)
    return marked, masked.replace(_GONE, " ").replace(_GONE_LINE, "\n")


def _around_code(text: str, references: Collection[str]) -> tuple[str, str]:
    """Between fences all signs are words."""
    parts: list[tuple[str, str]] = []
    at = 0
    for start, first, last, end in _fenced(text):
        code = f"{_gone(text[start:first])}{text[first:last]}{_gone(text[last:end])}"
        parts += [_outside(text[at:start], references), (code, code)]
        at = end
    parts.append(_outside(text[at:], references))
    return "".join([marked for marked, _ in parts]), "".join([masked for _, masked in parts])


def _fenced(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Where code begins, its words, where these end, and it. What opens and is never closed is none."""
    fences = list(_FENCE.finditer(text))
    closing: dict[str, list[int]] = {}
    for fence in fences:
        if not fence[2].strip(" "):
            closing.setdefault(fence[1], []).append(fence.start())
    ends = {fence.start(): fence.end() for fence in fences}
    at = 0
    for fence in fences:
        later = closing.get(fence[1], [])
        place = bisect_right(later, fence.start())
        if fence.start() >= at and place < len(later):
            last = later[place]
            at = ends[last]
            yield fence.start(), fence.end() + 1, last, at


def _outside(text: str, references: Collection[str]) -> tuple[str, str]:
    """What makes a line something, then what stands within lines."""
    begun = [line if not line or line[0].isalpha() else _without_beginning(line) for line in text.split("\n")]
    text = "\n".join(begun)
    if not _may_have_it_within(text):
        return text, text
    marked = _BORDER.split(text)
    masked = marked.copy()
    for place, block in enumerate(marked):
        if _may_have_it_within(block):
            marked[place], masked[place] = _block(block, references)
    return "".join(marked), "".join(masked)


def _without_beginning(line: str) -> str:
    syntax = _LINE.match(line)
    if not syntax:
        return line
    size = syntax.end()
    return (" " if ">" in syntax[0] else _GONE) * size + line[size:]  # a quotation's next line goes on with its words


def _block(block: str, references: Collection[str]) -> tuple[str, str]:
    signs = inline.read(block, references)
    marked = _without(block, signs.links)
    addresses = [match.span() for match in _ADDRESS.finditer(marked)] if "http" in marked else ()
    marked = _without(marked, signs.emphasis)
    return marked, _without(marked, addresses) if addresses else marked


def _without(text: str, spans: Iterable[inline.Span]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end > at:  # what is escaped in an address goes with it
            pieces += [text[at:start], _gone(text[max(at, start) : end])]
            at = end
    return "".join([*pieces, text[at:]]) if pieces else text


def _gone(syntax: str) -> str:
    return _GONE * len(syntax) if "\n" not in syntax else _SEEN.sub(_GONE, syntax).replace("\n", _GONE_LINE)
