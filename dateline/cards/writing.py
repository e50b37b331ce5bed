"""Entry -> its card.

A card is made of plain values and can be stored; whoever shows the text itself, its mentions, its quotes or the
evidence behind it asks for the entry (`library.Item.entry`).
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dateline.model import LANGUAGE, TAG_FACETS, Facet, When
from dateline.plaintext import snippets, wordcount
from dateline.tools import web

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.model import Article, Entry

Key = tuple[Facet, str]  # a tag of the whole corpus: facet and name
UNATTRIBUTED = ""  # the source of articles that name none
OPENING = 320  # characters that a card has of an article; nothing that lists, feeds or tables show is longer
MARGIN = 4  # times as much Markdown as text is looked at: its syntax falls away
EXCERPT = 600  # characters of a first paragraph that are shown where no more than an excerpt may be
SIGNS = 5  # characters by which two texts of the same letters may differ in length: a full stop, quotation marks
_NO_WORD = re.compile(r"[\W_]+")
CORRECTED = ("updated", "modified")  # keys of front matter that a person may add
_ENCODER = msgspec.msgpack.Encoder(order="deterministic", enc_hook=str)


class Dating(Struct, frozen=True, array_like=True):
    """How an article came by its date."""

    rule: str  # the evidence's; empty: there is none
    weak: bool
    by_person: bool


class Card(Struct, frozen=True, array_like=True):
    """One article, as far as others tell of it."""

    own: bytes  # digest of all that its entry says
    link: bytes  # digest of what a link to it says: its title, address and date
    title: str
    address: str  # of its page
    formerly: tuple[str, ...]
    path: str  # of its file, relative to content/articles/
    when: When | None
    corrected: str  # the day, month or year of its last correction; empty: none is stated
    source: str
    author: tuple[str, ...]
    section: str
    language: str
    url: str  # of the original
    rights: str  # its own word: full, excerpt, link; empty: its source's
    seed: str
    record: int | None
    words: int
    keys: tuple[Key, ...]  # its tags and its source, each facet in the order of the entry
    codes: tuple[str, ...]  # of the keys, in their order; empty: none
    opening: str  # its first words on one line of plain text, or its summary
    first: int  # characters of `opening` that an excerpt may show: those of its first paragraph
    dating: Dating
    aside: tuple[str, ...]  # the reason for each line of its seed that was set aside
    tells: bool  # anything of its tags (`told.tell`)


def card(entry: Entry) -> Card:
    """The card of an entry that is `sound`."""
    article = entry.article
    keys = _keys(entry)
    codes = {(tag.facet, tag.name): tag.code for tag in entry.tags if tag.code}
    opening, first = _opening(article)
    evidence = entry.evidence.get("date")
    return Card(
        own=_digest(entry),
        link=_digest((article.title, entry.address, article.date)),
        title=article.title,
        address=entry.address,
        formerly=entry.formerly,
        path=entry.path,
        when=article.date,
        corrected=max((when.date for when in _corrections(article)), default=""),
        source=article.source,
        author=article.author,
        section=article.section,
        language=article.language,
        url=article.url,
        rights=article.rights,
        seed=article.seed,
        record=article.record,
        words=wordcount.words(article.body),
        keys=keys,
        codes=tuple(codes.get(key, "") for key in keys),
        opening=opening,
        first=first,
        dating=Dating(evidence.rule if evidence else "", bool(evidence and evidence.weak), "date" in entry.by_person),
        aside=tuple(part.reason for part in entry.set_aside),
        tells=any(tag.mentions for tag in entry.tags) or any(quote.speaker for quote in entry.quotes),
    )


def _digest(said: object) -> bytes:
    return hashlib.sha256(_ENCODER.encode(said)).digest()[:16]


def sound(entry: Entry) -> Entry:
    """Without an original's address or a language that is none: both stand in links, feeds and metadata as they are."""
    said = entry.article
    url = said.url if web.is_page(said.url) else ""
    language = said.language if LANGUAGE.fullmatch(said.language) else ""
    if (url, language) == (said.url, said.language):
        return entry
    return replace(entry, article=replace(said, url=url, language=language))


def excerpt(article: Article) -> str:
    """The beginning of its first paragraph: what may be shown of a text that is somebody else's."""
    first = article.body.partition("\n\n")[0]
    return first if len(first) <= EXCERPT else first[:EXCERPT].rpartition(" ")[0] + " …"


def _keys(entry: Entry) -> tuple[Key, ...]:
    """An entry's subjects without repetition, the strongest of each facet first where strength is known."""
    tags = sorted(entry.tags, key=lambda tag: TAG_FACETS.index(tag.facet) if tag.facet in TAG_FACETS else 9)
    keys = dict.fromkeys((tag.facet, tag.name) for tag in tags if tag.facet in TAG_FACETS)
    return (*keys, ("sources", entry.article.source or UNATTRIBUTED))


def _opening(article: Article) -> tuple[str, int]:
    """The first words, and how many characters of them an excerpt may show; what is the headline again is none."""
    if article.summary and not _are_alike(article.summary, article.title):
        said = article.summary[: OPENING * MARGIN]
        return said, len(said)
    said = snippets.plain(snippets.prose(article.body, OPENING * MARGIN))[:OPENING]
    own = snippets.plain(snippets.prose(excerpt(article), OPENING * MARGIN))[:OPENING]
    if _are_alike(said, article.title):
        return "", 0
    return (said, len(own)) if said.startswith(own) else (own, len(own))


def _are_alike(one: str, other: str) -> bool:
    """Are they the same letters, whatever stands between and behind them?"""
    if abs(len(one) - len(other)) > SIGNS:
        return False
    return _NO_WORD.sub("", one).casefold() == _NO_WORD.sub("", other).casefold()


def _corrections(article: Article) -> Iterator[When]:
    for key in CORRECTED:
        stated = article.extra.get(key)
        if isinstance(stated, str):
            try:
                yield When.parse(stated)
            except ValueError:
                continue  # whatever the key means here, it is no date
