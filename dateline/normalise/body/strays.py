"""Paragraphs above an article -> where it begins, past what a page says of itself before its headline.

"We use cookies …", "Your weather is set to …", "Quotes are delayed …": a paragraph like others, with no headline above
it and a menu below it. Further down comes a line with a date or an author right beside it, and the article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.normalise.body.first_look import OPEN, SURELY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

CLOSED = (".", "…", ":", ";", ",")
WORDS = 4  # of a line that may be a headline
MAX_LENGTH = 260  # characters of one
ABOVE = 2  # lines above a paragraph in which its own headline would stand
BELOW = 4  # lines between a headline and its date or author
APART = 2  # lines of menus between such a paragraph and the headline
MORE = 3  # times as much as before it says the article after it
LEAST = 600  # characters of an article


def past(lines: Sequence[Line], labels: Sequence[str], prose: Sequence[int]) -> int | None:
    """The first paragraph below the first such headline; nothing where no paragraph above it is a stray one."""
    first = prose[0]
    if any(_may_be_headline(lines[i], labels[i]) for i in range(max(0, first - ABOVE), first)):
        return None
    heads = [i for i in range(first + 1, len(lines)) if _is_headed(lines, labels, i)]
    for at, following in zip(heads, [*heads[1:], len(lines)], strict=False):
        before = [i for i in prose if i < at]
        article = [i for i in prose if at < i < following]
        said = sum(lines[i].length for i in article)
        apart = sum(labels[i] != "" for i in range(before[-1] + 1, at))
        if apart >= APART and said >= max(LEAST, MORE * sum(lines[i].length for i in before)):
            return article[0]
    return None


def _may_be_headline(line: Line, label: str) -> bool:
    return (
        label in OPEN
        and label != SURELY
        and line.words >= WORDS
        and line.length <= MAX_LENGTH
        and not line.text.endswith(CLOSED)
    )


def _is_headed(lines: Sequence[Line], labels: Sequence[str], i: int) -> bool:
    """Whether a line may be a headline, and a date or an author stands beside it: below, or a date right above."""
    if lines[i].prose or not _may_be_headline(lines[i], labels[i]):
        return False
    if labels[i - 1] == "date":
        return True
    for j in range(i + 1, min(len(lines), i + 1 + BELOW)):
        if labels[j] in ("date", "byline"):
            return True
        if lines[j].prose and not labels[j] and j > i + 1:  # a standfirst is one line
            return False
    return False
