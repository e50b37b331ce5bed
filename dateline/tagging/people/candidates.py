"""A text -> the names it may hold, each with every place where it stands and the features of all of them."""

from __future__ import annotations

import sys
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from dateline.tagging.people import bylines, features, names, runs, segments
from dateline.tagging.people.lexicon import fold
from dateline.tagging.people.runs import QUOTES, Token
from dateline.tagging.people.segments import Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.tagging.people.lexicon import Lexicon

    Span = tuple[int, int]

Part = Literal["title", "body"]
HEADLINE_LENGTH = 160  # characters; a longer line is no headline
HEADLINE_SHARE = 0.75  # of the words of four letters or more that begin with a capital
_TITLED = {"honorific-before", "office-before"}
_ACTS = {"speech-after", "speech-before", "honorific-before", "office-before", "who-after"}


@dataclass(slots=True)
class Candidate:
    """One spelling of a name in one article, folded, with its places."""

    words: names.Words  # folded
    core: names.Words  # those that tell people apart
    text: str  # as first written
    places: list[Place] = field(default_factory=list)
    features: set[str] = field(default_factory=set)
    titles: list[str] = field(default_factory=list)  # as written before it


class Place(NamedTuple):
    """Where a candidate stands. A tuple, not a dataclass: two dozen are made for each article."""

    segment: Segment
    part: Part
    features: tuple[str, ...]  # of this place alone
    text: str  # as it stands there


def collect(text: str, title: str, lexicon: Lexicon, credited: bool = False) -> dict[names.Words, Candidate]:
    """Candidates by their folded words, in the order of the text: the title first.

    `credited` takes in those who are named as authors and photographers.
    """
    found: dict[names.Words, Candidate] = {}
    if title:
        _read(title, "title", [(0, len(title))] if _is_headline(title) else [], found, lexicon)
    headlines = _headlines(text)
    skip = bylines.find(text)
    _read(text, "body", headlines, found, lexicon, skip)
    if credited:
        for start, end in skip:
            line = " " * start + text[start:end].replace("/", ";")  # REUTERS/Jane Doe: two names, not a path
            _read(line, "body", headlines, found, lexicon, extra="in-credit")
    _relate(found)
    return found


def correct(found: dict[names.Words, Candidate], text: str, part: Part, named: Iterable[tuple[int, int, str]]) -> None:
    """Let `named` (start, end, a person's name; empty: nobody's) overrule what was found at the same places."""
    for start, end, name in named:
        words = names.words_of(text[start:end])
        for candidate in list(found.values()):
            if candidate.words == words and name:
                continue
            kept = [p for p in candidate.places if p.part != part or p.segment.end <= start or p.segment.start >= end]
            if len(kept) < len(candidate.places):
                candidate.places = kept
                if not kept:
                    del found[candidate.words]
        if name and not any(p.segment.start == start and p.part == part for p in _places(found.get(words))):
            token = Token(text[start:end], start, end, fold(text[start:end]))
            candidate = found.setdefault(words, Candidate(words, names.core(words), text[start:end]))
            candidate.places.append(Place(Segment((token,)), part, (), text[start:end]))


def _places(candidate: Candidate | None) -> list[Place]:
    return candidate.places if candidate else []


def _read(
    text: str,
    part: Part,
    headlines: Sequence[Span],
    found: dict[names.Words, Candidate],
    lexicon: Lexicon,
    skip: Sequence[Span] = (),
    extra: str = "",
) -> None:
    """Add what `text` holds to `found`."""
    for segment in _segments(text, lexicon, skip):
        if len(segment.tokens) > 1 and segment.after in ("organisation", "place"):
            continue  # John Deere Inc, John F. Kennedy Airport
        tokens = segment.tokens
        if len(tokens) == 1:
            words: names.Words = (tokens[0].folded,)
        else:
            words = tuple([token.folded for token in tokens if token.text[0] not in QUOTES])
        candidate = found.get(words)
        if candidate is None:
            candidate = found[words] = Candidate(words, names.core(words), _written(segment))
            candidate.features.update(features.shape(segment, lexicon))
        elif "capitals" in candidate.features and not segment.tokens[-1].text.isupper():
            candidate.features.discard("capitals")
            candidate.text = _written(segment)
        here = features.around(segment, text, lexicon, _within(segment.start, headlines))
        if extra:
            here.append(extra)
        candidate.features.update(here)
        candidate.places.append(Place(segment, part, tuple(here), text[segment.start : segment.end]))
        if segment.titles:
            title = " ".join(token.text for token in segment.titles)
            if title not in candidate.titles:
                candidate.titles.append(title)


def _segments(text: str, lexicon: Lexicon, skip: Sequence[Span]) -> Iterator[Segment]:
    for run in runs.find(text, lexicon.not_names):
        if _within(run[0].start, skip):
            continue
        if len(run) == 1:
            if segments.kind_of(run[0], lexicon) == "name":
                yield Segment(run, first_in_run=True, last_in_run=True)
            elif run[0].text.isalpha() and not run[0].possessive:
                lexicon.not_names.add(run[0].text)
        else:
            yield from segments.split(run, lexicon, _opens_sentence(text, run[0].start))


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(" \u00a0\"“‘'(")
    return not before or before[-1] in ".!?:\n"


def _within(offset: int, spans: Sequence[Span]) -> bool:
    """True where one of `spans`, in the order of the text, holds the offset."""
    if not spans:
        return False
    at = bisect_right(spans, (offset, sys.maxsize)) - 1
    return at >= 0 and offset < spans[at][1]


def _written(segment: Segment) -> str:
    """The name as a tag would show it: not in capitals throughout (ANGELA MERKEL, Usain BOLT)."""
    return " ".join(token.text.title() if _shouts(token) else token.text for token in segment.tokens)


def _shouts(token: Token) -> bool:
    text = token.text
    return text.isupper() and len(text) > 3 and "." not in text and not names.is_number(token.folded)


def _headlines(text: str) -> list[Span]:
    """Start and end of each line that capitalises its words, so that a capital says little."""
    found = []
    at = 0
    for line in text.split("\n"):
        if 10 < len(line) < HEADLINE_LENGTH and _is_headline(line):
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def _is_headline(line: str) -> bool:
    if line.endswith("."):
        return False
    words = [word for word in line.split() if len(word) > 3]
    capitals = sum(1 for word in words if word[0].isupper() or not word[0].isalpha())
    return len(words) > 3 and capitals >= HEADLINE_SHARE * len(words)


def _relate(found: dict[names.Words, Candidate]) -> None:
    """Features that one candidate gives another: its surname alone elsewhere, with what stands there."""
    singles = {candidate.core[0]: candidate for candidate in found.values() if len(candidate.words) == 1}
    for candidate in found.values():
        if len(candidate.places) > 1:
            candidate.features.add("repeated")
        if len(candidate.words) < 2:
            is_surname = "family-1" in candidate.features or not candidate.features & features.OTHER_MEANINGS
            if is_surname and candidate.features & _TITLED:
                # President Bush: what else the word may mean no longer counts
                candidate.features -= features.OTHER_MEANINGS
                candidate.features.add("titled-surname")
            continue
        alone = singles.get(candidate.core[-1])
        if alone:
            candidate.features.add("surname-alone")
            if alone.features & _ACTS:
                candidate.features.add("surname-acts")
        elif candidate.core[0] in singles:
            candidate.features.add("first-alone")
