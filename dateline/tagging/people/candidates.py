"""A text -> the names it may hold, each with every place where it stands and the features of all of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from dateline.tagging.people import credits, features, runs, segments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.tagging.people.lexicon import Lexicon
    from dateline.tagging.people.segments import Segment


@dataclass(slots=True)
class Candidate:
    """One spelling of a name in one article, folded, with its places."""

    words: tuple[str, ...]  # folded
    text: str  # as first written
    places: list[Place] = field(default_factory=list)
    features: set[str] = field(default_factory=set)
    titles: list[str] = field(default_factory=list)  # as written before it


@dataclass(frozen=True, slots=True)
class Place:
    """Where a candidate stands."""

    segment: Segment
    part: Literal["title", "body"]
    features: frozenset[str]  # of this place alone


def collect(text: str, title: str, lexicon: Lexicon) -> dict[tuple[str, ...], Candidate]:
    """Candidates by their folded words, in the order of the text: the title first."""
    found: dict[tuple[str, ...], Candidate] = {}
    for part, content in (("title", title), ("body", text)):
        for segment in _segments(content, lexicon):
            words = name_words(segment)
            candidate = found.get(words)
            if candidate is None:
                candidate = found[words] = Candidate(words, name_text(segment))
                candidate.features.update(features.shape(segment, lexicon))
            here = frozenset(features.around(segment, content, lexicon))
            candidate.features |= here
            candidate.places.append(Place(segment, part, here))  # type: ignore[arg-type]
            if segment.titles:
                title_text = " ".join(token.text for token in segment.titles)
                if title_text not in candidate.titles:
                    candidate.titles.append(title_text)
    _relate(found)
    return found


def name_words(segment: Segment) -> tuple[str, ...]:
    """The folded words of a name without nickname."""
    return tuple(token.folded for token in segment.tokens if token.text[0] not in "\"“‘'(")


def name_text(segment: Segment) -> str:
    """The name as a tag would show it."""
    return " ".join(token.text for token in segment.tokens if token.text[0] not in "\"“‘'(")


def _segments(text: str, lexicon: Lexicon) -> Iterator[Segment]:
    skip = credits.find(text)
    for run in runs.find(text):
        if any(start <= run[0].start < end for start, end in skip):
            continue
        yield from segments.split(run, lexicon)


def _relate(found: dict[tuple[str, ...], Candidate]) -> None:
    """Features that one candidate gives another: its surname alone elsewhere, with what stands there."""
    for words, candidate in found.items():
        if len(candidate.places) > 1:
            candidate.features.add("repeated")
        if len(words) < 2:
            continue
        alone = found.get(words[-1:])
        if alone:
            candidate.features.add("surname-alone")
            if alone.features & {"speech-after", "speech-before", "honorific-before", "office-before", "who-after"}:
                candidate.features.add("surname-acts")
        elif words[:1] in found:
            candidate.features.add("first-alone")
