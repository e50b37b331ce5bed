"""What each line of a text is -> who wrote it: bylines, names beside the date, notes about the author.

A text that was taken from a whole page has the bylines of other articles too: the one nearest to the headline counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.model import Evidence
from dateline.normalise.authors import author_note, byline, byline_parts, shouted
from dateline.normalise.dating import dates
from dateline.normalise.findings import Finding
from dateline.normalise.texts import unmarked_authors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.texts.reading import Reading

_SAYS = re.compile(r"\b(?:said|says|told|added)\b")
_DISCLOSES = re.compile(  # what a magazine of scholars adds about each
    r" (?:(?:has received|receives?|received) (?:\w+ ){0,3}(?:funding|grants?|money)|does not work for|"
    r"is affiliated with|owns? (?:shares|stock)|has (?:no|nothing) (?:\w+ )?(?:interests|to disclose))\b"
)
_REPORTING = re.compile(
    r"\((?:(?:additional )?reporting|written|story) (?:and (?:writing|editing) )?by (?P<names>[^;.()]+?)"
    r"(?:[;.,]?\s*\b(?:additional|writing|written|editing|edited|compiled)\b[^()]*)?\)\.?$",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"\b(?:contact|kontakt|contacto|contatto)\b", re.IGNORECASE)
COPY = "second copy of the headline"
OTHERS = ("teaser of another article", "comments")
NEAR = 16  # lines between a headline and its byline: a caption and its credit, buttons
BESIDE = 3  # lines between a date and a name that goes with it
BETWEEN = (",", "&", "and", "und", "et", "y", "и")  # lines between names, each of which was a link
SHORT = 90  # characters of a line that is names
SIGNED = 2  # paragraphs at the end of which agencies say who reported
AT_THE_END = 3  # paragraphs among which a note on the author stands
END = 8  # how much farther from the headline the end of the text counts as
FEW = 3  # lines of names below the first: more are a menu, or who else writes there
_OF_PICTURE = re.compile(r"(?:[Ff]otod?|[Pp]hotos?|[Kk]uvat?|[Фф]ото) [^\W\d_a-z]")  # "Foto Ann Lee": who made it


def find(read: Reading) -> Finding | None:
    """The names, the surest first: what a byline says, a note about the author, a name that stands beside a date."""
    found = _find(read)
    return Finding(tuple(map(shouted.in_small_letters, found.value)), found.why) if found else None


def _find(read: Reading) -> Finding | None:
    labels = read.layout.labels
    end = _end(read)
    marked = [i for i, label in enumerate(labels) if label == "byline" or (label == "date" and i < end)]
    found = [(i, one) for i in marked if (one := _marked(read, i))]
    if found:
        anchors = _anchors(read)
        at, best = min(found, key=lambda pair: _distance(pair[0], anchors))
        if _distance(at, anchors) <= NEAR or len({one.value for _, one in found}) == 1:
            return best
    return _reporting(read) or _of_note(read) or _named(read) or unmarked_authors.find(read)


def _marked(read: Reading, i: int) -> Finding | None:
    """Whom a byline names, which may stand on a line of its own behind "By", or whom a date stands beside."""
    line = read.layout.lines[i]
    if read.layout.labels[i] == "byline":
        names = byline.names(line.text) or byline_parts.published(line.text) or byline_parts.of_paper(line.text)
        if not names and byline_parts.is_marker(line.text):
            names = byline_parts.below(read.layout.lines, i)
        return Finding(names, Evidence("author.byline", line.text, line.number)) if names else None
    places = [(found.start, found.end) for found in dates.find(line.text, read.language)]
    names = byline_parts.beside_date(line.text, places)
    return Finding(names, Evidence("author.beside-date", line.text, line.number)) if names else None


def _anchors(read: Reading) -> list[tuple[int, int, int]]:
    """The lines at which the article may begin or end: how much the lines above it are apart, and what is added."""
    layout = read.layout
    found = [(layout.opening, 1, 0), (layout.closing, 2, END)]
    if read.chosen:
        found.append((read.chosen.index, 2, 0))
    found += [(i, 2, 0) for i, label in enumerate(layout.labels) if label == COPY and i <= layout.closing]
    return found


def _distance(i: int, anchors: Sequence[tuple[int, int, int]]) -> int:
    """Lines between a line and the nearest of those; a byline stands below its headline more often than above it."""
    return min((i - at if i >= at else above * (at - i)) + more for at, above, more in anchors)


def _end(read: Reading) -> int:
    """The line below the first paragraph from which on other articles or comments follow, each with name and date."""
    layout = read.layout
    return next(
        (i for i, label in enumerate(layout.labels) if label in OTHERS and i > layout.opening), len(layout.labels)
    )


def _reporting(read: Reading) -> Finding | None:
    """Who reported, as agencies add behind the last sentence: "… on Monday. (Reporting by Anna Lind; editing by …)"."""
    for line in read.body[-SIGNED:]:
        match = _REPORTING.search(line.text) if line.text.endswith((")", ").")) else None
        if match and (names := byline.names(f"By {match['names']}")):
            return Finding(names, Evidence("author.byline", match.group(), line.number))
    return None


def _of_note(read: Reading) -> Finding | None:
    for line in read.labelled(author_note.ABOUT):
        if name := author_note.name(line.text):
            return Finding((name,), Evidence("author.note", line.text, line.number, weak=True))
    return None


def _named(read: Reading) -> Finding | None:
    """Lines that are names and nothing else, near the headline, of whom the text does not speak."""
    layout, anchors = read.layout, _anchors(read)
    lines, labels = layout.lines, layout.labels
    places = [
        i for i, label in enumerate(labels[: min(layout.closing, _end(read))]) if label and lines[i].length <= SHORT
    ]
    for i in sorted(places, key=lambda i: (_distance(i, anchors), i)):
        if _distance(i, anchors) > NEAR:
            break
        names = _of_line(read, i)
        if not names or any(_is_told_of(read, name) for name in names):
            continue
        below, above = _names_after(read, i, 1), _names_after(read, i, -1)
        if len(below) + len(above) < FEW:
            more = [name for one in below for name in one if not _is_told_of(read, name)]
            why = Evidence("author.name", lines[i].text, lines[i].number, weak=True)
            return Finding(tuple(dict.fromkeys([*names, *more])), why)
    return None


def _says_who(above: str) -> bool:
    """Whether a line says of the name below it that it is another than the author: "Contact", "Our guests:"."""
    return bool(_CONTACT.search(above)) or (above.endswith(":") and not byline_parts.is_marker(above))


def _of_line(read: Reading, i: int) -> tuple[str, ...]:
    """The names in a line, where something shows that they are the author's: a date beside it, what somebody is."""
    line, label = read.layout.lines[i], read.layout.labels[i]
    if label in ("date", COPY, "headline") or (label == "byline" and byline_parts.is_marker(line.text)):
        return ()
    if _OF_PICTURE.match(line.text):
        return ()
    if (i and _says_who(read.layout.lines[i - 1].text)) or not unmarked_authors.is_apart(read.layout.lines, i):
        return ()
    dated = byline_parts.says_ago(line.text) or _is_dated(read, i)
    if names := byline_parts.with_role(line.text, dated=dated):
        return names
    if dated and len(names := byline_parts.people(line.text.rpartition(" | ")[0])) > 1:
        return names  # "Anna Lind, Bo Ek | Lundpost"
    if name := _with_more(line.text, above=i < read.layout.opening, dated=dated):
        return (name,)
    name = byline.person(line.text) if label == "byline" else ""
    if name and byline_parts.is_surely_person(name):
        return (name,)
    return byline_parts.people(line.text) if dated else ()


