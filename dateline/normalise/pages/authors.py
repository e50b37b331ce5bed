"""A page -> who wrote its article: what it states, what it shows beside the headline, what it marks as an author."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

from dateline.model import Evidence
from dateline.normalise import stated
from dateline.normalise.authors import author_list, byline, byline_parts
from dateline.normalise.findings import Finding
from dateline.normalise.lines.captions import is_credit
from dateline.normalise.lines.line import key
from dateline.normalise.outlets.outlet import ORGANISATION
from dateline.normalise.pages import author_marks, metadata, neighbours, publisher

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from dateline.normalise.blocks.tree import Tree
    from dateline.normalise.pages.metadata import Metadata
    from dateline.normalise.pages.place import Beside

META = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "article:author_name",
        "citation_author", "dcterms.creator", "cxenseparse:author", "authors", "article_author",
        "content_author", "articleauthor", "article-author", "author-name", "author_name", "authorname", "byline",
        "creator", "writer", "mediator_author", "shareaholic:article_author_name", "qc:author")  # fmt: skip
_WRITTEN_BY = re.compile(  # what content systems call the author for cards of shared links
    r"written by|author|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door|skrevet av|"
    r"skriven av|skrevet af|kirjoittaja|napisane przez|автор|написано|yazan",
    re.IGNORECASE,
)
ORGANISATIONS = frozenset(["Organization", "NewsMediaOrganization", "Corporation", "Thing"])
CLOSE = 30  # elements between a headline and who signs below it
MAX_AUTHORS = 12  # a longer list is one of references
_LOGIN = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")  # by which a system knows somebody
_ACRONYM = re.compile(r"[A-Z]{2,5}")
_COMPANY = re.compile(r"\b(?:Inc|Ltd|LLC|GmbH|Corp|PLC)\.?$")
_NOBODY = re.compile(
    r"^www\b|\b(?:no author|admin|log ?in|redak\w+|editors?|editorial|staff|unknown|says|erforderlich|required|"
    r"read more|profile?|contact\w*|facebook|twitter|instagram|linkedin|e-?mail|follow|share|comments?|newsletter|"
    r"drupal|wordpress)\b|©|^[A-Z]+(?:/[A-Z.\d]+)+$|^(?:by|von|par|por|di|av|af|auteurs?|autor\w*|authors?)\W*$",
    re.IGNORECASE,
)


def find(
    tree: Tree, about: Metadata, near: Sequence[tuple[int, str]], beside: Beside, outlet: Finding | None, host: str
) -> Finding | None:
    """The names; the outlet's own, and an organisation's, only where nobody is named."""
    sites = publisher.keys(about) | ({key(outlet.value)} if outlet else set())
    shown = key(" ".join(text for _, text in near))
    best: Finding | None = None
    last: Finding | None = None
    for found in _stated(about):
        persons, others = _told(found, sites, host)
        if persons and _are_logins(persons.value, sites, host):
            last = last or persons
        elif persons and (best is None or _is_better(persons.value, best.value, shown)):
            best = persons
        last = last or others
    if best:
        return best if _is_shown(best.value, shown) else _signed(tree, near, beside, sites, host) or best
    for found in _shown(tree, near, beside):
        persons, others = _told(found, sites, host)
        if persons and found.why.weak and last and _are_logins(last.value, sites, host):
            return last  # which is no guess
        if persons:
            return persons
        last = last or others
    return last


def _is_better(names: Sequence[str], than: Sequence[str], shown: str) -> bool:
    """Whether names that are stated later are more of the same: JSON-LD often names only the first of several.

    Or the page shows them beside its headline, and those before them, such as its publisher's, nowhere there.
    """
    return set(than) < set(names) or (_is_shown(names, shown) and not _is_shown(than, shown))


def _is_shown(names: Sequence[str], shown: str) -> bool:
    return any(key(name.split()[-1]) in shown for name in names)


def _signed(
    tree: Tree, near: Sequence[tuple[int, str]], beside: Beside, sites: Collection[str], host: str
) -> Finding | None:
    """Who signs beside the headline, where no name of those that the page states for programs stands there."""
    found = neighbours.authors(near)
    if found and found.why.rule == "author.byline":
        return _told(found, sites, host)[0]
    for distance, marked in author_marks.near(tree, beside):
        persons, _ = _told(marked, sites, host)
        if (
            persons
            and distance <= CLOSE
            and all(byline.is_person(name.title() if name.isupper() else name) for name in persons.value)
        ):
            return persons
    return None


def _are_logins(names: Sequence[str], sites: Collection[str], host: str) -> bool:
    """Whether they are those by which a system knows its authors, or an agency, and not the site's own name."""
    return all(
        (_LOGIN.fullmatch(name) or _ACRONYM.fullmatch(name))
        and key(name) not in sites
        and not publisher.is_of(host, name)
        for name in names
    )


