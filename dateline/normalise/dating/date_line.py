"""A line -> whether it says when an article was published, and little else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.normalise.dating import dates
from dateline.normalise.lists import calendar_words

if TYPE_CHECKING:
    from dateline.normalise.lines.line import Line

LENGTH = 110  # characters: the longest line that is a date and little else
BESIDE_DATE = 40  # characters of such a line that are no date
BESIDE_DATE_AND_NAME = 60  # the same where bars stand between the parts
AGO = 5  # words at most of "Updated 3 hours ago"
_SEPARATOR = re.compile(r"\s[|•·/]\s|(?<=\d{4})/(?=\d{1,3} [^\W\d_])")  # "3 May 2021/0 Comments"
_LABEL = re.compile(  # right before a date, whatever stands before that: "Edited by Anna Lind (with agencies)Updated: "
    r"(?:updated|published|posted)(?: on| at)?:\s*$", re.IGNORECASE
)
_FIELD = re.compile(r"^[^\W\d_]+:\s*")  # what it is called
_DAY_AND_TIME = re.compile(
    r"\d{1,2}\.? (?P<month>[^\W\d_]{3,12})\.?,?(?: (?:в|о|kell|kl|um|at|à|alle))? (?:[01]?\d|2[0-3])[:.][0-5]\d"
    r"(?: uhr)?",
    re.IGNORECASE,
)
DAY_WORDS = 6
_SAY_AGO = frozenset((  # the words below by which it is soon seen that a line says no such thing
    "ago", "vor", "il", "hace", "fa", "назад", "тому", "tagasi", "sedan", "siden", "sitten", "geleden", "temu", "atrás",
    "lalu", "önce",
))  # fmt: skip
_AGO = re.compile(  # when, as seen from the day on which the page was copied
    r"(?:[^\W\d_]+ )?(?:\d{1,2} (?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?) ago|"
    r"vor \d{1,2} [^\W\d_]{3,8}|il y a \d{1,2} [^\W\d_]{3,8}|hace \d{1,2} [^\W\d_]{3,8}|"
    r"\d{1,2} [^\W\d_]{3,8} (?:fa|назад|тому|tagasi|sedan|siden|sitten|geleden|temu|atrás|lalu|önce))",
    re.IGNORECASE,
)


def is_one(line: Line, language: str, order: dates.Order) -> bool:
    """Whether a line is a date, or a date with a few words that go with it (published, updated, a place, a name)."""
    if line.length <= LENGTH and not _SAY_AGO.isdisjoint(line.tokens) and _says_ago(line):
        return True
    if ":" in line.text and line.words <= DAY_WORDS and _is_day_and_time(line.text, language):
        return True
    if line.length > LENGTH or line.prose or "(@" in line.text:  # who posted something that the article shows
        return False
    found = dates.find(line.text, language, order)
    if not found:
        return False
    beside = line.length - sum(date.end - date.start for date in found)
    is_sentence = line.ends and len(line.text.rstrip(". ").rpartition(" ")[2]) > 3  # "12 May 2021, 5 Min." is none
    if not is_sentence and any(_LABEL.search(line.text[: date.start]) for date in found):
        return True
    limit = BESIDE_DATE_AND_NAME if _SEPARATOR.search(line.text) else BESIDE_DATE
    return beside <= 12 or (beside <= limit and not is_sentence)


def _is_day_and_time(text: str, language: str) -> bool:
    """Whether a line is a day without its year, and a time: "2 октября, 03:37", as sites date what is of this year."""
    match = _DAY_AND_TIME.fullmatch(text)
    return match is not None and calendar_words.month(match["month"], language) > 0


def _says_ago(line: Line) -> bool:
    """Whether a line says it, or one of the fields that it is made of does: "Source: The Paper | Date: 2 days ago"."""
    if line.words <= AGO and _AGO.fullmatch(line.text):
        return True
    fields = [(_FIELD.sub("", field), field) for field in _SEPARATOR.split(line.text)]
    return len(fields) > 1 and any(said != field and _AGO.fullmatch(said) for said, field in fields)
