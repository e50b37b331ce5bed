"""Sentences above the text that say what a picture shows, and end with the day on which it was taken.

"Divers mend the quay in Lund, May 3, 2021." tells the news as the first paragraph does. It is a caption where it is
said twice, at the picture and below it, or where the next line says whose the picture is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.normalise.lines.captions import CAPTION

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from dateline.normalise.lines.line import Line

# The full day that agencies close a caption with, and no paragraph above the text.
_DAY = re.compile(r"(?:[^\W\d_]{3,9}\.? \d{1,2}, (?:19|20)\d{2}|\d{1,2}\.? [^\W\d_]{3,9}\.? (?:19|20)\d{2})\.?[\"”]?$")
YEAR = 6  # characters at a line's end among which the last digit of its year stands
LONGEST = 400  # characters


def mark(lines: Sequence[Line], labels: list[str], others: Collection[str]) -> None:
    """Give such lines above the first other paragraph their label, where they have one of `others`."""
    for i, line in enumerate(lines):
        if not line.prose or labels[i] not in others:
            continue
        if not _ends_with_day(line.text):
            return
        below = i + 1
        twice = [j for j in (i - 1, below) if 0 <= j < len(lines) and lines[j].tokens == line.tokens]
        if twice or labels[below : below + 1] == ["photo credit"]:
            for j in (i, *twice):
                labels[j] = CAPTION


def _ends_with_day(text: str) -> bool:
    return len(text) <= LONGEST and any(map(str.isdigit, text[-YEAR:])) and _DAY.search(text) is not None
