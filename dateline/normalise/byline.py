"""A short line -> the names of those who wrote the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.normalise import calendar_words, gazetteer

if TYPE_CHECKING:
    from collections.abc import Sequence

_BY = re.compile(
    r"\W{0,3}(?:(?:(?:written|story|report(?:ed|ing)?|text|words|article)\s+)?by|von|par|por|di|door|av|af|autor[ae]?|auteur|"
    r"author|автор|yazan|kirjoittaja|text|reporting by)\s*:?\s+(?P<names>\S.{2,150})",
    re.IGNORECASE,
)
_REPORTING = re.compile(r"\(?(?:Additional )?[Rr]eporting by (?P<names>[^;.()]+)(?:[;.].*)?\)?")
_NAME = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?:\s+(?:(?:van|von|der|den|de|da|del|di|al|el|bin|ten|le|la)\s+)*[^\W\d_a-z][\w.'’-]*){1,3}"
)
_BETWEEN = re.compile(
    r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bog\b|\boch\b|\bи\b|\bja\b|/)\s*", re.IGNORECASE
)
_AFTER = re.compile(
    r"\s*(?:[|•·–—(\d]|\s-\s|,?\s+(?:in|for|at|on|reuters|afp|ap|staff|correspondent|reporter|editor|updated|published)\b).*$",
    re.IGNORECASE | re.DOTALL,
)

_PIECES = re.compile(r"[|•·/–—]+")
NAME_LENGTH = 40  # characters


def names(text: str) -> tuple[str, ...]:
    """The authors that a byline names; nothing where the line is no byline.

    What stands behind the names (an office, a date) is dropped; a byline begins with a name of two words or more.
    """
    match = _BY.fullmatch(text) or _REPORTING.fullmatch(text)
    if not match:
        return ()
    found: list[str] = []
    for part in _BETWEEN.split(_AFTER.sub("", match["names"]).strip(" .,:;)")):
        if not _NAME.fullmatch(part) or any(map(_is_of_the_calendar, part.split())):
            break
        found.append(part)
    return tuple(dict.fromkeys(found))


def is_person(text: str) -> bool:
    """Whether a line is a name and nothing else: two to four capitalised words of which the first is a given name."""
    if len(text) > NAME_LENGTH or not _NAME.fullmatch(text) or text.isupper():
        return False
    first, *others = text.split()
    return gazetteer.is_given_name(first) and not gazetteer.is_place(text) and not any(map(_is_of_the_calendar, others))


def beside_date(text: str, dates: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """The names in a line that is a date otherwise; `dates` are the offsets of the dates in it."""
    rest = list(text)
    for start, end in dates:
        rest[start:end] = "|" * (end - start)
    pieces = [piece.strip(" ,;-") for piece in _PIECES.split("".join(rest))]
    found = [names(piece) or ((piece,) if is_person(piece) else ()) for piece in pieces if piece]
    return next(filter(None, found), ())


def _is_of_the_calendar(word: str) -> bool:
    return calendar_words.is_weekday(word) or (bool(calendar_words.month(word)) and len(word) > 4)
