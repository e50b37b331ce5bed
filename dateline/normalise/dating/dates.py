"""Text -> the dates that it writes out, each as precise as it stands there.

Full dates only: a day and a month without a year say too little, and "yesterday" nothing at all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange, weekday
from functools import lru_cache
from operator import attrgetter
from typing import Literal

from msgspec import Struct

from dateline.model import When
from dateline.normalise.dating import short_years
from dateline.normalise.lists import calendar_words

Order = Literal["dmy", "mdy", ""]
FIRST_YEAR = 1600  # the first newspapers
FIRST_WEB_YEAR = 1990  # what a page states of itself is not older
_LETTERS = r"[^\W\d_]"
_FOUR = r"1[6-9]\d\d|20\d\d"
_YEAR = rf"(?P<year>{_FOUR})"
_TIME_GLUED = r"\d{1,2}:[0-5]\d"  # "May 3, 20254:31 PM": what stood apart on a page runs together in its text
_NO_DIGIT = rf"(?:(?!\d)|(?={_TIME_GLUED}))"
_TIME = re.compile(
    r"(?:\s*[,|/–—-]?\s*(?:T|at|um|à|om|kl\.?|klo|kell|alle|ore|a las|às|в|о|godz\.)?\s*)"
    r"(?:(?<!\d)|(?<=20\d\d))(?P<hour>[01]?\d|2[0-3])(?P<mark>[:.h])(?P<minute>[0-5]\d)(?::[0-5]\d(?:[.,]\d+)?)?(?!\d)"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(
    r"(?<!\d)(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?:\s*(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s+[A-Z]{2,4}(?:[+-]\d+)?)?[\s,|–—-]*(?:(?:on|on the)\s+)?$",
    re.IGNORECASE,
)
# A form's name, where in it the year stands if it has to have one ("" if not), and its pattern.
_FORMS = tuple(
    (name, year, re.compile(pattern, re.IGNORECASE))
    for name, year, pattern in (
        ("iso", "first", rf"(?<![\d/.-]){_YEAR}(?P<sep>[-/.])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?)(?=T\d|(?!\d|-\d))"),
        ("cjk", "first", rf"{_YEAR}\s*[年년]\s*(?P<month>\d\d?)\s*[月월]\s*(?:(?P<day>\d\d?)\s*[日일])?"),
        (
            "numbers",
            "",
            rf"(?<![\d/.-])(?P<first>\d\d?)\s?(?P<sep>[./-])\s?(?P<second>\d\d?)\s?(?P=sep)\s?"
            rf"(?:{_YEAR}|(?P<short>\d\d))(?:(?![\d/-]|\.\d)|(?<=\d{{4}})(?=\d\d?[./]\d\d?[./]\d{{4}}|{_TIME_GLUED}))",
        ),
        (
            "day-month",
            "last",
            rf"(?<![\d.,:])(?P<day>\d\d?)(?:st|nd|rd|th|er|º|ª|°)?\.?[\s-]*(?:de\s+|of\s+|d['’]|ta['’]\s*)?"
            rf"(?:{_LETTERS}{{2,14}}+(?:\s{_LETTERS}{{2,14}}+)?\s?/\s?)?"  # a month has two names in Arabic papers
            rf"(?P<name>{_LETTERS}[^\W\d_.]{{1,14}})\.?[\s,-]*(?:de\s+|del\s+|of\s+)?{_YEAR}{_NO_DIGIT}",
        ),
        (
            "month-day",
            "last",
            rf"(?P<name>{_LETTERS}[^\W\d_]{{2,14}}+)\.?\s*(?P<day>\d\d?)(?:st|nd|rd|th)?\s*[,.]?\s*{_YEAR}{_NO_DIGIT}",
        ),
        (
            "year-month-name",
            "first",
            rf"(?<!\d){_YEAR}[\s.,-]*(?:m\.\s*)?(?P<name>{_LETTERS}[^\W\d_]{{2,14}})\.?\s*(?P<day>\d\d?)(?!\d)"
            r"(?:\s?d\.)?",  # Lithuanian: "2024 m. balandžio 2 d."
        ),
        (  # Latvian, Kazakh
            "year-day-month",
            "first",
            rf"(?<!\d){_YEAR}\.?\s*(?:gada|жылғы)\s*(?P<day>\d\d?)\.?[\s-]*(?P<name>{_LETTERS}{{3,14}}+)",
        ),
        (  # scripts whose vowels are marks and no letters; Thai counts the years from the death of Buddha
            "marks",
            "",
            rf"(?<![\d.,:])(?P<day>\d\d?)[\s,]*(?P<name>[\u0900-\u0e7f.]{{2,16}}?)[\s,.]*(?:พ\.ศ\.\s*)?"
            rf"(?P<year>{_FOUR}|(?P<buddhist>25[3-9]\d)){_NO_DIGIT}",
        ),
        *short_years.FORMS,
        ("iso-month", "first", rf"(?<![\d/.-]){_YEAR}-(?P<month>0[1-9]|1[0-2])(?![\d-])"),
        (
            "month",
            "last",
            rf"(?<![\d.]\s)(?<!\d)(?P<name>{_LETTERS}[^\W\d_.]{{2,14}}+)\.?,?\s+(?:de\s+|of\s+)?{_YEAR}{_NO_DIGIT}",
        ),
    )
)
_A_YEAR = re.compile(_FOUR)
_TO_LAST_YEAR = re.compile(rf".*(?:{_FOUR})", re.DOTALL)
_MAY_BE = re.compile(rf"\d{{4}}|\d\s?[./]\s?\d|{short_years.SIGN.pattern}")  # what every form above has
REMEMBERED = 256  # texts: each line with a date is asked for its date four times
BUDDHIST = 543  # years
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY = 12  # characters
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?[.,]?\s*$", re.IGNORECASE)
GLUED = 5  # characters behind a year by which it is seen whether it is one: a digit, or a time of day
NEAR = 200  # characters before a date in which its time of day may stand: all that is between them is blanks
WORDS_BEFORE = 8  # a day, a month, what stands between them: "12 de mayo de 2021" has four
_DIGITS = {ord(digit): str(i % 10) for i, digit in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९")}
_start = attrgetter("start")


class Found(Struct, frozen=True):
    """A date in a text."""

    when: When
    start: int  # offset of its first character, the time of day included
    end: int
    ambiguous: bool = False  # 03/04/2021, and nothing said which number is the month
    other: str = ""  # what it would be, read the other way


def find(text: str, language: str = "", order: Order = "") -> tuple[Found, ...]:
    """The dates of a text from left to right; they do not overlap.

    `order` decides 03/04/2021. Without it a point means day first, and so does a slash in any language but English;
    else the date is kept to its year.
    """
    if not text.isascii():
        text = text.translate(_DIGITS)
    if "\\" in text:
        text = text.replace("\\.", ". ")  # "29\\. Januar", as converters to Markdown have it; offsets stay
    first = _MAY_BE.search(text)
    return _found(text, _before(text, first.start()), language, order) if first else ()


@lru_cache(maxsize=REMEMBERED)
def _found(text: str, start: int, language: str, order: Order) -> tuple[Found, ...]:
    """The same of what is behind `start`; digits are ASCII."""
    found: list[Found] = []  # from left to right
    spans = _spans(text, start)
    for name, year, pattern in _FORMS:
        if name == "marks" and text.isascii():
            continue
        for match in pattern.finditer(text, *spans[year]) if year in spans else ():
            at = bisect_left(found, match.end(), key=_start)  # the one before is the only one that may reach in
            if at and match.start() < found[at - 1].end:
                continue
            if date := _read(name, match, language, order):
                found.insert(at, date)
    return tuple(sorted([_with_time(text, date) for date in found], key=_start))


def _spans(text: str, start: int) -> dict[str, tuple[int, int]]:
    """Where forms may stand whose year comes first or last, and those that need none: patterns are slow."""
    spans = {"": (start, len(text))}
    if first := _A_YEAR.search(text, start):
        last = _TO_LAST_YEAR.match(text, first.start()) or first
        spans |= {"first": (first.start(), len(text)), "last": (start, last.end() + GLUED)}
    if short_years.SIGN.search(text, start):
        spans["short"] = (start, len(text))
    return spans


def _before(text: str, digit: int) -> int:
    """Where a date can begin at the earliest whose first such digits stand there: a few words before them."""
    near = text[:digit].rsplit(None, WORDS_BEFORE)
    return len(near[0]) if len(near) > WORDS_BEFORE else 0


def when(year: int, month: int = 0, day: int = 0, hour: int = -1, minute: int = -1) -> When | None:
    """The point in time, or None where the calendar has none such."""
    if not FIRST_YEAR <= year <= 2099 or not 0 <= month <= 12:
        return None
    if day and not (month and 1 <= day <= monthrange(year, month)[1]):
        return None
    if hour < 0:
        return When(year, month, day)
    return When(year, month, day, hour, minute) if day and hour <= 23 and 0 <= minute <= 59 else None


def _read(form: str, match: re.Match[str], language: str, order: Order) -> Found | None:
    groups = match.groupdict()
    if form == "numbers":
        return _numbers(match, language, order)
    start = match.start()
    if name := groups.get("name"):
        month, start = _month(name, match, language)
        if not month:
            return None
    else:
        month = int(groups["month"])
    day = int(groups.get("day") or 0)
    if groups.get("day") and not 1 <= day <= 31:
        return None
    if short := groups.get("short"):
        return _short(match, int(short), month, day)
    year = int(groups["year"]) - (BUDDHIST if groups.get("buddhist") else 0)
    point = when(year, month, day) if month else None
    return Found(point, start, match.end()) if point else None


def _short(match: re.Match[str], short: int, month: int, day: int) -> Found | None:
    """A date whose year has two digits: the sign before them, or the day of the week that fits, says that it is one."""
    point = when(short_years.whole(short), month, day)
    if point is None:
        return None
    is_year = match["mark"] is not None or _weekday(match) == weekday(point.year, point.month, point.day)
    return Found(point, match.start(), match.end()) if is_year else None


def _month(name: str, match: re.Match[str], language: str) -> tuple[int, int]:
    """The month, and where the date begins: "ReleasedNovember 26, 2023" has the month glued to the word before."""
    start = match.start()
    if month := calendar_words.month(name, language):
        return month, start
    if name[0] == "ב" and (month := calendar_words.month(name[1:], language)):  # Hebrew: "in", written to the word
        return month, start
    capital = re.search(r"[^\W\d_][a-z]+([A-Z][a-z]+)$", name)
    if capital and start == match.start("name"):
        return calendar_words.month(capital[1], language), match.start("name") + capital.start(1)
    return 0, start


def _numbers(match: re.Match[str], language: str, order: Order) -> Found | None:
    first, second = int(match["first"]), int(match["second"])
    year = int(match["year"]) if match["year"] else 2000 + int(match["short"])
    if not match["year"] and (match["sep"] == "-" or len(match["second"]) < 2):
        return None  # a score, a range, a version
    as_dmy, as_mdy = when(year, second, first), when(year, first, second)
    if not (order or match["sep"] == "/") or (not order and language not in ("", "en")):
        order = "dmy"
    point = as_mdy if order == "mdy" else as_dmy
    if as_dmy and as_mdy and as_dmy != as_mdy and (said := _weekday(match)) is not None:
        fits = [one for one in (as_dmy, as_mdy) if weekday(one.year, one.month, one.day) == said]
        if len(fits) == 1:
            return Found(fits[0], match.start(), match.end())
    if as_dmy and as_mdy and as_dmy != as_mdy and not order:
        return Found(When(year), match.start(), match.end(), ambiguous=True, other=f"{as_dmy} or {as_mdy}")
    point = point or as_dmy or as_mdy
    return Found(point, match.start(), match.end()) if point and first and second else None


def _weekday(match: re.Match[str]) -> int | None:
    """Which day of the week stands right before a date in numbers, 0 for Monday; in English alone it is in doubt."""
    said = _WEEKDAY.search(match.string, max(0, match.start() - WEEKDAY), match.start())
    return DAYS.index(said[1].casefold()) if said else None


def _with_time(text: str, date: Found) -> Found:
    """The same date with the time of day that stands beside it."""
    if not date.when.day or date.ambiguous:
        return date
    start, end = date.start, date.end
    match = _TIME.match(text, end)
    if match and not (match["mark"] == "." and match.end("hour") - match.start("hour") < 2):
        end = match.end()
    elif match := _TIME_BEFORE.search(text, max(0, start - NEAR), start):
        start = match.start()
    else:
        return date
    hour = int(match["hour"])
    if match["half"]:
        if hour > 12:
            return date
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    point = when(date.when.year, date.when.month, date.when.day, hour, int(match["minute"]))
    return Found(point or date.when, start, end)
