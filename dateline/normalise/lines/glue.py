"""A long line of a page whose parts run into one another -> its parts.

Text taken from a page without its layout has "… end of a paragraph.The next one" and "HomeNewsSport". Words such as
YouTube look the same, so the second kind is cut only where such places stand close together, as in a menu.
"""

from __future__ import annotations

import re

from dateline.normalise.lines import kinds

MIN_LENGTH = 160  # characters of a line worth looking at
MIN_PLACES = 3
MANY_PLACES = 6  # of a line, from which on a word with two of them is two links more likely than a name
PREFIX = 2  # letters: iPhone, eBay, and names in Bantu languages (uGigaba) are words
CLOSE = 45  # characters between two places of a menu
# It begins with what is rarer, the capital, to which the search skips.
_MAY_BE = re.compile(r"[A-ZÀ-Þ„«](?<=[a-zß-ÿ\d).!?…\"”»“A-Z].)(?=[a-zß-ÿA-ZÀ-Þ])")
# "Your support makes all the difference.The council met": an appeal's last sentence, glued to the article's first one
_APPEAL = re.compile(r"[^.!?\n]{0,40}\b[Yy]our (?:support|donation|contribution)\b[^.!?\n]{0,60}[.!](?=[A-ZÀ-Þ“‘\"]|$)")
_APPEAL_BEGINS = 60  # characters in which it says "your"
_LETTERS = re.compile(r"[^\W\d_]+\Z")
_PLACE = re.compile(
    r"(?P<sentence>(?<=[a-zß-ÿ\d][.!?…])(?=[A-ZÀ-Þ][a-zß-ÿ])|(?<=[.!?…][\"”»“])(?=[A-ZÀ-Þ„«][a-zß-ÿ]))"
    r"|(?<=[a-zß-ÿ)\d])(?=[A-ZÀ-Þ][a-zß-ÿ]|[A-ZÀ-Þ]{2})|(?<=[A-Z]{2})(?=[A-Z][a-zß-ÿ]{2})"
)


def parts(text: str) -> list[str]:
    """The parts in their order; together they are the text."""
    if "our " in text[:_APPEAL_BEGINS] and (appeal := _APPEAL.match(text)) and appeal.end() < len(text):
        return [appeal[0], *parts(text[appeal.end() :])]
    if len(text) < MIN_LENGTH or (kinds.is_plain(text) and kinds.joints(kinds.of(text)) < MIN_PLACES):
        return [text]
    if len(_MAY_BE.findall(text)) < MIN_PLACES:  # much faster than to look at what stands before each letter
        return [text]
    found = [match for match in _PLACE.finditer(text) if match["sentence"] is not None or not _is_prefix(text, match)]
    if len(found) < MIN_PLACES:
        return [text]
    places = [match.start() for match in found]
    near = _together(text, places)
    cuts = [places[i] for i, match in enumerate(found) if match["sentence"] is not None or i in near]
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True) if start < end]


def is_appeal(text: str) -> bool:
    """Whether a line is a sentence that asks for support, and no more."""
    return _APPEAL.fullmatch(text) is not None


def _is_prefix(text: str, match: re.Match[str]) -> bool:
    """Whether what stands before the capital is a prefix and not a word."""
    word = _LETTERS.search(text, max(0, match.start() - PREFIX - 1), match.start())
    return word is not None and len(word.group()) <= PREFIX and word.group().islower()


def _together(text: str, places: list[int]) -> set[int]:
    """Which of the places stand close together, as in a menu; the two in a name such as GoodToKnow are none."""
    found: set[int] = set()
    start = 0
    for i in range(1, len(places) + 1):
        if i == len(places) or places[i] - places[i - 1] > CLOSE:
            pair = i - start > 1 and (len(places) >= MANY_PLACES or " " in text[places[start] : places[i - 1]])
            if pair or i - start >= MIN_PLACES:
                found.update(range(start, i))
            start = i
    return found
