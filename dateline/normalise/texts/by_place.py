"""A headline that none of its words tells, as none comes back in the article: its place beside the date does."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from dateline.normalise.authors.byline_parts import is_surely_person
from dateline.normalise.texts.head import LABEL, NEAR
from dateline.normalise.texts.page_title import MAX_LENGTH, Candidate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

SCORE = 1.0
NAME = 3  # words at most of a weblog's name
SHORTEST = 25  # characters of a headline below a date, or above a name
STANDFIRST = 2  # lines below the headline of which the last may be a name
CLOSED = (".", "…", ":", ";", ",")


def find(
    lines: Sequence[Line], opening: int, labels: Sequence[str], open_labels: Sequence[str], heads: Sequence[int]
) -> Candidate | None:
    """The line above the date or the one below it: a weblog has its name above, and the headline below."""
    above, below = above_date(lines, opening, labels, open_labels), below_date(lines, opening, labels, heads)
    found = below if below and (above is None or lines[0].words <= NAME) else above
    return found or _above_name(lines, opening, labels, open_labels)


def above_date(
    lines: Sequence[Line], opening: int, labels: Sequence[str], open_labels: Sequence[str]
) -> Candidate | None:
    """A first line whatever it says, where a date or a byline stands between it and the text; one word is a label."""
    if (
        opening < 2
        or lines[0].words < 2
        or labels[0] not in open_labels
        or labels[1] not in ("date", "byline")
        or lines[0].length > MAX_LENGTH
    ):
        return None
    return Candidate(0, SCORE, "headline.before-date", lines[0].text)


def _above_name(
    lines: Sequence[Line], opening: int, labels: Sequence[str], open_labels: Sequence[str]
) -> Candidate | None:
    """A first line of many words, where a name is what stands below it, or below a standfirst."""
    if opening < 2:
        return None
    first, named = lines[0], next((i for i in (1, STANDFIRST) if i < opening and _is_name(lines[i])), None)
    fit = first.words > LABEL and SHORTEST <= first.length <= MAX_LENGTH and not first.text.endswith(CLOSED)
    if named is None or not fit or not all(label in open_labels for label in labels[:named]):
        return None
    return Candidate(0, SCORE, "headline.first-line", first.text)


def _is_name(line: Line) -> bool:
    return line.words > 1 and is_surely_person(line.text)


def below_date(lines: Sequence[Line], opening: int, labels: Sequence[str], heads: Sequence[int]) -> Candidate | None:
    """The last line above the text, where a date stands above it and no more than a few words between."""
    i = next((i for i in reversed(heads) if lines[i].words > LABEL and not lines[i].text.endswith(".")), None)
    if i is None or any(lines[j].words > LABEL for j in range(i + 1, opening)):
        return None
    above = list(
        takewhile(lambda j: lines[j].words <= LABEL or labels[j] == "date", range(i - 1, max(-1, i - NEAR), -1))
    )
    if not any(labels[j] == "date" for j in above) or lines[i].length < SHORTEST:
        return None
    return Candidate(i, SCORE, "headline.before-first-paragraph", lines[i].text)
