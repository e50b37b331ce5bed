"""Blocks of plain words -> Markdown that renders to just these words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Kind = Literal["paragraph", "heading", "item", "quote"]
_ALWAYS = re.compile(r"[`*\\]")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")  # within a word Python-Markdown leaves it alone
_BRACKET = re.compile(r"\[(?=[^\]]*\](?:\(|\[|:| \[))|!(?=\[)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_START = re.compile(r"[#>+-]")
_FENCE = re.compile(r"~(?=~~)")
_NUMBERED = re.compile(r"(\d+)([.)])(?=\s|$)")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!|:~=<&-])")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or quoted paragraph, in plain words."""

    kind: Kind
    text: str


def escape(text: str) -> str:
    """Plain words as Markdown: what would read as syntax or as HTML is shown as it stands."""
    text = _ALWAYS.sub(r"\\\g<0>", text)
    text = _UNDERSCORE.sub(r"\\_", text)
    text = _BRACKET.sub(r"\\\g<0>", text)
    text = _TAG.sub("&lt;", _ENTITY.sub("&amp;", text))
    text = _FENCE.sub("&#126;", text)
    if _START.match(text):
        return "\\" + text
    return _NUMBERED.sub(r"\1\\\2", text, count=1) if _NUMBERED.match(text) else text


def render(blocks: Iterable[Block]) -> str:
    """The body: one blank line between blocks, none within a list."""
    parts: list[str] = []
    previous: Block | None = None
    for block in blocks:
        if previous:
            parts.append("\n" if previous.kind == block.kind == "item" else "\n\n")
        parts.append(_one(block))
        previous = block
    return "".join(parts)


def _one(block: Block) -> str:
    text = escape(block.text)
    marks: dict[Kind, str] = {"paragraph": "", "heading": "## ", "item": "- ", "quote": "> "}
    return marks[block.kind] + text
