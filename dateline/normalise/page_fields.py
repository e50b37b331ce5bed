"""What a page states of itself -> findings: headline, date, outlet, authors, section, address."""

from __future__ import annotations

import html
import re
from collections import Counter
from importlib import import_module
from typing import TYPE_CHECKING

from dateline.model import Evidence
from dateline.normalise import file_name, page_metadata, page_near, stated
from dateline.normalise.findings import Finding
from dateline.normalise.headline import SUFFIX
from dateline.normalise.lines import fold, key, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.normalise.context import Context
    from dateline.normalise.page_metadata import Metadata
    from dateline.normalise.tree import Tree

TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "title")
SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site", "dc.publisher")
AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "article:author_name")
MAX_BYLINE = 80  # characters
_NOBODY = re.compile(
    r"\b(?:no author|admin|redaktion|editors?|staff|unknown|says|erforderlich|required|read more)\b", re.IGNORECASE
)
MIN_LINKS = 5
CLOSE_FIT = 0.85  # the same for a heading of the second rank
FIT = 0.45  # overlap of a heading with what the page calls itself, below which it is the heading of something else


def headline(about: Metadata, address: str, path: str) -> Finding | None:
    """The heading that best fits what the page is called elsewhere; else that, without the site's name."""
    calls = [fold(html.unescape(str(value))) for value in about.stated("headline") if isinstance(value, str)]
    calls += [value for name in TITLES for value in about.meta.get(name, ())]
    calls += [name for name in (about.title, file_name.headline(path)) if name]
    sites = _site_keys(about)
    headings = [heading for heading in about.headings if key(heading) not in sites]
    slug = re.sub(r"[-_+]|\.\w{2,5}$", " ", address.rstrip("/").rpartition("/")[2])
    fits = [(max((_fit(heading, call) for call in [*calls, slug]), default=0.0), heading) for heading in headings]
    best = max(fits, key=lambda pair: pair[0], default=(0.0, ""))
    if best[0] >= FIT:
        return Finding(best[1], Evidence("headline.h1", best[1]))
    for heading in about.subheadings:
        if key(heading) not in sites and any(_fit(heading, call) >= CLOSE_FIT for call in calls):
            return Finding(heading, Evidence("headline.h2", heading))
    if len(headings) == 1 and len(words(headings[0])) > 1:
        return Finding(headings[0], Evidence("headline.only-h1", headings[0]))
    if calls:
        return Finding(without_site(calls[0], sites), Evidence("headline.stated", calls[0]))
    return Finding(headings[0], Evidence("headline.h1", headings[0], weak=True)) if headings else None


def _site_keys(about: Metadata) -> set[str]:
    """What names the site: as stated, or behind a bar in the page's title if the part before is longer."""
    sites = {key(site) for site in _sites(about)}
    match = SUFFIX.search(about.title)
    if match and len(about.title[: match.start()]) > len(about.title[match.end() :]):
        sites.add(key(about.title[match.end() :]))
    return sites - {""}


def without_site(title: str, sites: set[str]) -> str:
    """A page's title without the site's name behind or before it."""
    parts = [part.strip() for part in re.split(r"\s[|•·»›]\s|\s[-–—]\s", title) if part.strip()]
    rest = [part for part in parts if key(part) not in sites]
    if "|" in title and len(parts) == 2 and len(words(parts[1])) > 2 * len(words(parts[0])):
        return parts[1]  # the site's name before the headline
    if len(rest) == 1 and len(words(rest[0])) > 1:
        return rest[0]
    match = SUFFIX.search(title)
    if (
        match
        and (key(title[match.end() :]) in sites or "|" in match.group())
        and len(words(title[: match.start()])) > 1
    ):
        return title[: match.start()]
    return title


def outlet(tree: Tree, about: Metadata, address: str, context: Context) -> Finding | None:
    """site.yaml's name for the address; else what the page calls its site or its publisher; else the host.

    A page without an address links to its own site more often than to any other.
    """
    named = next(_sites(about), "")
    if known := stated.source(named, address or _most_linked(tree), context):
        if known.why.rule == "stated.source":
            return Finding(known.value, Evidence("source.page", named))
        return known
    return None


