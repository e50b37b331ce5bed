"""What the tagger takes and keeps: Document, Figure, Reading; and Trace, which is all that the corpus asks of one."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from dateline.model import Mention, Tag, When  # noqa: TC001  the cache reads these types at run time

IN_DOUBT = -2.5  # log-odds down to which a name that one article shows to be a person's is one elsewhere


class Document(Struct, frozen=True):
    """One article as the tagger sees it; mentions count in `text` and `title`, in characters."""

    key: str  # names the article to the caller; the tagger only hands it on
    text: str  # plain, or Markdown whose syntax is blanked out at equal length
    title: str = ""
    date: When | None = None
    language: str = ""  # BCP 47, as far as it is stated


class Figure(Struct, frozen=True, array_like=True):
    """Somebody an article names, before the corpus has had its say: one or more mentions folded together."""

    name: str  # the fullest form that the article has
    mentions: tuple[Mention, ...]  # in the order of the text: the title first
    score: float  # evidence that this is a person, as a log-odds; above 0 a person by this article alone
    cues: tuple[
        str, ...
    ] = ()  # the titles and descriptions before or after the name, as found; an unsure office's holders
    known: str = ""  # the vocabulary's name for it, where a strong name matched


class Reading(Struct, frozen=True, array_like=True):
    """All that one article says by itself; small, picklable and JSON-able, so that it can be cached."""

    key: str
    date: When | None
    figures: tuple[Figure, ...] = ()  # people, and those who may be
    countries: tuple[Mention, ...] = ()
    topics: tuple[Tag, ...] = ()


class Sight(Struct, frozen=True, array_like=True):
    """A figure without its places."""

    name: str
    score: int = 0  # 1: a person by this article alone; 0: in doubt; -1: below `IN_DOUBT`
    cues: tuple[str, ...] = ()
    known: str = ""


class Trace(Struct, frozen=True, array_like=True):
    """A reading, as far as others hang on it: a hundredth of it, so that those of a whole corpus can be held."""

    date: When | None = None
    figures: tuple[Sight | str, ...] = ()  # str: the name of one in doubt of whom no more is known, as of most
    countries: tuple[str, ...] = ()  # each once


class Who(NamedTuple):
    """Whom the corpus takes a figure for."""

    name: str
    rule: str = ""  # where the figure's own article does not say it
    code: str = ""  # Wikidata's


Named = tuple[tuple[int, Who], ...]  # the places of those figures that mean somebody


def trace(reading: Reading) -> Trace:
    """What the corpus asks of a reading."""
    sights = tuple(map(_sight, reading.figures))
    return Trace(reading.date, sights, tuple(dict.fromkeys(mention.name for mention in reading.countries)))


def _sight(figure: Figure) -> Sight | str:
    score = 1 if figure.score > 0 else 0 if figure.score > IN_DOUBT else -1
    return Sight(figure.name, score, figure.cues, figure.known) if score or figure.cues or figure.known else figure.name
