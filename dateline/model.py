"""The nouns: Seed, Draft, Article, When, Mention, Tag, Entry, Problem.

Values only. Nothing here reads, writes or decides; every other module may import this one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping  # noqa: TC003  the cache and the ledger read these types at run time
from typing import Any, Literal, Self

from msgspec import Struct, field

Facet = Literal["people", "countries", "topics", "sources"]
TAG_FACETS: tuple[Facet, ...] = ("people", "countries", "topics")  # the tag lists of an article's front matter
FACETS: tuple[Facet, ...] = (*TAG_FACETS, "sources")

# The form of a language tag (RFC 5646): en, pt-BR, zh-Hant, x-own; whether its parts are registered is not asked.
LANGUAGE = re.compile(r"(?:[a-z]{2,3}|[a-z]{5,8}|[xi](?=-))(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?")


class When(Struct, frozen=True, array_like=True, order=True):
    """A point in time as precise as its evidence: EDTF (ISO 8601-2) level 0.

    Orders by time; a year sorts before its months, a month before its days.
    """

    year: int
    month: int = 0  # 1-12; 0: not known
    day: int = 0  # 1-31; 0: not known
    hour: int = -1  # 0-23 on the clock of the place; -1: not known
    minute: int = -1

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2021`, `2021-05`, `2021-05-25` or `2021-05-25T16:17`; ValueError says what is wrong."""
        match = _EDTF.fullmatch(text.strip())
        if not match:
            raise ValueError(f"'{text}' is not a date of the form 2021, 2021-05, 2021-05-25 or 2021-05-25T16:17")
        year, month, day, hour, minute = (int(part) if part else None for part in match.groups())
        if year is None or year < 1:
            raise ValueError(f"'{text}' has no year that the calendar knows")
        if month is not None and not 1 <= month <= 12:
            raise ValueError(f"'{text}' has no month {month}")
        if day is not None and month is not None and not 1 <= day <= monthrange(year, month)[1]:
            raise ValueError(f"'{text}': {year:04}-{month:02} has no day {day}")
        if (hour is not None and hour > 23) or (minute is not None and minute > 59):
            raise ValueError(f"'{text}' has no such time of day")
        return cls(year, month or 0, day or 0, -1 if hour is None else hour, -1 if minute is None else minute)

    def __str__(self) -> str:
        text = f"{self.year:04}"
        if self.month:
            text += f"-{self.month:02}"
        if self.day:
            text += f"-{self.day:02}"
        if self.hour >= 0:
            text += f"T{self.hour:02}:{self.minute:02}"
        return text

    @property
    def precision(self) -> Literal["year", "month", "day", "minute"]:
        """The finest unit that is known."""
        if self.hour >= 0:
            return "minute"
        return "day" if self.day else "month" if self.month else "year"

    @property
    def date(self) -> str:
        """The same without the time of day."""
        return str(self)[:10]


Severity = Literal["error", "warning", "note"]


class Problem(Struct, frozen=True, order=True):
    """Something that a person should know of: where, what, and what to do next."""

    path: str  # relative to the site folder
    line: int  # 1-based; 0: the file as a whole
    code: str  # a letter (S seeds, C content, L ledger, V vocabulary, F site file, P program) and two digits
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        kind = "" if self.severity == "error" else f"{self.severity}: "
        said = visible(f"{where}: {self.code} {kind}{self.message}")
        return said + (f"\n    {visible(self.hint)}" if self.hint else "")


def visible(text: str) -> str:
    """One line in which nothing moves the cursor or turns the reading: names of files may hold anything."""
    return _UNSEEN.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


class SetAside(Struct, frozen=True):
    """A line of the seed, or a few together, that is neither body nor the whole evidence of a field."""

    line: int  # 1-based; of several the first
    text: str
    reason: str  # in words for the reader: "photo credit", "teaser of another article", ...


class Seed(Struct, frozen=True):
    """One raw article as found: its address under seeds/, its text, and what the format itself states."""

    path: str  # relative to seeds/, with forward slashes
    sha256: str  # of the file's bytes, hexadecimal
    text: str  # decoded; line ends are \n; nothing else is changed
    record: int | None = None  # 0-based, where one file holds many articles
    format: str = "text"  # the reader that made it: text, page, export, ...
    fields: Mapping[str, str] = field(default_factory=dict)  # what the format states: title, date, url, author, ...
    first_line: int = 1  # the line of the file at which `text` begins, 1-based
    apart: tuple[SetAside, ...] = ()  # lines beside it that the format tells from the article's
    member_sha256: str = ""  # in an archive, or packed: of the bytes of its own file, before they were packed


