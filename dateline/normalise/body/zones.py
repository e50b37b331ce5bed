"""Lines as they look by themselves (first_look) -> for each, whether it is body, and if not, why.

Once the headline is chosen, by zone: above it, between it and the first paragraph, beside a photo credit, after the
end.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.normalise.authors import byline, byline_parts
from dateline.normalise.body import broken_at_links, broken_off, copies, enumerations, standfirst, strays, tails
from dateline.normalise.body.enumerations import ITEMS
from dateline.normalise.body.first_look import APPARATUS, BODY, GOES_ON, MODEL, OPEN
from dateline.normalise.lines.captions import CAPTION, is_credit
from dateline.normalise.lines.line import SENTENCE_WITHIN, URL, Line
from dateline.normalise.lists.nobody import is_nobody
from dateline.normalise.lists.sections import is_section
from dateline.normalise.outlets.outlet import is_agency, is_name_of_office, is_office

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.body.first_look import Guess

STANDFIRST = 45  # characters from which a line between headline and text is a standfirst, not a label
LONG_CAPTION = 130  # characters: a longer sentence above the headline is a lead
RUN = 280  # characters of headlines that run into one another
ALIKE = 40  # characters with which both forms of a caption begin
OWNER = 20  # characters of whose picture it is, where that is glued to a caption
HEADLINE, SENTENCE = 4, 5  # words of a line that may be one
PART = 0.7  # log-odds from which a short line under the headline is no label
LAST_WORDS = 0.3  # log-odds of a line after the last paragraph that is body without being a sentence
OTHERS, LABEL = ("teaser of another article", "comments"), 4  # reasons, and words at most of a line that is a label
INITIALS = 24  # characters of how somebody signs
_INITIALS = re.compile(
    r"[-–—(\[]?[^\W\d_A-Z]{2,4}[)\].]{0,2}|[-–—(\[]?[^\W\d_]{2,5}(?: ?/ ?[^\W\d_]{2,5}){1,4}[)\].]{0,2}"
)
# What stands within a text even where somebody's program has taken that from its page.
BOXES = frozenset(["newsletter or subscription box", "cookie or consent notice"])


class Layout(Struct, frozen=True):
    """The lines of a text with what each is; the lists run parallel."""

    lines: tuple[Line, ...]
    labels: tuple[str, ...]  # empty: body; else the reason
    opening: int  # index of the first paragraph
    closing: int  # index of the last paragraph


def span(lines: Sequence[Line], labels: Sequence[str]) -> tuple[int, int]:
    """The indices of the first and the last paragraph; of the first line that may be one, where none looks it."""
    prose = [i for i, line in enumerate(lines) if line.prose and not labels[i]]
    if prose:
        opening = strays.past(lines, labels, prose) or _opening(lines, labels, prose)
        last = tails.before_gap(lines, labels, [i for i in prose if i >= opening])
        return opening, _closing(lines, labels, last)
    free = [i for i, label in enumerate(labels) if not label]
    if not free:
        return 0, len(lines) - 1
    return (free[1] if len(free) > 1 and not lines[free[0]].ends else free[0]), free[-1]


def _opening(lines: Sequence[Line], labels: Sequence[str], prose: Sequence[int]) -> int:
    """The first paragraph; a caption above the headline is a sentence too, but headline and furniture come after it.

    So do they after headlines that run into one another: they are long, and no sentence.
    """
    for here, following in pairwise(prose):
        if labels[here + 1] == "date" and not lines[here].ends and "; " in lines[here].text:
            continue  # what a broadcast is about
        between = range(here + 1, following)
        headline = any(not labels[i] and not lines[i].ends and lines[i].words >= HEADLINE for i in between)
        twice = len({lines[i].tokens for i in between if lines[i].words >= HEADLINE}) < sum(
            lines[i].words >= HEADLINE for i in between
        )
        told = headline and (twice or any(labels[i] in APPARATUS for i in between))
        dated = headline and any(labels[i] in ("date", "byline") for i in between)
        if not ((told and lines[here].length <= LONG_CAPTION) or (dated and _runs_on(lines[here]))):
            return here
    return prose[-1]


def _closing(lines: Sequence[Line], labels: Sequence[str], last: int) -> int:
    """The last paragraph, or the last item of a list that belongs to it."""
    end = last + 1
    if end < len(lines) and not labels[end] and lines[end].text.endswith(":"):
        end += 1
    if lines[end - 1].text.endswith(":"):
        while end < len(lines) and not labels[end] and lines[end].text.startswith(ITEMS):
            end += 1
    return end - 1 if end > last + 2 else enumerations.end(lines, labels, last, BODY)


def _runs_on(line: Line) -> bool:
    return line.length >= RUN and not line.ends and not SENTENCE_WITHIN.search(line.text)


def settle(guess: Guess, opening: int, closing: int, title: int | None) -> Layout:
    """All zones, in the order of the text."""
    lines, final = guess.lines, list(guess.labels)
    _beside_credits(lines, final, opening)
    _above(guess, final, opening, title)
    _between_headline_and_text(guess, final, opening, title)
    _after(guess, final, closing)
    broken_at_links.mend(lines, final, opening if title is None else min(opening, title + 1), closing)
    copies.set_aside(lines, final)
    if title is not None:
        copies.of_headline(lines, final, title)
    if BODY not in final:
        opening, closing = _rescue(guess, final, title) or (opening, closing)
    return Layout(tuple(lines), tuple(final), opening, closing)


def _beside_credits(lines: Sequence[Line], labels: list[str], opening: int) -> None:
    """In one block with a photo credit: the caption above it and, if it is no sentence, a teaser below it."""
    for i, label in enumerate(labels):
        if i > 0 and labels[i - 1] in OPEN and _says_again_with_credit(lines[i], lines[i - 1]):
            labels[i - 1] = labels[i] = CAPTION
        elif i > 0 and label == CAPTION and labels[i - 1] in OPEN and _begin_alike(lines[i].text, lines[i - 1]):
            labels[i - 1] = CAPTION
        if label != "photo credit":
            continue
        if i < opening and labels[i + 1] == "date" and is_agency(lines[i].text):
            labels[i] = "byline"  # "Reuters", and the day
            continue
        if i > 0 and not lines[i].gap and labels[i - 1] in OPEN and i - 1 != opening and lines[i - 1].gap:
            labels[i - 1] = CAPTION
        below = i + 1 < len(lines) and not lines[i + 1].gap and labels[i + 1] in OPEN
        if below and not lines[i + 1].ends:
            labels[i + 1] = "teaser of another article" if lines[i + 1].words > 3 else "section label"


def _begin_alike(caption: str, above: Line) -> bool:
    """Whether a line begins as a caption does: what an agency says of a picture, and the paper's shorter form of it."""
    least = ALIKE if above.words < SENTENCE else min(ALIKE, above.length)  # "… (Harbour List) on", cut at a mark
    return above.text[:least] == caption[:least] and len(caption) >= ALIKE


