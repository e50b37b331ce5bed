"""A tree of HTML elements, or of the elements that trafilatura makes of them -> blocks.

One walk for both: what begins a block, what marks words in a line, and what is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from dateline.normalise.blocks import markdown
from dateline.normalise.blocks.markdown import Block
from dateline.normalise.lines.line import fold

if TYPE_CHECKING:
    from dateline.normalise.blocks.markdown import Kind
    from dateline.normalise.blocks.tree import Tree

HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4, "head": 2}
LEFT_OUT = frozenset(
    ["script", "style", "noscript", "template", "svg", "iframe", "form", "button", "input", "select", "textarea",
     "head", "title", "object", "video", "audio", "canvas", "graphic", "img", "figure", "rt", "rp"]
)  # fmt: skip
IN_LINE = frozenset(
    ["a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "hi", "i", "ins", "kbd",
     "mark", "q", "ref", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
     "lb", "br"]
)  # fmt: skip
STRONG = frozenset(["b", "strong", "#b"])
EMPHASIS = frozenset(["i", "em", "#i"])
MAX_DEPTH = 150  # of elements; deeper ones are read as words without structure
_SPACE = re.compile(r"\s+")


def blocks(root: Tree, base: str = "") -> list[Block]:
    """The blocks below an element; `base` is the address that its links start from."""
    walk = _Walk(base)
    walk.children(root, "paragraph", 0)
    walk.flush("paragraph")
    return walk.found


class _Walk:
    """One pass; `words` and `marked` collect the line that is being read, plain and as Markdown."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.found: list[Block] = []
        self.words: list[str] = []
        self.marked: list[str] = []

    def flush(self, kind: Kind, level: int = 2) -> None:
        """End the line."""
        text = fold("".join(self.words))
        markup = fold("".join(self.marked))
        self.words, self.marked = [], []
        if text:
            plain = markup == markdown.inline(text)
            self.found.append(Block(kind, text, "" if plain else markup, level))

    def say(self, text: str | None) -> None:
        if text:
            spaced = _SPACE.sub(" ", text)
            self.words.append(spaced)
            self.marked.append(markdown.inline(spaced))

    def children(self, node: Tree, kind: Kind, depth: int) -> None:
        self.say(node.text)
        for child in node:
            if isinstance(child.tag, str):
                self.element(child, kind, depth + 1)
            self.say(child.tail)

    def element(self, node: Tree, kind: Kind, depth: int) -> None:
        name = str(node.tag).rpartition("}")[2].lower()
        if name in LEFT_OUT:
            if name == "head" and node.get("rend"):
                self.block(node, "heading", depth, HEADINGS.get(node.get("rend", "h2"), 2))
            return
        if depth > MAX_DEPTH:
            self.say(" ".join(map(str, node.itertext())))
        elif name in ("br", "lb"):
            self.flush(kind) if len("".join(self.words)) > 60 else self.say(" ")
        elif name in IN_LINE:
            self.in_line(node, name, kind, depth)
        elif name == "table":
            self.table(node, kind, depth)
        elif name in ("li", "item"):
            self.block(node, "numbered" if _is_numbered(node) else "item", depth)
        elif name in ("blockquote", "quote"):
            self.block(node, "quote", depth)
        elif name in HEADINGS:
            self.block(node, "heading", depth, HEADINGS[name])
        else:
            self.block(node, kind if kind in ("quote", "item", "numbered") else "paragraph", depth)

    def block(self, node: Tree, kind: Kind, depth: int, level: int = 2) -> None:
        self.flush("paragraph")
        self.children(node, kind, depth)
        self.flush(kind, level)

    def in_line(self, node: Tree, name: str, kind: Kind, depth: int) -> None:
        at, blocks_before = len(self.marked), len(self.found)
        self.children(node, kind, depth)
        if len(self.found) > blocks_before:  # a link about a whole block
            return
        marked = "".join(self.marked[at:])
        inner = marked.strip()
        if not inner:
            return
        rend = node.get("rend") or name
        if name in ("a", "ref") and (target := self.target(node)):
            inner = markdown.link(inner, target)
        elif rend in STRONG:
            inner = f"**{inner}**"
        elif rend in EMPHASIS:
            inner = f"*{inner}*"
        lead, trail = marked[: len(marked) - len(marked.lstrip())], marked[len(marked.rstrip()) :]
        self.marked[at:] = [lead + inner + trail]

    def target(self, node: Tree) -> str:
        address = (node.get("href") or node.get("target") or "").strip()
        try:
            whole = urljoin(self.base, address) if self.base else address
            return whole if urlsplit(whole).scheme in ("http", "https", "mailto") else ""
        except ValueError:
            return ""

    def table(self, node: Tree, kind: Kind, depth: int) -> None:
        rows = [
            tuple(fold(" ".join(map(str, cell.itertext()))) for cell in row if _name(cell) in ("td", "th", "cell"))
            for row in node.iter("tr", "row")
        ]
        rows = [row for row in rows if any(row)]
        if len(rows) < 2 or max(map(len, rows)) < 2 or any(len(cell) > 200 for row in rows for cell in row):
            self.block(node, kind, depth)  # a table that lays out a page
            return
        self.flush("paragraph")
        self.found.append(Block("table", " ".join(" ".join(row) for row in rows), rows=tuple(rows)))


def _name(node: Tree) -> str:
    return str(node.tag).rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


def _is_numbered(node: Tree) -> bool:
    parent = node.getparent()
    return parent is not None and (_name(parent) == "ol" or parent.get("rend") == "ol")
