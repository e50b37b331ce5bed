"""One article of a text export of Factiva, with its two-letter codes or without them.

HD   The headline                     Shipping
BY   Anna Lind                        The headline
WC   512 words                        By Anna Lind
PD   5 March 2021                     512 words
SN   The Lund News                    5 March 2021
SC   LUNDNW                           The Lund News
LA   English                          LUNDNW
CY   Copyright 2021 …                 English
LP   The first paragraphs             Copyright 2021 …
TD   The others                       The text
AN   Document LUNDNW0020210305…       Document LUNDNW0020210305…
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from dateline.seeds.databases import words
from dateline.seeds.databases.entries import CAPTION, RIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.seeds.databases.entries import Entry

SIGNS = ("Document ",)
_NUMBER = re.compile(r"(?:AN\s{1,9})?Document [A-Za-z0-9]{6,10}(?:18|19|20)\d{6}[a-z0-9]{0,12}")
_CODE = re.compile(r"([A-Z]{2,3})(?:([ \t]{1,20})(\S.*))?")
_WORDS = re.compile(r"[\d.,]{1,9} (?:words|wörter|mots|palabras|parole|palavras|woorden|ord|слов)", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}:\d\d(?: ?[AaPp][Mm])?(?: [A-Z]{2,4})?")
_SOURCE = re.compile(r"[A-Z0-9]{1,8}")
_FOOT = re.compile(r"Page \d{1,5} of \d{1,5}.{0,3}©.{0,20}Factiva.{0,60}")  # of each page of a printed export
_BY = re.compile(r"(?:by|von|par|por|di|door|by:) \S.{0,200}", re.IGNORECASE)
_FIELDS = {"HD": "title", "BY": "author", "SN": "source", "SE": "section", "CLM": "section", "LA": "language"}
_TEXTS = ("LP", "TD")
_INDEX = frozenset(["CO", "IN", "NS", "RE"])
_OTHERS = frozenset(
    ["CR", "WC", "PD", "ET", "SC", "ED", "PG", "CY", "ART", "CT", "RF", "VOL", "DLN", "IPD", "IPC", "PUB", "AN"]
)
_CODES = _OTHERS | _FIELDS.keys() | _INDEX | {*_TEXTS}
_NEEDED = frozenset(["HD", "PD", "SN"])
HEAD_LINES = 20  # of which one says how many words it has
ABOVE = 6  # lines above that one
ABOUT = 8  # lines below the outlet's name, down to whose the text is
MOST = 10  # lines of a field
LAST = 4  # lines above the number of an article, of which one may name its publisher
SECTION = 40  # characters of a line above the headline that names a part of the paper
NAME_WORDS = 7


def is_end(line: str) -> bool:
    """Whether a line is the number of an article, with which it ends."""
    return "Document " in line[:20] and len(line) < 80 and bool(_NUMBER.fullmatch(line.strip()))


def starts(lines: Sequence[str]) -> list[int]:
    """Where articles begin: behind numbers of articles."""
    ends = [i for i, line in enumerate(lines) if is_end(line)]
    return [0, *(end + 1 for end in ends[:-1])] if ends else []


def told(entry: Entry) -> bool:
    """Tell what each line is; False: it has not the head of an article."""
    lines = entry.lines
    end = next((i for i in reversed(range(len(lines))) if is_end(lines[i])), len(lines))
    entry.leave([i for i in entry.places if "Factiva" in lines[i] and _FOOT.fullmatch(lines[i].strip())])
    places = [i for i in entry.places if i < end]
    first = next((n for n, i in enumerate(places[:HEAD_LINES]) if _is_headline(lines[i])), None)
    known = _told_by_codes(entry, places) if first is not None else _told_by_order(entry, places)
    if known:
        entry.note([end] if end < len(lines) else [])
        entry.leave(i for i in entry.places if i > end)
    return known


def _is_headline(line: str) -> bool:
    return line.startswith("HD") and (match := _CODE.fullmatch(line.rstrip()[:500])) is not None and match[1] == "HD"


def _told_by_codes(entry: Entry, places: Sequence[int]) -> bool:
    lines = entry.lines
    parts = _parts(lines, places)
    said = Counter(code for code, _, _ in parts)
    if (
        not said.keys() >= _NEEDED or said.keys().isdisjoint(_TEXTS) or said["HD"] > 1
    ):  # two, of which one has no number
        return False
    times = [i for code, _, where in parts if code == "ET" for i in where]
    for _, rest, where in parts:
        lines[where[0]] = rest  # without its code
    for code, _, where in parts:
        value = " ".join(lines[i].strip() for i in where[:MOST]).strip()
        if code == "PD":
            day = " ".join([value, *(lines[i].strip() for i in times)])
            entry.state("date", words.date(day), [*where, *times])
        elif name := _FIELDS.get(code):
            entry.state(name, _CLEANED.get(name, str)(value), where)
        elif not code:
            entry.leave(where)
        elif code not in _TEXTS:
            entry.note(where, _REASONS.get(code, ""))
    return True


_CLEANED = {"author": words.authors, "source": words.outlet, "language": words.language}
_REASONS = {"ART": CAPTION, "CY": RIGHTS}


def _parts(lines: Sequence[str], places: Sequence[int]) -> list[tuple[str, str, list[int]]]:
    """(code, what stands behind it, the places of its lines), in order; what is above the first code has none."""
    parts: list[tuple[str, str, list[int]]] = []
    shape = next(match[2] for i in places if (match := _CODE.fullmatch(lines[i].rstrip()[:500])) and match[1] == "HD")
    last = set(places[-LAST:])
    for i in places:
        match = _CODE.fullmatch(lines[i].rstrip()) if lines[i][:2].isupper() else None
        inside = bool(parts) and parts[-1][0] in _TEXTS
        if match and match[1] in _CODES and _is_code(match, shape, i in last, inside=inside):
            parts.append((match[1], match[3] or "", [i]))
        elif parts:
            parts[-1][2].append(i)
        else:
            parts.append(("", lines[i], [i]))
    return parts


def _is_code(match: re.Match[str], shape: str | None, last: bool, *, inside: bool) -> bool:
    """Whether capitals are a code, by how the headline's stands before its own; a text may begin a line with IN too."""
    gap, rest = match[2], match[3] or ""
    if gap is None:
        return True
    if shape is None:
        return False
    if len(shape) > 1 or "\t" in shape:
        return len(gap) > 1 or "\t" in gap
    if not inside or match[1] == "TD":
        return True
    return (match[1] in _INDEX and " : " in rest[:60]) or (last and match[1] in ("PUB", "AN", "IPC", "IPD"))


