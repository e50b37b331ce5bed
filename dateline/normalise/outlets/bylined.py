"""Lines of authors and dates -> the outlet that they name.

"By Anna Lind | Lund News"    "Lundpost News Desk | Riga | Updated: 27-06-2025"    "By Reuters"    "LUNDPOST"
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.normalise.lists import gazetteer
from dateline.normalise.lists.sections import is_section
from dateline.normalise.outlets.outlet import (
    A_SITE,
    AGENCY,
    MORE,
    OF_MANY_PAPERS,
    PAPER,
    Found,
    is_agency,
    is_name_of_office,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

_BY_AGENCY = re.compile(rf"[Bb][Yy] (?P<name>{AGENCY})\b(?!['’])")
_BESIDE = re.compile(r"\s*[|•·(),–—]\s*|\s[-/]\s")
_DESK = re.compile(  # "Lundpost News Desk", "By Lundpost Web Team": whose office wrote it
    r"(?:[Bb]y )?(?P<name>[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,2}) (?:News|Web|Online|Digital) (?:Desk|Team)"
)
_ANY_DESK = frozenset(("Our", "The", "By Our", "National", "Special", "Central", "City", "Breaking", "Express"))


def from_bylines(lines: Sequence[Line]) -> Found | None:
    """For whom the author of a byline writes: "By Anna Lind | Lund News"; or the paper that stands in its place."""
    for line in lines:
        whole, *parts = _BESIDE.split(line.text)
        first = whole.split()[0] if whole.split() else ""
        is_one = gazetteer.is_place(first) or not gazetteer.is_given_name(first)
        if (desk := _DESK.fullmatch(whole)) and not is_section(desk["name"]) and desk["name"] not in _ANY_DESK:
            return Found(desk["name"], "source.byline", line.number, line.text)
        stands_alone = not parts and is_name_of_office(line) and is_one
        for part in [whole] if stands_alone else parts:
            is_paper = PAPER.fullmatch(part) and part[0].isupper() and not MORE.fullmatch(part)
            if (is_paper and not OF_MANY_PAPERS.fullmatch(part)) or A_SITE.fullmatch(part):
                return Found(part, "source.byline", line.number, line.text)
    return None


def from_agency_bylines(lines: Sequence[Line], labels: Sequence[Line] = ()) -> Found | None:
    """The agency that a byline names instead of a person, or beside one; or one of `labels`, the lines of a word or two
    above the text."""
    for line in lines:
        if match := _BY_AGENCY.match(line.text):
            return Found(match["name"], "source.byline", line.number, line.text)
        for part in _BESIDE.split(line.text)[1:]:
            if OF_MANY_PAPERS.fullmatch(part) and part[0].isupper():
                return Found(part, "source.byline", line.number, line.text)
    alone = next((line for line in (*lines, *labels) if is_agency(line.text)), None)
    return Found(alone.text, "source.byline", alone.number, alone.text) if alone else None


def beside(lines: Sequence[Line]) -> list[str]:
    """What the lines of authors and dates say beside these: "By Anna Lind | Lund News"."""
    return [part for line in lines for part in _BESIDE.split(line.text)[1:] if part]
