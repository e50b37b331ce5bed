"""Blocks of plain words -> Markdown that renders to just these words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Kind = Literal["paragraph", "heading", "item", "numbered", "quote", "table"]
LISTS = ("item", "numbered")
_SYNTAX = "`*\\_[&<~"  # one of these is in all that is escaped within a line
_ALWAYS = re.compile(r"[`*\\]")
_TAG = re.compile(r"<(?=[A-Za-z/!?]|[^<> !]+@[^@<> ]+>)")  # of HTML, or an address that becomes a link
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")  # within a word Python-Markdown leaves it alone
_IMAGE = re.compile(r"!(?=\[)")
_LINKED = ("(", "[", ":", " [")  # what stands behind a bracket that closes the words of a link
_ENTITY = re.compile(r"&(?=#?\w+;)")
_FENCE = re.compile(r"~(?=~~)")
_BY_SIGN = (  # without the first there is nothing for the second
    ("_", _UNDERSCORE, r"\\_"),
    ("![", _IMAGE, r"\\!"),
    ("&", _ENTITY, "&amp;"),
    ("<", _TAG, "&lt;"),
    ("~~~", _FENCE, "&#126;"),
)
_START = re.compile(r"[#>+-]")
_NUMBERED = re.compile(r"(\d+)([.)])(?=\s|$)")
_CLOSING = re.compile(r"(?<!\\)((?:\\\\)*)#(?=#*$)")  # signs that would close a heading; a pair before is a backslash
_UNSAFE_TARGET = re.compile(r"[\s()<>\"'\\]")


class Block(Struct, frozen=True):
    """One paragraph, heading, list item, quoted paragraph or table."""

    kind: Kind
    text: str  # the plain words
    markup: str = ""  # the same as Markdown, where there are links or emphasis in it; empty: `text` escaped
    level: int = 2  # of a heading
    rows: tuple[tuple[str, ...], ...] = ()  # of a table, plain words; the first row is its head


def escape(text: str) -> str:
    """Plain words as Markdown: what would read as syntax or as HTML is shown as it stands."""
    return _at_start(inline(text))


def inline(text: str) -> str:
    """The same for words that do not begin a line."""
    if not any([sign in text for sign in _SYNTAX]):
        return text
    text = _ALWAYS.sub(r"\\\g<0>", text)
    for sign, pattern, instead in _BY_SIGN:
        if sign in text:  # a search for one character is far quicker than a pattern
            text = pattern.sub(instead, text)
    return _brackets(text) if "[" in text else text


def _brackets(text: str) -> str:
    """Those are escaped that may begin a link: it is the next closing one that decides, and it is looked for once."""
    parts = text.split("]")
    for at, behind in enumerate(parts[1:]):
        if behind.startswith(_LINKED):
            parts[at] = parts[at].replace("[", "\\[")
    return "]".join(parts)


def link(words: str, target: str) -> str:
    """A link; `words` are Markdown already."""
    safe = _UNSAFE_TARGET.sub(lambda match: "".join(f"%{byte:02X}" for byte in match.group().encode()), target)
    return f"[{words}]({safe})"


def _at_start(text: str) -> str:
    if _START.match(text):
        return "\\" + text
    return _NUMBERED.sub(r"\1\\\2", text, count=1) if _NUMBERED.match(text) else text


def render(blocks: Iterable[Block]) -> str:
    """The body: one blank line between blocks, none within a list."""
    parts: list[str] = []
    previous: Block | None = None
    for block in blocks:
        if previous:
            parts.append("\n" if previous.kind == block.kind and block.kind in LISTS else "\n\n")
        parts.append(_one(block))
        previous = block
    return "".join(parts)


def _one(block: Block) -> str:
    if block.kind == "table":
        return _table(block.rows)
    own = block.markup and block.kind != "heading"
    text = _at_start(block.markup) if own else block.markup or escape(block.text)
    if block.kind == "heading":
        text = _CLOSING.sub(r"\1\\#", text)
    marks: dict[Kind, str] = {"heading": "#" * block.level + " ", "item": "- ", "numbered": "1. ", "quote": "> "}
    return marks.get(block.kind, "") + text


def _table(rows: Sequence[Sequence[str]]) -> str:
    width = max(map(len, rows))
    lines = [_row([*row, *[""] * (width - len(row))]) for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(inline(cell).replace("|", "&#124;") for cell in cells) + " |"
