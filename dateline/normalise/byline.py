"""A short line -> the names of those who wrote the article."""

from __future__ import annotations

import re

from dateline.normalise import calendar_words

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


def _is_of_the_calendar(word: str) -> bool:
    return calendar_words.is_weekday(word) or (bool(calendar_words.month(word)) and len(word) > 4)
