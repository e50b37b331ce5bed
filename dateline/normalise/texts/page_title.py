"""A text that begins with "Headline | Site", as the dump of a whole page does -> the line that says it again.

"Headline - Section - Site"    "Headline : Section : Site"    "Site: Headline"    "Headline", "| Site"
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.normalise.lines.line import key, words
from dateline.normalise.outlets import outlet, outlet_self, owner
from dateline.normalise.texts import way

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.normalise.lines.line import Line

MAX_LENGTH = 260  # characters; the longest of 1,500 real headlines has 210
SITE_WORDS, MENU_WORDS = 5, 3  # that a site's name has at most; with which a headline may be the first word of a menu
NOTICES = 2  # paragraphs that may stand above the headline of a page's title
TITLE_WORDS = 3  # of a headline that is one part of the page's title
PIECES = 5  # lines that a page's title may be made of
_CUT = re.compile(r"\s+(?:[|•·»›«:]|--?|[–—]|::)\s+|:\s+")
_DOT = re.compile(r"\w\.[A-Za-z]{2,4}\b")
_OPEN = re.compile(r"\s[|»–—-]$")
_GOES_ON = re.compile(r"[|»–—-](?:\s|$)")
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
    title, end = _whole(lines)
    match = SUFFIX.search(title) if lines and lines[0].length <= MAX_LENGTH else None
    if not match or not any(map(str.isalpha, title[match.end() :])):
        return _of_parts(lines, opening, labels)
    headline, site = title[: match.start()], title[match.end() :]
    if len(words(headline)) < 2 or len(words(site)) > SITE_WORDS:
        return _of_parts(lines, opening, labels)
    again = [i for i, line in enumerate(lines[end:], end) if key(line.text) == key(headline)]
    again = again or [i for i in range(end, opening) if way.ends_with(lines[i].text, headline)]
    if again and sum(lines[i].prose and not labels[i] for i in range(opening, again[0])) <= NOTICES:
        near = [i for i in again if i <= max(opening, again[0])]
        parts = [part for part in _CUT.split(site) if outlet_self.may_end_title(part)]
        hosts = [part for part in parts if _DOT.search(part)]
        return Candidate(near[-1], 3.0, "headline.page-title", headline, next(iter(hosts or parts[-1:]), ""))
    if found := _of_parts(lines, opening, labels):
        return found
    said = [part for part in words(headline) if part.isalpha()]
    few = opening > 1 and min(len(said) + 1, len(words(headline))) <= MENU_WORDS
    far = bool(again) and len(words(headline)) > TITLE_WORDS  # among others, below the article
    is_paper = outlet.is_title_of_paper(site) and len(words(site)) > 1 and " - " not in site
    if end > 1 or few or way.is_one(lines[0].text) or not (far or is_paper or "|" in match.group()):
        return None
    return Candidate(0, 2.0, "headline.page-title", headline, site if outlet_self.may_end_title(site) else "")


def _of_parts(lines: Sequence[Line], opening: int, labels: Sequence[str]) -> Candidate | None:
    """A headline that some parts of the page's title are, as a line below it says; the site is at the other end."""
    title, end = _whole(lines)
    cuts = [(found.start(), found.end()) for found in _CUT.finditer(title)] if len(title) <= MAX_LENGTH else []
    said = _below(lines, end, opening, labels) if cuts else {}
    fronts = [(title[:start], title[start:]) for start, _ in reversed(cuts)]
    backs = [(title[stop:], title[:start]) for start, stop in cuts]
    for headline, rest in (*fronts, *backs):
        at = said.get(key(headline))
        if at is not None and len(words(headline)) >= TITLE_WORDS:
            sure = title.startswith(headline) and not rest.startswith(":")
            parts = [part for part in _CUT.split(rest) if part]
            named = [part for part in parts if outlet_self.may_end_title(part)]
            hosts = [part for part in named if owner.hosts(part) or _DOT.search(part)]
            name = next(iter(hosts or (named[-1:] if title.startswith(headline) else named[:1])), "")
            is_name = 0 < len(words(name)) <= SITE_WORDS and (sure or _is_site(name, lines))
            return Candidate(at, 3.0, "headline.page-title", lines[at].text, name if is_name else "")
    return _between(title, cuts, said, lines)


def _between(
    title: str, cuts: Sequence[tuple[int, int]], said: Mapping[str, int], lines: Sequence[Line]
) -> Candidate | None:
    """A headline with something on both sides: "Lund News - Headline - The voice of the coast"."""
    for i, (_, start) in enumerate(cuts):
        for end, behind in reversed(cuts[i + 1 :]):
            at = said.get(key(title[start:end]))
            if at is not None and len(words(title[start:end])) >= TITLE_WORDS:
                sides = (title[: cuts[i][0]], title[behind:])
                name = next((side for side in sides if _is_site(side, lines)), "")
                return Candidate(at, 3.0, "headline.page-title", lines[at].text, name)
    return None


def _below(lines: Sequence[Line], end: int, opening: int, labels: Sequence[str]) -> dict[str, int]:
    """Keys of the lines below the page's title and above the text, or a notice or two below its beginning."""
    said: dict[str, int] = {}
    paragraphs = 0
    for i, line in enumerate(lines[end:], end):
        if i >= opening and line.prose and not labels[i]:
            paragraphs += 1
            if paragraphs > NOTICES:
                break
        elif labels[i] not in ("date", "byline") and (i <= opening or key(line.text) not in said):
            said[key(line.text)] = i  # of those above the text the last one, which is nearest to it
    return said


def _whole(lines: Sequence[Line]) -> tuple[str, int]:
    """The page's title, of which a program may have made several lines, and the index of the line below it."""
    title, end = (lines[0].text, 1) if lines else ("", 0)
    for line in lines[1:PIECES]:
        if line.words > SITE_WORDS or not (_OPEN.search(title) or _GOES_ON.match(line.text)):
            break
        title, end = f"{title} {line.text}", end + 1
    return title, end


def _is_site(name: str, lines: Sequence[Line]) -> bool:
    """Whether what stands before a headline is the page's name and not what it is about: an address has it too."""
    said = key(name)
    return any(said == host for line in lines for host in owner.hosts(line.text)) or any(
        said in map(key, owner.stems(one)) for line in lines for one in owner.of_notice(line.text)
    )
