"""A text -> the names it may hold, each with every place where it stands and the features of all of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from dateline.tagging.people import bylines, features, names, runs, segments
from dateline.tagging.people.runs import QUOTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.tagging.people.lexicon import Lexicon
    from dateline.tagging.people.segments import Segment


HEADLINE_LENGTH = 160  # characters; a longer line is no headline
HEADLINE_SHARE = 0.75  # of the words of four letters or more that begin with a capital


@dataclass(slots=True)
class Candidate:
    """One spelling of a name in one article, folded, with its places."""

    words: names.Words  # folded
    core: names.Words  # those that tell people apart
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


def collect(text: str, title: str, lexicon: Lexicon) -> dict[names.Words, Candidate]:
    """Candidates by their folded words, in the order of the text: the title first."""
    found: dict[names.Words, Candidate] = {}
    for part, content in (("title", title), ("body", text)):
        headlines = _headlines(content) if part == "body" else [(0, len(content))] if _is_headline(content) else []
        for segment in _segments(content, lexicon):
            words = name_words(segment)
            candidate = found.get(words)
            if candidate is None:
                candidate = found[words] = Candidate(words, names.core(words), _written(segment))
                candidate.features.update(features.shape(segment, lexicon))
            in_headline = any(start <= segment.start < end for start, end in headlines)
            here = frozenset(features.around(segment, content, lexicon, in_headline))
            candidate.features |= here
            candidate.places.append(Place(segment, part, here))  # type: ignore[arg-type]
            if segment.titles:
                title_text = " ".join(token.text for token in segment.titles)
                if title_text not in candidate.titles:
                    candidate.titles.append(title_text)
    _relate(found)
    return found


def name_words(segment: Segment) -> names.Words:
    """The folded words of a name without nickname."""
    return tuple(token.folded for token in segment.tokens if token.text[0] not in QUOTES)


def _written(segment: Segment) -> str:
    """The name as a tag would show it: no nickname, no capitals throughout (JOHN KERRY, Michael JOHNSON)."""
    return " ".join(
        token.text.title() if token.text.isupper() and len(token.text) > 3 and "." not in token.text else token.text
        for token in segment.tokens
        if token.text[0] not in QUOTES
    )


def _headlines(text: str) -> list[tuple[int, int]]:
    """Start and end of each line that capitalises its words, so that a capital says little."""
    found = []
    at = 0
    for line in text.split("\n"):
        if 10 < len(line) < HEADLINE_LENGTH and _is_headline(line):
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def _is_headline(line: str) -> bool:
    words = [word for word in line.split() if len(word) > 3]
    capitals = sum(1 for word in words if word[0].isupper() or not word[0].isalpha())
    return len(words) > 3 and capitals >= HEADLINE_SHARE * len(words)


def _segments(text: str, lexicon: Lexicon) -> Iterator[Segment]:
    skip = bylines.find(text)
    for run in runs.find(text):
        if any(start <= run[0].start < end for start, end in skip):
            continue
        yield from segments.split(run, lexicon)


def _relate(found: dict[names.Words, Candidate]) -> None:
    """Features that one candidate gives another: its surname alone elsewhere, with what stands there."""
    singles = {candidate.core[0]: candidate for words, candidate in found.items() if len(words) == 1}
    for words, candidate in found.items():
        if len(candidate.places) > 1:
            candidate.features.add("repeated")
        if len(words) < 2:
            continue
        alone = singles.get(candidate.core[-1])
        if alone:
            candidate.features.add("surname-alone")
            if alone.features & {"speech-after", "speech-before", "honorific-before", "office-before", "who-after"}:
                candidate.features.add("surname-acts")
        elif words[0] in singles:
            candidate.features.add("first-alone")
