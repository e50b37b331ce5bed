"""A block of Markdown -> where in it signs stand that no reader sees: those of links, code, emphasis and escapes.

What a sign is, its surroundings say: brackets are an editor's own words, unless an address follows them, and a star
between blanks is one. It is read as the site's renderer reads it, without making anything; a test holds both equal.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

Span = tuple[int, int]
SIGNS = "*_`[<\\"  # without one of them a block has no syntax
_OBJECT = "\ufffc"  # in place of what is read already: neither a word nor a blank
_CODE = re.compile(r"(?<!\\)(?:\\\\)*(`+)")
_TICKS = re.compile("`+")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPED = frozenset("\\`*_{}[]()>#+-.!|")
_BRACKET = re.compile(r"[\[\]]")
_NESTED = r"\((?:[^()]|\((?:[^()]|\([^()]*\))*+\))*+\)"
_TITLE = 1000  # characters, at most, of a link's: each quotation mark may begin one that has no end
_TO = re.compile(  # (<address> "title"), (address "title"), (address)
    rf"""\(\s*<[^<>]*>\s*(?:(?:'[^']*'|"[^"]*")\s*)?\)
    |    \((?:[^()'"]|\([^()'"]*\))*+(["']).{{0,{_TITLE}}}?\1[ ]*\)
    |    {_NESTED}""",
    re.VERBOSE | re.DOTALL,
)
_REFERENCE = re.compile(r"\s?\[([^\]]*)\]")
_TAG = re.compile(r"<(?:(https?://[^<>\s]*|[^<>\s!]+@[^<>\s@]+)>|/?[A-Za-z][^<>]*>)")
_RUN = re.compile(r"([*_])\1*")  # `re` skips to one of a set of characters, where it tries two branches at each


class Signs(Struct, frozen=True):
    """What no reader sees; the two kinds may be looked at apart, since an address may hold stars."""

    links: list[Span]  # code and escapes and elements too
    emphasis: list[Span]


class _Run(Struct):
    """Signs of emphasis that have not found their other end."""

    sign: str
    start: int
    end: int
    length: int  # as it was
    both: bool  # it could close as well


def read(block: str, references: Collection[str] = ()) -> Signs:
    """The signs of a block; `references`: what links may refer to, in small letters."""
    text, found = block, list[Span]()
    if "`" in text:
        text = _without_code(text, found)
    if "\\" in text:
        text = _without_escapes(text, found)
    emphasis: list[Span] = []
    if "[" in text:
        text = _without_links(text, found, emphasis, references)
    if "<" in text:
        text = _without_elements(text, found)
    emphasis += _emphasis(text, 0)
    return Signs(found, emphasis)


def _without_code(text: str, found: list[Span]) -> str:
    at, read = 0, list[Span]()
    while opening := _CODE.search(text, at):
        start, at = opening.span(1)
        closing = _closing(text, at, at - start)
        if closing:
            inner = start + len(closing[0])  # of more signs than close it, the rest are its own
            words = text[inner : closing.start()]
            first = inner + len(words) - len(words.lstrip())
            found += [(start, first), (max(first, inner + len(words.rstrip())), closing.end())]
            read.append((start, at := closing.end()))
    return _objects(text, read)


def _closing(text: str, start: int, size: int) -> re.Match[str] | None:
    """The signs that close code which as many open; where there are none, the most that are fewer."""
    longest = None
    for ticks in _TICKS.finditer(text, start):
        if len(ticks[0]) == size:
            return ticks
        if len(ticks[0]) > (len(longest[0]) if longest else 0):
            longest = ticks
    return longest if longest and len(longest[0]) < size else None


def _without_escapes(text: str, found: list[Span]) -> str:
    def escape(match: re.Match[str]) -> str:
        if match[1] not in _ESCAPED:
            return match[0]
        found.append((match.start(), match.start() + 1))
        return _OBJECT * 2

    return _ESCAPE.sub(escape, text)


def _without_links(text: str, found: list[Span], emphasis: list[Span], references: Collection[str]) -> str:
    """A link is one thing to what stands around it, and its words are read by themselves; a picture's are no more."""
    at, read = 0, list[Span]()
    for start, end in _pairs(text):
        after = _after(text, start, end, references) if start >= at else 0
        if not after:
            continue
        is_picture = text[start - 1 : start] == "!"
        begin = start - is_picture
        found += [(begin, start + 1), (end, after)]
        if not is_picture:
            words = _without_pictures(text[start + 1 : end], found, start + 1)
            emphasis += _emphasis(_without_elements(words, found, start + 1), start + 1)
        read.append((begin, at := after))
    return _objects(text, read)


def _without_pictures(text: str, found: list[Span], offset: int) -> str:
    """The words of a link, among which pictures may stand."""
    at, read = 0, list[Span]()
    for start, end in _pairs(text) if "![" in text else ():
        after = _after(text, start, end, ()) if start > at and text[start - 1] == "!" else 0
        if after:
            found += [(offset + start - 1, offset + start + 1), (offset + end, offset + after)]
            read.append((start - 1, at := after))
    return _objects(text, read)


def _pairs(text: str) -> list[Span]:
    """Where brackets open and close."""
    opened, closed = list[int](), list[Span]()
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif opened:
            closed.append((opened.pop(), bracket.start()))
    return sorted(closed)


def _after(text: str, start: int, end: int, references: Collection[str]) -> int:
    """Where the link ends whose words stand in these brackets; 0 where they are brackets."""
    words = text[start + 1 : end].lower()
    if references and (other := _REFERENCE.match(text, end + 1)) and (other[1].lower() or words) in references:
        return other.end()
    if to := _TO.match(text, end + 1):
        return to.end()
    return end + 1 if words in references else 0


def _without_elements(text: str, found: list[Span], offset: int = 0) -> str:
    comments = list(_comments(text)) if "<!--" in text else ()
    found += [(start + offset, end + offset) for start, end in comments]
    text = _objects(text, comments) if comments else text

    def element(match: re.Match[str]) -> str:
        start, end = match.start() + offset, match.end() + offset
        found.extend([(start, start + 1), (end - 1, end)] if match[1] else [(start, end)])
        return _OBJECT * (end - start)

    return _TAG.sub(element, text)


def _comments(text: str) -> Iterator[Span]:
    """What begins and does not end is none, and what follows it is not looked at again."""
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (closed := text.find("-->", start + len("<!--"))) >= 0:
        end = closed + len("-->")
        yield start, end


def _objects(text: str, read: Iterable[Span]) -> str:
    """The text without what is read already."""
    pieces, at = list[str](), 0
    for start, end in read:
        pieces += [text[at:start], _OBJECT * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def _emphasis(text: str, offset: int) -> Iterator[Span]:
    """Runs of signs that open and close emphasis, as far as each finds its other end."""
    opened: list[_Run] = []
    bottoms: dict[tuple[str, bool, int], int] = {}  # up to where a run of a kind has looked in vain
    for run in _RUN.finditer(text):
        start, end = run.span()
        before, behind = text[start - 1 : start], text[end : end + 1]
        closes, opens = not (before.isspace() or not before), not (behind.isspace() or not behind)
        if run[0][0] == "_":
            closes, opens = closes and not _is_word(behind), opens and not _is_word(before)
        this = _Run(run[0][0], start, end, end - start, opens and closes)
        kind = (this.sign, this.both, this.length % 3)
        while closes and this.start < this.end:
            at = _opening(opened, this, bottoms.get(kind, 0))
            if at < 0:
                bottoms[kind] = len(opened)
                break
            other = opened[at]
            size = 2 if min(this.end - this.start, other.end - other.start) > 1 else 1
            yield offset + other.end - size, offset + other.end
            yield offset + this.start, offset + this.start + size
            other.end -= size
            this.start += size
            del opened[at + (other.start < other.end) :]
            bottoms = {each: min(bottom, len(opened)) for each, bottom in bottoms.items()}
        if opens and this.start < this.end:
            opened.append(this)


def _opening(opened: list[_Run], this: _Run, bottom: int) -> int:
    """The place of the nearest run from `bottom` on that this one may close; -1: there is none."""
    for at in range(len(opened) - 1, bottom - 1, -1):
        other = opened[at]
        thirds = (other.length + this.length) % 3 == 0 and this.length % 3 > 0
        if other.sign == this.sign and not (thirds and (other.both or this.both)):
            return at
    return -1


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
