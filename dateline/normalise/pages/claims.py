"""A page's tree and metadata -> the dates of publication that it states, the most trusted first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from dateline.model import When
from dateline.normalise import stated
from dateline.normalise.dating import dates
from dateline.normalise.lines.line import fold
from dateline.normalise.pages.metadata import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.normalise.blocks.tree import Tree
    from dateline.normalise.pages.metadata import Metadata
    from dateline.normalise.pages.place import Beside

PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "og:published_time",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "citation_publication_date",
    "citation_date", "pubdate", "publish_date", "publish-date", "publishdate", "published", "publication_date",
    "article.published", "rnews:datepublished", "date", "originalpublicationdate", "article_date_original",
    "bt:pubdate", "dc.terms.issued", "timestamp", "release_date", "article:create", "created", "apub:time", "og:time",
    "firstpublishedtime", "publishedtime", "weibo:article:create_at", "bytedance:published_time", "og:pubdate",
    "og:release_date",
)  # fmt: skip
CHANGED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "lastmod", "last-modified")
_MARKS = re.compile(
    r"(?:^|[\s:/])(?:datepublished|published|issued|created|pubdate|dc:date|dc:date\.issued)$", re.IGNORECASE
)
_CHANGE = re.compile(r"updat|modif|edit(?!or)|change|aktual|geaend", re.IGNORECASE)
_IN_SCRIPT = re.compile(
    r'"(?:first[-_]?)?(?:date[-_]?)?publi(?:sh|cation|shed)(?:ed|ing)?[-_]?(?:date|time|at|on)?\\?"\s*:\s*\\?"'
    r"(?P<value>\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?)",
    re.IGNORECASE,
)
STAMPS = ("data-timestamp", "data-datetime", "data-date", "data-time", "data-published", "title")  # of a <time>
_HATOM = re.compile(r"(?:^|\s)(?:published|dt-published|entry-date)(?:\s|$)", re.IGNORECASE)
BESIDE = 120  # elements between a headline and a <time> that may be its own; those above it count double
ABOUT = 3  # ancestors whose class tells what a <time> is for
MAX_SCRIPT = 2_000_000  # characters
Claim = tuple[When, str, str]  # the date, the rule, the words


def stated_dates(tree: Tree, about: Metadata) -> Iterator[Claim]:
    """JSON-LD, <meta>, microdata and RDFa."""
    for name in ("datePublished", "dateCreated"):
        for thing in (*about.articles, *about.others):
            if (value := thing.get(name)) and (point := when(value)):
                yield point, f"date.json-ld.{name}", str(value)
    for name in PUBLISHED:
        for value in about.meta.get(name, ()):
            if point := when(value):
                yield point, f"date.meta.{name}", value
    yield from _marked(tree)
    for value in about.stated("uploadDate"):
        if point := when(value):
            yield point, "date.json-ld.uploadDate", str(value)


def stated_values(about: Metadata) -> Iterator[str]:
    """What stands where JSON-LD and <meta> state a date of publication, whatever it says."""
    for name in ("datePublished", "dateCreated"):
        yield from (value for value in about.stated(name) if isinstance(value, str))
    for name in PUBLISHED:
        yield from about.meta.get(name, ())


def changed_days(tree: Tree, about: Metadata) -> set[str]:
    """The days on which the page says that it was changed."""
    values = [value for value in about.stated("dateModified") if isinstance(value, str)]
    values += (value for name in CHANGED for value in about.meta.get(name, ()))
    for node in tree.iter("time"):
        marks = f"{node.get('class') or ''} {node.get('itemprop') or ''}"
        if _CHANGE.search(marks) and "publish" not in marks.casefold():
            values += (node.get("datetime") or "", fold(node.text_content()))
    return {point.date for value in values if value and (point := when(value))}


def _marked(tree: Tree) -> Iterator[Claim]:
    """Those of the article before those of what has no name, and none of a comment, a picture or a person."""
    found: list[tuple[int, Claim]] = []
    for node in tree.iter("time", "meta", "span", "div", "p", "abbr", "li", "a", "td"):
        mark = node.get("itemprop") or (node.get("property") if node.tag != "meta" else "") or ""
        is_shown = node.tag == "abbr" and bool(node.get("title")) and _HATOM.search(node.get("class") or "")
        if not _MARKS.search(mark) and node.get("pubdate") is None and not is_shown:
            continue
        text = fold(node.get("datetime") or node.get("content") or "")
        text = text or fold(node.get("title") or "" if is_shown else node.text_content())
        scope = next((kind for up in node.iterancestors() if (kind := up.get("itemtype"))), "")
        if (point := when(text)) and (not scope or ARTICLE.search(scope)):
            found.append((0 if scope else 1, (point, "date.microdata", text)))
    yield from (claim for _, claim in sorted(found, key=lambda pair: pair[0]))


def _said(node: Tree) -> str:
    """What a <time> says of itself to programs, else to readers."""
    said = (node.get(name) for name in ("datetime", *STAMPS))
    return next((value for value in said if value and when(value)), "") or node.text_content()


def beside_headline(tree: Tree, beside: Beside) -> Claim | None:
    """The <time> that stands nearest to the headline and is not that of a change, a comment or another article."""
    if beside.headline < 0:
        return None
    own = list(beside.nearest(tree.iter("time")))
    for node in own:
        if beside.distance(node) > BESIDE and len(own) > 1:
            return None
        text = fold(_said(node))
        about = [node, *list(node.iterancestors())[:ABOUT]]
        if any(_CHANGE.search(f"{up.get('class') or ''} {up.get('id') or ''}") for up in about):
            continue
        if (point := when(text)) and point.day:
            return point, "date.time-beside-headline", text
    return None


def in_scripts(tree: Tree) -> Claim | None:
    """What scripts hold under a name for the time of publication, where all of them say the same day."""
    found = [
        match["value"]
        for node in tree.iter("script")
        if node.text and len(node.text) <= MAX_SCRIPT
        for match in _IN_SCRIPT.finditer(node.text)
    ]
    points = [point for value in found if (point := when(value))]
    if points and len({point.date for point in points}) == 1:
        return points[0], "date.script", found[0]
    return None


def when(value: Any) -> When | None:
    """The date of a value, a month at least; what a page states of itself is not older than the web."""
    found = stated.when(str(value), "") if isinstance(value, str | int) else None
    if found is None or found.when.year < dates.FIRST_WEB_YEAR or not found.when.month:
        return None
    return found.when