def _most_linked(tree: Tree) -> str:
    hosts = Counter(host for node in tree.iter("a") if (host := stated.host_of((node.get("href") or "").strip())))
    best = hosts.most_common(1)
    enough = best and best[0][1] >= max(MIN_LINKS, sum(hosts.values()) * 0.5)
    return f"https://{best[0][0]}/" if enough else ""


def _sites(about: Metadata) -> Iterator[str]:
    yield from (value.lstrip("@") for value in about.meta.get("og:site_name", ()))
    for value in about.stated("publisher"):
        if name := page_metadata.name_of(value):
            yield name
    yield from (value.lstrip("@") for name in SITES for value in about.meta.get(name, ()))


def authors(tree: Tree, about: Metadata, near: Sequence[tuple[int, str]]) -> Finding | None:
    """JSON-LD, then <meta>, then a byline beside the headline, then what is marked as author, then trafilatura's rules.

    The outlet's own name, which stands there where nobody is named, comes last.
    """
    sites = _site_keys(about)
    outlets: list[Finding] = []
    for found in _authors(tree, about, near):
        names = tuple(name for name in found.value if key(name) not in sites and not _NOBODY.search(name))
        if names:
            return Finding(names, found.why)
        outlets.append(found)
    return next((found for found in outlets if not any(_NOBODY.search(name) for name in found.value)), None)


def _authors(tree: Tree, about: Metadata, near: Sequence[tuple[int, str]]) -> Iterator[Finding]:
    for value in about.stated("author"):
        if names := stated.authors(page_metadata.name_of(value)):
            yield Finding(names, Evidence("author.json-ld", page_metadata.name_of(value)))
    for name in AUTHORS:
        texts = [value for value in about.meta.get(name, ()) if "://" not in value and not value.startswith(("@", "/"))]
        if names := stated.authors("; ".join(texts)):
            yield Finding(names, Evidence(f"author.meta.{name}", "; ".join(texts)))
    if shown := page_near.authors(near):
        yield shown
    for node in tree.iter("a", "span", "div", "p", "address", "li"):
        if "author" in (node.get("rel"), node.get("itemprop")) or _BYLINE.search(node.get("class") or ""):
            text = fold(" ".join(map(str, node.itertext())))
            names = stated.authors(text) if len(text) <= MAX_BYLINE else ()
            if names and all(2 <= len(words(name)) <= 4 and not name.endswith(":") for name in names):
                yield Finding(names, Evidence("author.marked", text, weak=True))
    if text := import_module("trafilatura.metadata").extract_author(tree):
        yield Finding(stated.authors(text), Evidence("author.trafilatura", text, weak=True))


_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|author(?:-?name)?|autor(?:en)?|auteur|journalist)(?:$|[\s_-])", re.IGNORECASE
)


def section(about: Metadata) -> Finding | None:
    """What the page calls its section."""
    values = [page_metadata.name_of(value) for value in about.stated("articleSection")]
    value = next(filter(None, [*values, about.first("article:section", "og:article:section", "section")]), "")
    first = fold(value.partition(";")[0])
    return Finding(first, Evidence("section.page", value)) if first and len(first) <= 60 else None


def _fit(heading: str, call: str) -> float:
    """How well a heading fits one of the page's names: 1 where that begins or ends with it, else F1 of their words."""
    if match := SUFFIX.search(call):
        if key(heading) == key(call[: match.start()]):
            return 1.0
        if key(heading) == key(call[match.end() :]):
            return 0.95  # the site's name is more often behind the headline than before it
    a, b = Counter(_tokens(heading)), Counter(_tokens(call))
    shared = sum((a & b).values())
    return 2 * shared / (sum(a.values()) + sum(b.values())) if shared else 0.0


def _tokens(text: str) -> list[str]:
    folded = text.casefold()
    if " " in text:
        return [word.casefold() for word in words(text)]
    return [folded[i : i + 2] for i in range(len(folded) - 1)]
