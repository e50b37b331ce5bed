"""A quote that its sentence leaves without a speaker -> whom the next sentence names: “…”. Lo ha detto Ann Example."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.quotes import speech

if TYPE_CHECKING:
    from dateline.quotes.found import Found
    from dateline.quotes.grammar import Grammar
    from dateline.quotes.scene import Scene

_STOP = re.compile(r"\s?[.:]?\s+")
_ENDS = ".!?…"


def behind(scene: Scene, grammar: Grammar, number: int) -> Found | None:
    """By a form of such sentences; the quote must end its own, or a colon stand behind it."""
    if not grammar.sequel:
        return None
    span = scene.spans[number]
    stop = _STOP.match(scene.shadow, span.outer_end)
    if stop is None or not (stop.group().strip() or "\n" in stop.group() or scene.text[span.end - 1] in _ENDS):
        return None
    end = scene.sentence_end(stop.end())
    if number + 1 < len(scene.spans):
        end = min(end, scene.spans[number + 1].outer_start)
    for form in grammar.sequel:
        if found := speech.at_once(scene, grammar, form, stop.end(), end):
            return found
    return None
