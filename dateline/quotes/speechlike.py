"""What stands between two marks -> how many words of speech: they also stand around titles, names and words held at a
distance."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.quotes.grammar import Grammar
    from dateline.quotes.marks import Span

WORDS = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
SINGLE = 1  # “Sure,” she said. “Come in.” A single word is not shown, but tells who goes on speaking
FULL = re.compile(r"[.!?…,—–-]['’)\]\s]*\Z")
_WHOLE = re.compile(r"[.!?…]['’)\]\s]*\Z")


def words_of_speech(body: str, span: Span, grammar: Grammar) -> int:
    """How many words stand between the marks; 0 where they stand around no speech but around a title or a name."""
    text = body[span.start : span.end]
    words = WORDS.findall(text)
    return len(words) if _may_be_speech(body, span, text, words, grammar) else 0


def _may_be_speech(body: str, span: Span, text: str, words: Sequence[str], grammar: Grammar) -> bool:
    """Whether marks may stand around speech: they also stand around titles, names and words held at a distance."""
    if len(words) < grammar.sizes["spoken"]:
        return len(words) == SINGLE and FULL.search(text) is not None
    if span.goes_on and body[span.outer_end : span.outer_end + 1] == " " and grammar.named_report.compiled.search(text):
        return False  # “We won, Ann said. “We lost,” Bob said: a closing mark was lost
    lead = body[max(0, span.outer_start - 30) : span.outer_start].split()
    if lead and lead[-1].lower() in grammar.works:
        return False
    whole = _WHOLE.search(text) is not None
    if not whole and not span.goes_on and len(words) < grammar.sizes["fragment"] and not FULL.search(text):
        return body[span.outer_end : span.outer_end + 1] == "," or (bool(lead) and lead[-1].endswith((":", ",")))
    return whole or not (grammar.title_case and _is_title(words))


def _is_title(words: Sequence[str]) -> bool:
    """The Way of All Flesh: every longer word begins with a capital."""
    longer = [word for word in words if len(word) > 3]
    return bool(longer) and all(word[0].isupper() or word[0].isdigit() for word in longer)
