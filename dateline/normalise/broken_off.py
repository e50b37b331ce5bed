"""The lines below the last paragraph -> which of them is one more, but cut: the text was copied in part, or at a link.

"The council closed the harbour for a mon"
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.normalise import cues
from dateline.normalise.first_look import BODY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.first_look import Guess

AFTER = "after the end of the article"  # the reason where place alone says so
ODDS = -3.2  # log-odds from which on it may be one
WORDS = 6  # that it has at least
PARAGRAPHS = 2  # above it
HINTS = 2  # words in it, of those that furniture has, from which on it is some
SENTENCE_WITHIN = re.compile(r"[.!?…。！？؟।۔]\s+\w")


def is_one(guess: Guess, labels: Sequence[str], closing: int, i: int) -> bool:
    """Whether a line is the last one of all and cut, or goes on below; above it are paragraphs, or its heading.

    A label or another headline at that place has few small words.
    """
    line = guess.lines[i]
    if line.ends or line.words < WORDS or guess.odds[i] < ODDS or line.text.endswith(":") or "@" in line.text:
        return False
    between = [j for j in range(closing + 1, i) if labels[j]]
    if between and not (between == [i - 1] and _is_heading(guess, labels, i - 1)):
        return False
    if sum(each.prose for each in guess.lines[:i]) < PARAGRAPHS:
        return False
    below = guess.lines[i + 1] if i + 1 < len(guess.lines) else None
    if below and not (below.text[0].islower() and labels[i + 1] == BODY):
        return False
    parts = line.text.split()[1:]
    if not any(map(str.islower, parts)):  # a script without capitals
        return bool(SENTENCE_WITHIN.search(line.text))
    small = sum(part[0].islower() for part in parts)
    return 2 * small >= len(parts) and sum(map(len, cues.classes(line.tokens).values())) < HINTS


def _is_heading(guess: Guess, labels: Sequence[str], i: int) -> bool:
    """Whether a line is in capitals, in a text that has other headings so."""
    above = zip(guess.lines[:i], labels, strict=False)
    is_shouted = labels[i] == AFTER and guess.lines[i].text.isupper()
    return is_shouted and any(not label and line.text.isupper() for line, label in above)
