"""Lines -> for each, whether it is body, and if not, why.

First each line by itself, by its words (cues) and by its shape, place and neighbours (line_model). Then, once the
headline is chosen, by zone: above it, between it and the first paragraph, beside a photo credit, after the end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.normalise import byline, cues, dates, line_model
from dateline.normalise.lines import Line, key
from dateline.normalise.outlet import is_office

if TYPE_CHECKING:
    from collections.abc import Sequence

BODY = ""
DATE_LINE = 110  # characters: the longest line that is a date and little else
BESIDE_DATE = 40  # characters of such a line that are no date
BESIDE_DATE_AND_NAME = 60  # the same where bars stand between the parts
_SEPARATOR = re.compile(r"\s[|•·/]\s")
STANDFIRST = 45  # characters from which a line between headline and text is a standfirst, not a label
CAPTION = 130  # characters: a longer sentence above the headline is a lead
DOUBT = -0.4  # log-odds: a line is kept unless the model is this sure, because a lost line costs more than a kept one
SHORT_SENTENCE = -0.7  # the same for a line that is a whole sentence: a headline or a menu is none
TRUSTED = -2.5  # the same for a text that somebody's program has taken from its page already
COPIES = 3  # paragraphs that a text has to have, for one of them to be all of the others
MANY = 400  # paragraphs, from which on comparing each with each takes too long
COVERED = 0.6  # of its letters
DEEP = 3  # paragraphs above a date that is no longer about the publication
CERTAIN = -2.0  # for a single line in the midst of the article
SURELY = "no part of the article"  # the reason where only the model says so, and is sure
MODEL = "beside the article"  # the reason where only the model says so; `settle` makes it more precise
OPEN = (BODY, MODEL, SURELY)  # labels that better evidence may change
APPARATUS = frozenset({"photo credit", "date", "byline", "counter"})  # what stands about a headline


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a text with what each is; the lists run parallel."""

    lines: tuple[Line, ...]
    labels: tuple[str, ...]  # empty: body; else the reason
    opening: int  # index of the first paragraph
    closing: int  # index of the last paragraph


def by_line(lines: Sequence[Line], language: str, order: dates.Order, doubt: float = DOUBT) -> list[str]:
    """The first guess: what each line is by its words, else by the model."""
    reasons = [cues.reason(line.text) for line in lines]
    odds = line_model.judge(lines, language, reasons)
    labels = [_by_words(line, reason, language, order) for line, reason in zip(lines, reasons, strict=True)]
    for i, (line, odd) in enumerate(zip(lines, odds, strict=True)):
        if labels[i] and line.prose and not cues.is_credit(line.text) and odd > 0:
            labels[i] = BODY  # a paragraph that speaks of cookies or newsletters
        elif not labels[i] and odd < (min(doubt, SHORT_SENTENCE) if line.ends and line.words > 1 else doubt):
            labels[i] = SURELY if odd < CERTAIN else MODEL
    _keep_between_paragraphs(lines, labels)
    left = [i for i, label in enumerate(labels) if label in (MODEL, SURELY)]
    if left and all(label in (MODEL, SURELY, *APPARATUS) for label in labels):
        best = max(left, key=lambda i: (lines[i].prose, odds[i]))
        labels[best] = BODY
    return labels


def _keep_between_paragraphs(lines: Sequence[Line], labels: list[str]) -> None:
    """A single line between two of the article is a short paragraph or a heading more often than furniture.

    A date there belongs to what is said.
    """
    paragraphs = 0
    for i in range(1, len(lines) - 1):
        paragraphs += lines[i - 1].prose and labels[i - 1] == BODY
        inside = labels[i - 1] == BODY == labels[i + 1] and lines[i - 1].prose
        dated = labels[i] == "date" and paragraphs >= DEEP
        if inside and (dated or labels[i] == MODEL):
            labels[i] = BODY


def _by_words(line: Line, reason: str, language: str, order: dates.Order) -> str:
    if is_date_line(line, language, order):
        return "date"
    if reason:
        return reason
    if line.length <= DATE_LINE and byline.names(line.text):
        return "byline"
    return BODY


def is_date_line(line: Line, language: str, order: dates.Order) -> bool:
    """Whether a line is a date, or a date with a few words that go with it (published, updated, a place, a name)."""
    if line.length > DATE_LINE or line.prose:
        return False
    found = dates.find(line.text, language, order)
    if not found:
        return False
    beside = line.length - sum(date.end - date.start for date in found)
    is_sentence = line.ends and len(line.text.rstrip(". ").rpartition(" ")[2]) > 3  # "12 May 2021, 5 Min." is none
    limit = BESIDE_DATE_AND_NAME if _SEPARATOR.search(line.text) else BESIDE_DATE
    return beside <= 12 or (beside <= limit and not is_sentence)


