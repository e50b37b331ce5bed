"""What the tagger takes and keeps: Document, Figure, Reading."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Mention, Tag, When  # noqa: TC001  the cache reads these types at run time


@dataclass(frozen=True, slots=True)
class Document:
    """One article as the tagger sees it; mentions count in `text` and `title`, in characters."""

    key: str  # names the article to the caller; the tagger only hands it on
    text: str  # plain, or Markdown whose syntax is blanked out at equal length
    title: str = ""
    date: When | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody an article names, before the corpus has had its say: one or more mentions folded together."""

    name: str  # the fullest form that the article has
    mentions: tuple[Mention, ...]  # in the order of the text: the title first
    score: float  # evidence that this is a person, as a log-odds; above 0 a person by this article alone
    cues: tuple[
        str, ...
    ] = ()  # the titles and descriptions before or after the name, as found; an unsure office's holders
    known: str = ""  # the vocabulary's name for it, where a strong name matched


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says by itself; small, picklable and JSON-able, so that it can be cached."""

    key: str
    date: When | None
    figures: tuple[Figure, ...] = ()  # people, and those who may be
    countries: tuple[Mention, ...] = ()
    topics: tuple[Tag, ...] = ()
