"""Lines -> for each, whether it looks like body, and if not, why, before anything is known of the text as a whole.

By its words (cues), and by its shape, place and neighbours (line_model).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.normalise.authors import author_note, byline, byline_parts
from dateline.normalise.body import (
    appeals,
    enumerations,
    line_model,
    listings,
    named_parts,
    pictured,
    tails,
    transcripts,
    twins,
)
from dateline.normalise.body.enumerations import ITEMS
from dateline.normalise.dating import date_line, dates, placeline
from dateline.normalise.lines import cues
from dateline.normalise.lines.captions import CAPTION
from dateline.normalise.lists import gazetteer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

BODY = ""
_OF_HOW_MANY = re.compile(r"[^\W\d_]|\d\s?/\s?\d")  # "3 comments", "1/12": no number of a list
DOUBT = -0.4  # log-odds: a line is kept unless the model is this sure, because a lost line costs more than a kept one
SHORT_SENTENCE = -0.7  # the same for a line that is a whole sentence: a headline or a menu is none
TRUSTED = -2.5  # the same for a text that somebody's program has taken from its page already
BEGINNING = 8  # words in which paragraphs that begin alike agree
DEEP = 3  # paragraphs above a date that is no longer about the publication
CLOSES = -2.6  # log-odds down to which a sentence below the last paragraph of a short text goes with it
ENDS = -3.2  # and a paragraph
GOES_ON = -1.5  # log-odds down to which a paragraph above the first one goes with it
SAYING = 3  # words of such a sentence: "Nobody was hurt."
FEW = 5  # paragraphs of a short text, in which the model has little to go by
CERTAIN = -2.0  # for a single line in the midst of the article
SURELY = "no part of the article"  # the reason where only the model says so, and is sure
MODEL = "beside the article"  # the reason where only the model says so; `settle` makes it more precise
OPEN = (BODY, MODEL, SURELY)  # labels that better evidence may change
APPARATUS = frozenset({"photo credit", "date", "byline", "counter"})  # what stands about a headline
OFTEN, NOTICE = 3, 160  # times that a slogan is said, and its characters at most
ITEMS_AT_LEAST = 2
REACH = 6  # lines from what says that something is listed to the paragraph below the list
NAMED = 4  # letters of a name with which a paragraph begins
PARAGRAPH, UNLIKELY = 20, -1.0  # words, and log-odds, of the only paragraph of a text
SENTENCE, SAID = 5, 2.5  # words, and log-odds, of a sentence that is body whatever its words are


class Guess(Struct, frozen=True):
    """What each line by itself looks like; the lists run parallel."""

    lines: Sequence[Line]
    labels: Sequence[str]  # empty: body; else the reason
    odds: Sequence[float]  # the model's log-odds for body


def by_line(lines: Sequence[Line], language: str, order: dates.Order, doubt: float = DOUBT) -> Guess:
    """The first guess: what each line is by its words, else by the model."""
    reasons = cues.reasons([line.text for line in lines])
    odds = line_model.judge(lines, language, reasons)
    labels = [_by_words(line, reason, language, order) for line, reason in zip(lines, reasons, strict=True)]
    for i, (line, odd) in enumerate(zip(lines, odds, strict=True)):
        if labels[i] and line.prose and labels[i] not in ("photo credit", CAPTION) and odd > 0:
            if not cues.is_sure(line.text) and not _says_who(line, labels[i]):
                labels[i] = BODY  # a paragraph that speaks of cookies or newsletters
        elif not labels[i] and odd < (min(doubt, SHORT_SENTENCE) if line.ends and line.words > 1 else doubt):
            labels[i] = SURELY if odd < CERTAIN else MODEL
    _set_aside_slogans(lines, labels)
    _keep_dateline(lines, labels, language, order)
    named_parts.keep(lines, labels, BODY)
    _keep_between_paragraphs(lines, labels, odds)
    _keep_lists(lines, labels, odds)
    _keep_at_the_edges(lines, labels, odds)
    _keep_cut(lines, labels)
    enumerations.keep(lines, labels, BODY, OPEN)
    transcripts.keep(lines, labels, BODY, OPEN)
    twins.mark(lines, labels, BODY, OPEN)
    author_note.mark(lines, labels, BODY)
    appeals.mark(lines, labels, OPEN)
    pictured.mark(lines, labels, OPEN)
    tails.mark_comments(lines, labels, odds, BODY, OPEN)
    tails.mark_rules(lines, labels, BODY)
    tails.mark_others(lines, labels, BODY, OPEN)
    tails.mark_listed(lines, labels, BODY, OPEN)
    listings.mark(lines, labels, BODY, OPEN)
    byline_parts.mark(lines, labels)
    left = [i for i, label in enumerate(labels) if label in (MODEL, SURELY)]
    if left and all(label in (MODEL, SURELY, *APPARATUS) for label in labels):
        best = max(left, key=lambda i: (lines[i].prose, odds[i]))
        labels[best] = BODY
    elif not any(line.prose and label == BODY for line, label in zip(lines, labels, strict=True)):
        told = [i for i in left if lines[i].prose and lines[i].words >= PARAGRAPH and odds[i] > UNLIKELY]
        for i in told[:1] if len(told) == 1 else ():
            labels[i] = BODY
    return Guess(lines, labels, odds)


def _set_aside_slogans(lines: Sequence[Line], labels: list[str]) -> None:
    """What is said time and again before all else: what an outlet says of itself, once for each size of screen."""
    first = next((i for i, line in enumerate(lines) if line.prose), None)
    again = [i for i, line in enumerate(lines) if first is not None and line.tokens == lines[first].tokens]
    if len(again) < OFTEN or len(lines[again[0]].text) > NOTICE:
        return
    if _is_spoken_of(lines[again[0]], lines[: again[0]], of_all=True):
        return  # the first sentence, which says what the headline says, and pictures of it
    for i in again:
        if labels[i] == BODY:
            labels[i] = "page furniture"


def _keep_dateline(lines: Sequence[Line], labels: list[str], language: str, order: dates.Order) -> None:
    """A paragraph above all others that begins with where and when, or with an agency, is the first of the article."""
    i = next((i for i, line in enumerate(lines) if line.prose and labels[i] in OPEN), None)
    if i is not None and labels[i] != BODY:
        spot = placeline.read(lines[i].text, language, order)
        if spot and spot.place and (spot.agency or spot.when):
            labels[i] = BODY


def _keep_between_paragraphs(lines: Sequence[Line], labels: list[str], odds: Sequence[float]) -> None:
    """A single line between two of the article is a short paragraph or a heading more often than furniture.

    A date or a number there belongs to what is said, and so does a sentence that speaks of subscribing.
    """
    paragraphs = 0
    for i in range(1, len(lines) - 1):
        paragraphs += lines[i - 1].prose and labels[i - 1] == BODY
        if not labels[i - 1] == BODY == labels[i + 1]:
            continue
        said = lines[i].ends and lines[i].words >= SENTENCE and odds[i] > SAID and not cues.is_sure(lines[i].text)
        said = said and labels[i] != CAPTION and not _says_who(lines[i], labels[i])
        dated = labels[i] == "date" and paragraphs >= DEEP and not _begins_again(lines, i + 1)
        numbered = labels[i] == "counter" and odds[i] > 0 and not _OF_HOW_MANY.search(lines[i].text)
        item = labels[i] == MODEL and lines[i].text[0].islower() and lines[i].text.endswith((";", ","))
        if said or dated or numbered or item or (labels[i] == MODEL and lines[i - 1].prose):
            labels[i] = BODY
    enumerations.keep_headings(lines, labels, BODY, OPEN)


def _says_who(line: Line, label: str) -> bool:
    """Whether a byline ends as a sentence does: "By Anna Lind, senior editor at Lund News."."""
    return label == "byline" and byline.ROLE.search(line.text) is not None


def _begins_again(lines: Sequence[Line], place: int) -> bool:
    """Whether a paragraph begins as one above it does: the page says its text a second time, and dates that."""
    beginning = lines[place].tokens[:BEGINNING]
    return any(line.prose and line.tokens[:BEGINNING] == beginning for line in lines[:place])


def _keep_lists(lines: Sequence[Line], labels: list[str], odds: Sequence[float]) -> None:
    """A list between two paragraphs, with a line above it that says what is listed: its items are few words each.

    At the end the text has to speak of it: what else one may read is listed there too.
    """
    for i, line in enumerate(lines[:-1]):
        if line.prose and labels[i] == BODY and line.text.endswith(":"):
            end = next((j for j in range(i + 1, len(lines)) if labels[j] == BODY), i)
            is_list = lines[i + 1].text.startswith(ITEMS) and end - i <= REACH
            if is_list and all(label in OPEN for label in labels[i:end]):
                labels[i:end] = [BODY] * (end - i)
            _keep_items(lines, labels, i + 1)
    for i, line in enumerate(lines[1:-1], 1):
        if not line.text.endswith(":") or line.words < SENTENCE or labels[i] not in OPEN or odds[i] < GOES_ON:
            continue
        end = next((j for j in range(i + 1, len(lines)) if not lines[j].text.startswith(ITEMS)), len(lines))
        if end - i <= ITEMS_AT_LEAST or any(label not in OPEN for label in labels[i:end]):
            continue
        if not lines[i - 1].prose or labels[i - 1] != BODY:
            continue
        below = lines[end] if end < len(lines) else None
        if below and below.prose and below.ends and labels[end] in OPEN and odds[end] > GOES_ON:
            labels[i : end + 1] = [BODY] * (end + 1 - i)
        elif _is_spoken_of(line, lines[:i]):
            labels[i:end] = [BODY] * (end - i)


def _keep_items(lines: Sequence[Line], labels: list[str], start: int) -> None:
    """The rest of a list of which most looks like the article's."""
    end = next((j for j in range(start, len(lines)) if not lines[j].text.startswith(ITEMS)), len(lines))
    kept = labels[start:end].count(BODY)
    if kept > ITEMS_AT_LEAST and 2 * kept >= end - start and all(label in OPEN for label in labels[start:end]):
        labels[start:end] = [BODY] * (end - start)


