"""One article of a text export of Nexis or LexisNexis, in either of its layouts.

    1 of 25 DOCUMENTS                               The headline
    The Lund News                                   The Lund News
    March 5, 2021 Friday                            March 5, 2021 Friday 6:00 PM GMT
    The headline                                    Copyright 2021 The Lund News
    SECTION: … LENGTH: … BYLINE: …                  Section: … Length: … Byline: …
    The text                                        Body
    LOAD-DATE: … LANGUAGE: …                        The text
    Copyright 2021 The Lund News                    Classification … Load-Date: …
                                                    End of Document

Which one it is, the place of the date says. Labels count in the head as far as it goes, and at the end as far up as
nothing else stands between them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.seeds.databases import nexis_labels as labels
from dateline.seeds.databases import words
from dateline.seeds.databases.entries import CAPTION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.seeds.databases.entries import Entry

SIGNS = ("End of Document", "DOCUMENT", "Document ", "DOKUMENT", "Dokument ")  # one of them is in every export
_COUNTER = re.compile(
    r"(?:(?:document|dokument|documento) (\d{1,6}) (?:of|von|de|sur) (\d{1,6})|"
    r"(\d{1,6}) (?:of|von|de|sur) (\d{1,6}) do[ck]ument(?:s|e|en|os)?)",
    re.IGNORECASE,
)
_END = ("end of document", "ende des dokuments", "fin du document", "fin del documento")
_EDITION = re.compile(r"\b(?:editions?|ausgabe|édition|edición|final|correction appended)\b", re.IGNORECASE)
INDENT = 8  # blanks before a line that is set in the middle
EDITION_WORDS = 7
COVER_LINES = 600  # within which the head begins: the cover lists every headline
HEAD_LINES = 60  # of a head
AMONG = 6  # lines without a label that may stand below one, or between labels and the line "Body"
BELOW = 3  # lines below "Classification", of which one is a label


def starts(lines: Sequence[str]) -> list[int]:
    """Where articles begin: at counters that count up to one number, or behind ends of documents."""
    counted: list[int] = []
    last = total = 0
    for i, line in enumerate(lines):
        if "ocument" in line or "OCUMENT" in line or "OKUMENT" in line or "okument" in line:
            match = _COUNTER.fullmatch(line.strip()[: labels.LABEL * 2])
            number, of = (int(part) for part in match.groups() if part) if match else (0, 0)
            if match and (not counted or (number, of) == (last + 1, total)):
                counted.append(i)
                last, total = number, of
    if counted:
        return counted
    ends = [i for i, line in enumerate(lines) if is_end(line)]
    return [0, *(end + 1 for end in ends[:-1])] if ends else []


def is_end(line: str) -> bool:
    """Whether a line says that a document ends."""
    return len(line) < labels.LABEL * 4 and line.strip().casefold() in _END


def told(entry: Entry) -> bool:
    """Tell what each line is; False: it has not the head of an article."""
    lines = entry.lines
    end = next((i for i in reversed(range(len(lines))) if is_end(lines[i])), len(lines))
    places = [i for i in entry.places if i < end]
    at = next((n for n, i in enumerate(places[:COVER_LINES]) if labels.head(lines[i])), None)
    if at is None:
        return False
    said, body = _labels(lines, places[at:])
    sized = any(name == "length" and any(map(str.isdigit, value)) for name, value, _ in said)
    top = _top(lines, places[:at], has_title=any(name == "title" for name, _, _ in said))
    if not sized or top is None:
        return False
    end_of_text = _end(lines, body)
    entry.note([end] if end < len(lines) else [])
    entry.leave(i for i in entry.places if i > end)
    for name, value, where in (*top, *said):
        if name in _STATED:
            entry.state(name, _CLEANED.get(name, str)(value), where)
        elif name == "body":
            lines[where[0]] = value
        elif name == "cover":
            entry.leave(where)
        else:
            entry.note(where)
    _close(entry, body, end_of_text)
    return True


_STATED = frozenset(["title", "source", "date", "section", "author", "place", "summary", "language"])
_CLEANED = {
    "author": words.authors,
    "section": words.section,
    "place": words.place,
    "source": words.outlet,
    "date": words.date,
    "language": words.language,
}
_Label = tuple[str, str, list[int]]  # the field, what it says, where it stands


def _top(lines: Sequence[str], places: Sequence[int], *, has_title: bool) -> list[_Label] | None:
    """What stands above the labels: outlet, date and headline, as one of the layouts has them. None: as none has."""
    counter = max(
        (n for n, i in enumerate(places) if _COUNTER.fullmatch(lines[i].strip()[: 2 * labels.LABEL])), default=-1
    )
    rights = [i for i in places if words.is_rights(lines[i])]
    rest = [i for i in places[counter + 1 :] if i not in rights]
    days = [n for n, i in enumerate(rest) if words.is_date(lines[i])]
    days = days or [n for n, i in enumerate(rest) if words.is_month(lines[i])][:2]
    if not days or not days[-1]:
        return None
    above, day, below = rest[: days[-1]], rest[days[-1]], rest[days[-1] + 1 :]
    newer = not below or any(i > day for i in rights)
    title = [] if has_title or newer else _headline(lines, below)
    noted = [i for i in below if title and i < title[0]]
    if newer and not has_title and len(above) > 1:
        title = [above[-2]]
        above = [*above[:-2], above[-1]]
        noted = below
    if not title and not has_title:
        return None
    said = [("cover", "", [*places[: max(0, counter)], *above[:-1]])]
    said += [("", "", [*places[max(0, counter) : counter + 1], *rights, *(below if has_title else noted)])]
    said += [("source", lines[above[-1]].strip(), [above[-1]]), ("date", lines[day], [day])]
    return [*said, ("title", " ".join(lines[i].strip() for i in title), title)] if title else said


def _headline(lines: Sequence[str], places: Sequence[int]) -> list[int]:
    """Of what stands below the date the first lines that are no edition's: those are set in the middle, or say so."""
    left = [i for i in places if not lines[i].startswith((" " * INDENT, "\t\t"))]
    if len(left) == len(places):
        said = [i for i in left if not (_EDITION.search(lines[i]) and lines[i].count(" ") < EDITION_WORDS)]
        left = said or left[-1:]
    end = next((n for n in range(1, len(left)) if left[n] != left[n - 1] + 1), len(left))
    return left[:end]


