"""What a text says of time -> when it was published, and what else it says."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.normalise.dating import dates, file_name
from dateline.normalise.lists import calendar_words
from dateline.normalise.texts.head import below_standfirst
from dateline.normalise.texts.lead import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.model import When
    from dateline.normalise.body.zones import Layout
    from dateline.normalise.dating.placeline import Placeline
    from dateline.normalise.dating.stamp import Stamp
    from dateline.normalise.lines.line import Line

_CHANGED = re.compile(
    r"updat|edit|\bakt\b|modif|chang|revis|aktualis|geändert|mis à jour|actualiz|atualiz|aggiorna|oppdatert|"
    r"uppdaterad|opdateret|bijgewerkt|обновл|изменен|güncelle|muokattu|päivitetty|uuendatud|更新|수정",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"publish|post|releas|creat|issued|\bdated?\b|veröffentlicht|erstellt|publi|pubbl|objavl|опубликов|yayın|julkaistu|avaldatud|"
    r"発表|公開|发布|發佈|입력|نشر",
    re.IGNORECASE,
)
_CLAUSE_BEFORE = re.compile(r"[^.。．!?()\[\]]{1,30}$")
_CLAUSE_AFTER = re.compile(r"[^.。．!?()\[\]]{1,20}")
_OPENS_WITH_DATE = re.compile(r"(?:[^\W\d_]{1,9}[\s,]+){0,2}$")
_TODAY = re.compile(
    r"\b(?:today|heute|vandaag|i dag|idag|täna|tänään|aujourd['’]hui|hoy|hoje|oggi|сегодня|сьогодні|šodien|šiandien|"
    r"dziś|dzisiaj|dnes)[\s,(]+(?:[^\W\d_]{3,12},?\s)?$",
    re.IGNORECASE,
)
_THEN = ", when "  # "On 3 May 2019, when the storm broke the wall, …": the text looks back
_WEEKDAY = re.compile(r"\b([^\W\d_]{4,11}) \($")  # on Wednesday (29 November 2023): it is a day of this week
_IS_SAID = re.compile(r"\b(?:said|says|wrote|writes)\s*:$")
DASHES = ("- ", "– ", "— ")


class Dated(Struct, frozen=True):
    """A date, where it stands, and how much it proves."""

    when: When
    rule: str
    line: int | None
    text: str
    weight: float
    weak: bool = False
    other: str = ""


def decide(candidates: Iterable[Dated]) -> tuple[Dated | None, tuple[str, ...]]:
    """The date of publication, and the dates that contradict it, each with its place.

    The weightiest wins; a finer date that agrees with it takes its place.
    """
    ranked = sorted(candidates, key=lambda one: -one.weight)
    if not ranked:
        return None, ()
    best = ranked[0]
    finer = [one for one in ranked if _refines(one.when, best.when) and one.weight > 0.3]
    if finer:
        best = max(finer, key=lambda one: (len(str(one.when)), one.weight))
    conflicts = [
        f"{one.when} (line {one.line}, {one.rule})" if one.line else f"{one.when} ({one.rule})"
        for one in ranked
        if not str(best.when).startswith(one.when.date) and one.when.date != best.when.date
    ]
    if best.other:
        conflicts.append(best.other)
    return best, tuple(dict.fromkeys(conflicts))


def _refines(fine: When, coarse: When) -> bool:
    return len(str(fine)) > len(str(coarse)) and str(fine).startswith(str(coarse))


def of_stamp(stamp: Stamp | None) -> list[Dated]:
    """What a scraper set before the text."""
    return [Dated(stamp.when, "date.stamp", stamp.line, stamp.text, 1.0)] if stamp else []


def of_lines(layout: Layout, language: str, order: dates.Order) -> list[Dated]:
    """Lines that are dates: near the headline first, then after the end; published before updated."""
    found: list[Dated] = []
    below = below_standfirst(layout.lines, layout.labels, layout.opening)
    for i, (line, label) in enumerate(zip(layout.lines, layout.labels, strict=True)):
        if label in ("date", "byline"):
            if _IS_SAID.search(line.text):
                continue  # of a comment
            is_near = i < layout.opening or (i < layout.closing and i in below)
            near = 0.9 - 0.01 * min(abs(layout.opening - i), 30) if is_near else 0.5
            if line.text.startswith(DASHES) and i and layout.labels[i - 1] == "date":
                near -= 0.4  # the last day of what began on the one above
            found += _in_line(line, near, language, order)
    return found


def _in_line(line: Line, weight: float, language: str, order: dates.Order) -> list[Dated]:
    found: list[Dated] = []
    start = 0
    for date in dates.find(line.text, language, order):
        before = line.text[start : date.start]
        changed = is_change(before)
        rule = "date.updated-line" if changed else "date.line"
        own = weight - 0.4 if changed else weight + (0.05 if _MADE.search(before) else 0.0)
        text = line.text if line.length <= 120 else line.text[date.start : date.end]
        found.append(Dated(date.when, rule, line.number, text, own, other=date.other))
        start = date.end
    return found


def is_change(before: str) -> bool:
    """Whether the words before a date say that something was changed then."""
    return bool(_CHANGED.search(before)) and not _MADE.search(before)


def is_making(before: str, after: str) -> bool:
    """Whether the words about a date say that something was published then, and not that it was changed."""
    near = _CLAUSE_BEFORE.search(before), _CLAUSE_AFTER.match(after)
    return any(part and _MADE.search(part.group()) for part in near) and not _CHANGED.search(before)


def of_placeline(placeline: Placeline | None, line: int | None) -> list[Dated]:
    """The date in the dateline, where it has a year."""
    if not placeline or not placeline.when:
        return []
    return [Dated(placeline.when.when, "date.dateline", line, placeline.text, 0.8, other=placeline.when.other)]


def of_path(path: str) -> list[Dated]:
    """The name of the file, or of its folder."""
    found = file_name.date(path)
    return [Dated(found.when, "date.file-name", None, path, 0.45)] if found else []


def of_first_sentence(paragraph: str, line: int, language: str, order: dates.Order) -> list[Dated]:
    """A full date that opens the text ("On 3 May 2019, the council …"): mostly the day of the event, so it is weak.

    So is one in brackets behind a weekday; one that is said to be today is not.
    """
    for sentence in islice(sentences(paragraph), 1):
        for date in dates.find(sentence, language, order)[:1]:
            before, text = sentence[: date.start], sentence[: date.end]
            if date.when.day and _TODAY.search(before):
                return [Dated(date.when, "date.first-sentence", line, text, 0.4)]
            day = _WEEKDAY.search(before)
            is_this_week = day is not None and calendar_words.is_weekday(day[1])
            is_past = sentence[date.end :].startswith(_THEN)
            if date.when.day and not is_past and (_OPENS_WITH_DATE.fullmatch(before) or is_this_week):
                return [Dated(date.when, "date.first-sentence", line, text, 0.2, weak=True)]
    return []