def _is_spoken_of(line: Line, above: Sequence[Line], *, of_all: bool = False) -> bool:
    """Whether most of what a line says is said above, by paragraphs or by all, and not in the words of furniture."""
    said = frozenset().union(*(other.stems for other in above if of_all or other.prose))
    return 2 * len(line.stems & said) >= len(line.stems) and not cues.classes(line.tokens)


def _keep_at_the_edges(lines: Sequence[Line], labels: list[str], odds: Sequence[float]) -> None:
    """Right above the first paragraph another one goes with it; so does a sentence right below the last of a few."""
    found = [i for i, line in enumerate(lines) if labels[i] == BODY and line.prose and line.ends]
    if not found:
        return
    for i in range(found[0] - 1, -1, -1):
        if labels[i] != MODEL or odds[i] < GOES_ON or not (lines[i].prose and lines[i].ends):
            break
        labels[i] = BODY
    last = found[-1] + 1
    if last + 1 < len(lines) and labels[last] == BODY and not lines[last].ends and lines[last + 1].prose:
        last += _tells_on(lines[last + 1], lines[:last])  # below a heading
    within = {lines[i].tokens for i in range(found[0], found[-1]) if labels[i] != BODY}
    for i in range(last, len(lines)):
        if lines[i].tokens in within:
            continue  # "Read more after the ad" stands between paragraphs, and ends no text
        least = (ENDS if lines[i].prose else CLOSES) if len(found) <= FEW else GOES_ON
        if lines[i].prose and _tells_on(lines[i], lines[: found[-1] + 1]):
            least = ENDS
        if labels[i] not in OPEN or odds[i] < least or not lines[i].ends or lines[i].words < SAYING:
            break
        if len(found) > FEW and (not lines[i].prose or cues.classes(lines[i].tokens)):
            break
        labels[i] = BODY


