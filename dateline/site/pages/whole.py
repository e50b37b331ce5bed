"""A list too long for one page that time cannot cut -> pages of a hundred headlines, one after the other.

So is every article reached, though thousands lack a date, or bear the day on which somebody exported them all.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.site.planned import Planned, digest
from dateline.site.shown.parts import FULL_ROWS
from dateline.site.views import Group, Link, Neighbours, Page, Slice
from dateline.site.words.language import forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.cards import Key
    from dateline.library import Item
    from dateline.site.shown.parts import Parts

PART = FULL_ROWS
ALL = forms("All %(n)s article", "All %(n)s articles")


class Listing(Struct, frozen=True):
    """A list and where it belongs."""

    title: str
    address: str  # of its first page: undated/all/
    items: Sequence[Item]  # in the order in which they stand
    crumbs: tuple[Link, ...]  # the last one is the page that it belongs to
    keys: tuple[Key, ...] = ()  # the subjects that it is about


def way(parts: Parts, address: str, count: int) -> Link:
    """All 1,200 articles: what leads from a page that shows some of a list to the whole of it."""
    return Link(parts.language.number_of(*ALL, count), address)


def is_long(items: Sequence[Item]) -> bool:
    """Is one page of its own kind not enough for a list?"""
    return len(items) > PART


def whole(parts: Parts, listing: Listing, most: int | None = None) -> Iterator[Planned]:
    """Its pages, if it is longer than what is shown of it where it belongs."""
    if len(listing.items) <= (PART if most is None else most):
        return
    starts = range(0, len(listing.items), PART)
    faces = [parts.digests.face(key) for key in listing.keys]
    for start in starts:
        shown = listing.items[start : start + PART]
        inputs = digest(listing.title, faces, parts.digests.group(shown), len(listing.items))
        yield Planned(_address(listing, start), inputs, partial(_page, parts, listing, start))


def _address(listing: Listing, start: int) -> str:
    return f"{listing.address}{start // PART + 1}/" if start else listing.address


def _page(parts: Parts, listing: Listing, start: int) -> Iterator[Page]:
    shown = listing.items[start : start + PART]
    span, address = _span(parts, listing, start), _address(listing, start)
    alone = len(listing.items) <= PART
    title = listing.title if alone else f"{listing.title}, {span}"
    facts = parts.articles(len(listing.items))
    before = start - PART if start else None
    after = start + PART if start + PART < len(listing.items) else None
    earlier, later = (
        None if place is None else Link(_span(parts, listing, place), _address(listing, place))
        for place in (before, after)
    )
    rows = parts.rows(shown, listing.keys[0] if listing.keys else None, snippet=False, tags=False)
    context = Slice(
        head=parts.head(
            title,
            f"{title}: {facts}.",
            address,
            section=f"{listing.keys[0][0]}/" if listing.keys else "timeline/",
            crumbs=listing.crumbs,
        ),
        here=parts.here(shown),
        tags=tuple(parts.tag(key) for key in listing.keys),
        title=title,
        facts=facts,
        groups=(Group(parts.language.text("Articles") if alone else span, "articles", "", len(shown), rows),),
        neighbours=Neighbours(earlier=earlier, later=later),
    )
    yield Page(f"{address}index.html", "slice", context)


def _span(parts: Parts, listing: Listing, start: int) -> str:
    """101–200, the places in the list."""
    last = min(start + PART, len(listing.items))
    return f"{parts.language.count(start + 1)}–{parts.language.count(last)}"
