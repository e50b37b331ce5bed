"""What the tagger takes and keeps: Document, Figure, Reading, and a Reading's JSON form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dateline.model import Mention, Tag, When

if TYPE_CHECKING:
    from collections.abc import Sequence


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
    cues: tuple[str, ...] = ()  # the titles and descriptions before or after the name, as found
    known: str = ""  # the vocabulary's name for it, where a strong name matched


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says by itself; small, picklable and JSON-able, so that it can be cached."""

    key: str
    date: When | None
    figures: tuple[Figure, ...]  # people, and those who may be
    countries: tuple[Mention, ...]
    topics: tuple[Tag, ...]

    def to_json(self) -> list[Any]:
        """As lists, texts and numbers."""
        return [
            self.key,
            str(self.date) if self.date else None,
            [[f.name, [_mention_to_json(m) for m in f.mentions], f.score, list(f.cues), f.known] for f in self.figures],
            [_mention_to_json(m) for m in self.countries],
            [
                [t.facet, t.name, t.code, t.weight, [_mention_to_json(m) for m in t.mentions], t.by, t.rule]
                for t in self.topics
            ],
        ]

    @classmethod
    def from_json(cls, value: Sequence[Any]) -> Reading:
        """The inverse of to_json; a value of another shape raises ValueError or TypeError."""
        key, date, figures, countries, topics = value
        return cls(
            key,
            When.parse(date) if date else None,
            tuple(Figure(n, _mentions(ms), score, tuple(cues), known) for n, ms, score, cues, known in figures),
            _mentions(countries),
            tuple(
                Tag(facet, name, code, weight, _mentions(ms), by, rule)
                for facet, name, code, weight, ms, by, rule in topics
            ),
        )


def _mention_to_json(mention: Mention) -> list[Any]:
    m = mention
    return [m.facet, m.name, m.text, m.start, m.end, m.rule, m.part]


def _mentions(value: Sequence[Sequence[Any]]) -> tuple[Mention, ...]:
    return tuple(Mention(*fields) for fields in value)
