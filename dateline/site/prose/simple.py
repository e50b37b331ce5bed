"""A block of Markdown in its simplest form -> HTML, as Python-Markdown makes it, at a fraction of its cost.

Plain words, links, pictures and emphasis; lists of such lines, and quotations of one. What is not of these forms is
Python-Markdown's. A test holds both equal.
"""

from __future__ import annotations

import re
from functools import partial
from html import escape
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from dateline.tools import web

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

IMAGE = "image"  # in place of words, where a picture has none
# A list of lines, or a quotation in one, whose words begin nothing themselves.
_NOTHING_BEGINS = r"(?![#=>+\s-]|\d+[.)]|\*[ \t])"
_LIST = re.compile(rf"(?:- {_NOTHING_BEGINS}[^\n]*(?<!\s)(?:\n(?=- )|\Z))+")
_NUMBERED = re.compile(rf"(?=1\. )(?:\d+\. {_NOTHING_BEGINS}[^\n]*(?<!\s)(?:\n(?=\d+\. )|\Z))+")
_QUOTATION = re.compile(rf"> {_NOTHING_BEGINS}[^\n]*(?<!\s)")
# A paragraph of plain words, links, pictures and emphasis in their simplest forms.
_WORDS = r"[^\\`*_\[\]<>&!\n]"
_REST = r"[^\s()<>\"'\\`*\[\]]"  # of an address
_TO = rf"\((https?://{_REST}+|/{_REST}*)\)"
BARE_LINK = rf"<(https?://{_REST}+)>"
_SIMPLE_LINK = rf"\[({_WORDS}+)\]{_TO}"
_SIMPLE_PICTURE = rf"!\[((?:(?!\"){_WORDS})*)\]{_TO}"
_SIMPLE_STRONG = rf"\*\*(?!\s)({_WORDS}+)(?<!\s)\*\*(?!\*)"
_SIMPLE_EMPHASIS = rf"\*(?<!\*\*)(?![\s*])({_WORDS}+)(?<!\s)\*(?!\*)"  # a sign first: it is searched for thrice as fast
_AND = r"&(?!\\|#?\w+;)"  # an escaped sign may be part of an entity
_ESCAPED = r"\\([`*_{}\[\]()>#+.!-])"  # of a backslash, what else stands there decides
_BRACKETS = rf"\[{_WORDS}*\](?!\()"  # no link where none is defined
_SIMPLE_FORMS = f"{_SIMPLE_LINK}|{_SIMPLE_PICTURE}|{BARE_LINK}|{_SIMPLE_STRONG}|{_SIMPLE_EMPHASIS}|{_ESCAPED}|{_AND}"
# A bracket that closes none is itself.
_SIMPLE = re.compile(rf"(?:[^\\`*_\[<>&!]++|!(?!\[)|{_SIMPLE_FORMS}|{_BRACKETS})*")
_SIGNS = tuple("\\`*_[]<>&!")  # without any of them a paragraph is plain
_INLINE = re.compile(_SIMPLE_FORMS)


def inline(words: str, base: str) -> str | None:
    """HTML of words within a block; None where they are not simple. `base`: whence relative links count."""
    if not any(map(words.__contains__, _SIGNS)):  # a pattern would look at each character for itself
        return words
    return _replaced(words, base) if _SIMPLE.fullmatch(words) else None


def run(blocks: Sequence[str], base: str) -> str | None:
    """HTML of lists and quotations with nothing but blank lines between them; None where one of them is not simple."""
    kinds = [_kind(block) for block in blocks]
    if not all(kinds):
        return None
    alike = groupby(zip(kinds, blocks, strict=True), itemgetter(0))
    return "\n".join([_RUNS[kind]([block for _, block in some], base) for kind, some in alike])


def whole(address: str, base: str) -> str:
    """A relative link of the original leads there, and never somewhere within this site: without a base, nowhere."""
    if address.startswith(("http:", "https:")):
        return address
    return web.join(base, address) if base else ""


def _kind(block: str) -> str:
    """The element of a list or a quotation that is simple, or nothing."""
    if block.startswith(">"):
        return "blockquote" if _QUOTATION.fullmatch(block) and _SIMPLE.fullmatch(block, 2) else ""
    kind, form = ("ul", _LIST) if block.startswith("-") else ("ol", _NUMBERED)
    return kind if form.fullmatch(block) and all(map(_SIMPLE.fullmatch, _items(block))) else ""


def _items(block: str) -> list[str]:
    return [line.partition(" ")[2] for line in block.split("\n")]


def _quotation(blocks: Sequence[str], base: str) -> str:
    """Blocks of it are its paragraphs."""
    return "\n".join(["<blockquote>", *(f"<p>{_replaced(block[2:], base)}</p>" for block in blocks), "</blockquote>"])


def _list(element: str, blocks: Sequence[str], base: str) -> str:
    """Items with a blank line between them are paragraphs."""
    lines = [f"<{element}>"]
    for number, items in enumerate(map(_items, blocks)):
        apart = {0 if number else None, len(items) - 1 if number < len(blocks) - 1 else None}
        for place, item in enumerate(items):
            words = _replaced(item, base)
            lines.append(f"<li>\n<p>{words}</p>\n</li>" if place in apart else f"<li>{words}</li>")
    return "\n".join([*lines, f"</{element}>"])


_RUNS: Mapping[str, Callable[[Sequence[str], str], str]] = {
    "blockquote": _quotation,
    "ul": partial(_list, "ul"),
    "ol": partial(_list, "ol"),
}


def _replaced(words: str, base: str) -> str:
    """HTML of words that are simple."""

    def element(match: re.Match[str]) -> str:
        words, to, picture, its_place, address, strong, emphasis, escaped = match.groups()
        if strong:
            return f"<strong>{strong}</strong>"
        if emphasis:
            return f"<em>{emphasis}</em>"
        if escaped:
            return "&gt;" if escaped == ">" else escaped
        if picture is not None:
            words, to = picture or IMAGE, its_place
        if address:
            words, to = escape(address, quote=False), address
        if not to:
            return "&amp;"
        place = whole(to, base)
        return f'<a href="{escape(place)}" rel="noopener">{words}</a>' if place else words

    return _INLINE.sub(element, words)
