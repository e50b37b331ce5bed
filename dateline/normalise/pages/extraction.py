"""A web page -> the blocks of its article, by trafilatura, and the lines of all that it shows."""

from __future__ import annotations

import html
import logging
import re
from itertools import groupby
from typing import TYPE_CHECKING

from dateline.model import SetAside
from dateline.normalise.blocks import markup
from dateline.normalise.blocks.markdown import LISTS, Block
from dateline.normalise.blocks.tree import parse
from dateline.normalise.lines import cues
from dateline.normalise.lines.captions import is_credit
from dateline.normalise.lines.line import fold, key, make
from dateline.normalise.pages import pieces, scripts, teasers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.normalise.blocks.tree import Tree
    from dateline.normalise.pages.metadata import Metadata

SHORT = 250  # characters: less than this is a teaser, or nothing was found
HIDDEN = frozenset(["script", "style", "noscript", "template", "svg", "head", "iframe", "object", "rt", "rp"])
BREAKS = frozenset(
    ["address", "article", "aside", "blockquote", "br", "button", "caption", "center", "dd", "details", "dialog",
     "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
     "header", "hr", "label", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "select",
     "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"]
)  # fmt: skip
_OF_A_SERIES = re.compile(r"\d{1,3}\s*/\s*\d{1,3}\b")
_TAGS = re.compile(r"</p>|<br\s*/?>|<p[ >]", re.IGNORECASE)
PICTURES = 3
PARTS = 2  # paragraphs below the heading of a part
_GLUED = re.compile(
    r"\d\d|[^\W\d_A-Z][A-Z]|\d[A-Z]"
)  # ends of two elements: a date and a time of day, a name and a date
_READING_AID = re.compile(r"<(rt|rp)\b[^>]*>.*?</\1>", re.IGNORECASE | re.DOTALL)  # how the word before it is spoken
PIECE = 40  # letters from which a line that is within the body is a piece of it; "Sport" stands in "Sportler"
COMMENTS, TEASER = "comments", "teaser of another article"  # reasons of cues
NOT_AT_EDGES = 3  # blocks at either end among which dates, bylines and credits stand


def article(page: str, tree: Tree, about: Metadata, address: str) -> list[Block]:
    """The blocks of the article."""
    import trafilatura  # it loads for a third of a second, and a pile of texts needs none of it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(
        _READING_AID.sub("", page) if "<rt" in page else page,
        url=address or None,
        include_comments=False,
        include_links=True,
        include_formatting=True,
        include_tables=True,
    )
    body = getattr(found, "body", None)
    blocks = markup.blocks(body, address) if body is not None else []
    length = sum(len(block.text) for block in blocks)
    spoken = _stated_body(about, address)
    if sum(len(block.text) for block in spoken) > 2 * max(length, SHORT) or _in_one_piece(blocks, spoken):
        return spoken
    if length < SHORT and (hidden := scripts.article(tree)):
        return markup.blocks(parse(hidden), address)
    if length < SHORT:
        whole = [block for node in _mains(tree) for block in markup.blocks(node, address)]
        blocks = whole if sum(len(block.text) for block in whole) > 2 * length else blocks
    return pieces.join(tree, blocks, address)


def _in_one_piece(blocks: Sequence[Block], spoken: Sequence[Block]) -> bool:
    """Whether the one block that was found says what the page states in several paragraphs."""
    return len(blocks) == 1 < len(spoken) and key(blocks[0].text) == key("".join(block.text for block in spoken))


def _stated_body(about: Metadata, address: str) -> list[Block]:
    """The articleBody of JSON-LD, text or HTML; some pages have their text nowhere else until a script has run."""
    for value in about.stated("articleBody"):
        if isinstance(value, str):
            if (text := html.unescape(value)) and _TAGS.search(text):
                return markup.blocks(parse(text), address)
            return [Block("paragraph", text) for part in value.split("\n") if (text := fold(part))]
    return []


def _mains(tree: Tree) -> list[Tree]:
    for name in ("article", "main", "body"):
        if nodes := list(tree.iter(name)):
            return nodes[:1]
    return [tree]


