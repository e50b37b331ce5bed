"""What the pages of people, countries, topics and sources are given, and the lists of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.site.views.shared import Context

if TYPE_CHECKING:
    from markupsafe import Markup

    from dateline.model import Facet
    from dateline.site.charts.density import Chart
    from dateline.site.views.shared import Group, Link, Neighbours, Rank, RankList, TagLink, WorldMap


class Wording(Struct, frozen=True):
    """Words found in the corpus, and how often."""

    text: str
    count: int


class Words(Struct, frozen=True):
    """What a person says in one article."""

    iso: str
    date: str
    title: str
    address: str
    quotes: tuple[Link, ...]  # to their places in the article


class Subject(Context, frozen=True, kw_only=True):
    """A person, a country, a topic or a source."""

    facet: Facet
    label: str
    name: str
    named: bool  # else the articles that name no source
    code: str
    facts: Markup
    wordings: tuple[Wording, ...]  # the words that stood for it
    introduced: tuple[Wording, ...]  # the words before a person's name: offices, titles
    roles: tuple[str, ...]
    rule: str
    terms: tuple[str, ...]
    broader: TagLink | None
    narrower: tuple[TagLink, ...]
    beside: tuple[TagLink, ...]  # topics that share its broader one
    homepage: str
    taken: tuple[Wording, ...]  # how the dates of its articles were found
    locator: Markup | None
    chart: Chart | None
    groups: tuple[Group, ...]  # the articles: one group, or key days and the latest
    slices: tuple[Rank, ...]  # years with pages of their own
    first: Link | None
    words: tuple[Words, ...]  # what a person says, newest first
    unshown: int  # quotes that are left out for length
    together: tuple[RankList, ...]
    sources: RankList | None
    special: tuple[Rank, ...]


class Slice(Context, frozen=True, kw_only=True):
    """The articles of one subject in one year, or of two subjects together."""

    tags: tuple[TagLink, ...]
    title: str
    facts: str
    years: tuple[Rank, ...] = ()  # years with pages of their own
    groups: tuple[Group, ...]
    neighbours: Neighbours


class Company(Struct, frozen=True):
    """Who stands with whom: arcs beside a list of names, and the pairs as words."""

    names: tuple[TagLink, ...]
    width: int
    height: int
    paths: tuple[str, ...]  # from weak to strong
    sentence: str
    pairs: tuple[tuple[TagLink, TagLink, int], ...]


class Index(Context, frozen=True, kw_only=True):
    facet: Facet
    title: str
    facts: str
    map: WorldMap | None
    groups: tuple[RankList, ...]
    company: Company | None
    letters: tuple[Link, ...]
    filter: bool  # long enough for a filter field
