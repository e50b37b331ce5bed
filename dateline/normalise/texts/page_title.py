"""A text that begins with "Headline | Site", as the dump of a whole page does -> the line that says it again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.normalise.lines.line import key, words
from dateline.normalise.texts import way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

MAX_LENGTH = 260  # characters; the longest of 1,500 real headlines has 210
SITE_WORDS, MENU_WORDS = 5, 3  # that a site's name has at most; with which a headline may be the first word of a menu
NOTICES = 2  # paragraphs that may stand above the headline of a page's title
SUFFIX = re.compile(r"\s+(?:[|•·»›«]|--?|[–—]|::)\s+(?=[^|•·»›«]{2,60}$)")


class Candidate(Struct, frozen=True):
    """A line and what speaks for it."""

    index: int
    score: float
    rule: str
    text: str
    site: str = ""  # the name behind the headline in the page's own title


def find(lines: Sequence[Line], opening: int, labels: Sequence[str]) -> Candidate | None:
    """The headline of a page's title, where it stands for itself or, with a bar, in that title alone."""
    match = SUFFIX.search(lines[0].text) if lines and lines[0].length <= MAX_LENGTH else None
    if not match or not any(map(str.isalpha, lines[0].text[match.end() :])):
        return None
    headline, site = lines[0].text[: match.start()], lines[0].text[match.end() :]
    if len(words(headline)) < 2 or len(words(site)) > SITE_WORDS:
        return None
    again = [i for i, line in enumerate(lines[1:], 1) if key(line.text) == key(headline)]
    if again and sum(lines[i].prose and not labels[i] for i in range(opening, again[0])) <= NOTICES:
        near = [i for i in again if i <= max(opening, again[0])]
        return Candidate(near[-1], 3.0, "headline.page-title", headline, site)
    said = [part for part in words(headline) if part.isalpha()]
    menu = way.is_one(lines[0].text) or (opening > 1 and min(len(said) + 1, len(words(headline))) <= MENU_WORDS)
    if menu or "|" not in match.group():
        return None
    return Candidate(0, 2.0, "headline.page-title", headline, site)
