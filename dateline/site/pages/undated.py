"""Library -> the articles in which no date was found: first by title, since nothing else orders them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dateline.site.pages import whole
from dateline.site.pages.whole import Listing
from dateline.site.planned import Planned
from dateline.site.shown.parts import FULL_ROWS
from dateline.site.views import Group, Link, Page, Undated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.site.shown.parts import Parts

ADDRESS = "undated/"
WHOLE = f"{ADDRESS}all/"


def undated(parts: Parts) -> Iterator[Planned]:
    """One page, and above a hundred articles lists of all."""
    items, title = parts.library.undated, parts.language.text("Undated")
    if items:
        yield Planned(ADDRESS, parts.digests.group(items), partial(_page, parts))
        crumbs = (*parts.crumbs_of_time(), Link(title, ADDRESS))
        yield from whole.whole(parts, Listing(title, WHOLE, items, crumbs))


def _page(parts: Parts) -> Iterator[Page]:
    items, language = parts.library.undated, parts.language
    description = language.text("%(n)s without a date that could be found.", n=parts.articles(len(items)))
    rows = parts.rows(items[: whole.PART], snippet=len(items) <= FULL_ROWS)
    more = whole.way(parts, WHOLE, len(items)) if len(rows) < len(items) else None
    context = Undated(
        head=parts.head(
            language.text("Undated"), description, ADDRESS, section="timeline/", crumbs=parts.crumbs_of_time()
        ),
        here=parts.here(()),
        facts=description,
        groups=(Group(language.text("Articles"), "articles", "", len(items), rows, more),),
    )
    yield Page(f"{ADDRESS}index.html", "undated", context)
