"""The lines before the first paragraph -> which of them is the headline.

Evidence, each worth points: the words come back in the article; the line is said twice; it stands first; it is no
sentence with a full stop; it has the length of a headline.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.normalise.lines import WIDE, Line, key, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_LENGTH = 260  # characters; the longest of 1,500 real headlines has 210
ENOUGH = 1.0
CONTENT_LETTERS = 4  # shorter words are mostly grammar in the languages with spaces


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line and what speaks for it."""

    index: int
    score: float
    rule: str


def choose(lines: Sequence[Line], opening: int, labels: Sequence[str]) -> Candidate | None:
    """The headline among `lines[:opening]`, or None; a line with a label in `labels` is known to be something else."""
    spoken = _vocabulary(line.text for line in lines[opening:])
    heads = [i for i in range(opening) if not labels[i] and _possible(lines[i])]
    said = Counter(key(lines[i].text) for i in heads)
    first = next((i for i in range(opening) if not labels[i]), -1)
    candidates = [_weigh(lines, i, opening, spoken, said, is_first=i == first) for i in heads]
    best = max(candidates, key=lambda one: (one.score, -one.index), default=None)
    return best if best and best.score >= ENOUGH else None


def _possible(line: Line) -> bool:
    return line.words >= 2 and line.length <= MAX_LENGTH


def _weigh(
    lines: Sequence[Line], i: int, opening: int, spoken: frozenset[str], said: Counter[str], *, is_first: bool
) -> Candidate:
    line = lines[i]
    rule = "headline.before-first-paragraph"
    score = 2.0 * _share_spoken(line.text, spoken)
    if said[key(line.text)] > 1:
        score, rule = score + 1.0, "headline.said-twice"
    closed = line.text.endswith((".", "…", ":", ";", ","))
    if closed:
        score -= 1.0
    elif is_first:
        score, rule = score + 0.7, rule if said[key(line.text)] > 1 else "headline.first-line"
    if line.words < 4:
        score -= 0.5
    if 25 <= line.length <= 140:
        score += 0.3
    score -= 0.05 * min(opening - i, 10)
    return Candidate(i, score, rule)


def _vocabulary(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(part for text in texts for part in _content(text))


def _share_spoken(text: str, spoken: frozenset[str]) -> float:
    content = _content(text)
    return sum(part in spoken for part in content) / len(content) if content else 0.0


def _content(text: str) -> list[str]:
    """The words that carry meaning, cut to a stem's length; pairs of characters where a script has no spaces."""
    if WIDE.search(text):
        return [text[i : i + 2] for i in range(len(text) - 1) if WIDE.match(text[i])]
    return [part.casefold()[:6] for part in words(text) if len(part) >= CONTENT_LETTERS or part.isupper()]
