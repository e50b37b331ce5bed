"""A page -> the outlet that published it: as site.yaml calls it, as the page calls itself, or its host."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from dateline.model import Evidence
from dateline.normalise import stated
from dateline.normalise.findings import Finding
from dateline.normalise.lines.line import fold, key
from dateline.normalise.outlets.owner import whole
from dateline.normalise.pages import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.normalise.blocks.tree import Tree
    from dateline.normalise.context import Context
    from dateline.normalise.pages.metadata import Metadata

NAMES = (  # of <meta>: what the site, the paper or the journal is called
    "og:site_name", "application-name", "apple-mobile-web-app-title", "citation_journal_title",
    "prism.publicationname", "dc.publisher", "dcterms.publisher", "publisher", "citation_publisher",
)  # fmt: skip
HANDLE = "twitter:site"
SITES = frozenset(["WebSite", "NewsMediaOrganization", "Newspaper", "Blog"])  # types of JSON-LD
MIN_LINKS = 5
SECTIONS = ("us", "uk", "eu")  # what some sites say in place of their name
MAX_NAME = 60  # characters
_FILE = re.compile(r"\.(?:html?|php\d?|aspx?|jsp|cgi|cfm|xml|pdf|jpe?g|png|gif|zip|mp3|js|css)$", re.IGNORECASE)
_PLATFORM = re.compile(
    r"(?:^|\.)(?:facebook|twitter|x|t|instagram|youtube|youtu|linkedin|google|googleapis|gstatic|telegram|whatsapp|flickr|"
    r"apple|pinterest|reddit|tiktok|amazon|wikipedia|wikimedia|creativecommons|w3|schema|gravatar|wordpress|wp|doi)\.\w+$"
)
_PART = re.compile(r"\s[|•·»›:–—-]\s|\s*[|•]\s*|_")
_LETTERS = re.compile(r" - by [^-]{3,40} - (?P<name>[^|-]{2,40})$")  # "Headline - by Anna Lind - Coast Letters"
_LABEL = re.compile(  # what a view of a page is called
    r"print|printer[- ]friendly(?: version| page)?|print (?:view|version|page)|druck(?:ansicht|version)|drucken|"
    r"imprimir|imprimer|version imprimable|версия для печати|home ?page|home|startseite|accueil|inicio|главная",
    re.IGNORECASE,
)
_PART_OF_NAME = re.compile(r"\s+[|•·»›–—-]\s+|\s*[|｜：]\s*")
_NOTICE = re.compile(
    r"(?:©|\(c\)|copyright)(?:[\s©]|\(c\)|copyright)*(?:\d{4}(?:\s*[-–—]\s*\d{4})?)?[\s,.:©-]*(?:by\s+)?"
    r"(?!all rights|alle rechte)(?P<name>[^\W\d_][^|,;©\d]{1,45}?)\s*"
    r"(?:\d{4}|[|,;.]|\ball\b|\balle\b|\bwww\b|\s\S{0,2}ICP|\s使用|$)",
    re.IGNORECASE,
)


def find(about: Metadata, host: str, lines: Sequence[tuple[int, str]], title: str, context: Context) -> Finding | None:
    """The outlet, with how it came by its name."""
    section = key(about.first("article:section"))
    called = (name for name in names(about) if is_of(host, name) or key(name) not in (section or None, *SECTIONS))
    named = _own_part(next(called, ""), host)
    known = stated.source(named, host, context)
    if known and known.why.rule == "source.known":
        return known
    if named:
        return Finding(named, Evidence("source.page", named))
    shown = list(_shown(about, lines, title))
    if host:
        letters = _LETTERS.search(about.title)
        own = letters["name"] if letters else next((name for name in shown if is_of(host, name)), "")
        if own:
            return Finding(own, Evidence("source.page-title", own))
        return Finding(host, Evidence("source.address", host, weak=True))
    handles = (value.lstrip("@") for value in about.meta.get(HANDLE, ()))
    for name in (*shown, *handles):
        return Finding(name, Evidence("source.page-title" if name in shown else "source.handle", name, weak=True))
    return None


def host_of(tree: Tree, about: Metadata, address: str) -> str:
    """The host of a page; where it has no address, the one that it is likeliest of."""
    return stated.outlet_host(address) or next(_hosts(tree, about), "")


def _own_part(name: str, host: str) -> str:
    """Lund News of "Lund News | The paper of the coast": the first part that the host is called after, if one is."""
    parts = [part.strip() for part in _PART_OF_NAME.split(name)]
    return next((part for part in parts if is_of(host, part)), name) if len(parts) > 1 else name.rstrip(" /")


def keys(about: Metadata) -> set[str]:
    """What names the site, as keys."""
    handles = (value.lstrip("@") for value in about.meta.get(HANDLE, ()))
    return {key(name) for name in (*names(about), *handles)} - {""}


def host_keys(host: str) -> set[str]:
    """What a site may call itself after its host and nothing else, as keys."""
    label = key(_label(host))
    return {label, key(host), f"the{label}", f"{label}com"} if len(label) > 2 else set()


def names(about: Metadata) -> Iterator[str]:
    """What the page states that its site or its publisher is called, the best first."""
    yield from _stated(about, NAMES[:1])
    for thing in about.articles:
        for name in (_called(thing.get(place)) for place in ("publisher", "isPartOf")):
            if 0 < len(name) <= MAX_NAME and "://" not in name:
                yield name
    for thing in about.others:
        name = _called(thing if metadata.kind(thing) in SITES else thing.get("publisher"))
        if 0 < len(name) <= MAX_NAME and "://" not in name:
            yield name
    yield from _stated(about, NAMES[1:])


def _called(thing: Any) -> str:
    """The name of an organisation; a person who publishes what he writes is its author."""
    is_person = isinstance(thing, dict) and metadata.kind(thing) == "Person"
    return "" if is_person else metadata.name_of(thing)


def _stated(about: Metadata, places: Sequence[str]) -> Iterator[str]:
    for place in places:
        for value in about.meta.get(place, ()):
            name = value.lstrip("@").removeprefix("www.")
            if len(name) <= MAX_NAME and "://" not in name:
                yield name


def _shown(about: Metadata, lines: Sequence[tuple[int, str]], title: str) -> Iterator[str]:
    """The part of the page's title that is not the headline, and the owner that its notice of rights names."""
    said = key(title)
    if letters := _LETTERS.search(about.title):
        yield letters["name"]
    before = about.title.removesuffix(title).rstrip() if title else ""
    if before.endswith(":") and key(before) in map(key, about.headings):
        yield fold(before[:-1])
    parts = [part for part in _PART.split(about.title) if key(part)]
    for part in reversed(parts):
        is_name = len(part) <= MAX_NAME and len(parts) > 1 and not _LABEL.fullmatch(part.strip())
        if is_name and key(part) not in said and said not in key(part):
            yield fold(part)
    for _, text in lines[::-1]:
        if len(text) <= 3 * MAX_NAME and (match := _NOTICE.search(text)):
            yield whole(match)


