"""What a page states of itself -> findings: headline, date, outlet, authors, section, address."""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from dateline.model import Evidence, When
from dateline.normalise import dates, page_metadata, stated
from dateline.normalise.findings import Finding
from dateline.normalise.headline import SUFFIX
from dateline.normalise.lines import fold, key, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.normalise.context import Context
    from dateline.normalise.page_metadata import Metadata
    from dateline.normalise.tree import Tree

PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "og:published_time",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "pubdate", "publish_date", "publish-date",
    "publishdate", "published", "publication_date", "article.published", "rnews:datepublished", "date",
    "originalpublicationdate", "article_date_original", "bt:pubdate", "dc.terms.issued", "timestamp", "release_date",
    "article:create", "created",
)  # fmt: skip
TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "title")
SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site", "dc.publisher")
AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "article:author_name")
FIT = 0.45  # overlap of a heading with what the page calls itself, below which it is the heading of something else
_ADDRESS_DATE = re.compile(r"/(20\d\d|19\d\d)[/-](\d\d?)[/-](\d\d?)(?=/|-|$|\D)|/(20\d\d)(\d\d)(\d\d)(?=\D|$)")


def headline(about: Metadata) -> Finding | None:
    """The heading that best fits what the page is called elsewhere; else that, without the site's name."""
    calls = [fold(html.unescape(str(value))) for value in about.stated("headline") if isinstance(value, str)]
    calls += [value for name in TITLES for value in about.meta.get(name, ())]
    if about.title:
        calls.append(about.title)
    calls = [call for call in calls if call]
    sites = {key(site) for site in _sites(about)}
    best, score = "", 0.0
    for heading in about.headings:
        fit = max((_overlap(heading, call) for call in calls), default=1.0 if len(about.headings) == 1 else 0.0)
        if fit > score and key(heading) not in sites:
            best, score = heading, fit
    if best and score >= FIT:
        return Finding(best, Evidence("headline.h1", best))
    if calls:
        return Finding(without_site(calls[0], sites), Evidence("headline.stated", calls[0]))
    return Finding(about.headings[0], Evidence("headline.h1", about.headings[0], weak=True)) if about.headings else None


def without_site(title: str, sites: set[str]) -> str:
    """A page's title without the site's name behind it."""
    match = SUFFIX.search(title)
    if (
        match
        and (key(title[match.end() :]) in sites or "|" in match.group())
        and len(words(title[: match.start()])) > 1
    ):
        return title[: match.start()]
    return title


def date(tree: Tree, about: Metadata, address: str) -> Finding | None:
    """JSON-LD, then <meta>, then <time> and microdata, then the address, then htmldate over the whole page."""
    found = list(_stated_dates(tree, about, address))
    conflicts = tuple(dict.fromkeys(f"{when} ({rule})" for when, rule, _ in found[1:] if when.date != found[0][0].date))
    if found:
        when, rule, text = found[0]
        return Finding(when, Evidence(rule, text, conflicts=conflicts))
    return _by_htmldate(tree, address)


def _stated_dates(tree: Tree, about: Metadata, address: str) -> Iterator[tuple[When, str, str]]:
    for name in ("datePublished", "dateCreated", "uploadDate"):
        for value in about.stated(name):
            if when := _when(value):
                yield when, f"date.json-ld.{name}", str(value)
    for name in PUBLISHED:
        for value in about.meta.get(name, ()):
            if when := _when(value):
                yield when, f"date.meta.{name}", value
    for node in tree.iter():
        marked = isinstance(node.tag, str) and (
            (node.get("itemprop") or "").casefold() == "datepublished"
            or (node.tag == "time" and node.get("pubdate") is not None)
        )
        if marked and (when := _when(node.get("datetime") or node.get("content") or node.text_content())):
            yield when, "date.microdata", fold(node.get("datetime") or node.get("content") or node.text_content())
    if match := _ADDRESS_DATE.search(address):
        year, month, day = (int(part) for part in match.groups() if part)
        if when := dates.when(year, month, day):
            yield when, "date.address", address