def _says_again_with_credit(line: Line, above: Line) -> bool:
    """Whether a line says the one above it again, and then whose picture it is: both stood beside the picture."""
    rest = line.text[len(above.text) :] if line.text.startswith(above.text) else ""
    is_glued = above.words >= SENTENCE and 0 < len(rest) <= OWNER and rest[0].isalnum()  # "… at the pierLund News"
    return is_glued or (bool(rest) and is_credit(rest.strip()))


def _above(guess: Guess, labels: list[str], opening: int, title: int | None) -> None:
    lines = guess.lines
    last = opening  # what is asked and answered in a word or two, right above the first paragraph, goes with it
    while title is None and last > 0 and _is_said(guess, labels, last - 1):
        last -= 1
        labels[last] = BODY
    for i in range(title if title is not None else last):
        says = title is None and labels[i] == BODY and lines[i].ends and lines[i].words >= SENTENCE
        greets = title is None and i == opening - 1 and lines[i].text.endswith((",", ":")) and labels[i] in OPEN
        if greets:
            labels[i] = BODY  # "Editor, the Paper:"
        elif labels[i] in OPEN and not says:  # without a headline, a short sentence is the first one of the text
            labels[i] = CAPTION if lines[i].ends and lines[i].words > 3 else "above the headline"


def _is_said(guess: Guess, labels: Sequence[str], i: int) -> bool:
    line = guess.lines[i]
    return labels[i] in OPEN and line.ends and line.words > 1 and guess.odds[i] >= GOES_ON


