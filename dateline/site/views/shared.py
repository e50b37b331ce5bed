"""What many pages are made of: links, rows, ranked lists, heads, and what all pages share."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from dateline.model import Facet
    from dateline.site.charts.spine import Spine

T = TypeVar("T")


class Link(Struct, frozen=True):
    """Words that lead to a page of the site."""

    text: str
    address: str


class TagLink(Struct, frozen=True):
    """A person, country, topic or source, with its mark."""

    facet: Facet
    name: str
    address: str


class Row(Struct, frozen=True):
    """One article in a list."""

    iso: str  # date for machines; empty: undated
    date: str
    title: str
    address: str
    language: str  # of the title, where it is not the page's
    direction: str  # of the title, where it has a language of its own: ltr or rtl
    snippet: Markup
    source: TagLink | None
    words: int
    tags: tuple[TagLink, ...]
    coins: str = ""  # what reference managers read of it


class Rank(Struct, frozen=True):
    """One subject in a list, with how many articles it has."""

    tag: TagLink
    count: int
    spark: str  # path; empty: no sparkline
    note: str = ""  # said in place of the bare count: "4 of 9"
    both: str = ""  # address of the page of this subject and the page's own together


class RankList(Struct, frozen=True):
    """Subjects of one facet, most articles first."""

    title: str
    facet: Facet
    rows: tuple[Rank, ...]
    more: Link | None = None


class Group(Struct, frozen=True):
    """Articles under a heading."""

    title: str
    id: str
    address: str  # of the heading's own page; empty: none
    count: int  # of all articles that belong there, shown or not
    rows: tuple[Row, ...]
    more: Link | None = None


class Neighbours(Struct, frozen=True):
    """The way on in time."""

    earlier: Link | None = None
    earlier_note: str = ""
    later: Link | None = None
    later_note: str = ""
    by_time: bool = True  # else they only stand before and after it in a list


class Feed(Struct, frozen=True):
    """A feed that a page offers: Atom, and the same as JSON beside it."""

    title: str
    address: str

    @property
    def json(self) -> str:
        return self.address.removesuffix("xml") + "json"


class Head(Struct, frozen=True):
    """What a page says of itself to browsers, search engines and readers' programs."""

    title: str  # without the site's name
    description: str
    address: str  # of the page
    section: str = ""  # the masthead's entry that is marked as current: its address
    crumbs: tuple[Link, ...] = ()
    feed: Feed | None = None
    index: bool = True  # may search engines list it
    kind: str = "website"  # og:type
    published: str = ""  # ISO date of an article
    modified: str = ""
    language: str = ""  # og:locale of an article in another language
    data: str = ""  # JSON-LD
    metadata: tuple[tuple[str, str], ...] = ()  # name and content


class Here(Struct, frozen=True):
    """This page's place on the spine."""

    marks: str = ""  # path
    years: frozenset[int] = frozenset()


class Context(Struct, frozen=True, kw_only=True):
    """What every page has."""

    head: Head
    here: Here


class Named(dict[str, T]):
    """A mapping whose values templates ask for as attributes: Jinja finds those of any mapping, but not so soon."""

    def __init__(self, values: Mapping[str, T]) -> None:
        super().__init__(values)
        self.__dict__ = self


class Site(Struct, frozen=True):
    """What all pages share; nothing in it grows with the corpus."""

    title: str
    first_words: str  # of the title, for the masthead
    last_word: str
    description: str
    language: str
    direction: str
    base_url: str
    nav: tuple[Link, ...]
    sections: frozenset[str]  # the addresses of `nav`
    styles: Named[str]  # addresses of assets, by the names of assets.STYLES and assets.SCRIPTS
    scripts: Named[str]
    fonts: tuple[str, ...]  # to be fetched early
    icon: str
    head_script: Markup
    policy: str  # Content-Security-Policy
    spine: Spine | None
    spark_width: int
    footer: tuple[Link, ...]
    has: Named[bool]  # of config.PARTS each, whether this site has it
    repository: str
    generator: str


class WorldMap(Struct, frozen=True):
    """A map, the words of its shades, and where its list stands."""

    svg: Markup
    legend: tuple[str, ...]  # one per shade, from few to many