def span(lines: Sequence[Line], labels: Sequence[str]) -> tuple[int, int]:
    """The indices of the first and the last paragraph; of the first line that may be one, where none looks it."""
    prose = [i for i, line in enumerate(lines) if line.prose and not labels[i]]
    if prose:
        return _opening(lines, labels, prose), prose[-1]
    free = [i for i, label in enumerate(labels) if not label]
    if not free:
        return 0, len(lines) - 1
    return (free[1] if len(free) > 1 and not lines[free[0]].ends else free[0]), free[-1]


def _opening(lines: Sequence[Line], labels: Sequence[str], prose: Sequence[int]) -> int:
    """The first paragraph; a caption above the headline is a sentence too, but headline and furniture come after it."""
    for here, following in pairwise(prose):
        between = range(here + 1, following)
        headline = any(not labels[i] and not lines[i].ends and lines[i].words >= 4 for i in between)
        if not (lines[here].length <= CAPTION and headline and any(labels[i] in APPARATUS for i in between)):
            return here
    return prose[-1]


def settle(lines: Sequence[Line], labels: Sequence[str], opening: int, closing: int, title: int | None) -> Layout:
    """All zones, in the order of the text."""
    final = list(labels)
    _beside_credits(lines, final, opening)
    _above(lines, final, opening, title)
    _between_headline_and_text(lines, final, opening, title)
    _after(lines, final, closing)
    _second_texts(lines, final)
    if title is not None:
        _second_copies(lines, final, title)
    return Layout(tuple(lines), tuple(final), opening, closing)


def _beside_credits(lines: Sequence[Line], labels: list[str], opening: int) -> None:
    """In one block with a photo credit: the caption above it and, if it is no sentence, a teaser below it."""
    for i, label in enumerate(labels):
        if label != "photo credit":
            continue
        if i > 0 and not lines[i].gap and labels[i - 1] in OPEN and i - 1 != opening and lines[i - 1].gap:
            labels[i - 1] = "photo caption"
        below = i + 1 < len(lines) and not lines[i + 1].gap and labels[i + 1] in OPEN
        if below and not lines[i + 1].ends:
            labels[i + 1] = "teaser of another article" if lines[i + 1].words > 3 else "section label"


def _above(lines: Sequence[Line], labels: list[str], opening: int, title: int | None) -> None:
    for i in range(title if title is not None else opening):
        if labels[i] in OPEN:
            labels[i] = "photo caption" if lines[i].ends and lines[i].words > 3 else "above the headline"


def _between_headline_and_text(lines: Sequence[Line], labels: list[str], opening: int, title: int | None) -> None:
    if title is None:
        return
    for i in range(title + 1, opening):
        label = not lines[i].ends and lines[i].length < STANDFIRST and not lines[i].text.endswith(":")
        if labels[i] == MODEL and lines[i].ends and lines[i].length >= STANDFIRST:
            labels[i] = BODY
        elif labels[i] in OPEN and label:
            labels[i] = "byline" if byline.is_person(lines[i].text) else "section label"


def _after(lines: Sequence[Line], labels: list[str], closing: int) -> None:
    for i in range(closing + 1, len(lines)):
        if labels[i] not in OPEN:
            continue
        if is_office(lines[i]):
            labels[i] = "sign-off"
        elif cues.URL.search(lines[i].text) and not lines[i].ends:
            labels[i] = "link"
        elif labels[i] in (MODEL, SURELY) or not (lines[i].ends and lines[i].words >= 3):
            labels[i] = "after the end of the article"


def _second_texts(lines: Sequence[Line], labels: list[str]) -> None:
    """The text again: a paragraph said before, the beginning of one, and all of it without its paragraphs."""
    prose = [i for i, line in enumerate(lines) if line.prose and not labels[i]]
    keys = {i: key(lines[i].text) for i in prose}
    seen: set[str] = set()
    for i in prose:
        others = [keys[j] for j in prose if keys[j] != keys[i]] if len(prose) <= MANY else []
        if keys[i] in seen:
            labels[i] = "said before"
        elif lines[i].text.endswith(("...", "…")) and any(other.startswith(keys[i]) for other in others):
            labels[i] = "beginning of a paragraph below"
        elif len(prose) > COPIES and sum(len(other) for other in others if other in keys[i]) > COVERED * len(keys[i]):
            labels[i] = "the text again, without paragraphs"
        seen.add(keys[i])


def _second_copies(lines: Sequence[Line], labels: list[str], title: int) -> None:
    said = key(lines[title].text)
    for i, line in enumerate(lines):
        if i != title and key(line.text) == said:
            labels[i] = "second copy of the headline"
    labels[title] = "headline"
