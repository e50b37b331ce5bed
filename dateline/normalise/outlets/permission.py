"""Notices of who has to be asked before an article is copied -> the outlet that this is.

"It is forbidden to copy this text without a written permission from LNA."
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.normalise.outlets.outlet import Found
from dateline.normalise.outlets.owner import stems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.normalise.lines.line import Line

_TO_COPY = re.compile(
    r"\b(?:cop(?:y|ied|ying)|reproduc\w+|re-?publi\w+|re-?print\w+|re-?distribut\w+|re-?use[ds]?|transmit\w+|quot(?:e|ing))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:permission|consent|authori[sz]ation|approval)\s+(?:of|from|by)\s+(?:the\s+)?"
    r"(?P<name>[^\W\d_a-z][^,;:.()|©\d]{1,45}?)(?=\s*(?:[.,;:()|©]|\bis\b|\band\b|\bor\b|$))"
)
SIGN = (" of ", " from ", " by ")
LONGEST = 500  # characters
NAMELESS = frozenset(("publisher", "author", "editor", "copyright", "company", "owner"))


def find(lines: Iterable[Line]) -> Found | None:
    """Whom the first such line names, where that is somebody with a name."""
    for line in lines:
        if len(line.text) > LONGEST or not any([sign in line.text for sign in SIGN]) or not _TO_COPY.search(line.text):
            continue
        match = _ASKED.search(line.text)
        if match and match["name"].split()[0].casefold() not in NAMELESS:
            return Found(stems(match["name"].strip())[0], "source.rights-notice", line.number, line.text, weak=True)
    return None
