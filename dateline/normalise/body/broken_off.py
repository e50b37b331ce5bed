"""The lines below the last paragraph -> which of them is one more, but cut: the text was copied in part, or at a link.

"The council closed the harbour for a mon"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.normalise.body.first_look import BODY, GOES_ON, MODEL
from dateline.normalise.lines import cues
from dateline.normalise.lines.captions import CAPTION
from dateline.normalise.lines.line import SENTENCE_WITHIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.body.first_look import Guess

AFTER = "after the end of the article"  # the reason where place alone says so
BOXES = frozenset({"teaser of another article", "advertisement", "photo credit", CAPTION})
ODDS = -3.2  # log-odds from which on it may be one
WORDS = 6  # that it has at least
PARAGRAPHS = 2  # above it
HEADING_WORDS, SENTENCE_WORDS = 10, 12
LIST_WORDS = 5  # between two commas of a list, or fewer
HINTS, HINT_WORDS = 2, 8  # words in it, of those that furniture has, from which on it is some; and one in so many


def is_one(guess: Guess, labels: Sequence[str], closing: int, i: int) -> bool:
    """Whether a line is the last one of all and cut, or goes on below; above it are paragraphs, or its heading.

    A label or another headline at that place has few small words.
    """
    line = guess.lines[i]
    if line.ends or line.words < WORDS or guess.odds[i] < ODDS or line.text.endswith(":") or "@" in line.text:
        return False
    between = [j for j in range(closing + 1, i) if labels[j]]
    boxed = i + 1 == len(guess.lines) and all(labels[j] in BOXES for j in between)  # "Read also: …" stands within
    if between and not boxed and not (between == [i - 1] and _is_heading(guess, labels, i - 1)):
        return False
    if sum(each.prose for each in guess.lines[:i]) < PARAGRAPHS:
        return False
    if i + 1 < len(guess.lines) and not _goes_on(guess, labels, i) and not _is_last(guess, i):
        return False
    parts = line.text.split()[1:]
    if not any(map(str.islower, parts)):  # a script without capitals
        return bool(SENTENCE_WITHIN.search(line.text))
    small = sum(part[0].islower() for part in parts)
    hints = sum(map(len, cues.classes(line.tokens).values()))
    return 2 * small >= len(parts) and hints < max(HINTS, line.words // HINT_WORDS)


def _goes_on(guess: Guess, labels: Sequence[str], i: int) -> bool:
    """Whether the line below is the rest of its sentence."""
    return guess.lines[i + 1].text[0].islower() and labels[i + 1] == BODY


def _is_last(guess: Guess, i: int) -> bool:
    """Whether a line looks like body, and nothing below it does: its full stop was forgotten."""
    line = guess.lines[i]
    is_list = line.text.count(",") * LIST_WORDS > line.words
    may_be = guess.labels[i] == BODY or (guess.odds[i] > GOES_ON and line.words >= SENTENCE_WORDS and not is_list)
    return may_be and all(label not in (BODY, MODEL) for label in guess.labels[i + 1 :])


def _is_heading(guess: Guess, labels: Sequence[str], i: int) -> bool:
    """Whether a line may be a heading, in a text that has one like it: in capitals, or not."""
    line = guess.lines[i]
    if labels[i] != AFTER or line.ends or line.words > HEADING_WORDS:
        return False
    return any(
        not label and one.words <= HEADING_WORDS and not one.ends and one.text.isupper() == line.text.isupper()
        for one, label in zip(guess.lines[1:i], labels[1:], strict=False)
    )
