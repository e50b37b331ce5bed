"""A field for authors, as a format or a page states it -> their names.

"By Anna Lind and Bo Ek"    "Lind, Anna; Ek, Bo"    "[[Anna Lind]]"    "Anna Lind, Health Correspondent"
"""

from __future__ import annotations

import re

from dateline.normalise.authors import byline
from dateline.normalise.lines.captions import is_credit
from dateline.normalise.lists import gazetteer
from dateline.normalise.lists.nobody import is_nobody

_BETWEEN = re.compile(r"\s*(?:;|,|\band\b|\bund\b|\bet\b)\s*")
_BETWEEN_TURNED = re.compile(r"\s*(?:;|&|\band\b|\bund\b|\bet\b)\s*")
_BY = re.compile(r"^(?:by|von|par|por|di)\s+", re.IGNORECASE)
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")  # between the notes of a wiki
_CHANGED = re.compile(r"(?:updated|published|posted)\b", re.IGNORECASE)
_SIGN = re.compile(r"\s*\([^\W\d_]{1,4}\.?\)$")  # by which an outlet knows its own: "Anna Lind (al)"
_BEHIND = re.compile(r"\s*\|.*$")  # for whom, and where to write to: "Anna Lind | Lund News"
_DEGREE = re.compile(
    r"(?:[MB]\.?[AS]\.?(?:c\.?)?|Ph\.?\s?D\.?|M\.?D\.?|D\.?[OD]\.?|J\.?D\.?|Ed\.?D\.?|R\.?[ND]\.?N?|M\.?P\.?H\.?|M\.?B\.?A\.?|"
    r"L\.?[DP]\.?N\.?|L\.?C\.?S\.?W\.?|M\.?F\.?A\.?|M\.?S\.?W\.?|C\.?[FP]\.?A\.?|CFP|CDE|CSCS|Esq\.?)"
)
_REPORTER = re.compile(
    r"^(?:редактор|журналист(?:ка)?|корреспондент|[記记]者|reporter:)\s*|\s*(?:[記记]者|기자)$|\s*[/／].{0,8}[報报][導导道]$",
    re.IGNORECASE,
)
MAX_LENGTH = 60  # characters: what is longer is a sentence about the author
MAX_PART = 3  # words of a given name, or of a family's


def names(text: str) -> tuple[str, ...]:
    """The names, without "By", and without what somebody is."""
    if found := byline.names(text):
        return found
    text = _BY.sub("", _LINK.sub(r"\1", text))
    if found := _turned(text):
        return found
    parts = [_BEHIND.sub("", part) for part in _BETWEEN.split(text)]
    parts = [part for part in parts if part and len(part) <= MAX_LENGTH and "://" not in part and "@" not in part]
    parts = [byline.once(_bare(part)) for part in parts if not is_nobody(part)]
    persons = [part for part in parts if not _is_role(part)]
    named = [part for part in persons if not _DEGREE.fullmatch(part)]  # Anna Lind, MS, RD
    return tuple(dict.fromkeys(named or persons or parts))


def _bare(text: str) -> str:
    """A name without the sign or the title of a reporter; where there is no more than that, all of it."""
    return _REPORTER.sub("", _SIGN.sub("", text)).strip("《》") or text


def _turned(text: str) -> tuple[str, ...]:
    """The names of a list in which the family's stands first in each, as lists of references do; else nothing."""
    listed = [part for part in _BETWEEN_TURNED.split(text) if part]
    found = [_straight(part, alone=len(listed) == 1) for part in listed]
    return tuple(dict.fromkeys(found)) if all(found) else ()


def _straight(text: str, *, alone: bool) -> str:
    """ "Lind, Anna" -> "Anna Lind". Alone it is short: "Reuters, Anna Lind" is an agency and a name."""
    family, _, given = (piece.strip() for piece in text.partition(","))
    parts = given.split()
    if not family or not parts or "," in given or not gazetteer.is_given_name(parts[0].rstrip(".")):
        return ""
    family_words, given_words = (1, 1 + parts[-1].endswith(".")) if alone else (MAX_PART, MAX_PART)
    is_short = len(family.split()) <= family_words and len(parts) <= given_words
    return f"{given} {family}" if is_short and not is_credit(family) else ""


def _is_role(text: str) -> bool:
    """Whether a part of a list says what somebody is, or when: "Senior Reporter", "Updated Feb"."""
    return bool(byline.ROLE.search(text) or _CHANGED.match(text))
