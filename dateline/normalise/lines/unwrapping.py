"""Lines -> lines that are whole paragraphs, where the text was broken at a fixed width.

A text is broken at width W if nearly every line that has a neighbour below could not have taken that neighbour's
first word within W. One paragraph per line never looks like this.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline.normalise.lines.line import Line, make
from dateline.normalise.lists import gazetteer

if TYPE_CHECKING:
    from collections.abc import Sequence

MIN_WIDTH, MAX_WIDTH = 45, 130  # characters: e-mail and wire texts are broken at 65 to 80, PDF text up to 120
MIN_FULL = 0.75  # share of lines that are full; the others end a list item or a verse
MIN_PAIRS = 4
_CUT = re.compile(r"(?<![\w-])(?P<head>[^\W\d_]+)-\n(?P<rest>[^\W\d_]+)")
_BEFORE_HYPHENS = frozenset((  # what stands before a hyphen that a word has
    "all", "anti", "co", "counter", "cross", "ex", "inter", "mid", "multi", "non", "post", "pre", "pro", "quasi", "re",
    "self", "semi", "sub", "super", "ultra", "vice", "well",
))  # fmt: skip
_BEHIND_HALVES = frozenset(
    ("and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e", "ja", "og", "och", "en")
)


def unwrap(lines: Sequence[Line]) -> list[Line]:
    """The same text with broken paragraphs as one line each; the lines as they are where nothing was broken."""
    width = _width(lines)
    if not width:
        return list(lines)
    joined: list[Line] = []
    for line in lines:
        above = joined[-1] if joined else None
        if above and _continues(above, line, width):
            joined[-1] = join(above, line)
        else:
            joined.append(line)
    return joined


def _width(lines: Sequence[Line]) -> int:
    pairs = [
        (above.text, line.text) for above, line in pairwise(lines) if not line.gap and above.length >= MIN_WIDTH // 2
    ]
    if len(pairs) < MIN_PAIRS:
        return 0
    width = max(len(line.text) for line in lines)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return 0
    full = sum(_is_full(above, line, width) for above, line in pairs)
    return width if full >= MIN_FULL * len(pairs) else 0


def _is_full(above: str, line: str, width: int) -> bool:
    return len(above) + 1 + len(line.partition(" ")[0]) > width - 3  # 3: ragged, where a dash could have been broken at


def _continues(above: Line, line: Line, width: int) -> bool:
    return not line.gap and _is_full(_last(above), line.text, width) and line.indent <= above.indent + 1


def _last(line: Line) -> str:
    return line.parts[-1][1] if line.parts else line.text


def join(above: Line, line: Line) -> Line:
    """Two lines as one, which knows that it was two."""
    text = above.text
    hyphenated = text.endswith("-") and text[-2:-1].isalpha() and line.text[:1].islower()
    hyphenated = hyphenated and line.text.partition(" ")[0] not in _BEHIND_HALVES
    if hyphenated and _is_cut(text, line.text):
        text = text[:-1]
    whole = make(above.number, f"{text}{'' if hyphenated else ' '}{line.text}", above.gap)
    parts = (*(above.parts or ((above.number, above.text),)), (line.number, line.text))
    return replace(whole, indent=above.indent, parts=parts)


def _is_cut(text: str, below: str) -> bool:
    """Whether the hyphen at a line's end divides a word and is not its own: "har-", "bour", not "well-", "known"."""
    match = _CUT.search(f"{text.rpartition(' ')[2]}\n{below.partition(' ')[0]}")
    if match is None:
        return False
    head, whole = match["head"].casefold(), f"{match['head']}{match['rest']}".casefold()
    return gazetteer.is_word(whole) or not (gazetteer.is_word(head) or head in _BEFORE_HYPHENS)
