"""Pieces of sentences that a program has broken at their links -> body, whatever they look like by themselves.

"As reported by the", "Lund Examiner", ", the two will serve a year": the first two look like labels. What goes on
below, with a small letter or a comma, tells that they are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.normalise.body.first_look import BODY, OPEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

MAY_BE = frozenset((*OPEN, "section label", "no part of the article", "teaser of another article", "photo credit"))
STOPS = (".", "!", "?", "…", ":", '."', ".”", "»")
GO_ON = (", ", "; ", ") ", "), ", ").", "’s ", "'s ")  # what the rest of a sentence begins with
POINTS = frozenset((".", ",", ";", ")", ").", "),", "!", "?"))  # what is left of one between two links
BULLETS = ("* ", "+ ", "• ", "- ", "– ", "#")
NAMES = frozenset(("sharing or following", *MAY_BE))  # of which a comma tells that they are no buttons: "Facebook"
SMALL, LABEL = 4, 2  # letters of a small word; words of a line that may be anybody's name above a comment


def mend(lines: Sequence[Line], labels: list[str], first: int, closing: int) -> None:
    """Make such pieces body between the lines `first` and `closing`, from the last one upwards."""
    found: set[int] = set()
    for i in range(closing - 1, first - 1, -1):
        if labels[i] not in NAMES or labels[i] == BODY or not _is_open(lines[i]):
            continue
        below, is_within = lines[i + 1].text, i > first and labels[i - 1] in MAY_BE and _is_open(lines[i - 1])
        goes_on = labels[i + 1] == BODY and below.startswith(GO_ON) and (labels[i] in MAY_BE or is_within)
        if labels[i] in MAY_BE and not goes_on:
            goes_on = labels[i + 1] == BODY and _is_small(below) and (is_within or lines[i].words > LABEL)
            goes_on = goes_on or (below in POINTS and i + 2 <= closing and labels[i + 2] == BODY)
            goes_on = goes_on or (i + 1 in found and _wants_more(lines[i]))
        if goes_on:
            labels[i] = BODY
            found.add(i)


def _is_open(line: Line) -> bool:
    return not line.text.endswith(STOPS) and not line.text.startswith(BULLETS)


def _is_small(text: str) -> bool:
    """Whether a line begins with a small letter, and with no name such as iPhone."""
    return text[:1].islower() and not text[1:2].isupper()


def _wants_more(line: Line) -> bool:
    """Whether a line breaks off before a name: at a comma, an open bracket or a small word."""
    last = line.text.split()[-1]
    return line.words > 1 and (last.endswith((",", "(")) or (last.isalpha() and last.islower() and len(last) <= SMALL))
