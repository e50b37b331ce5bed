"""What a page says of its author, apart from the byline -> the lines that it says so in, and the name.

"Anna Lind is the paper's harbour correspondent."    "Anna Lind", "Reporter", "Anna grew up in Lund and …"
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.normalise.authors import byline
from dateline.normalise.lines import cues
from dateline.normalise.lists import gazetteer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

ABOUT = "about the author"
PARAGRAPHS = 2  # above a card
NEAR = 6  # lines between the last paragraph and a card
CARD_WORDS = 6  # of the line that says what somebody is
NAME_WORDS = range(2, 5)
AT_THE_END = 3  # paragraphs among which a note stands
_NAME = r"(?P<name>[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]*){1,3})"
_NOTE = re.compile(
    rf"{_NAME} (?:is|ist|est|es|är|er) "
    rf"(?:an? |the |[^\W\d_a-z][\w.&'’ -]{{1,40}}['’]s? |[\w-]+ ){{0,3}}(?P<what>[^.]{{2,90}})"
)
_CONTACT = re.compile(
    rf"(?:contact|reach|e-?mail|follow|write to) (?:the )?(?:staff |senior )?"
    rf"(?:reporter|writer|correspondent|columnist|editor|author) (?-i:{_NAME}) (?:at|on|via|by)\b.*",
    re.IGNORECASE,
)
_CALL = re.compile(rf"{_NAME}: \(?\d{{3}}\)?[ .-]\d{{3}}[ .-]\d{{4}}")
_OF_A_PAPER = re.compile(rf" is [^.]{{2,60}}['’]s? [^.]{{0,60}}{byline.ROLE.pattern}\.", re.IGNORECASE)
_PUBLISHED_BY = re.compile(r"(?:published|posted|written|reported) by:?", re.IGNORECASE)
_IS = (" is ", " ist ", " est ", " es ", " är ", " er ")
_THEY = frozenset(("he", "she", "they", "his", "her", "their"))


def mark(lines: Sequence[Line], labels: list[str], body: str) -> None:
    """Give the lines of a card below the text, of a note at its end or above it, and of a contact their reason."""
    prose = [i for i, line in enumerate(lines) if line.prose and labels[i] == body]
    if len(prose) <= PARAGRAPHS:
        return
    for i in (*prose[:PARAGRAPHS], *prose[PARAGRAPHS:][-AT_THE_END:]):
        if _is_note(lines, i, above=i <= prose[PARAGRAPHS - 1]):
            labels[i] = ABOUT
    above = prose[PARAGRAPHS - 1]
    for i in range(above + 1, len(lines)):
        if _is_contact(lines[i].text):
            labels[i] = ABOUT
        elif lines[i].prose and labels[i] == body:
            above = i
        elif i <= above + NEAR and _mark_card(lines, labels, i):
            return


def name(text: str) -> str:
    """The author whom a line that is marked so names; empty where it goes on about one."""
    if byline.is_person(text) or (len(text.split()) in NAME_WORDS and text.istitle() and byline.has_shape(text)):
        return text
    match = _NOTE.match(text) or _CONTACT.match(text) or _CALL.fullmatch(text)
    return match["name"] if match and _is_name(match["name"]) else ""


def _is_contact(text: str) -> bool:
    return bool(("@" in text and _CONTACT.match(text)) or (text[-1:].isdigit() and _CALL.fullmatch(text)))


def _may_be_name(lines: Sequence[Line], i: int) -> bool:
    """Whether a line is a name; of one that is said twice, or stands behind "Published by", its shape is enough."""
    line = lines[i]
    told = line.tokens in (lines[i - 1].tokens, *(one.tokens for one in lines[i + 1 : i + 2]))
    shown = told or _PUBLISHED_BY.fullmatch(lines[i - 1].text)
    return byline.is_person(line.text) or (bool(shown) and byline.has_shape(line.text) and line.text.istitle())


def _is_name(text: str) -> bool:
    return gazetteer.is_name_before_all(text.split()[0]) and byline.has_shape(text)


def _is_note(lines: Sequence[Line], i: int, *, above: bool) -> bool:
    """Whether a paragraph says what somebody is who writes, of whom the text says no more.

    Above the text it says that alone, and for whom: many a portrait begins so.
    """
    text = lines[i].text
    match = _NOTE.match(text) if any(verb in text for verb in _IS) else None
    if match is None or not _is_name(match["name"]) or not byline.ROLE.search(match["what"]):
        return False
    if above and not _OF_A_PAPER.fullmatch(text[match.end("name") :]):
        return False
    family = match["name"].split()[-1]
    return not any(family in line.text for j, line in enumerate(lines) if j != i and line.prose)


def _mark_card(lines: Sequence[Line], labels: list[str], i: int) -> bool:
    """A name, what its owner is, and what is told of that person, each on its own line."""
    line = lines[i]
    if line.ends or line.words not in NAME_WORDS or not _may_be_name(lines, i):
        return False
    if _PUBLISHED_BY.fullmatch(lines[i - 1].text):
        labels[i - 1 : i + 1] = [ABOUT, ABOUT]
        return True
    below = next((j for j in range(i + 1, len(lines)) if lines[j].tokens != line.tokens), i)  # a name is no role
    role = lines[below]
    if role.ends or role.words > CARD_WORDS or not byline.ROLE.search(role.text) or cues.reason(role.text):
        return False
    about = {*line.tokens, *_THEY}
    end = next((j for j in range(below + 1, len(lines)) if lines[j].tokens[:1] and lines[j].tokens[0] not in about), 0)
    labels[i : end or len(lines)] = [ABOUT] * ((end or len(lines)) - i)
    return True
