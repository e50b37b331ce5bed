"""The lines that a page shows -> the dates and names that stand beside its headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.model import Evidence
from dateline.normalise.authors import byline, byline_parts, shouted
from dateline.normalise.dating import date_line, dates
from dateline.normalise.findings import Finding
from dateline.normalise.lines.line import key, make
from dateline.normalise.texts.publication import is_change

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dateline.normalise.context import Order

ABOVE, BELOW = 6, 16  # lines about a headline
LINES_OF_HEADLINE = 3
_EMBEDDED = re.compile(r"\s*[—–-].*\(@\w+\)")  # the line below a post that is shown within the article
BYLINE = 70  # characters of a line with a date and what goes with it


def window(lines: Sequence[tuple[int, str]], title: str) -> list[tuple[int, str]]:
    """The lines about the last place that says the headline, nearest first; none where no line says it."""
    said = key(title)
    places = [
        i for i, (_, text) in enumerate(lines) if said and said.startswith(key(text) or " ") and _says(lines, i, said)
    ]
    if not places:
        return []
    best = max(
        places, key=lambda i: sum(len(text) > 150 for _, text in lines[i : i + 30])
    )  # the one with the text below
    return [*lines[best + 1 : best + 1 + BELOW], *reversed(lines[max(0, best - ABOVE) : best])]


def _says(lines: Sequence[tuple[int, str]], at: int, said: str) -> bool:
    """Whether a line, or it and the next one or two, say just this: a headline may be broken, or have a kicker."""
    so_far = ""
    for _, text in lines[at : at + LINES_OF_HEADLINE]:
        so_far += key(text)
        if so_far == said:
            return True
    return False


def date(
    near: Sequence[tuple[int, str]], language: str, order: Order, changed_days: Callable[[], set[str]]
) -> Finding | None:
    """The first line that is a date and not that of a change; if there is none, that of a change, as weak evidence.

    What nothing beside it calls a change is one if the page says so elsewhere, and shows an earlier day as well.
    """
    shown: list[Finding] = []
    changed: list[Finding] = []
    for number, text in near:
        line = make(number, text, 0)
        if len(text) > BYLINE or _EMBEDDED.match(text) or not date_line.is_one(line, language, order):
            continue
        for found in dates.find(text, language, order):
            if found.when.day and not found.ambiguous:
                if not is_change(text[: found.start]):
                    shown.append(Finding(found.when, Evidence("date.beside-headline", text, number or None)))
                else:
                    why = Evidence("date.changed-beside-headline", text, number or None, weak=True)
                    changed.append(Finding(found.when, why))
    if len(shown) > 1 and (earlier := [one for one in shown[1:] if one.value.date < shown[0].value.date]):
        days = changed_days()
        if shown[0].value.date in days:
            return next((one for one in earlier if one.value.date not in days), shown[0])
    return next(iter(shown or changed), None)


def dates_shown(lines: Sequence[tuple[int, str]], language: str, order: Order) -> set[str]:
    """All days that short lines of the page show."""
    return {
        found.when.date
        for _, text in lines
        if len(text) <= date_line.LENGTH and any(map(str.isdigit, text))
        for found in dates.find(text, language, order)
        if found.when.day
    }


def authors(near: Sequence[tuple[int, str]]) -> Finding | None:
    """The names of the first byline."""
    for number, text in near:
        if len(text) <= date_line.LENGTH and (names := byline.names(without_dates(text))):
            names = tuple(map(shouted.in_small_letters, names))
            return Finding(names, Evidence("author.byline", text, number or None))
    for number, text in near:
        found = dates.find(text) if len(text) <= date_line.LENGTH else []
        if found and (names := byline_parts.beside_date(text, [(one.start, one.end) for one in found])):
            return Finding(names, Evidence("author.beside-date", text, number or None))
    return None


def without_dates(text: str) -> str:
    """The text with a bar in place of each date, so that no month passes for the last word of a name."""
    for one in reversed(dates.find(text)):
        text = f"{text[: one.start]} | {text[one.end :]}"
    return text


def one_word_author(near: Sequence[tuple[int, str]]) -> Finding | None:
    """Who signs with a single word, as on weblogs, where that stands with a date: `Posted by Paddy on 3 May 2021`."""
    for number, text in near:
        found = dates.find(text) if len(text) <= BYLINE else []
        if found and (name := byline_parts.one_word(text, [(one.start, one.end) for one in found])):
            return Finding((name,), Evidence("author.one-word", text, number or None, weak=True))
    return None
