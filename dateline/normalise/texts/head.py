"""The lines above an article's first paragraph: what they have in common, and which of them has a date below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

_OF_QUOTATION = re.compile(r"\W*[-–—]|\W*(?:source|quelle|fuente|fonte|bron|kilde|källa|via)\b", re.IGNORECASE)
LABEL = 4  # words at most of a line that is a label
NEAR, FAR = 6, 12  # lines between a headline and the date or byline that belongs to it; that another one is above
RIGHT_BELOW, HARDLY_BELOW = 0.6, 0.2  # points more where nothing, or one line, stands between
PAST = 0.5  # points less for a line above which such a mark stands, and none below


class Head(Struct, frozen=True):
    """What the lines above the first paragraph have in common."""

    lines: Sequence[Line]
    keys: tuple[str, ...]
    in_order: tuple[str, ...]  # the same, sorted, without captions
    said: Counter[str]
    marks: tuple[int, ...]  # indices of dates and bylines
    spoken: frozenset[str]  # words of the article
    opening: int
    apart: bool  # the first line stands alone, and nothing else does
    dated: bool = False  # one of the lines has a date or a byline right below it


def below_standfirst(lines: Sequence[Line], labels: Sequence[str], opening: int) -> list[int]:
    """The dates and bylines right below the first paragraph, which is a standfirst then; a quotation has a source."""
    found: list[int] = []
    for i in range(opening + 1, len(lines)):
        if labels[i] not in ("date", "byline") or _OF_QUOTATION.match(lines[i].text):
            break
        found.append(i)
    return found


def beside(head: Head, i: int) -> float:
    """Points for a date or a byline below a line, more for one right below it, or below a standfirst of one line.

    A line that has none below it, and one above, is mostly of what follows there: a picture, other articles.
    """
    below = [mark - i for mark in head.marks if 0 < mark - i <= NEAR]
    if not below:
        return -PAST if head.dated and any(0 < i - mark <= FAR for mark in head.marks) else 0.0
    if head.lines[i].words <= LABEL:
        return 0.3
    return 0.3 + (RIGHT_BELOW if is_right_below(head, i) else HARDLY_BELOW if below[0] == 2 else 0.0)


def is_right_below(head: Head, i: int) -> bool:
    """Whether a date or a byline is the next line, or the one after a standfirst."""
    return i + 1 in head.marks or (i + 2 in head.marks and head.lines[i + 1].prose)
