"""An article in its place -> what every format of citations says of it."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.site.citing import names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.library import Item
    from dateline.model import When
    from dateline.site.citing.names import Name

KEY_WORDS = 3
NAMES = 4096  # of tags, sources and sections, about 1 MB
# hexadecimal; a thousand pages with the same first words and year have all keys different 33 times in 34
KEY_DIGITS = 6


class Work(Struct, frozen=True):
    """A newspaper article as reference managers know it. Texts are one line each; empty: not known."""

    key: str  # the same as long as the page stays where it is, and no other article's
    title: str
    authors: tuple[Name, ...]
    source: str
    date: When | None
    url: str  # of the original; of the page where that is not known
    page: str  # whole address of the page in this archive
    language: str
    section: str
    keywords: tuple[str, ...]
    archive: str


def work(item: Item, page: str, archive: str, keywords: Iterable[str]) -> Work:
    """`page`: the whole address of the article's page, empty where the site does not know its own."""
    return Work(
        key=_key(item),
        title=_line(item.title),
        authors=tuple(names.parse(name) for name in item.author if name.strip()),
        source=_name(item.source),
        date=item.when,
        url=_line(item.url) or page,
        page=page,
        language=_name(item.language),
        section=_name(item.section),
        keywords=tuple(map(_name, keywords)),
        archive=_name(archive),
    )


def _key(item: Item) -> str:
    """harbour-opens-again-2021-3f2a9c: the page's first words, its year, and a digest of its address."""
    address = item.address
    words = address.strip("/").rpartition("/")[2].split("-")[:KEY_WORDS]
    year = [f"{item.when.year:04}"] if item.when else []
    return "-".join([*words, *year, hashlib.sha256(address.encode()).hexdigest()[:KEY_DIGITS]])


@lru_cache(maxsize=NAMES)
def _name(text: str) -> str:
    """What many articles say, as one line."""
    return _line(text)


def _line(text: str) -> str:
    return " ".join(text.split())
