"""Headlines that stand where none is looked for: in two lines, below the standfirst, below a sentence of the page.

"Press conference" / "by the Harbour Master Anna Lind at the meeting of the coast" · a first sentence, and below it the
headline that says the same shorter · a line between a notice and the first paragraph with its dateline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.normalise.authors import byline
from dateline.normalise.dating import placeline
from dateline.normalise.lines.line import CONTENT_LETTERS, STEM, words
from dateline.normalise.lines.unwrapping import join
from dateline.normalise.texts.page_title import MAX_LENGTH, Candidate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

BELOW_STANDFIRST = "headline.below-standfirst"
ENOUGH = 1.0  # points of a headline
_GOES_ON = re.compile(r"(?:by|with|at|to|on|following|ahead of)\s+(?:the\s+)?[^\W\d_a-z]")
HEADS = 3  # lines at the beginning of which the first may be half a headline
KIND = 6  # words of what is delivered, at most: "Joint press conference", "Keynote address"
WHOSE = 5  # words of by whom and where, at least: fewer are a byline
LEAST, MOST = 4, 16  # words of a headline amid sentences
SAME = 0.7  # share of the words of a headline that its standfirst has too
STANDFIRST = 220  # characters


def joined(lines: list[Line]) -> list[Line]:
    """The lines; what was delivered, and by whom, as the one headline that both are."""
    for i in range(min(HEADS, len(lines) - 1)):
        kind, whose = lines[i], lines[i + 1]
        is_half = 0 < kind.words <= KIND and not kind.ends and kind.text[:1].isupper() and kind.text[-1].isalpha()
        goes_on = whose.words >= WHOSE and not whose.ends and _GOES_ON.match(whose.text) is not None
        if is_half and goes_on and kind.length + whose.length < MAX_LENGTH and not byline.names(whose.text):
            return [*lines[:i], join(kind, whose), *lines[i + 2 :]]
    return lines


def find(lines: Sequence[Line], opening: int, labels: Sequence[str], open_labels: Sequence[str]) -> Candidate | None:
    """The headline right below the first sentence, where nothing above that is one."""
    at = opening + 1
    if at + 1 >= len(lines) or labels[at] not in open_labels or labels[at + 1] not in open_labels:
        return None
    first, line, below = lines[opening], lines[at], lines[at + 1]
    if line.ends or line.words < LEAST or line.length > MAX_LENGTH or not line.text[:1].isupper():
        return None
    if line.text[-1].isalnum() and first.ends and placeline.read(below.text):
        return Candidate(at, ENOUGH, "headline.before-dateline", line.text)
    is_short = line.words <= MOST and first.ends and first.length <= STANDFIRST and below.prose
    return Candidate(at, ENOUGH, BELOW_STANDFIRST, line.text) if is_short and _says_less(line, first) else None


def _says_less(line: Line, standfirst: Line) -> bool:
    """Whether a line says what the one above it says, in fewer words."""
    content = [part.casefold()[:STEM] for part in words(line.text) if len(part) >= CONTENT_LETTERS]
    said = sum(part in standfirst.stems for part in content)
    return line.length < standfirst.length and len(content) >= LEAST and said >= SAME * len(content)
