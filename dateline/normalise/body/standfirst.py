"""Lines between headline and text -> the first of them, where it is a standfirst without a full stop.

"Divers look at the wall as fishermen of the county fear for the summer and the council for the ferry" is as long as a
paragraph and in small letters, but ends as a menu's words do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.normalise.body.first_look import APPARATUS, BODY, MODEL
from dateline.normalise.lines import cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

LEAST = 80  # characters: a shorter one may be another headline
SECTIONS = 2  # labels, at most, between it and the text; more are a menu
HINTS = 1  # words in it, at most, of those that furniture has
LIST_WORDS = 5  # between two commas of a list, or fewer


def keep(lines: Sequence[Line], labels: list[str], title: int, opening: int) -> None:
    """Make it body, where nothing but dates, names, credits and a section or two stands between it and the text."""
    between = [label for label in labels[title + 1 : opening] if label not in APPARATUS]
    if not between or labels[title + 1] != MODEL or len(between) - 1 > SECTIONS:
        return
    if all(label == "section label" for label in between[1:]) and _is_one(lines[title + 1]):
        labels[title + 1] = BODY


def _is_one(line: Line) -> bool:
    parts = [part for part in line.text.split()[1:] if part[:1].isalpha()]
    small = sum(part[0].islower() for part in parts)
    if line.length < LEAST or 3 * small < 2 * len(parts) or line.text.endswith(":"):
        return False
    is_list = line.text.count(",") * LIST_WORDS > line.words
    return not is_list and sum(map(len, cues.classes(line.tokens).values())) <= HINTS
