"""What a page says twice in a row -> captions, and links to other articles.

"SWIMMERS: Boats at the pier in Lund." twice    "Pier is closed", "STORM", "Pier is closed"
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.normalise.body.tails import TEASER
from dateline.normalise.lines.captions import CAPTION

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from dateline.normalise.lines.line import Line

_KICKER = re.compile(r"[^\W\d_a-z][^\W\d_a-z '’-]{2,30}: \S")
KICKER_WORDS = 5


def mark(lines: Sequence[Line], labels: list[str], body: str, others: Collection[str]) -> None:
    """Give such lines their reasons; one whose label is none of `others` is known to be something else."""
    for i, line in enumerate(lines[:-1]):
        if labels[i] not in others:
            continue
        if line.text == lines[i + 1].text and _KICKER.match(line.text):
            labels[i] = labels[i + 1] = CAPTION
        elif i + 2 < len(lines) and _is_around(line, lines[i + 1], lines[i + 2]) and body in labels[:i]:
            for j in range(i, i + 3):
                labels[j] = TEASER if labels[j] in others else labels[j]
            if lines[i - 1].text.isupper() and labels[i - 1] in others and lines[i - 1].words <= KICKER_WORDS:
                labels[i - 1] = TEASER


def _is_around(line: Line, between: Line, below: Line) -> bool:
    """Whether a headline stands above and below the few capitals that say what it is about."""
    return line.text == below.text and between.text.isupper() and between.words <= KICKER_WORDS < line.words
