"""A web page's tree -> what it states of itself: JSON-LD, <meta>, <title>, headings, the language."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from dateline.normalise.lines.line import fold, key
from dateline.normalise.pages import linked_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.normalise.blocks.tree import Tree

ARTICLE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|Review|PressRelease)$")
OTHER = re.compile(r"(?:Object|Person|Organization|Comment|Offer|Rating|Event|Place|List)$")
NOT_SAID = ("style", "script", "time", "rt", "rp")  # in a heading: what is no part of its words
MAX_DEPTH = 8
REFERRING = ("author", "creator", "publisher", "isPartOf")  # properties whose value may be a reference
FULL = ("headline", "datePublished", "author", "articleBody")  # what an article has, where it is not just listed
SAYING = 8  # letters of a headline that no other may have by chance


class Metadata(Struct, frozen=True):
    """What a page states; names of <meta> are lower case."""

    articles: tuple[Mapping[str, Any], ...] = ()  # JSON-LD objects that are articles, the fullest first
    others: tuple[Mapping[str, Any], ...] = ()  # the other JSON-LD objects: WebPage, Organization, …
    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    title: str = ""
    headings: tuple[str, ...] = ()  # the <h1>, in order
    subheadings: tuple[str, ...] = ()  # the <h2> and <h3>
    canonical: str = ""
    language: str = ""

    def first(self, *names: str) -> str:
        """The first value of the first <meta> that is there."""
        return next((self.meta[name][0] for name in names if name in self.meta), "")

    def stated(self, name: str) -> Iterator[Any]:
        """The values of a JSON-LD property, articles first."""
        for thing in (*self.articles, *self.others):
            if value := thing.get(name):
                yield value


def read(tree: Tree) -> Metadata:
    """All of it; what is broken is passed over."""
    things = _resolved(list(_json_ld(tree)))
    articles = [thing for thing in things if ARTICLE.search(kind(thing))]
    meta: dict[str, list[str]] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or _property(node) or node.get("http-equiv") or ""
        if value := fold(node.get("content") or node.get("value") or ""):  # the second: some programs that save pages
            meta.setdefault(name.casefold(), []).append(value)
    title = _text(next(tree.iter("title"), None))
    if len(articles) > 1:
        calls = [key(call) for call in (*meta.get("og:title", ()), title) if call]
        articles.sort(key=lambda thing: (not _is_called(thing, calls), -sum(name in thing for name in FULL)))
    return Metadata(
        articles=tuple(articles),
        others=tuple(thing for thing in things if thing not in articles),
        meta={name: tuple(values) for name, values in meta.items()},
        title=title,
        headings=tuple(text for node in tree.iter("h1") if (text := _text(node))),
        subheadings=tuple(text for node in tree.iter("h2", "h3") if (text := _text(node))),
        canonical=_canonical(tree),
        language=(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip(),
    )


def _resolved(things: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The objects with the persons and organisations that they only refer to by "@id" in place of the reference."""
    known = {str(thing["@id"]): thing for thing in things if "@id" in thing and name_of(thing)}
    if not known:
        return list(things)
    return [{**thing, **{name: _meant(thing[name], known) for name in REFERRING if name in thing}} for thing in things]


def _meant(value: Any, known: Mapping[str, dict[str, Any]]) -> Any:
    if isinstance(value, list):
        return [_meant(one, known) for one in value]
    if isinstance(value, dict) and not name_of(value):
        return known.get(str(value.get("@id")), value)
    return value


def _is_called(thing: Mapping[str, Any], calls: Sequence[str]) -> bool:
    """Whether the page calls itself as an article is headed; it may list others as well."""
    said = key(html.unescape(str(thing.get("headline") or "")))
    return len(said) >= SAYING and any(said in call or call in said for call in calls)


def kind(thing: Mapping[str, Any]) -> str:
    """The type of a JSON-LD object, without the address of its vocabulary."""
    value = thing.get("@type")
    return str(value[0] if isinstance(value, list) and value else value).rpartition("/")[2]


def name_of(value: Any) -> str:
    """The name of a JSON-LD person or organisation, however it is written; several are joined by ";"."""
    if isinstance(value, str):
        return fold(html.unescape(value))  # many systems escape it twice
    if isinstance(value, dict):
        parts = " ".join(str(value[name]) for name in ("givenName", "familyName") if value.get(name))
        return name_of(value.get("name") or value.get("alternateName") or parts)
    if isinstance(value, list):
        return "; ".join(filter(None, map(name_of, value)))
    return ""


def _json_ld(tree: Tree) -> Iterator[dict[str, Any]]:
    for node in tree.iter("script"):
        if "ld+json" not in (node.get("type") or "").casefold():
            continue
        for document in linked_data.values(node.text or ""):
            yield from _things(document, 0)


def _things(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _things(item, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            if name == "itemListElement" and "ListItem" not in str(value.get(name))[:200]:
                continue
            yield from _things(value.get(name), depth + 1)


def _property(node: Tree) -> str:
    """What microdata states of the article itself, and not of a picture, a person or a work that it refers to."""
    scope = next((up for up in node.iterancestors() if up.get("itemtype") or up.get("itemscope") is not None), None)
    own = scope is None or not (scope.get("itemprop") or OTHER.search(scope.get("itemtype") or ""))
    return node.get("itemprop") or "" if own else ""


def _canonical(tree: Tree) -> str:
    for node in tree.iter("link"):
        if "canonical" in (node.get("rel") or "").casefold().split():
            return (node.get("href") or "").strip()
    return ""


def _text(node: Tree | None) -> str:
    if node is None:
        return ""
    return fold("".join(node.xpath(f".//text()[not({' or '.join(f'ancestor::{name}' for name in NOT_SAID)})]")))
