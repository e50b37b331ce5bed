"""A page's tree -> the names in the elements that it marks as its author's.

rel=author, itemprop=author, property=author, class=byline, class="vcard author", a link to a reporter's own page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.model import Evidence
from dateline.normalise.authors import byline, byline_parts
from dateline.normalise.findings import Finding
from dateline.normalise.lines.line import fold, key
from dateline.normalise.lists import calendar_words, gazetteer
from dateline.normalise.pages import neighbours
from dateline.normalise.pages.place import is_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.normalise.blocks.tree import Tree
    from dateline.normalise.pages.place import Beside

TAGS = ("a", "span", "div", "p", "address", "li", "em", "strong", "cite", "td", "h3", "h4", "h5")
MAX_BYLINE = 120  # characters
PAIR = 2  # names; of more most have two words or more, or they are those of topics
MANY = 4  # names that are marked so: more are those of many articles
ROWS = ("ul", "ol", "tr")
NO_ROWS = ("article", "main", "section", "body", "html", "td")
ABOUT = 4  # ancestors whose class tells what an element is for
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|authors?(?:-?names?)?|autor(?:en|es)?|auteur|auteurs|autore|journalist|reporter|writer|vcard)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_PAGE_OF = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|autori|staff|reporters?|writers?|journalists?|contributors?|editors?|newsteam)/[\w.%-]+/?$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"comment|kommentar|coment|related|teaser|recommend|latest|popular|sidebar|widget|promo|trending|most-?read|card",
    re.IGNORECASE,
)
_RIGHT = re.compile(r"text-align:\s*(?:right|end)|(?:^|\s)right$", re.IGNORECASE)
BLOCKS = frozenset(
    ["p", "div", "ul", "ol", "table", "section", "article", "h1", "h2", "h3", "h4", "figure", "blockquote"]
)
_DOMAIN = re.compile(r"\bwww\.|\w\.(?:com|org|net|info|[a-z]{2})$")
_PARTS = re.compile(r"\s[|•·]\s")


def near(tree: Tree, beside: Beside) -> Iterator[tuple[int, Finding]]:
    """Names in the article's own elements, the nearest to its headline first, with how many elements lie between."""
    for node in beside.nearest(_marked(tree)):
        text = _text(node)
        if len(text) <= MAX_BYLINE and (names := shaped(neighbours.without_dates(text))):
            names = (*names, *_beside(node, names)) if len(names) == 1 else names
            yield beside.distance(node), Finding(names, Evidence("author.marked", text, weak=True))


