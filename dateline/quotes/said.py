"""Text -> spans of what is said: between marks, or behind a dash, without the words of the reporter among it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.quotes import dialogue, marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.quotes.grammar import Grammar
    from dateline.quotes.marks import Span


def spans(text: str, blocks: Sequence[tuple[int, int]], grammar: Grammar) -> list[Span]:
    """In the order of the text; none overlaps another."""
    found = marks.spans(text, blocks)
    if grammar.within and grammar.within in text:
        found = [part for span in found for part in marks.parted(text, span, grammar.within, grammar.verb.compiled)]
    if grammar.incised and found:
        found = [part for span in found for part in marks.incised(text, span, grammar.incised.compiled)]
    if grammar.dialogue and (spoken := dialogue.spans(text, blocks, grammar.dialogue, found)):
        numbers = {span.paragraph for span in spoken}
        outside = [span for span in found if span.paragraph not in numbers]
        found = sorted([*outside, *spoken], key=lambda span: span.start)
    return found
