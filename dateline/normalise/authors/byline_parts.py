"""Bylines of which a program has made several lines, or that are names and what somebody is -> the names.

"By", "Anna Lind"    "Anna Lind Senior Reporter, Lund News"    "Anna Lind/Bo Ek"    "Anna Lind 5 hours ago"
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.normalise.authors import byline
from dateline.normalise.lines.captions import is_credit
from dateline.normalise.lists import calendar_words, gazetteer
from dateline.normalise.lists.nobody import is_nobody
from dateline.normalise.outlets import outlet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

_MARKER = re.compile(
    r"\W{0,3}(?:(?:written|posted|published|story|report(?:ed|ing)?|words)\s+by|by|von|par|por|door|author|auteure?|autore|автор|作者|著者|投稿者|執筆|撰文)"
    r"\s*[:：]?",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:,|&|and|und|et|y|og|och)(?:\s|$)", re.IGNORECASE)
_ROLE = re.compile(
    rf"{byline.ROLE.pattern}|\b(?:director|manager|founder|producer|analyst|head of [\w ]+)\b", re.IGNORECASE
)
_AGO = re.compile(
    r"\s*(?:\d{1,2} [^\W\d_]{3,8} (?:ago|fa|назад|tagasi|sedan|siden|sitten|geleden|temu|atrás)|"
    r"(?:vor|il y a|hace) \d{1,2} [^\W\d_]{3,8})\b.*",
    re.IGNORECASE,
)
_PIECES = re.compile(r"[|•·/–—]+")
_ONE_WORD = re.compile(
    r"(?:^|[|·•–—/]|\b(?:posted|published|written)|\|)\s*(?:by|von|par|por|di|door|av|af)\s+(?P<name>[^\W\d_][\w.-]{1,24})\s*"
    r"(?:$|[|·•–—/,]|\b(?:on|am|le|el|il)\s*\|)",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\s(?:(?:k?ein|keine|no|one|\d+) (?:kommentare?|comments?))\s*$", re.IGNORECASE)
_DONE = re.compile(r"\b(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?\b:?", re.IGNORECASE)
_IN_PLACE = re.compile(r"\s+in [^\W\d_a-z]\w+(?: [^\W\d_a-z]\w+)*(?: and agencies)?$")
_TIME_BEFORE = re.compile(  # "Monday", "7:45 am PST" before "by Anna Lind"
    r"(?:[\W\d_]|\b[ap]\.?m\b|\b[A-Z]{2,4}\b|\b(?:at|on)\b|\b[A-Z][a-z]{2,5}day\b)+(?=\bby [^\W\d_a-z])"
)
_WITH_HANDLE = re.compile(r"(?P<name>[^\W\d_a-z][^@/|]{3,40}?)\s@\w{2,}(?:\s*[/|•·–—,-].{0,30})?")
_BEFORE_DATE = ("on", "at", "am", "le", "el", "il", "den", "op", "in", "last updated", "updated", "published", "posted")
_ON_DATE = re.compile(r"(?:on|am|le|el|il|den) (?:[^\W\d_]{3,9}\.? )?\d", re.IGNORECASE)
_PUBLISHED = re.compile(r"(?P<name>[^|]{5,40}?)\s*\|\s*(?:Published|Updated)\b.{0,40}")
_AROUND = re.compile(r"^(?:[*+•·/|–—-]|\d{1,2}\.)\s+|\s*[|/–—·-]\s*(?:Published|Updated)?$")
_OF_LABELS = frozenset(("Über", "Это"))  # what "about" and "this is" are called, and given names too
_INITIAL = re.compile(r"[^\W\d_a-z]\.")
_PEOPLE = range(2, 5)  # words of a name
_GOES_BEFORE = (".", ";", ")")  # what a line begins with that goes on with the sentence above
MARKER = 20  # characters
LINE = 120  # of a line that is names and a paper
ROLE = 60  # characters of what somebody is
NAME = 40  # characters of whom somebody writes for
SHOWN = 2  # names of a caption
FEW = 6  # lines of names behind "By"


def is_marker(text: str) -> bool:
    """Whether a line says that a name follows, and no more."""
    return bool(_MARKER.fullmatch(text))


def below(lines: Sequence[Line], i: int) -> tuple[str, ...]:
    """The names in the lines below such a one: the first, and those behind a comma or "and"."""
    return _below(lines, i)[0]


def _below(lines: Sequence[Line], i: int) -> tuple[tuple[str, ...], int]:
    """These names, and the index of the line in which the last one ends."""
    found: list[str] = []
    goes_on, half, last = True, "", i
    for j, line in enumerate(lines[i + 1 : i + 1 + FEW], i + 1):
        text = line.text
        if _GOES_ON.match(text):
            text = _GOES_ON.sub("", text).strip()
            goes_on = True
            if not text:
                continue
        if not goes_on:
            if found and _is_role(text) and _goes_on_below(lines, j):
                continue  # "Anna Lind", "Senior Reporter, Lundpost", "and", "Bo Ek"
            break
        if half:
            text, half = f"{half} {text}", ""
        elif " " not in text and gazetteer.is_given_name(text) and not found:
            half = text  # "By", "Anna", "Lind"
            continue
        names = byline.names(f"By {text}")
        if not names or not all(map(_has_shape, names)):
            break
        found += names
        last = j
        goes_on = text.endswith((",", "&", " and", " und", " et"))
    return tuple(dict.fromkeys(found)), last


def _is_role(text: str) -> bool:
    return len(text) <= ROLE and bool(byline.ROLE.search(text))


def _goes_on_below(lines: Sequence[Line], i: int) -> bool:
    return i + 1 < len(lines) and bool(_GOES_ON.fullmatch(lines[i + 1].text))


def mark(lines: Sequence[Line], labels: list[str]) -> None:
    """Give "By" and the names below it their label, where they are no part of a sentence that is broken at a link."""
    for i, line in enumerate(lines[:-1]):
        if ("|" in line.text and published(line.text)) or (" - The " in line.text and of_paper(line.text)):
            labels[i] = "byline"
        if line.length > MARKER or not is_marker(line.text):
            continue
        names, last = _below(lines, i)
        if not names:
            continue
        after = lines[last + 1].text if last + 1 < len(lines) else ""
        goes_on = after.startswith(_GOES_BEFORE) or after.lstrip(", ")[:1].islower()
        if not goes_on or _is_before_date(after):
            labels[i : last + 1] = ["byline"] * (last + 1 - i)


def _is_before_date(text: str) -> bool:
    """Whether a line that a small letter begins is no more than what stands between a name and a date."""
    return text.strip(" ,:") in _BEFORE_DATE or bool(_ON_DATE.match(text))


def is_line_of_names(text: str, *, dated: bool) -> bool:
    """Whether a line between a headline and its text says who wrote it, and nothing else."""
    dated = dated or says_ago(text)
    named = is_surely_person(text) or with_role(text, dated=dated) or with_handle(text)
    return bool(named or (dated and (people(text) or for_whom(text))))


def with_role(text: str, *, dated: bool) -> tuple[str, ...]:
    """The name in a line that says what somebody is behind it, and nothing else.

    Who is no journalist is one beside a date alone: those of whom an article speaks are listed so too.
    """
    text = byline.STUCK.sub(" | ", text)
    match = _ROLE.search(text)
    if match is None or text.endswith((".", "?", "!", ":")) or (byline.ROLE.search(text) is None and not dated):
        return ()
    words = text[: match.end()].split()
    parts = re.split(r"\s*[|•·–—,-]\s+|\s+[|•·–—-]\s*", text)
    name = parts[0] if len(parts) > 1 and not _ROLE.search(parts[0]) else " ".join(words[:2])
    return (name,) if name != text and is_surely_person(name) else ()


def people(text: str) -> tuple[str, ...]:
    """The names in a line that is names; the first has to be one that people are called."""
    text = _IN_PLACE.sub("", byline.HANDLE.sub("", bare(text)))
    names = byline.listed(text)
    if not names or not _has_shape(names[0]) or not is_surely_person(names[0]):
        return ()
    said = sum(len(name) for name in names)
    return names if all(map(_has_shape, names)) and 2 * said >= len(_AGO.sub("", text)) else ()


def are_spoken_of(lines: Sequence[Line], i: int) -> bool:
    """Whether a line is two names, and the text below speaks of one: a picture above it shows them."""
    names = people(lines[i].text) if " and " in lines[i].text else ()
    said = frozenset().union(*(line.tokens for line in lines[i + 1 :])) if len(names) == SHOWN else frozenset()
    return len(names) == SHOWN and any(name.split()[-1].casefold() in said for name in names)


def published(text: str) -> tuple[str, ...]:
    """The name before "| Published", of which the shape is enough."""
    match = _PUBLISHED.fullmatch(text) if "|" in text else None
    return (match["name"],) if match and _has_shape(match["name"]) else ()


def with_handle(text: str) -> str:
    """The name in a line that goes on with how somebody is called in a network: "Anna Lind @annalind / 2 days"."""
    match = _WITH_HANDLE.fullmatch(text) if "@" in text else None
    return match["name"] if match and is_surely_person(match["name"]) else ""


def for_whom(text: str) -> str:
    """The name in a line that goes on with whom somebody writes for: "Anna Lind, Lundpost", also in capitals.

    Where that is an agency, the line may say whose a picture is.
    """
    name, comma, rest = text.partition(", ")
    if not rest or outlet.OF_MANY_PAPERS.fullmatch(rest) or is_credit(rest):
        return ""
    plain = name.title() if text.isupper() else name
    is_outlet = not _has_shape(rest) or rest.startswith("The ") or gazetteer.is_plain_word(rest.split()[-1])
    is_one = comma and is_outlet and len(rest) <= NAME and rest[:1].isupper() and not rest[-1].isdigit()
    return name if is_one and len(name.split()) > 1 and is_surely_person(plain) else ""


def bare(text: str) -> str:
    """A line without what a list or a converter has set before and behind it: "* Anna Lind", "/ Anna Lind"."""
    return _AROUND.sub("", text.replace("**", "")).strip("_ ")


def is_surely_person(text: str) -> bool:
    """Whether a line is a name even where nothing before it says so: not House Tours, nor Über Lund."""
    first, *_ = text.split()
    return first not in _OF_LABELS and byline.is_person(text) and gazetteer.is_name_before_all(first)


def says_ago(text: str) -> bool:
    """Whether a line goes on to say how long ago that was."""
    return bool(_AGO.search(text))


def _has_shape(name: str) -> bool:
    parts = name.split()
    if len(parts) not in _PEOPLE or not byline.has_shape(name) or is_nobody(name):
        return False
    is_month = calendar_words.month(parts[0]) and not _INITIAL.fullmatch(parts[1])  # but April L. Ek is somebody
    if any(map(outlet.ORGANISATION.fullmatch, parts)) or is_month:
        return False
    return gazetteer.is_given_name(parts[0]) or not any(map(gazetteer.is_plain_word, parts))


def one_word(text: str, dates: Sequence[tuple[int, int]]) -> str:
    """The single word that a line with a date names as its author."""
    rest = list(text)
    for start, end in dates:
        rest[start:end] = "|" * (end - start)
    match = _ONE_WORD.search("".join(rest))
    return match["name"] if match and not byline.is_of_the_calendar(match["name"]) else ""


def _without_day(text: str) -> str:
    """ "Anna Lind 2 minutes ago Fri", before a date -> "Anna Lind"."""
    parts = _AGO.sub("", text).split()
    while len(parts) > 1 and calendar_words.is_weekday(parts[-1].strip(".,")):
        parts.pop()
    return " ".join(parts)


def of_paper(text: str) -> tuple[str, ...]:
    """The names before the name of a paper: "Anna Lind, Bo Ek - The Lund Star"."""
    front, _, paper = text.rpartition(" - ")
    is_one = paper.startswith("The ") and len(text) <= LINE and outlet.is_title_of_paper(paper)
    return people(front) if front and is_one else ()


def beside_date(text: str, dates: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """The names in a line that is a date otherwise; `dates` are the offsets of the dates in it."""
    rest = list(text)
    for start, end in dates:
        rest[start:end] = "|" * (end - start)
    pieces = [_DONE.sub("", _COUNT.sub("", piece)).strip(" ,;-") for piece in _PIECES.split("".join(rest))]
    pieces = [_TIME_BEFORE.sub("", piece, count=1) if " by " in piece else piece for piece in pieces]
    pieces = [_without_day(piece) for piece in pieces]
    found = [byline.names(piece) or ((piece,) if byline.is_person(piece) else ()) for piece in pieces if piece]
    return next(filter(None, found), ())