def _told(found: Finding, sites: Collection[str], host: str) -> tuple[Finding | None, Finding | None]:
    """Of names that are found the persons, if they are believed to be the authors; else all that may be named."""
    named = tuple(
        name
        for name in found.value
        if not _NOBODY.search(name) and not _is_credit(name) and not ORGANISATION.fullmatch(name)
    )
    persons = tuple(name for name in named if not _is_site(name, sites, host) or byline_parts.is_surely_person(name))
    for is_none in (_COMPANY.search, byline.is_outlet):  # where persons are named as well
        persons = tuple(name for name in persons if not is_none(name)) or persons
    if persons and len(persons) <= MAX_AUTHORS and not found.why.rule.endswith("organisation"):
        return Finding(persons, found.why), None
    return None, Finding(named, found.why) if named else None


def _is_site(name: str, sites: Collection[str], host: str) -> bool:
    """Whether a name is the site's own; that of whoever writes a weblog may be a person's."""
    return key(name) in sites or publisher.is_of(host, name)


def _is_credit(name: str) -> bool:
    """Whether a picture's credit stands among the names; an agency's name alone is none."""
    return name.startswith("(") and is_credit(name.strip("()"))


def _stated(about: Metadata) -> Iterator[Finding]:
    """What the page says to programs."""
    for value in (*about.stated("author"), *(thing["creator"] for thing in about.articles if thing.get("creator"))):
        yield from _of_json(value)
    for name in META:
        texts = [value for value in about.meta.get(name, ()) if "://" not in value and not value.startswith(("@", "/"))]
        if names := author_list.names(stated.plain("; ".join(texts))):
            yield Finding(names, Evidence(f"author.meta.{name}", "; ".join(texts)))
    for number in "12":
        if _WRITTEN_BY.fullmatch(about.first(f"twitter:label{number}").strip(" :")):
            text = about.first(f"twitter:data{number}")
            if names := author_list.names(stated.plain(text)):
                yield Finding(names, Evidence(f"author.meta.twitter:data{number}", text))


def _shown(tree: Tree, near: Sequence[tuple[int, str]], beside: Beside) -> Iterator[Finding]:
    """What it says to readers, the surest first; to ask trafilatura takes longer than all else."""
    if shown := neighbours.authors(near):
        yield shown
    for _, found in author_marks.near(tree, beside):
        yield found
    for other in (author_marks.aside(tree), author_marks.signature(tree, beside)):
        if other:
            yield other
    if alone := neighbours.one_word_author(near):
        yield alone
    text = import_module("trafilatura.metadata").extract_author(tree) or ""
    if (names := author_marks.shaped(text)) and not author_marks.stands_elsewhere(tree, text):
        yield Finding(names, Evidence("author.trafilatura", text, weak=True))


def _of_json(value: Any) -> Iterator[Finding]:
    """The persons of a JSON-LD author; then the organisations."""
    things = value if isinstance(value, list) else [value]
    kinds = [metadata.kind(thing) if isinstance(thing, dict) else "" for thing in things]
    for rule, wanted in (("author.json-ld", False), ("author.json-ld-organisation", True)):
        text = metadata.name_of([t for t, kind in zip(things, kinds, strict=True) if (kind in ORGANISATIONS) == wanted])
        if names := author_list.names(stated.plain(text)):
            yield Finding(names, Evidence(rule, text))