def is_of(host: str, name: str) -> bool:
    """Whether a name is what the host is called after: it has the domain's main label, or that has its letters."""
    label = key(_label(host))
    said = key(name)
    return len(said) > 2 and len(label) > 2 and (label in said or (said in label and 2 * len(said) > len(label)))


def _label(host: str) -> str:
    """`example` of news.example.org, and of example.co.uk."""
    parts = host.split(".")
    if len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2:
        return parts[-3]
    return parts[-2] if len(parts) > 1 else host


def _hosts(tree: Tree, about: Metadata) -> Iterator[str]:
    """The hosts that a page without an address may be of, the likeliest first."""
    bases = [node.get("href") for node in tree.iter("base")]
    feeds = [
        node.get("href")
        for node in tree.iter("link")
        if {"alternate", "shortlink", "edituri", "home", "index"} & set((node.get("rel") or "").casefold().split())
    ]
    for address in (*bases, about.canonical, about.first("og:url"), *feeds):
        if host := _host(address):
            yield host
    links = [(node.get("href") or node.get("action") or "").strip() for node in tree.iter("a", "form")]
    hosts = Counter(filter(None, map(_host, links)))
    within = sum(bool(link) and ":" not in link and not link.startswith(("#", "//")) for link in links)
    for host, count in hosts.most_common(1):
        if count >= max(
            MIN_LINKS, sum(hosts.values()) / 2, within
        ):  # a page links to its own site, one way or the other
            yield host


def _host(address: str | None) -> str:
    host = stated.host_of((address or "").strip())
    if not host or _FILE.search(host) or _PLATFORM.search(host):
        return ""
    return host if urlsplit(f"//{host}").hostname else ""
