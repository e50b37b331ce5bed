"""What a news database writes into its fields -> the words of an article's: dates, names, sections, languages.

A value is cut before it is looked at: what stands in a field is a line or two, whatever a file says.
"""

from __future__ import annotations

import re
from functools import cache

LONGEST = 400  # characters of a value
DATE_LENGTH = 80
_WEEKDAYS = (
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams)tag|mittwoch|sonnabend|sonntag|lundi|mardi|"
    "mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|maandag|dinsdag|"
    "woensdag|donderdag|vrijdag|zaterdag|zondag|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica"
)
_WEEKDAY = re.compile(rf"\b(?:{_WEEKDAYS})\b,?", re.IGNORECASE)
_MONTH = r"[^\W\d_]{3,12}\.?"
_DATE = re.compile(
    rf"(?:{_MONTH} \d\d?(?:, ?| )\d{{4}}|\d\d?\.?(?: de)? {_MONTH}(?: de)?,? \d{{4}}|\d{{4}}年\d\d?月\d\d?日)"
    r"(?:(?:,| at| um)? \d\d?[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,5})?)?"
)
_MONTH_OF_YEAR = re.compile(rf"{_MONTH}(?: ?[/-] ?{_MONTH})?,? (?:1[89]|20)\d\d")
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))(?:\W|$)|all rights reserved|alle rechte vorbehalten|tous droits réservés|"
    r"todos los derechos reservados|tutti i diritti riservati",
    re.IGNORECASE,
)
_FROM = re.compile(r" (?:in|at|from|à|aus) [^\W\da-z_][^,;]{0,40}?(?=,|;| and | und | et |$)")  # where somebody writes
_MAIL = re.compile(r"[^\s;,]{1,64}@[^\s;,]{1,64}")
_HELPED = re.compile(r"\b(?:contribut|compiled|report(?:ed|ing)\b)", re.IGNORECASE)
_CAPITALS = re.compile(
    r"\bMc[A-Z]{2,}\b|\b[^\W\d_]{3,}\b|\b[^\W\d_]{2}(?= [^\W\d_]['’]?[^\W\d_])|(?<=[A-Z] )[A-Z]{2}\b"
)
_NO_NAMES = frozenset(
    ["AP", "AFP", "PA", "EPA", "EFE", "DPA", "APA", "ANSA", "TASS", "UPI", "UK", "US", "EU", "BBC", "CNN"]
)
_PAGE = re.compile(
    r"(?:pg|page|pages|column|col|part|version|s|seite|p|vol|no|issue|section [a-z]|[a-z]|[a-z]?\d+)[.:]?(?:[\s:]*"
    r"[a-z]{0,2}-?\d+)?",
    re.IGNORECASE,
)
_OF_EDITION = re.compile(r" ?[-–,;] (?:[\w.]{1,20} ){0,3}(?:edition|ausgabe|édition|edición)$", re.IGNORECASE)
_PLACE_ENDS = re.compile(r"\s*(?:[(/–—]|--|, ?[^\W\d_]{3,9}\.? \d|\. ?[^\W\d_]{3,9}\.? \d)")


def is_date(line: str) -> bool:
    """Whether a line is a date, and no more than a weekday and a time beside it."""
    line = line.strip()
    if len(line) > DATE_LENGTH or not any(map(str.isdigit, line)):
        return False
    return bool(_DATE.fullmatch(date(line)))


def is_month(line: str) -> bool:
    """Whether a line is a month or a season of a year, as monthlies and quarterlies have it."""
    return len(line) <= DATE_LENGTH and bool(_MONTH_OF_YEAR.fullmatch(line.strip()))


def date(line: str) -> str:
    """The date of such a line without the weekday, which would part the day from its time."""
    return " ".join(_WEEKDAY.sub(" ", line[:DATE_LENGTH]).replace(" ,", ",").split()).strip(" ,")


def is_rights(line: str) -> bool:
    """Whether a line says whose the text is."""
    return bool(_COPYRIGHT.match(line.lstrip()[:40]))


def authors(value: str) -> str:
    """A byline without places, addresses and sentences, and with names as names are written."""
    value = _FROM.sub("", _MAIL.sub("", value[:LONGEST]))
    parts = [part for part in value.split(";") if not _HELPED.search(part)]
    return _CAPITALS.sub(_as_name, ";".join(parts)).strip(" ;,")


def _as_name(match: re.Match[str]) -> str:
    word = match[0]
    if word.startswith("Mc"):
        return "Mc" + word[2:].capitalize()
    return word.capitalize() if word.isupper() and word not in _NO_NAMES else word


def section(value: str) -> str:
    """Of `Section A; Column 1; Foreign Desk; Pg. 1` what names a part of the paper: Foreign Desk."""
    parts = [part.strip() for part in value[:LONGEST].split(";")]
    return next((part for part in parts if part and not _PAGE.fullmatch(part)), "")


def place(value: str) -> str:
    """The town of a dateline, without date and agency; a town in capitals as it is written elsewhere."""
    value = value[:LONGEST]
    match = _PLACE_ENDS.search(value)
    town = (value[: match.start()] if match else value).strip(" ,.:-")
    return town.title() if town.isupper() and len(town) > len("USA") else town


def outlet(value: str) -> str:
    """A paper without its edition, an agency without its language; `Lund News(London)` gets a blank."""
    name = _OF_EDITION.sub("", " ".join(value[:LONGEST].split()))
    agency, _, tongue = name.partition(" -- ")
    return re.sub(r"(?<=\w)\(", " (", agency if language(tongue) else name)


def is_page(value: str) -> bool:
    """Whether an address is that of an article, and not of a site."""
    scheme, _, rest = value.partition("://")
    return scheme in ("http", "https") and " " not in value and bool(rest.partition("/")[2])


def language(value: str) -> str:
    """The code of a language that is named in English, German, French or Spanish; empty: not known."""
    first = value[:LONGEST].partition(";")[0].partition(" - ")[0].partition("(")[0]
    return _languages().get(first.strip().casefold(), "")


@cache
def _languages() -> dict[str, str]:
    from babel import Locale  # only now: few piles have such files

    return {
        name.casefold(): code
        for tongue in ("es", "fr", "de", "en")
        for code, name in Locale.parse(tongue).languages.items()
        if len(code) in (2, 3)
    }