def _with_more(text: str, *, above: bool, dated: bool) -> str:
    """The name in a line above the text that goes on with a handle, or with an outlet where a date is beside it."""
    return (byline_parts.with_handle(text) or (byline_parts.for_whom(text) if dated else "")) if above else ""


def _names_after(read: Reading, i: int, step: int) -> list[tuple[str, ...]]:
    """The names in the lines right below one, or above it."""
    found: list[tuple[str, ...]] = []
    j = i + step
    while 0 <= j < len(read.layout.lines) and len(found) < FEW and read.layout.labels[j]:
        if read.layout.lines[j].text.strip(" ") in BETWEEN:
            j += step
            continue
        if not (names := _of_line(read, j)):
            break
        found.append(names)
        j += step
    return found


def _is_dated(read: Reading, i: int) -> bool:
    """Whether a date stands some lines below or above, and no paragraph between."""
    labels = read.layout.labels
    for step in (1, -1):
        for j in range(i + step, i + step * (BESIDE + 1), step):
            if not 0 <= j < len(labels) or not labels[j]:
                break
            if labels[j] == "date":
                return True
    return False


def _is_told_of(read: Reading, name: str) -> bool:
    """Whether the text speaks of somebody who is called so, whose name is a label then; a note on the author may."""
    family = name.split()[-1].casefold()
    prose = [line for line in read.body if line.prose]
    notes = [line for line in prose if _is_note(line.text, name, is_last=line in prose[-AT_THE_END:])]
    return any(family in line.tokens and line not in notes for line in prose)


def _is_note(text: str, name: str, *, is_last: bool) -> bool:
    """Whether a paragraph says what somebody is who wrote the text."""
    if not text.startswith(f"{name} ") or _SAYS.search(text):
        return False
    if _DISCLOSES.match(text, len(name)):
        return True
    return is_last or bool(text.startswith(f"{name} is ") and byline.ROLE.search(text))
