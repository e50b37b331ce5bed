"""The lines before the first paragraph -> which of them is the headline.

Evidence, each worth points: the words come back in the article; the line is said twice, or the page's own title says
it before the site's name; it stands first, or alone at the head of an unbroken text; a date or a byline is beside it;
it is no sentence with a full stop; it has the length of a headline.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline.normalise.authors import byline_parts
from dateline.normalise.authors.byline import is_person
from dateline.normalise.body.first_look import APPARATUS
from dateline.normalise.lines.captions import CAPTION
from dateline.normalise.lines.line import CONTENT_LETTERS, LONG_LENGTH, SENTENCE_WITHIN, Line, key, words
from dateline.normalise.outlets.outlet import is_name_of_office
from dateline.normalise.texts import by_place, page_title, spoken, way
from dateline.normalise.texts.head import LABEL, RIGHT_BELOW, Head, below_standfirst, beside, is_right_below
from dateline.normalise.texts.page_title import MAX_LENGTH, SUFFIX, Candidate

if TYPE_CHECKING:
    from collections.abc import Sequence

ENOUGH = 1.0
MENU, MENU_POINTS = -3.0, 0.2  # log-odds of a line below which it looks like a menu, and points for each below them
BULLETS = ("* ", "+ ", "• ", "o ", "▪ ", "◦ ")
SAYS = 3  # words that carry meaning: of fewer it says little that the article has them too
OFTEN = 3  # times that a label is said
BUTTONS = 3  # times that a button is said in one line
ALONE_ODDS = -2.0  # log-odds above which the only line above a text may be one whatever its points are
ALONE = 0.3  # share of the words of a line that the article has too, where nothing else stands above it
KICKER = 5  # words at most of a line above a headline that says what it is about
STANDFIRST_STEPS, STANDFIRST_LEAD = (
    3,
    0.7,
)  # a standfirst says more of the article's words, but the headline is above it
CLOSED = (".", "…", ":", ";", ",")
_MARK = re.compile(r"^#{1,6}\s+")  # of a heading, as converters to Markdown leave it
_NO_WORDS = re.compile(  # what stands within a headline's line, a placeholder or how long the reading takes
    r"\s*\(?\{\{[^{}]*\}\}\)?|\s*\d{1,2}[ -]min(?:ute)?s?[ -]read$", re.IGNORECASE
)


def choose(
    lines: Sequence[Line], opening: int, labels: Sequence[str], odds: Sequence[float], open_labels: Sequence[str]
) -> Candidate | None:
    """The headline, or None. A line whose label is none of `open_labels` is known to be something else.

    `odds` are the line model's, in which menus are far lower than headlines.
    """
    if found := page_title.find(lines, opening, labels) or _marked(lines, labels):
        return found
    keys = tuple(key(line.text) for line in lines[:opening])
    head = Head(
        lines=lines,
        keys=keys,
        in_order=tuple(sorted(said for said, label in zip(keys, labels, strict=False) if label != CAPTION)),
        said=Counter(key(line.text) for line in lines[: opening + 1]),
        marks=(
            *(i for i in range(opening) if labels[i] in ("date", "byline") or _is_named(lines, labels, i)),
            *below_standfirst(lines, labels, opening),
        ),
        spoken=spoken.vocabulary(
            line for line, label in zip(lines[opening:], labels[opening:], strict=True) if not label
        ),
        opening=opening,
        apart=stands_apart(lines),
    )
    heads = [i for i in range(opening) if labels[i] in open_labels and _possible(lines[i])]
    heads = [i for i in heads if labels[i + 1] != CAPTION or not _goes_on(lines[i].text, lines[i + 1].text)]
    heads = [i for i in heads if not _is_portrait(lines[max(0, i - 1) : i + 2])]
    heads = [i for i in heads if lines[i].words > LABEL or sum(one.tokens == lines[i].tokens for one in lines) < OFTEN]
    heads = way.without(lines, keys, heads)
    head = replace(head, dated=any(lines[i].words > LABEL and is_right_below(head, i) for i in heads))
    found_all = [_weigh(head, i, odds[i], is_first=rank == 0) for rank, i in enumerate(heads)]
    best = max(found_all, key=lambda one: (one.score, -one.index), default=None)
    if best is None or best.score < ENOUGH:
        before = by_place.find(lines, opening, labels, open_labels, heads)
        known = [labels[i] not in open_labels for i in range(opening)]
        return before or _alone([one for one in found_all if not lines[one.index].ends], head, odds, known)
    return _above_standfirst(best, found_all, head, [label not in (*open_labels, *APPARATUS) for label in labels])


def _marked(lines: Sequence[Line], labels: Sequence[str]) -> Candidate | None:
    """The only heading of the first level in a page that a converter has made Markdown of; of no form: "# Log in"."""
    found = [i for i, line in enumerate(lines) if line.text.startswith("# ") and not _is_form(line, labels[i])]
    if len({lines[i].text for i in found}) == 1:
        found = found[-1:]
    others = sum(line.text.startswith(("## ", "### ", "* ")) for line in lines) if len(found) == 1 else 0
    if others < OFTEN or found[0] + 1 >= len(lines) or lines[found[0]].length > MAX_LENGTH:
        return None
    text = lines[found[0]].text[2:].strip(" *_")
    first = found[0] + (2 if len(words(text)) > KICKER and lines[found[0] + 1].text.startswith("## ") else 1)
    below = takewhile(lambda line: line.length < LONG_LENGTH and not line.prose, lines[first:])
    if any(line.text.startswith("##") for line in below):  # it is a section's
        return None
    return Candidate(found[0], ENOUGH, "headline.heading", text) if len(words(text)) > 1 else None


def _is_form(line: Line, label: str) -> bool:
    return line.words <= LABEL and label == "page furniture"


def _is_named(lines: Sequence[Line], labels: Sequence[str], i: int) -> bool:
    """Whether a line above a date says who wrote, in no form that is known without it."""
    return labels[i + 1 : i + 2] == ["date"] and byline_parts.is_line_of_names(lines[i].text, dated=True)


def stands_apart(lines: Sequence[Line]) -> bool:
    """Whether the first line stands alone at the head of a text that is otherwise unbroken."""
    if len(lines) <= 4 or not lines[1].gap or lines[0].length > MAX_LENGTH:
        return False
    return sum(line.gap > 0 for line in lines[2:]) <= len(lines) * 0.1


def _alone(found: Sequence[Candidate], head: Head, odds: Sequence[float], known: Sequence[bool]) -> Candidate | None:
    """The only line that is no sentence, where it stands by itself above all else, and the text has a word of it."""
    if len(found) != 1 or not all(known[: found[0].index]):
        return None
    i = found[0].index
    says = head.lines[i].words >= SAYS and bool(head.lines[i + 1].gap) and odds[i] > ALONE_ODDS
    said = any(part in head.spoken for part in spoken.content(found[0].text))
    return replace(found[0], rule="headline.first-line") if says and said else None


def _possible(line: Line) -> bool:
    begins = line.text.lstrip(".… ")[:2]
    goes_on = begins.isalpha() and begins.islower()  # a sentence that was broken, but not "iPhone"
    return line.words >= 2 and line.length <= MAX_LENGTH and not goes_on and not _repeats_itself(line.text.split())


def _repeats_itself(said: Sequence[str]) -> bool:
    """Whether a line is a few words over and over, a button in each size of screen: "Back us Back us Back us"."""
    number = len(said)
    lengths = (length for length in range(1, number // 2 + 1) if not number % length)
    return any(number >= BUTTONS * length and [*said[:length]] * (number // length) == [*said] for length in lengths)


def _goes_on(text: str, caption: str) -> bool:
    """Whether a caption says what stands above it, and goes on in the same sentence: both stood beside the picture."""
    rest = caption[len(text) :].lstrip() if caption.startswith(text) else ""
    return rest[:1].islower() and len(rest.split()) >= SAYS


def _is_portrait(near: Sequence[Line]) -> bool:
    """Whether a line is a name, and the next says it again with an office: both stood at a picture."""
    pairs = pairwise(line.text for line in near)
    return any(name in said and said.startswith(f"{name},") and is_person(name) for name, said in pairs)


def _weigh(head: Head, i: int, odd: float, *, is_first: bool) -> Candidate:
    line, said = head.lines[i], head.keys[i]
    text = _without_site(_MARK.sub("", _NO_WORDS.sub("", line.text)), head)
    content = spoken.content(text)
    share = sum(part in head.spoken for part in content) / max(SAYS, len(content))
    longer = len(said) > 12 and _begins_another(said, head.in_order)
    twice = (head.said[said] > 1 or longer) and (share > 0.3 or line.words >= 5)
    score = 2.0 * share + (0.8 if twice else 0.0) + beside(head, i) - 0.04 * min(head.opening - i, 12)
    if is_first and head.apart:
        score += 1.5
    elif line.text.endswith(CLOSED):
        score -= 1.0
    elif is_first:
        score += 0.7
    if line.words < 4:
        score -= 0.5
    score += MENU_POINTS * min(0.0, odd - MENU)
    if line.text.startswith(BULLETS):
        score -= 1.0
    if head.opening == 1 and share > ALONE and line.words >= SAYS and not line.ends:
        score += 0.2
    if 25 <= line.length <= 140:
        score += 0.3
    rule = "headline.said-twice" if twice else "headline.first-line" if is_first else "headline.before-first-paragraph"
    return Candidate(i, score, rule, text)


def _begins_another(said: str, in_order: Sequence[str]) -> bool:
    """Whether what a line says is the beginning of what a longer one says."""
    following = bisect_right(in_order, said)
    return following < len(in_order) and in_order[following].startswith(said)


def _above_standfirst(best: Candidate, found: Sequence[Candidate], head: Head, known: Sequence[bool]) -> Candidate:
    """The topmost of the good lines just above the best one; of a kicker and the longer line under it, that line.

    What stands above furniture, or above the name of a section, is apart from a line with its date right below.
    """
    top, lines = best, head.lines
    is_marked = best.score >= ENOUGH + RIGHT_BELOW and is_right_below(head, best.index)
    lead = STANDFIRST_LEAD + (RIGHT_BELOW if is_marked and not _has_capitals(lines[best.index].text) else 0.0)
    for one in sorted(found, key=lambda one: -one.index):
        near = 0 < top.index - one.index <= STANDFIRST_STEPS
        line, below = lines[one.index], lines[one.index + 1]
        closed = line.text.endswith(CLOSED) or _is_kicker(line, below) or line.words < 4
        closed = closed or _is_office_above(line, lines[top.index]) or key(top.text) in head.keys[one.index]
        between = range(one.index + 1, best.index)
        if is_right_below(head, best.index):
            closed = closed or any(known[j] or lines[j].text.isupper() for j in between)
            closed = closed or (line.words <= LABEL and len(between) > 0)
        if near and not closed and one.score >= max(ENOUGH, best.score - lead):
            top = replace(one, rule="headline.above-standfirst")
    below_top = next((one for one in found if one.index == top.index + 1), None)
    if below_top and _is_office_above(lines[top.index], lines[below_top.index]) and below_top.score >= ENOUGH:
        return replace(below_top, rule="headline.below-office")
    kicks = below_top and _is_kicker(lines[top.index], lines[below_top.index]) and not below_top.text.endswith(CLOSED)
    if below_top and kicks and not _is_below_date(head, top.index):
        return replace(below_top, rule="headline.below-kicker")
    return top


def _is_below_date(head: Head, i: int) -> bool:
    """Whether a line of more than a few words stands right below a date: what it is above may be a caption."""
    return i - 1 in head.marks and head.lines[i].words > SAYS


def _is_office_above(line: Line, below: Line) -> bool:
    """Whether an office's name stands above a headline with capitals; a standfirst, which has none, is no headline."""
    return _has_capitals(below.text) and is_name_of_office(line)


