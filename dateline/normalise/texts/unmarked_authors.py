"""Who wrote a text of which no line says so -> names that stand where an author's do.

A line of names right below the headline or the last paragraph; the outlet's own reporter, as the text says; whom to
write to, by name: "Email: anna.lind@lundpost.example".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.model import Evidence
from dateline.normalise.authors import byline, byline_parts
from dateline.normalise.findings import Finding
from dateline.normalise.lists import gazetteer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line
    from dateline.normalise.texts.reading import Reading

_LIST = re.compile(r"\s*(?:,|/|;|&|\||\b(?:and|und|et|y|и|та|og|och|ja)\b)\s*")
_MAIL = re.compile(r"(?<![\w.])(?P<given>[a-z]{3,})[._](?P<family>[a-z]{3,})@[\w-]+\.[\w.]+")
_WRITE = re.compile(
    r"\b(?:e-?mail|mail|kontakt|story|stories|tips?)\b(?!@)", re.IGNORECASE
)  # an office has the address alone
_CONTACT = re.compile(r"\b(?:contact|kontakt|contacto|contatto)\b", re.IGNORECASE)
_KOREAN = re.compile(r"(?:[\uac00-\ud7a3, ]{0,12} )?(?P<name>[\uac00-\ud7a3]{2,4}) 기자(?: 외 \d명)?(?:\s+\S+@\S+)?")
_OWN_RUSSIAN = re.compile(
    r"\b(?:[Сс]пецкор|[Сс]пециальный корреспондент|[Кк]орреспондент|[Жж]урналист(?:ка)?) «[^«»]{2,30}» "
    r"(?P<name>[^\W\d_a-zа-яё][а-яё]+ [^\W\d_a-zа-яё][а-яё-]+)"
)
BELOW = 2  # lines below the headline, or a standfirst, of which one may be names
LONGEST = 90  # characters of a line of names
PARAGRAPHS = 4  # among which an outlet names its reporter
FEW = 3  # lines of names near each other: more are a list
BULLETS = ("* ", "+ ", "• ")
LABEL = 4  # words at most of an item of a menu
CLAUSE = 45  # characters from which on a line goes on with a sentence
MANY = 5  # names: more are no authors


def find(read: Reading) -> Finding | None:
    """The names, and why."""
    return _signed(read) or _in_korean(read) or _own(read) or _of_mail(read)


def _signed(read: Reading) -> Finding | None:
    layout = read.layout
    lines = layout.lines
    first = read.chosen.index + 1 if read.chosen else layout.opening + 1
    below = [i for i in range(first, min(max(first, layout.opening) + BELOW, len(lines))) if layout.labels[i]]
    after = range(max(layout.opening + 1, layout.closing), min(layout.closing + 2, len(lines)))
    for i in (*after, *below):
        names = _names(lines[i])
        if not names or not is_apart(lines, i) or (i and _CONTACT.search(lines[i - 1].text)) or _is_in_list(lines, i):
            continue
        if not any(_is_told_of(read, name) for name in names):
            return Finding(names, Evidence("author.name", lines[i].text, lines[i].number, weak=True))
    return None


def is_apart(lines: Sequence[Line], i: int) -> bool:
    """Whether a line is no item of a menu, nor the name that begins a sentence which was broken at a link."""
    below = lines[i + 1].text if i + 1 < len(lines) else ""
    near = lines[max(0, i - 1) : i + 2]
    is_item = len(near) > 2 and all(line.text.startswith(BULLETS) and line.words <= LABEL for line in near)
    return not is_item and not (len(below) > CLAUSE and below.lstrip(", ")[:1].islower())


def _is_in_list(lines: Sequence[Line], i: int) -> bool:
    """Whether a name stands among others in lines of their own: guests, contacts, a menu of writers."""
    near = lines[max(0, i - FEW) : i + FEW + 1]
    return sum(bool(_names(line)) for line in near) > FEW


def _names(line: Line) -> tuple[str, ...]:
    """The names of a line that is names; each of them one that a person is called."""
    if line.length > LONGEST or line.ends:
        return ()
    parts = [part for part in _LIST.split(byline_parts.bare(line.text)) if part]
    is_list = 0 < len(parts) <= MANY and all(map(byline_parts.is_surely_person, parts))
    return tuple(dict.fromkeys(parts)) if is_list else ()


def _is_told_of(read: Reading, name: str) -> bool:
    family = name.split()[-1].casefold()
    return any(family in line.tokens for line in read.body if line.text.casefold() != name.casefold() and line.prose)


def _in_korean(read: Reading) -> Finding | None:
    if read.language != "ko":
        return None
    for line in read.layout.lines:
        match = _KOREAN.fullmatch(line.text) if line.length <= LONGEST else None
        if match:
            return Finding((match["name"],), Evidence("author.byline", line.text, line.number))
    return None


def _own(read: Reading) -> Finding | None:
    """Whom the text calls the reporter of an outlet, where that is one, in its first paragraphs."""
    found: dict[str, tuple[str, Line]] = {}
    for line in read.body[:PARAGRAPHS] if read.language == "ru" else ():
        for match in _OWN_RUSSIAN.finditer(line.text):
            if gazetteer.is_given_name(match["name"].split()[0]):
                found.setdefault(match["name"], (match.group(), line))
    if len(found) != 1:
        return None
    ((name, (text, line)),) = found.items()
    return Finding((name,), Evidence("author.note", text, line.number, weak=True))


def _of_mail(read: Reading) -> Finding | None:
    """Who is called so in the only address with a name that stands below the text."""
    found: dict[str, Line] = {}
    for line in (*read.after(), *read.body[-1:]):
        for match in _MAIL.finditer(line.text.lower()) if "@" in line.text and _WRITE.search(line.text) else ():
            name = f"{match['given'].title()} {match['family'].title()}"
            if gazetteer.is_given_to_many(match["given"]) and byline.is_person(name):
                found.setdefault(name, line)
    if len(found) != 1:
        return None
    ((name, line),) = found.items()
    return Finding((name,), Evidence("author.note", line.text, line.number, weak=True))