def _labels(lines: Sequence[str], places: Sequence[int]) -> tuple[list[_Label], list[int]]:
    """The fields of the head, and the places of what stands below."""
    found: list[_Label] = []
    marks = [n for n, i in enumerate(places[:HEAD_LINES]) if labels.head(lines[i]) == "body"]
    unnamed = sum(not labels.head(lines[i]) and not labels.tail(lines[i]) for i in places[: marks[0]]) if marks else 0
    marked = bool(marks) and unnamed <= AMONG
    for n, i in enumerate(places):
        line = lines[i].strip()
        kind = labels.head(line)
        if kind == "body":
            value = line.partition(":")[2].strip()
            found.append(("body", value, [i]))
            return found, [i, *places[n + 1 :]] if value else list(places[n + 1 :])
        if kind or (kind := labels.below(line)):
            found.append((kind, line.partition(":")[2].strip(), [i]))
        elif words.is_rights(line):
            found.append(("rights", "", [i]))
        elif marked or (places[n - 1] == i - 1 and len(found[-1][2]) < AMONG):
            name, value, where = found[-1]
            found[-1] = (name, f"{value} {line}".strip(), [*where, i])
        else:
            return found, list(places[n:])
    return found, []


def _end(lines: Sequence[str], body: Sequence[int]) -> int:
    """How many of these lines are before the last labels, which go up to where something else stands."""
    for n in reversed(range(len(body))):
        if lines[body[n]].strip() in labels.INDEX and any(labels.tail(lines[i]) for i in body[n + 1 : n + 1 + BELOW]):
            return n
    last = end = len(body)
    while last:
        start = last - 1
        while start and body[start - 1] == body[start] - 1:
            start -= 1
        first = next(
            (n for n in range(start, last) if labels.tail(lines[body[n]]) or words.is_rights(lines[body[n]])), None
        )
        if first is None:
            return end
        end = first
        if first != start:
            return end
        last = start
    return end


def _close(entry: Entry, body: Sequence[int], end: int) -> None:
    """What stands below the text: labels, and what its pictures show."""
    lines = entry.lines
    shown = next((n for n in reversed(range(end)) if labels.is_graphic(lines[body[n]])), end)
    entry.note(body[shown:end], CAPTION)
    above = body[:shown] if shown < end else []
    for i in (*above[_end(lines, above) :], *body[end:]):
        name, value = labels.tail(lines[i]), lines[i].partition(":")[2].strip()
        if name in labels.LANGUAGES:
            entry.state("language", words.language(value), [i])
        elif name == "url" and words.is_page(value):
            entry.state("url", value, [i])
        else:
            entry.note([i])