def _told_by_order(entry: Entry, places: Sequence[int]) -> bool:
    lines = entry.lines
    at = next((n for n, i in enumerate(places[:HEAD_LINES]) if _WORDS.fullmatch(lines[i].strip()[:40])), 0)
    if not at or len(places) < at + 4 or not words.is_date(lines[places[at + 1]]):
        return False
    day, below = [places[at + 1]], at + 2
    if _TIME.fullmatch(lines[places[below]].strip()[:40]):
        day.append(places[below])
        below += 1
    about = places[below + 1 : below + 1 + ABOUT]
    rights = next((n for n, i in enumerate(about) if words.is_rights(lines[i])), -1)
    tongue = next((n for n, i in enumerate(about) if words.language(lines[i])), -1)
    code = next((n for n, i in enumerate(about[:2]) if _SOURCE.fullmatch(lines[i].strip()[:10])), -1)
    if max(rights, tongue) < 0 or code < 0:
        return False
    ends = 1 + (rights if rights >= 0 else tongue)
    above = places[:at]
    section, title, author, noted = _above(lines, above[-ABOVE:])
    entry.leave([*above[:-ABOVE], *noted])
    entry.note([places[at]])
    for name, where in (("section", section), ("title", title), ("author", author)):
        value = " ".join(lines[i].strip() for i in where)
        if value:
            entry.state(name, words.authors(value) if name == "author" else value, where)
    entry.state("date", words.date(" ".join(lines[i].strip() for i in day)), day)
    entry.state("source", words.outlet(lines[places[below]].strip()), [places[below]])
    if tongue >= 0:
        entry.state("language", words.language(lines[about[tongue]]), [about[tongue]])
    entry.note(about[:ends])
    return True


def _above(lines: Sequence[str], places: Sequence[int]) -> tuple[list[int], list[int], list[int], list[int]]:
    """Section, headline, byline, and what is none of them, of the lines above the number of words."""
    left = list(places)
    gaps = [n for n in range(1, len(left)) if left[n] - left[n - 1] > 2]  # the end of a search, or of a cover
    noted, left = (left[: gaps[-1]], left[gaps[-1] :]) if gaps else ([], left)
    author: list[int] = []
    if len(left) > 1 and (_BY.fullmatch(lines[left[-1]].strip()) or _is_name(lines[left[-1]], lines[left[-2]])):
        author = [left.pop()]
    section: list[int] = []
    if len(left) > 1 and _is_section(lines[left[0]]):
        section = [left.pop(0)]
    return section, left[:1], author, noted


def _is_name(line: str, above: str) -> bool:
    """Whether a line may be of names alone, and what is above it a headline and not a part of the paper."""
    said = line.split()
    names = all(word[:1].isupper() or word in ("and", "und", "et", "y", "&") for word in said)
    return names and 1 < len(said) < NAME_WORDS and above.count(" ") > 1


def _is_section(line: str) -> bool:
    return len(line.strip()) <= SECTION and line.count(" ") < 4
