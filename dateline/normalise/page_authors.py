"""A page -> who wrote its article: what it states, what it shows beside the headline, what it marks as an author."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

from dateline.model import Evidence
from dateline.normalise import author_list, byline, calendar_words, cues, page_metadata, page_near, page_outlet, stated
from dateline.normalise.findings import Finding
from dateline.normalise.lines import fold, key
from dateline.normalise.page_place import is_elsewhere

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from dateline.normalise.page_metadata import Metadata
    from dateline.normalise.page_place import Beside
    from dateline.normalise.tree import Tree

META = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "article:author_name",
        "citation_author", "dcterms.creator", "cxenseparse:author", "authors", "article_author",
        "content_author")  # fmt: skip
ORGANISATIONS = frozenset(["Organization", "NewsMediaOrganization", "Corporation", "Thing"])
MAX_BYLINE = 120  # characters
PAIR = 2  # names; of more most have two words or more, or they are those of topics
MAX_AUTHORS = 12  # a longer list is one of references
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|authors?(?:-?names?)?|autor(?:en|es)?|auteur|auteurs|autore|journalist|reporter|writer|vcard)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_PAGE_OF = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|autori|staff|reporters?|writers?|journalists?|contributors?|newsteam)/[\w.%-]+/?$",
    re.IGNORECASE,
)
_LOGIN = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")  # by which a system knows somebody
_COMPANY = re.compile(r"\b(?:Inc|Ltd|LLC|GmbH|Corp|PLC)\.?$")
_NOBODY = re.compile(
    r"\b(?:no author|admin|redak\w+|editors?|editorial|staff|unknown|says|erforderlich|required|read more|profile?|"
    r"contact\w*|facebook|twitter|instagram|linkedin|e-?mail|follow|share|comments?|newsletter|drupal|wordpress)\b|©|^(?:by|von|par|por|di|av|af|auteurs?|autor\w*|authors?)\W*$",
    re.IGNORECASE,
)


def find(
    tree: Tree, about: Metadata, near: Sequence[tuple[int, str]], beside: Beside, outlet: Finding | None, host: str
) -> Finding | None:
    """The names; the outlet's own, and an organisation's, only where nobody is named."""
    sites = page_outlet.keys(about) | ({key(outlet.value)} if outlet else set())
    best: Finding | None = None
    last: Finding | None = None
    for found in _stated(about):
        persons, others = _told(found, sites, host)
        if persons and _are_logins(persons.value, sites, host):
            last = last or persons
        elif persons and (best is None or set(best.value) < set(persons.value)):
            best = persons  # JSON-LD often names only the first of several
        last = last or others
    if best:
        return _signed(best, near, sites, host) or best
    for found in _shown(tree, near, beside):
        persons, others = _told(found, sites, host)
        if persons and found.why.weak and last and _are_logins(last.value, sites, host):
            return last  # which is no guess
        if persons:
            return persons
        last = last or others
    return last


def _signed(found: Finding, near: Sequence[tuple[int, str]], sites: Collection[str], host: str) -> Finding | None:
    """Who signs beside the headline, where no name of those that the page states for programs stands there."""
    shown = page_near.authors(near)
    if shown is None or shown.why.rule != "author.byline":
        return None
    said = key(" ".join(text for _, text in near))
    if any(key(name.split()[-1]) in said for name in found.value):
        return None
    return _told(shown, sites, host)[0]


def _are_logins(names: Sequence[str], sites: Collection[str], host: str) -> bool:
    """Whether they are those by which a system knows its authors, and not the site's own name."""
    return all(
        _LOGIN.fullmatch(name) and key(name) not in sites and not page_outlet.is_of(host, name) for name in names
    )


def _told(found: Finding, sites: Collection[str], host: str) -> tuple[Finding | None, Finding | None]:
    """Of names that are found the persons, if they are believed to be the authors; else all that may be named."""
    named = tuple(name for name in found.value if not _NOBODY.search(name) and not _is_credit(name))
    persons = tuple(name for name in named if key(name) not in sites and not page_outlet.is_of(host, name))
    persons = tuple(name for name in persons if not _COMPANY.search(name)) or persons
    if persons and len(persons) <= MAX_AUTHORS and not found.why.rule.endswith("organisation"):
        return Finding(persons, found.why), None
    return None, Finding(named, found.why) if named else None


def _is_credit(name: str) -> bool:
    """Whether a picture's credit stands among the names; an agency's name alone is none."""
    return name.startswith("(") and cues.is_credit(name.strip("()"))


def _stated(about: Metadata) -> Iterator[Finding]:
    """What the page says to programs."""
    for value in about.stated("author"):
        yield from _of_json(value)
    for name in META:
        texts = [value for value in about.meta.get(name, ()) if "://" not in value and not value.startswith(("@", "/"))]
        if names := author_list.names(stated.plain("; ".join(texts))):
            yield Finding(names, Evidence(f"author.meta.{name}", "; ".join(texts)))


def _shown(tree: Tree, near: Sequence[tuple[int, str]], beside: Beside) -> Iterator[Finding]:
    """What it says to readers, the surest first; to ask trafilatura takes longer than all else."""
    if shown := page_near.authors(near):
        yield shown
    for node in beside.nearest(_is_marked(tree)):
        text = fold(" ".join(map(str, node.itertext())))
        if len(text) <= MAX_BYLINE and (names := _shaped(page_near.without_dates(text))):
            yield Finding(names, Evidence("author.marked", text, weak=True))
    if alone := page_near.one_word_author(near):
        yield alone
    text = import_module("trafilatura.metadata").extract_author(tree) or ""
    if (names := _shaped(text)) and not _stands_elsewhere(tree, text):
        yield Finding(names, Evidence("author.trafilatura", text, weak=True))


def _stands_elsewhere(tree: Tree, text: str) -> bool:
    """Whether a name is that of a comment, or of another article's author."""
    said = key(text)
    return any(key(node.text_content()) == said for node in _is_marked(tree) if is_elsewhere(node))


def _of_json(value: Any) -> Iterator[Finding]:
    """The persons of a JSON-LD author; then the organisations."""
    things = value if isinstance(value, list) else [value]
    kinds = [page_metadata.kind(thing) if isinstance(thing, dict) else "" for thing in things]
    for rule, wanted in (("author.json-ld", False), ("author.json-ld-organisation", True)):
        text = page_metadata.name_of(
            [t for t, kind in zip(things, kinds, strict=True) if (kind in ORGANISATIONS) == wanted]
        )
        if names := author_list.names(stated.plain(text)):
            yield Finding(names, Evidence(rule, text))


def _is_marked(tree: Tree) -> Iterator[Tree]:
    for node in tree.iter("a", "span", "div", "p", "address", "li", "em", "strong", "cite", "td", "h3", "h4", "h5"):
        rel, mark, name = node.get("rel") or "", node.get("itemprop") or "", node.get("class") or ""
        address = node.get("href") or "" if node.tag == "a" else ""
        if "author" in rel.split() or mark in ("author", "creator") or _BYLINE.search(name) or _PAGE_OF.search(address):
            yield node


def _shaped(text: str) -> tuple[str, ...]:
    """The names in a text that is marked as one: each has the shape of a person's name."""
    names = byline.names(text) or byline.listed(text)
    are_tags = len(names) > PAIR and sum(" " not in name for name in names) > len(names) / 2
    if names and not any(" " in name or not calendar_words.month(name) for name in names):
        return ()  # what is left of a date
    return names if names and not are_tags and all(map(byline.has_shape, names)) else ()