def _tells_on(line: Line, above: Sequence[Line]) -> bool:
    """Whether a paragraph begins with a name, and most of what it says is said above: "Lind, 31, denied it."."""
    name = line.tokens[0] if line.tokens else ""
    if not line.text[:1].isupper() or gazetteer.is_word(name) or len(name) < NAMED:
        return False
    return any(name in other.tokens for other in above if other.prose) and _is_spoken_of(line, above)


def _keep_cut(lines: Sequence[Line], labels: list[str]) -> None:
    """A long line that breaks off, below the last paragraph or the last of all: the text was copied in part."""
    last = max((i for i, line in enumerate(lines) if line.prose and labels[i] == BODY), default=-1)
    for i in {last + 1, len(lines) - 1} if len(lines) > 1 else ():
        if i == len(lines) or labels[i] != MODEL or lines[i].ends or not lines[i].prose:
            continue
        parts = lines[i].text.split()
        small = sum(map(str.islower, parts))
        if (2 * small >= len(parts) or lines[i].wide) and not cues.classes(lines[i].tokens):
            labels[i] = BODY


def _by_words(line: Line, reason: str, language: str, order: dates.Order) -> str:
    if date_line.is_one(line, language, order):
        return "date"
    if reason:
        return reason
    if line.length <= date_line.LENGTH and byline.names(line.text):
        return "byline"
    return BODY