def _when(value: Any) -> When | None:
    found = stated.when(str(value), "") if isinstance(value, str | int) else None
    return (
        found.when
        if found and (found.when.day or found.when.month) and found.when.year > dates.FIRST_WEB_YEAR
        else None
    )


def _by_htmldate(tree: Tree, address: str) -> Finding | None:
    from htmldate import find_date  # only for pages that state nothing: it loads for a quarter of a second

    text = find_date(tree, original_date=True, url=address or None)
    if not text:
        return None
    when = When.parse(text)
    if when.month == when.day == 1 and not _says_first_of_january(tree, when):
        when = When(when.year)  # htmldate makes 1 January of a year that stands alone
    return Finding(when, Evidence("date.htmldate", text, weak=True))


def _says_first_of_january(tree: Tree, when: When) -> bool:
    text = " ".join(map(str, tree.itertext()))
    return any(found.when.date == when.date for found in dates.find(text[:200_000]))


def outlet(about: Metadata, address: str, context: Context) -> Finding | None:
    """site.yaml's name for the address; else what the page calls its site or its publisher; else the host."""
    named = next(_sites(about), "")
    if known := stated.source(named, address, context):
        if known.why.rule == "stated.source":
            return Finding(known.value, Evidence("source.page", named))
        return known
    return None


def _sites(about: Metadata) -> Iterator[str]:
    yield from (value.lstrip("@") for value in about.meta.get("og:site_name", ()))
    for value in about.stated("publisher"):
        if name := page_metadata.name_of(value):
            yield name
    yield from (value.lstrip("@") for name in SITES for value in about.meta.get(name, ()))


def authors(tree: Tree, about: Metadata) -> Finding | None:
    """JSON-LD, then <meta>, then what is marked as author in the page."""
    for value in about.stated("author"):
        if names := stated.authors(page_metadata.name_of(value)):
            return Finding(names, Evidence("author.json-ld", page_metadata.name_of(value)))
    for name in AUTHORS:
        texts = [value for value in about.meta.get(name, ()) if "://" not in value and not value.startswith(("@", "/"))]
        if names := stated.authors("; ".join(texts)):
            return Finding(names, Evidence(f"author.meta.{name}", "; ".join(texts)))
    for node in tree.iter("a", "span", "div", "p", "address", "li"):
        if (node.get("rel") or "") == "author" or (node.get("itemprop") or "") == "author" or _is_byline(node):
            text = fold(node.text_content())
            names = stated.authors(text) if len(text) <= 80 else ()
            if names and all(1 < len(words(name)) <= 4 for name in names):
                return Finding(names, Evidence("author.marked", text, weak=True))
    return None


_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|author(?:-?name)?|autor(?:en)?|auteur|journalist)(?:$|[\s_-])", re.IGNORECASE
)


def _is_byline(node: Tree) -> bool:
    return bool(_BYLINE.search(node.get("class") or ""))


def section(about: Metadata) -> Finding | None:
    """What the page calls its section."""
    values = [page_metadata.name_of(value) for value in about.stated("articleSection")]
    value = next(filter(None, [*values, about.first("article:section", "og:article:section", "section")]), "")
    first = fold(value.partition(";")[0])
    return Finding(first, Evidence("section.page", value)) if first and len(first) <= 60 else None


def _overlap(one: str, other: str) -> float:
    """F1 of the words (of the characters' pairs, where there are no spaces)."""
    a, b = Counter(_tokens(one)), Counter(_tokens(other))
    shared = sum((a & b).values())
    return 2 * shared / (sum(a.values()) + sum(b.values())) if shared else 0.0


def _tokens(text: str) -> list[str]:
    folded = text.casefold()
    return (
        [word.casefold() for word in words(text)]
        if " " in text
        else [folded[i : i + 2] for i in range(len(folded) - 1)]
    )
