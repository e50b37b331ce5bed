"""What the page of an article is given, and the one that stands where an article was before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.site.views.shared import Context, Neighbours

if TYPE_CHECKING:
    from markupsafe import Markup

    from dateline.site.views.shared import Link, Neighbours, Row, TagLink
    from dateline.site.views.subjects import Wording


class Why(Struct, frozen=True):
    """A tag of an article and what it rests on."""

    tag: TagLink
    count: int
    anchor: str  # id of its first mention in the text; empty: none there
    wordings: tuple[Wording, ...]
    rules: str
    by_person: bool


class Said(Struct, frozen=True):
    """A quote of an article, and why it is its speaker's."""

    words: str
    said_as: str  # the speaker, as the article says it: "the minister"
    rule: str
    anchor: str  # empty: it has none in the text


class Trace(Struct, frozen=True):
    """How one field of an article was found."""

    field: str
    value: str
    rule: str
    line: int | None
    words: str
    weak: bool
    by_person: bool
    conflicts: tuple[str, ...]


class LeftOut(Struct, frozen=True):
    """A line that is not part of the text."""

    line: int
    text: str
    reason: str


class FoundLine(Struct, frozen=True):
    """A line of the raw text."""

    number: int  # 1-based
    text: str
    note: str  # the reason why it was set aside, or the fields that rest on it
    out: bool  # no part of the article


class Within(Struct, frozen=True):
    """The articles before and after this one that have a tag in common with it."""

    tag: TagLink
    neighbours: Neighbours


class Related(Struct, frozen=True):
    """An article that shares rare tags with this one."""

    row: Row
    reason: str


class Cited(Struct, frozen=True):
    """How to cite an article, in words and for reference managers."""

    words: str
    bibtex: str


class Article(Context, frozen=True, kw_only=True):
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
    contents: tuple[Link, ...]  # headings of a very long text
    excerpt: str  # why the text is not here in full; empty: it is
    original: str  # URL
    image_credit: str
    why: tuple[tuple[str, tuple[Why, ...]], ...]  # heading, tags
    said: tuple[tuple[TagLink, tuple[Said, ...]], ...]  # speaker, quotes
    seed: str
    record: int | None
    sha256: str
    traces: tuple[Trace, ...]
    aside: int  # lines that are not part of the text
    left_out: tuple[LeftOut, ...]  # of them those that are told one by one
    struck: tuple[tuple[str, int], ...]  # and of the others, which `found` shows, the reasons with their numbers
    found: tuple[FoundLine, ...]  # the raw text, line by line; empty where it may not be shown
    related: tuple[Related, ...]
    neighbours: Neighbours
    within: tuple[Within, ...]  # the way on in each of its stories
    cited: Cited | None  # how to cite it
    report: str  # URL


class Moved(Context, frozen=True, kw_only=True):
    now: Link  # the article, where it is now