class Evidence(Struct, frozen=True):
    """Why a field has its value."""

    rule: str  # the rule's name, such as "headline.first-line" or "date.stamp"
    text: str = ""  # the words that it rests on, as found
    line: int | None = None  # 1-based line of the seed; None where the format states the value
    weak: bool = False  # true where the words may mean something else (the day of an event, say)
    conflicts: tuple[str, ...] = ()  # other values that the seed offers, each with its place


class Article(Struct, frozen=True, array_like=True):
    """One article of the corpus: what its file in content/articles/ says."""

    title: str
    body: str  # Markdown, paragraphs unwrapped, one blank line between blocks, no blank lines at its ends
    date: When | None = None
    place: str = ""  # the dateline
    source: str = ""  # the outlet
    author: tuple[str, ...] = ()
    section: str = ""
    language: str = ""  # BCP 47: en, et, pt-BR
    summary: str = ""  # the lead, plain text
    people: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    seed: str = ""  # relative to seeds/; empty for an article written by hand
    record: int | None = None
    slug: str = ""
    url: str = ""  # of the original
    rights: str = ""  # full | excerpt | link; empty: the source's default
    title_derived: bool = False  # the seed has no headline: this one is made from the lead
    image_credit: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)  # keys that a person added, kept as they are


class Draft(Struct, frozen=True):
    """What the normaliser makes of one seed: an article without tags, and the reasons."""

    article: Article
    evidence: Mapping[str, Evidence]  # front-matter field -> why; only fields that have a value
    set_aside: tuple[SetAside, ...] = ()
    problems: tuple[Problem, ...] = ()  # what a person should know of the seed
    refused: bool = False  # no article: it is left out, and `problems` say why


class Mention(Struct, frozen=True, array_like=True):
    """One place of an article's text at which a person, a country or a topic is named."""

    facet: Facet
    name: str  # the canonical name that it counts for
    text: str  # the words, as they stand there
    start: int  # offset into the text in which it stands, in characters
    end: int
    rule: str  # the rule that read it so, such as "people.title" or "countries.demonym"
    part: Literal["title", "body"] = "body"  # the text that `start` and `end` count in


class Tag(Struct, frozen=True, array_like=True):
    """One entry of an article's tag lists, with what it rests on."""

    facet: Facet
    name: str  # as the front matter says it
    code: str = ""  # ISO 3166-1 alpha-2 (XK: Kosovo), IPTC Media Topic (medtop:20000598), Wikidata id
    weight: float = 0.0  # strength within the article; comparable within one facet of one article
    mentions: tuple[Mention, ...] = ()  # in the order of the text: the title first
    by: Literal["machine", "person"] = "machine"
    rule: str = ""  # where no single mention says it: "topics.parent", "people.corpus", ...


class Quote(Struct, frozen=True, array_like=True):
    """Words that stand between quotation marks, or behind a speaker's name in a transcript."""

    text: str  # without the marks, as plain words
    start: int  # offsets into the body, in characters
    end: int
    speaker: str = ""  # the canonical name; empty where it is not sure, or nobody whom the article is tagged with
    speaker_text: str = ""  # who speaks, as the article says it: "the ministry", "he"; empty where it does not say
    rule: str = ""  # why it is that speaker: "quotes.said-name"; empty where no rule holds
    paragraph: int = 0  # 0-based, of the lines that are not blank
    continues: bool = False  # the same words go on from the quote before


class Entry(Struct, frozen=True, array_like=True):
    """One article of the library: the article, its address, its tags, and how it came to be."""

    article: Article
    path: str  # of its file, relative to content/articles/, with forward slashes
    address: str  # of its page, relative to the site's root: 2021/05/25/some-slug/
    tags: tuple[Tag, ...]
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    set_aside: tuple[SetAside, ...] = ()
    sha256: str = ""  # of the seed
    by_person: frozenset[str] = frozenset()  # the front-matter fields that a person set
    quotes: tuple[Quote, ...] = ()  # who says what, in the order of the text
    formerly: tuple[str, ...] = ()  # addresses that the page had before; each becomes a redirect
    removed: Mapping[str, list[str]] = field(default_factory=dict)  # facet -> tags that a person took away
