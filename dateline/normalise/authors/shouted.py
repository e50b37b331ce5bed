"""A name in capitals, as bylines set it -> the name as it is written elsewhere: ANNA VAN LUND is Anna van Lund."""

from __future__ import annotations

import re

from dateline.normalise.authors.byline import PARTICLES

_PART = re.compile(r"[^\W\d_]+")
_GAELIC = re.compile(r"\bMc[a-z]|\b[OD]['’][a-z]")
INITIALS = 2  # letters of a first word that may be somebody's initials: JD, TJ
SURNAME = 3  # letters of a surname at least, for nobody knows whether AB Ek is one


def in_small_letters(name: str) -> str:
    """The name; one that is not in capitals stays as it is."""
    parts = name.split()
    if len(parts) < 2 or not name.isupper() or len(parts[-1]) < SURNAME:
        return name
    small = [_word(part, is_first=i == 0) for i, part in enumerate(parts)]
    return _GAELIC.sub(lambda match: match[0][:-1] + match[0][-1].upper(), " ".join(small))


def _word(part: str, *, is_first: bool) -> str:
    if not is_first and part.casefold() in PARTICLES:
        return part.casefold()
    if part.endswith(".") or (is_first and len(part) <= INITIALS):
        return part
    return _PART.sub(lambda match: match[0].capitalize(), part)
