"""An article that its page holds in several boxes, with advertisements between them -> all of its blocks.

The library takes one box and leaves the others. They have the same tag and the same classes, and no headline stands
between them, as one does between the articles of a list.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from dateline.normalise.blocks import markup
from dateline.normalise.lines.line import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.blocks.markdown import Block
    from dateline.normalise.blocks.tree import Tree

LONG = 80  # characters of a paragraph by which a box is known
PARAGRAPHS = 2  # of a box that is part of an article
HEADINGS = ("h1", "h2", "h3", "h4", "article")
APART = ("aside", "nav", "footer", "header", "ul", "ol")


def join(tree: Tree, blocks: Sequence[Block], address: str) -> list[Block]:
    """The blocks, and those of the boxes beside theirs that the library has left."""
    known = {key(block.text) for block in blocks if len(block.text) >= LONG}
    boxes = _boxes(tree)
    found = [box for box, said in boxes.items() if said & known]
    if not found or not _kind(found[0]) or any(_kind(box) != _kind(found[0]) for box in found):
        return list(blocks)
    alike = [box for box, said in boxes.items() if _kind(box) == _kind(found[0]) and len(said) >= PARAGRAPHS]
    left = [box for box in alike if box not in found]
    if not left or any(box not in alike for box in found) or _is_list(tree, alike):
        return list(blocks)
    first = alike.index(found[0])
    before = [block for box in left if alike.index(box) < first for block in _read(box, address)]
    return [*before, *blocks, *(block for box in left if alike.index(box) > first for block in _read(box, address))]


def _boxes(tree: Tree) -> dict[Tree, set[str]]:
    """The elements whose children are long paragraphs, in the order of the page, each with the keys of these."""
    boxes: dict[Tree, set[str]] = {}
    for paragraph in tree.iter("p"):
        text = " ".join("".join(paragraph.itertext()).split())
        parent = paragraph.getparent()
        if len(text) >= LONG and parent is not None:
            boxes.setdefault(parent, set()).add(key(text))
    return boxes


def _kind(box: Tree) -> tuple[str, str] | None:
    name = box.get("class", "").strip()
    return (str(box.tag), name) if name else None


def _is_list(tree: Tree, boxes: Sequence[Tree]) -> bool:
    """Whether a headline stands between two of the boxes, or one holds another."""
    places = {node: i for i, node in enumerate(tree.iter())}
    inside = {node for box in boxes for node in box.iterdescendants()}
    low, high = places[boxes[0]], places[boxes[-1]]
    heads = (node for node in tree.iter(*HEADINGS) if low < places[node] < high)
    return any(box in inside for box in boxes) or any(head not in inside for head in heads)


def _read(box: Tree, address: str) -> list[Block]:
    copy = deepcopy(box)
    for node in list(copy.iter(*APART)):
        if (parent := node.getparent()) is not None:
            parent.remove(node)
    return markup.blocks(copy, address)
