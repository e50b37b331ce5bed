"""A page and the blocks taken from it -> which are teasers: they stand below headlines that lead elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from msgspec import Struct

from dateline.normalise.lines.line import key, make

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.normalise.blocks.markdown import Block
    from dateline.normalise.blocks.tree import Tree

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5"])
PARAGRAPHS = frozenset(["p", "div", "li", "td", "blockquote", "span", "section"])
MAX_CHILDREN = 12  # of an element that is one paragraph
SHORTEST = 20  # characters of a paragraph; a cheap look before the exact one
HEADLINE = 15  # letters and digits of a linked heading that may be a headline
COVERS = 0.4  # of a heading that its link covers, a kicker set aside; "[edit]" beside a heading does not
AT_END = 2  # teasers from which the end of a page is a list of them
_TEASERS = re.compile(r"(?:H+P)+$")


class Teasers(Struct, frozen=True):
    """The order of headlines that lead elsewhere and of paragraphs of the article, from its first to its last."""

    marks: str  # H, P
    paragraphs: tuple[str, ...]  # the keys of the Ps
    headlines: int  # of the whole page, with those before and after
    parents: tuple[int, ...] = ()  # which element holds each P

    @property
    def below_headlines(self) -> int:
        """Paragraphs that stand directly below a headline which leads elsewhere."""
        return self.marks.count("HP")

    @property
    def stories(self) -> int:
        """Headlines that lead elsewhere, and below which two paragraphs or more stand."""
        return len(re.findall("HPP+", self.marks))

    def at_end(self) -> frozenset[str]:
        """The keys of the teasers after the end of the article; none where there would be no article left.

        Those in one element with the paragraph before them are parts of the article, whose headings have links.
        """
        match = _TEASERS.search(self.marks)
        before = self.marks.count("P", 0, match.start()) if match else 0
        if not match or match.group().count("P") < AT_END or not before:
            return frozenset()
        if self.parents[before - 1] in self.parents[before:]:
            return frozenset()
        return frozenset(self.paragraphs[before:])


def find(tree: Tree, blocks: Sequence[Block], address: str) -> Teasers:
    """Where they stand."""
    headlines = sum(_leads_elsewhere(node, address) for node in tree.iter(*HEADINGS))
    if headlines < AT_END:
        return Teasers("", (), headlines)
    wanted = {key(block.text) for block in blocks if block.kind != "table" and make(0, block.text, 0).prose}
    found = list(_marks(tree, wanted, address))
    marks = "".join("P" if said else "H" for said, _ in found)
    start, end = len(marks) - len(marks.lstrip("H")), len(marks.rstrip("H"))
    start = max(0, start - 1)  # the headline above the first paragraph
    said = [item for item in found if item[0]]
    return Teasers(marks[start:end], tuple(key for key, _ in said), marks.count("H"), tuple(where for _, where in said))


def without_linked(blocks: Sequence[Block], below: frozenset[int] = frozenset()) -> list[Block]:
    """The blocks but for headlines of other articles: whole lines that are links to them.

    Those that stand `below` a line which says that such follow (the numbers of the blocks before which it stood),
    those in capitals, and two or more of one site with which the page ends: sources are of several.
    """
    linked = [_is_link(block) for block in blocks]
    end = len(blocks)
    while end and linked[end - 1]:
        end -= 1
    sites = {"/".join(block.markup.rpartition("](")[2].split("/")[:3]) for block in blocks[end:]}
    if len(blocks) - end < AT_END or not end or len(sites) > 1:
        end = len(blocks)
    kept: list[Block] = []
    inside = False
    for i, block in enumerate(blocks[:end]):
        inside = linked[i] and (inside or i in below)
        shouts = linked[i] and block.text.isupper() and len(key(block.text)) >= HEADLINE
        if not inside and not (shouts and block.kind == "paragraph"):
            kept.append(block)
    return kept


def _is_link(block: Block) -> bool:
    """Whether all of a line is one link, and has the length of a headline."""
    said = block.markup.strip("*_ ")
    return (
        block.kind in ("paragraph", "item")
        and said.startswith("[")
        and said.endswith(")")
        and said.count("](") == 1
        and len(key(block.text)) >= HEADLINE
    )


def _marks(tree: Tree, wanted: set[str], address: str) -> Iterator[tuple[str, int]]:
    """In the order of the page: a paragraph's key, its parent's number; no key for a headline that leads elsewhere."""
    left = set(wanted)
    parents: dict[Tree | None, int] = {}
    for node in tree.iter():
        if node.tag in HEADINGS:
            if _leads_elsewhere(node, address):
                yield "", 0
        elif node.tag in PARAGRAPHS and len(node) <= MAX_CHILDREN and left:
            text = node.text_content()
            if len(text) >= SHORTEST and (said := key(text)) in left:
                left.discard(said)
                yield said, parents.setdefault(node.getparent(), len(parents))


def _leads_elsewhere(heading: Tree, address: str) -> bool:
    links = [heading.getparent()] if heading.getparent().tag == "a" else list(heading.iter("a"))[:1]
    said = len(key(heading.text_content()))
    if not links or said < HEADLINE or len(key(links[0].text_content())) < COVERS * said:
        return False
    target = (links[0].get("href") or "").strip()
    if not target or target.startswith("#"):
        return False
    try:
        return not address or urlsplit(urljoin(address, target)).path != urlsplit(address).path
    except ValueError:
        return False