def _between_headline_and_text(guess: Guess, labels: list[str], opening: int, title: int | None) -> None:
    if title is None:
        return
    lines = guess.lines
    for i in range(opening - 1, title, -1):  # who speaks, and to whom: "Ladies and gentlemen,"
        opens = lines[i].text.endswith(",") or (lines[i].text.endswith(":") and lines[i].words > 1)
        opens = opens or (lines[i].words >= SENTENCE and lines[i + 1].text[0].islower())  # broken, at a link mostly
        said = lines[i].ends and (labels[i] == BODY or (labels[i] == MODEL and guess.odds[i] > GOES_ON))
        if labels[i] not in OPEN or not (opens or said) or is_nobody(lines[i].text):
            break
        labels[i] = BODY
    for i in range(title + 1, opening):
        if labels[i] in OPEN and lines[i].length < STANDFIRST and _is_stamp(lines[i].text):
            labels[i] = "page furniture"  # "Published: | Updated:"
        dated = "date" in labels[max(0, i - 1) : i + 2]
        is_paper = dated and is_name_of_office(lines[i])  # "Lund News", and the day
        if labels[i] in OPEN and (is_paper or byline_parts.is_line_of_names(lines[i].text, dated=dated)):
            labels[i] = "byline"
        if labels[i] in OPEN and byline_parts.are_spoken_of(lines, i):
            labels[i] = CAPTION
        label = not lines[i].ends and lines[i].length < STANDFIRST and not lines[i].text.endswith(":")
        if labels[i] == BODY and (guess.odds[i] > PART or lines[i].text.endswith(",")):
            continue
        says = lines[i].words >= SENTENCE and lines[i].text[:1].islower()  # names and labels have capitals
        if labels[i] == MODEL and (says or (lines[i].ends and lines[i].length >= STANDFIRST)):
            labels[i] = BODY
        elif labels[i] in OPEN and label:
            labels[i] = "byline" if byline.person(lines[i].text) else "section label"
    standfirst.keep(lines, labels, title, opening)
    below = opening + 1  # where the first paragraph is the standfirst, its section may stand there
    if below < len(lines) and labels[below] in OPEN and is_section(lines[below].text):
        labels[below] = "section label"


def _is_stamp(text: str) -> bool:
    """Whether a line is the stamp of a date that is gone, or a link; the number of a list is none."""
    return any(map(str.isalpha, text)) and is_nobody(text)


def _after(guess: Guess, labels: list[str], closing: int) -> None:
    lines = guess.lines
    said = Counter(line.tokens for line in lines[closing + 1 :])
    ended = any(
        line.prose and not label for line, label in zip(lines[closing + 1 :], labels[closing + 1 :], strict=True)
    )
    among_others = False  # a label has said that what follows are other articles
    for i in range(closing + 1, len(lines)):
        if labels[i] not in OPEN:
            among_others = among_others or (labels[i] in OTHERS and lines[i].words <= LABEL)
            continue
        is_other = among_others or said[lines[i].tokens] > 1  # the name of a link, and of its picture
        stays = not ended and labels[i] == BODY and (lines[i].ends or (guess.odds[i] >= LAST_WORDS and not is_other))
        if is_office(lines[i]) or _is_initials(lines[i].text):
            labels[i] = "sign-off"
        elif URL.search(lines[i].text) and not lines[i].ends:
            labels[i] = "link"
        elif stays:
            continue
        elif not ended and broken_off.is_one(guess, labels, closing, i):
            for j in range(closing + 1, i + 1):
                labels[j] = labels[j] if labels[j] in broken_off.BOXES else BODY
        else:
            labels[i] = broken_off.AFTER


def _is_initials(text: str) -> bool:
    """Whether a line is how whoever wrote it signs: "mok", "(phy/dpa)"."""
    return len(text) <= INITIALS and bool(_INITIALS.fullmatch(text)) and any(map(str.islower, text))


def _rescue(guess: Guess, labels: list[str], title: int | None) -> tuple[int, int] | None:
    """Where nothing is left: the longest paragraph of whose words none say what it is, and those right beside it."""
    prose = [i for i, line in enumerate(guess.lines) if line.prose and guess.labels[i] in OPEN and i != title]
    if not prose:
        return None
    first = last = max(prose, key=lambda i: guess.lines[i].length)
    whole = {i for i in prose if guess.lines[i].ends}
    while first - 1 in whole:
        first -= 1
    while last + 1 in whole:
        last += 1
    labels[first : last + 1] = [BODY] * (last + 1 - first)
    return first, last
