"""Who says what in an article -> marks in its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.site.prose import marking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.cards import Saying


def spans(found: Sequence[Saying], size: int) -> list[marking.Mark]:
    """Where sayings stand in the Markdown; only the first part of each has the anchor that others link to."""
    marks = []
    at = 0
    for saying in found:
        for i, part in enumerate(saying.parts):
            if at <= part.start < part.end <= size:
                anchor = saying.anchor if i == 0 else f"{saying.anchor}-{i + 1}"
                marks.append(marking.Mark(part.start, part.end, anchor, marking.open_span(anchor)))
                at = part.end
    return marks
