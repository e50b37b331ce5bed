"""A report whose paragraphs say what they are: "Source: …", "Quote: …", "Background: …".

By itself the first of these looks like the credit of a picture.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

CREDIT = "photo credit"
_SOURCE = re.compile(r"Sources?: \S")
_OTHER = re.compile(r"(?:Quote|Details|Background|Reminder|For reference)(?: from .{2,60}?)?: ?\S")


def is_one(text: str) -> bool:
    """Whether a line says what it is, as such a report does: it is no heading."""
    return bool(_SOURCE.match(text) or _OTHER.match(text))


def keep(lines: Sequence[Line], labels: list[str], body: str) -> None:
    """Give the lines that say from whom a report is the label `body`, where a paragraph below says what it is, too."""
    for i, line in enumerate(lines):
        if labels[i] == CREDIT and _SOURCE.match(line.text):
            below = lines[i + 1 :]
            if any(labels[j] == body and _OTHER.match(one.text) for j, one in enumerate(below, i + 1)):
                labels[i] = body