def _has_capitals(text: str) -> bool:
    """Whether all longer words of a line but one have a capital, as those of headlines have in English."""
    capitals = [part[0].isupper() for part in text.split() if len(part) >= CONTENT_LETTERS and part[0].isalpha()]
    return len(capitals) > KICKER - 2 and sum(capitals) >= len(capitals) - 1


def _is_kicker(line: Line, below: Line) -> bool:
    """A few words on the line directly above a longer one say what it is about."""
    longer = line.words <= KICKER and not below.gap and below.words > line.words
    says = line.words >= (
        SAYS if below.ends else KICKER
    )  # "„Was nun“? Lund sucht Rat" may be a headline of two sentences
    is_standfirst = says and SENTENCE_WITHIN.search(below.text)
    return longer and not is_standfirst


def _without_site(text: str, head: Head) -> str:
    """The line without the site's name at its end, where that is said elsewhere above, or no word of it below."""
    match = SUFFIX.search(text)
    if not match or head.said[key(text)] > 1:
        return text
    front, site = text[: match.start()], text[match.end() :]
    if len(words(site)) > KICKER and is_person(front):
        return text  # "Anna Lind – the new mayor of Lund after ten years", above her picture with her name
    alone = key(front) in head.keys or key(site) in head.keys
    strange = "|" in match.group() and spoken.share(site, head.spoken) < 0.5
    return front if len(words(front)) >= 2 and (alone or strange) else text
