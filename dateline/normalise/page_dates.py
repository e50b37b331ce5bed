"""A page -> when it was published: what it states, set right by what it shows; else what it shows; else htmldate."""

from __future__ import annotations

import re
from datetime import date as day
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from dateline.model import Evidence, When
from dateline.normalise import dates, page_near, stated
from dateline.normalise.findings import Finding
from dateline.normalise.lines import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.normalise.context import Order
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
_ADDRESS = re.compile(r"/(20\d\d|19\d\d)[/-](\d\d?)[/-](\d\d?)(?=/|-|$|\D)|/(20\d\d)(\d\d)(\d\d)(?=\D|$)")
_UTC = re.compile(r"(?:Z|GMT|UTC|[+-]00:?00)\s*$")
WEST, EAST = 12, 14  # hours of the day in UTC before, and from, which it may be another day west and east of Greenwich
Stated = tuple[When, str, str]  # the date, the rule, the words


def find(
    tree: Tree,
    about: Metadata,
    address: str,
    lines: Sequence[tuple[int, str]],
    near: Sequence[tuple[int, str]],
    order: Order,
) -> Finding | None:
    """The date with its evidence."""
    language = about.language[:2].casefold()
    found = list(_stated(tree, about))
    if found:
        when, rule, text = _on_its_own_clock(found, lines, language, order)
        others = (f"{other} ({name})" for other, name, _ in found if other.date != when.date)
        return Finding(when, Evidence(rule, text, conflicts=tuple(dict.fromkeys(others))))
    if shown := page_near.date(near, language, order):
        return shown
    if match := _ADDRESS.search(address):
        year, month, number = (int(part) for part in match.groups() if part)
        if when_stated := dates.when(year, month, number):
            return Finding(when_stated, Evidence("date.address", address))
    return _by_htmldate(tree, address)


def _stated(tree: Tree, about: Metadata) -> Iterator[Stated]:
    for name in ("datePublished", "dateCreated", "uploadDate"):
        for value in about.stated(name):
            if when := _when(value):
                yield when, f"date.json-ld.{name}", str(value)
    for name in PUBLISHED:
        for value in about.meta.get(name, ()):
            if when := _when(value):
                yield when, f"date.meta.{name}", value
    for node in tree.iter("time", "meta", "span", "div", "p", "abbr", "li", "a", "td"):
        marked = (node.get("itemprop") or "").casefold() == "datepublished" or node.get("pubdate") is not None
        if marked:
            text = fold(node.get("datetime") or node.get("content") or node.text_content())
            if when := _when(text):
                yield when, "date.microdata", text


def _when(value: Any) -> When | None:
    found = stated.when(str(value), "") if isinstance(value, str | int) else None
    if found is None or found.when.year < dates.FIRST_WEB_YEAR or not found.when.month:
        return None
    return found.when


def _on_its_own_clock(found: Sequence[Stated], lines: Sequence[tuple[int, str]], language: str, order: Order) -> Stated:
    """The first date; but where it is in UTC and the page shows the day before or after instead, that day."""
    when, rule, text = found[0]
    if not _UTC.search(text) or when.hour < 0:
        return found[0]
    own = day(when.year, when.month, when.day)
    beside = (
        {str(own - timedelta(1))} if when.hour < WEST else {str(own + timedelta(1))} if when.hour >= EAST else set()
    )
    local = next((one for one in found if one[0].date in beside and not _UTC.search(one[2])), None)
    if local:
        return local
    shown = page_near.dates_shown(lines, language, order)
    days = beside & shown
    if when.date not in shown and len(days) == 1:
        return When.parse(days.pop()), f"{rule}, on the page's own clock", text
    return found[0]


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
