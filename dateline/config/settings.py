"""What site.yaml may say, and its defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping

Rights = Literal["full", "excerpt", "link"]
RIGHTS: tuple[Rights, ...] = ("full", "excerpt", "link")
SITE_KEYS = (
    "title",
    "description",
    "base_url",
    "language",
    "contact",
    "repository",
    "rights",
    "index",
    "date_order",
    "cities",
    "columns",
    "tagging",
    "leave_out",
    "sources",
)
EXPORTED = ("title", "text", "date", "url", "source", "author", "language", "section", "summary", "place")
PARTS = ("search", "quotes", "related", "data", "tag_feeds", "citations", "charts", "pairs", "days", "found")
SOURCE_KEYS = ("name", "also", "homepage", "country", "state_affiliated", "rights", "index")


class Source(Struct, frozen=True):
    """An outlet that the corpus knows of."""

    name: str
    also: tuple[str, ...] = ()  # other names under which articles credit it
    homepage: str = ""
    country: str = ""  # ISO 3166-1 alpha-2
    state_affiliated: bool = False
    rights: Rights | Literal[""] = ""  # empty: the site's default
    index: bool | None = None  # None: the site's default


class Config(Struct, frozen=True):
    """What site.yaml says, with defaults for what it leaves out."""

    title: str = "News archive"
    description: str = ""
    base_url: str = ""  # absolute, ends with a slash; empty: not known, and absolute addresses are left out
    language: str = "en"  # of the interface, BCP 47
    contact: str = ""  # an e-mail address or a page, for readers
    repository: str = ""  # where a reader can report an error
    rights: Rights = "full"
    index: bool = False  # may search engines list the pages of articles that others wrote
    date_order: Literal["dmy", "mdy", ""] = ""  # how 03/04/2021 is read where nothing else decides
    cities: bool = False  # a large city alone gives its country
    columns: Mapping[str, str] = field(default_factory=dict)  # of exports: a column's name -> the field it holds
    tagging: bool = True  # False: no text is read for tags, and the lists that articles state are all
    leave_out: frozenset[str] = frozenset()  # those of PARTS that the site does without
    sources: tuple[Source, ...] = field(default_factory=tuple)

    def has(self, part: str) -> bool:
        """Does the site have this one of PARTS?"""
        return part not in self.leave_out