def _beside(node: Tree, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names that are marked as one is, in the same list or line."""
    row = node.getparent()
    if row is not None and row.tag not in ROWS and len(row) == 1:
        row = row.getparent()
    if row is None or row.tag in NO_ROWS or len(row.text_content()) > 2 * MAX_BYLINE:
        return ()
    found = [name for one in _marked(row) if len(text := _text(one)) <= MAX_BYLINE for name in shaped(text)]
    others = tuple(name for name in dict.fromkeys(found) if name not in names)
    return others if len(others) < MANY and all(map(byline.is_person, (*names, *others))) else ()


def aside(tree: Tree) -> Finding | None:
    """Names that are marked for programs in a margin or a footer of the article: those of one line, or one alone."""
    nodes = [node for node in _marked(tree) if _is_explicit(node) and not _is_of_others(node)]
    texts = dict.fromkeys(text for node in nodes if 0 < len(text := _text(node)) <= MAX_BYLINE)
    if not 0 < len(texts) <= MANY or len({node.getparent() for node in nodes if _text(node)}) > len(texts) > 1:
        return None
    if len(texts) > 1 and len({node.getparent() for node in nodes if _text(node)}) > 1:
        return None
    names = tuple(name for text in texts for name in shaped(text))
    return (
        Finding(tuple(dict.fromkeys(names)), Evidence("author.marked", "; ".join(texts), weak=True)) if names else None
    )


def signature(tree: Tree, beside: Beside) -> Finding | None:
    """Who signs above or below the text, bold or at the right, where that is one person of whom no paragraph speaks."""
    texts = [
        (node, text)
        for node in tree.iter("p", "div")
        if (node.tag == "p" or not any(inner.tag in BLOCKS for inner in node))
        and beside.places[node] > beside.headline
        and (text := fold(node.text_content()))
    ]
    long = [i for i, (_, text) in enumerate(texts) if len(text) > byline.NAME_LENGTH]
    found = {
        key(text): text
        for i, (node, text) in enumerate(texts)
        if len(text) <= byline.NAME_LENGTH
        and (_is_right(node) or not (long and long[0] < i < long[-1]))
        and byline_parts.is_surely_person(text)
        and _is_set_apart(node, text)
        and not is_elsewhere(node)
    }
    names = tuple(found.values())
    if len(names) != 1 or any(names[0].rpartition(" ")[2] in text for _, text in texts if text != names[0]):
        return None
    return Finding(names, Evidence("author.signature", names[0], weak=True))


def _is_set_apart(node: Tree, text: str) -> bool:
    """Whether a paragraph stands at the right, or all of it is bold or slanted, as a heading may be that is no name."""
    if _is_right(node):
        return True
    return gazetteer.is_given_to_many(text.split()[0]) and any(
        fold(inner.text_content()) == text for inner in node.iter("strong", "b", "em", "i")
    )


def _is_right(node: Tree) -> bool:
    return bool(_RIGHT.search(f"{node.get('style') or ''} {node.get('align') or ''}"))


def stands_elsewhere(tree: Tree, text: str) -> bool:
    """Whether a name is that of a comment, or of another article's author."""
    said = key(text)
    return any(key(node.text_content()) == said for node in _marked(tree) if is_elsewhere(node))


def shaped(text: str) -> tuple[str, ...]:
    """The names in a text that is marked as one: each has the shape of a person's name."""
    for part in _PARTS.split(text)[1:]:  # "Politics · Anna Lind"
        found = byline.listed(part)
        if found and all(map(byline.is_person, found)) and not byline.is_person(text):
            before = byline.listed(text)
            if not any(map(byline.is_person, before)):
                return found
    names = byline.names(text) or byline.listed(text)
    are_tags = len(names) > PAIR and sum(" " not in name for name in names) > len(names) / 2
    if names and not any(" " in name or not calendar_words.month(name) for name in names):
        return ()  # what is left of a date
    return (
        names
        if names and not are_tags and not any(map(_DOMAIN.search, names)) and all(map(byline.has_shape, names))
        else ()
    )


def _marked(tree: Tree) -> Iterator[Tree]:
    for node in tree.iter(*TAGS):
        address = node.get("href") or "" if node.tag == "a" else ""
        if _is_explicit(node) or _BYLINE.search(node.get("class") or "") or _PAGE_OF.search(address):
            yield node


def _is_explicit(node: Tree) -> bool:
    """Whether a mark is meant for programs."""
    marks = (node.get("itemprop") or "", (node.get("property") or "").rpartition(":")[2])
    return "author" in (node.get("rel") or "").split() or any(mark in ("author", "creator") for mark in marks)


def _text(node: Tree) -> str:
    """What an element says; of one that holds a name that is marked, that."""
    named = [
        inner
        for inner in node.iter()
        if inner is not node
        and isinstance(inner.tag, str)
        and (
            inner.get("itemprop") == "name"
            or "fn" in (inner.get("class") or "").split()
            or (inner.tag == "a" and (inner.get("rel") == "author" or _PAGE_OF.search(inner.get("href") or "")))
        )
    ]
    texts = [fold(inner.get("content") or " ".join(map(str, inner.itertext()))) for inner in named]
    texts = [text for text in dict.fromkeys(texts) if text]
    return ", ".join(texts) if texts else fold(" ".join(map(str, node.itertext())))


def _is_of_others(node: Tree) -> bool:
    """Whether an element stands in a comment, or in a list of other articles."""
    ups = [node, *node.iterancestors()][: ABOUT + 1]
    return any(_OTHERS.search(f"{up.get('class') or ''} {up.get('id') or ''}") for up in ups)
