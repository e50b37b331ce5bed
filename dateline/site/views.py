"""What templates are given: one frozen context per kind of page, and the parts that several of them share.

An address is relative to the site's root; a template turns it into a link with `url(…)`. Text is plain and gets
escaped; what is HTML already is Markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from dateline.model import Facet
    from dateline.site.charts.calendar import Month as Calendar
    from dateline.site.charts.density import Chart
    from dateline.site.charts.spine import Spine


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a page of the site."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class TagLink:
    """A person, country, topic or source, with its mark."""

    facet: Facet
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """One article in a list."""

    iso: str  # date for machines; empty: undated
    date: str
    title: str
    address: str
    language: str  # of the title, where it is not the page's
    snippet: Markup
    source: TagLink | None
    words: int
    tags: tuple[TagLink, ...]


@dataclass(frozen=True, slots=True)
class Rank:
    """One subject in a list, with how many articles it has."""

    tag: TagLink
    count: int
    spark: str  # path; empty: no sparkline
    note: str = ""  # said in place of the bare count: "4 of 9"
    both: str = ""  # address of the page of this subject and the page's own together


@dataclass(frozen=True, slots=True)
class RankList:
    """Subjects of one facet, most articles first."""

    title: str
    facet: Facet
    rows: tuple[Rank, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Articles under a heading."""

    title: str
    id: str
    address: str  # of the heading's own page; empty: none
    count: int  # of all articles that belong there, shown or not
    rows: tuple[Row, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The way on in time."""

    earlier: Link | None = None
    earlier_note: str = ""
    later: Link | None = None
    later_note: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that a page offers."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Head:
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


@dataclass(frozen=True, slots=True)
class Here:
    """This page's place on the spine."""

    marks: str = ""  # path
    years: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What every page has."""

    head: Head
    here: Here


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages share; nothing in it grows with the corpus."""

    title: str
    first_words: str  # of the title, for the masthead
    last_word: str
    description: str
    language: str
    direction: str
    articles: int
    base_url: str
    nav: tuple[Link, ...]
    stylesheet: str  # addresses of assets
    search_stylesheet: str
    script: str
    search_script: str
    fonts: tuple[str, ...]  # to be fetched early
    icon: str
    head_script: Markup
    policy: str  # Content-Security-Policy
    spine: Spine | None
    spark_width: int
    footer: tuple[Link, ...]
    repository: str
    generator: str


@dataclass(frozen=True, slots=True)
class WorldMap:
    """A map, the words of its shades, and where its list stands."""

    svg: Markup
    legend: tuple[str, ...]  # one per shade, from few to many


@dataclass(frozen=True, slots=True, kw_only=True)
class Home(Context):
    facts: tuple[Link, ...]  # "5 articles" and where they are
    time: str  # from when to when
    chart: Chart | None
    latest: tuple[Row, ...]
    lists: tuple[RankList, ...]
    map: WorldMap | None
    inset: WorldMap | None
    busiest_title: str
    busiest: tuple[Link, ...]  # days or months
    sources: RankList | None


@dataclass(frozen=True, slots=True)
class MonthCell:
    """A month in the timeline's row of a year."""

    text: str
    count: int
    shade: int  # 0: no article; 1 to 5 by quantile
    address: str


@dataclass(frozen=True, slots=True)
class YearBlock:
    """A year of the timeline, or a run of years without articles."""

    title: str
    id: str
    address: str
    count: int
    months: tuple[MonthCell, ...]
    tags: tuple[TagLink, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(Context):
    facts: str
    chart: Chart | None
    years: tuple[YearBlock, ...]
    undated: Group | None


@dataclass(frozen=True, slots=True)
class YearMonth:
    """A month's calendar on the page of its year."""

    text: str
    count: int
    address: str
    calendar: Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Year(Context):
    title: str
    facts: str
    calendars: tuple[YearMonth, ...]
    groups: tuple[Group, ...]
    special: tuple[Rank, ...]  # who and what this year has more of than the whole
    neighbours: Neighbours


@dataclass(frozen=True, slots=True)
class Day:
    """A day in a month's strip."""

    number: int
    count: int
    address: str
    shade: int
    unit: str  # what is counted, for readers who hear it: "articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Month(Context):
    title: str
    facts: str
    blanks: int  # cells before the first day
    weekdays: tuple[tuple[str, str], ...]  # short and full name, in the order of the week
    days: tuple[Day, ...]
    lists: tuple[RankList, ...]
    groups: tuple[Group, ...]
    special: tuple[Rank, ...]
    neighbours: Neighbours


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPage(Context):
    title: str
    weekday: str
    facts: str
    groups: tuple[Group, ...]
    other_years: tuple[Link, ...]
    lists: tuple[RankList, ...]
    neighbours: Neighbours


@dataclass(frozen=True, slots=True)
class Wording:
    """Words found in the corpus, and how often."""

    text: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject(Context):
    """A person, a country, a topic or a source."""

    facet: Facet
    label: str
    name: str
    code: str
    facts: Markup
    wordings: tuple[Wording, ...]  # the words that stood for it
    roles: tuple[str, ...]
    rule: str
    terms: tuple[str, ...]
    broader: TagLink | None
    narrower: tuple[TagLink, ...]
    homepage: str
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice(Context):
    """The articles of one subject in one year, or of two subjects together."""

    tags: tuple[TagLink, ...]
    title: str
    facts: str
    groups: tuple[Group, ...]
    neighbours: Neighbours


@dataclass(frozen=True, slots=True)
class Company:
    """Who stands with whom: arcs beside a list of names, and the pairs as words."""

    names: tuple[TagLink, ...]
    width: int
    height: int
    paths: tuple[str, ...]  # from weak to strong
    sentence: str
    pairs: tuple[tuple[TagLink, TagLink, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index(Context):
    facet: Facet
    title: str
    facts: str
    map: WorldMap | None
    groups: tuple[RankList, ...]
    company: Company | None
    letters: tuple[Link, ...]
    filter: bool  # long enough for a filter field


@dataclass(frozen=True, slots=True)
class Why:
    """A tag of an article and what it rests on."""

    tag: TagLink
    count: int
    anchor: str  # id of its first mention in the text; empty: none there
    wordings: tuple[Wording, ...]
    rules: str
    by_person: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A quote of an article, and why it is its speaker's."""

    words: str
    said_as: str  # the speaker, as the article says it: "the minister"
    rule: str
    anchor: str  # empty: it has none in the text


@dataclass(frozen=True, slots=True)
class Words:
    """A quote on its speaker's page."""

    words: str
    iso: str
    date: str
    title: str
    address: str  # of its place in the article


@dataclass(frozen=True, slots=True)
class Trace:
    """How one field of an article was found."""

    field: str
    value: str
    rule: str
    line: int | None
    words: str
    weak: bool
    by_person: bool
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that is not part of the text."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Related:
    """An article that shares rare tags with this one."""

    row: Row
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Context):
    title: str
    language: str
    direction: str
    iso: str
    date: str
    date_link: str  # the page of its day, month or year
    place: str
    source: TagLink | None
    author: str
    section: str
    words: int
    minutes: int
    short: bool  # below 60 words
    derived: bool  # the title is the program's
    body: Markup
    excerpt: str  # why the text is not here in full; empty: it is
    original: str  # URL
    image_credit: str
    why: tuple[tuple[str, tuple[Why, ...]], ...]  # heading, tags
    said: tuple[tuple[TagLink, tuple[Said, ...]], ...]  # speaker, quotes
    seed: str
    record: int | None
    sha256: str
    traces: tuple[Trace, ...]
    left_out: tuple[LeftOut, ...]
    related: tuple[Related, ...]
    neighbours: Neighbours
    next_in: tuple[tuple[TagLink, Link, str], ...]  # tag, its next article, date
    citation: str
    bibtex: str
    report: str  # URL


@dataclass(frozen=True, slots=True)
class Coverage:
    """A row of the table of sources."""

    tag: TagLink
    count: int
    span: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About(Context):
    description: str
    facts: str
    coverage: tuple[Coverage, ...]
    dates: tuple[tuple[str, int], ...]  # how dates were found, and for how many articles
    precise: tuple[tuple[str, int], ...]
    left_out: tuple[tuple[str, int], ...]  # reason, lines
    rights: str
    contact: str
    repository: str


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file for other programs."""

    name: str
    address: str
    about: str
    size: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Context):
    files: tuple[DataFile, ...]
    feeds: tuple[DataFile, ...]
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Search(Context):
    ways: tuple[tuple[Link, str], ...]
    lists: tuple[RankList, ...]
    words: Mapping[str, Any]  # what the script says, in the language of the interface


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFound(Context):
    ways: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved(Context):
    now: Link  # the article, where it is now


@dataclass(frozen=True, slots=True, kw_only=True)
class Undated(Context):
    facts: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the plan: where it goes, which template, and all that the template is given."""

    path: str  # of its file, relative to the site's root
    kind: str
    context: Context

    @property
    def template(self) -> str:
        return f"{self.kind}.html"