def without_apparatus(blocks: Sequence[Block], titles: Sequence[str]) -> list[Block]:
    """The blocks without a second copy of the headline at their head, credits, notices, links to others, comments."""
    copies = {key(title) for title in titles}
    kept: list[Block] = []
    teased: set[int] = set()  # before which of those kept a line stood that says that teasers follow
    said = 0
    for i, block in enumerate(blocks):
        line = make(0, block.text, 0)
        if i < NOT_AT_EDGES and key(block.text) in copies:
            continue
        reason = cues.reason(block.text) if block.kind != "table" else ""
        if reason == COMMENTS and _is_part(blocks, i):
            reason = ""
        if reason == COMMENTS and block.kind == "heading" and said > NOT_AT_EDGES:
            break
        if reason and (not line.prose or cues.is_sure(line.text)):
            if reason == TEASER:
                teased.add(len(kept))
            continue
        said += line.prose
        kept.append(block)
    kept = teasers.without_linked(kept, frozenset(teased))
    kept = without_galleries(kept)
    while kept and kept[-1].kind == "heading":
        kept.pop()
    return kept


def _is_part(blocks: Sequence[Block], i: int) -> bool:
    """Whether a heading "Comment" is that of a part of the article: no number beside it, and paragraphs below it."""
    below = [block for block in blocks[i + 1 : i + 1 + NOT_AT_EDGES] if block.kind == "paragraph"]
    is_one = blocks[i].kind == "heading" and key(blocks[i].text) == "comment"
    return is_one and len(below) >= PARTS and all(make(0, block.text, 0).prose for block in below)


def without_galleries(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without series of pictures: headings `3/50 …`, each with its captions, up to the next paragraph."""
    numbered = [block.kind == "heading" and bool(_OF_A_SERIES.match(block.text)) for block in blocks]
    if sum(numbered) < PICTURES:
        return list(blocks)
    kept: list[Block] = []
    inside = False
    for block, picture in zip(blocks, numbered, strict=True):
        inside = picture or (inside and block.kind in LISTS)
        if not inside:
            kept.append(block)
    return kept


def without(blocks: Sequence[Block], of_others: frozenset[str]) -> list[Block]:
    """The blocks but for teasers of other articles, by their keys, and headings that then have nothing below."""
    kept = [block for block in blocks if not of_others or key(block.text) not in of_others]
    while of_others and kept and kept[-1].kind == "heading":
        kept.pop()
    return kept


def beside(
    lines: Sequence[tuple[int, str]], blocks: Sequence[Block], title: str, captions: frozenset[str] = frozenset()
) -> Iterator[SetAside]:
    """What the page shows beside the article, in runs of lines of one reason; `captions` are the keys of captions."""
    body = key("".join(block.text for block in blocks))
    exact = {key(block.text) for block in blocks} | {key(title)}

    def reason(item: tuple[int, str]) -> str | None:
        """None for what is kept; empty where only the place tells why it is not."""
        said = key(item[1])
        if said in exact or (len(said) >= PIECE and said in body):
            return None
        return "photo caption" if said in captions and not is_credit(item[1]) else cues.reason(item[1])

    place = "above the article"
    for why, run in groupby(lines, key=reason):
        items = list(run)
        if why is None:
            place = "beside the article"
        else:
            yield SetAside(items[0][0] or 1, "\n".join(text for _, text in items), why or place)


def captions(tree: Tree) -> list[str]:
    """The lines of the captions of pictures."""
    return [text for node in tree.iter("figcaption") for _, text in visible(node)]


def visible(tree: Tree) -> Iterator[tuple[int, str]]:
    """(line of the file, text) of each line that a reader of the page would see; line 0: not known."""
    line, words = 0, list[str]()
    for at, text in _texts(tree):
        if text is None:
            if folded := fold("".join(words)):
                yield line, folded
            line, words = 0, []
        else:
            line = line or (at if text.strip() else 0)
            if words and _GLUED.fullmatch(words[-1][-1:] + text[:1]):
                words.append(" ")
            words.append(text)
    if folded := fold("".join(words)):
        yield line, folded


def _texts(tree: Tree) -> Iterator[tuple[int, str | None]]:
    """Pieces of text in the order of the page, and None where a line ends. Without recursion: pages nest deeply."""
    stack: list[tuple[Tree, bool]] = [(tree, False)]
    while stack:
        node, done = stack.pop()
        name = node.tag if isinstance(node.tag, str) else ""
        if done:
            if name in BREAKS:
                yield 0, None
            if node.tail and node is not tree:
                yield node.sourceline or 0, node.tail
            continue
        stack.append((node, True))
        if name in BREAKS:
            yield 0, None
        if name and name not in HIDDEN:
            if node.text:
                yield node.sourceline or 0, node.text
            stack.extend((child, False) for child in reversed(node))
