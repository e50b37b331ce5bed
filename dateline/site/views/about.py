"""What the pages about the archive are given: method, search, and the one for lost readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.site.views.shared import Context

if TYPE_CHECKING:
    from dateline.site.views.shared import Link, RankList, TagLink


class Coverage(Struct, frozen=True):
    """A row of the table of sources."""

    tag: TagLink
    count: int
    span: str


class About(Context, frozen=True, kw_only=True):
    description: str
    facts: str
    coverage: tuple[Coverage, ...]
    more: Link | None  # to all sources, where the table has the first ones
    dates: tuple[tuple[str, int], ...]  # how dates were found, and for how many articles
    precise: tuple[tuple[str, int], ...]
    left_out: tuple[tuple[str, int], ...]  # reason, lines
    rights: str
    contact: str
    repository: str


class Search(Context, frozen=True, kw_only=True):
    ways: tuple[tuple[Link, str], ...]
    lists: tuple[RankList, ...]
    facets: tuple[tuple[str, str], ...]  # that narrow: their names in the address, and what they are called


class NotFound(Context, frozen=True, kw_only=True):
    ways: tuple[tuple[Link, str], ...]
    months: str  # that have articles: 2018-07 2020-10
