"""A long line of a page whose parts run into one another -> its parts.

Text taken from a page without its layout has "… end of a paragraph.The next one" and "HomeNewsSport". Words such as
YouTube look the same, so the second kind is cut only where such places stand close together, as in a menu.
"""

from __future__ import annotations

import re

MIN_LENGTH = 160  # characters of a line worth looking at
MIN_PLACES = 3
CLOSE = 45  # characters between two places of a menu
_SENTENCE = re.compile(r"(?<=[a-zß-ÿ\d][.!?…])(?=[A-ZÀ-Þ][a-zß-ÿ])|(?<=[.!?…][\"”»“])(?=[A-ZÀ-Þ„«][a-zß-ÿ])")
_WORD = re.compile(r"(?<=[a-zß-ÿ)\d])(?=[A-ZÀ-Þ][a-zß-ÿ]|[A-ZÀ-Þ]{2})|(?<=[A-Z]{2})(?=[A-Z][a-zß-ÿ]{2})")


def parts(text: str) -> list[str]:
    """The parts in their order; together they are the text."""
    if len(text) < MIN_LENGTH:
        return [text]
    sentences = {match.start() for match in _SENTENCE.finditer(text)}
    places = sorted(sentences | {match.start() for match in _WORD.finditer(text)})
    if len(places) < MIN_PLACES:
        return [text]
    cuts = [at for i, at in enumerate(places) if at in sentences or _is_close(places, i)]
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True) if start < end]


def _is_close(places: list[int], i: int) -> bool:
    below = i > 0 and places[i] - places[i - 1] <= CLOSE
    above = i + 1 < len(places) and places[i + 1] - places[i] <= CLOSE
    return below or above
