"""A short line -> the names of those who wrote the article."""

from __future__ import annotations

import re

_BY = re.compile(
    r"\W{0,3}(?:(?:written |story |report(?:ed|ing)? |text )?by|von|par|por|di|door|av|af|autor[ae]?|auteur|"
    r"author|автор|yazan|kirjoittaja|text|reporting by)\s*:?\s+(?P<names>[^\d|]{3,120})",
    re.IGNORECASE,
)
_REPORTING = re.compile(r"\(?(?:Additional )?[Rr]eporting by (?P<names>[^;.()]+)(?:[;.].*)?\)?")
_NAME = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?:\s+(?:(?:van|von|der|den|de|da|del|di|al|el|bin|ten|le|la)\s+)*[^\W\d_a-z][\w.'’-]*){1,3}"
)
_BETWEEN = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bog\b|\boch\b|\bи\b|\bja\b|/)\s*")
_AFTER = re.compile(
    r"\s*(?:[|•·–—]|\s-\s|,?\s+(?:in|for|at|on|reuters|afp|ap|staff|correspondent|reporter|editor|updated|published)\b).*$",
    re.IGNORECASE | re.DOTALL,
)


def names(text: str) -> tuple[str, ...]:
    """The authors that a byline names; nothing where the line is no byline."""
    match = _BY.fullmatch(text) or _REPORTING.fullmatch(text)
    if not match:
        return ()
    stated = _AFTER.sub("", match["names"]).strip(" .,:;)")
    parts = [part.strip() for part in _BETWEEN.split(stated) if part.strip()]
    if not parts or not all(_NAME.fullmatch(part) for part in parts):
        return ()
    return tuple(dict.fromkeys(parts))
