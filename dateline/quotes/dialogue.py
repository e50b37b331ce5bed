"""Text -> spans of what is said without marks, in paragraphs that a dash begins: — We won — said Ann. — It was hard.

A list has such paragraphs too. It takes a verb of speech behind a second dash, or a colon at the end of such a
paragraph just before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from dateline.quotes.marks import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.quotes.forms import Pattern

_DASHES = "–—-"
_OPENING = re.compile(r"[–—-]\s?(?=[¿¡(]?[^\W\d_a-zà-ÿа-яё])")


def spans(text: str, blocks: Sequence[tuple[int, int]], said: Pattern, marked: Iterable[Span]) -> tuple[Span, ...]:
    """The parts of each such paragraph; `said` matches the reporter's words, `marked` are what quotation marks hold."""
    begun = [number for number, (start, _) in enumerate(blocks) if text[start] in _DASHES]
    if not begun:
        return ()
    held: dict[int, list[Span]] = defaultdict(list)
    for span in marked:
        held[span.paragraph].append(span)
    found: list[Span] = []
    last = -1  # the number of the last such paragraph, where a colon ends it
    for number in begun:
        start, end = blocks[number]
        opening = _OPENING.match(text, start, end)
        told = list(said.compiled.finditer(text, opening.end(), end)) if opening else []
        told = [match for match in told if not _within(match.start(), held[number])]
        if opening is None or not (told or last == number - 1 >= 0):
            continue
        if not told and found:
            found[-1] = _going_on(found[-1])
        found += _parts(text, opening.end(), end, number, told)
        last = number if text[end - 1] == ":" else -1
    return tuple(found)


def _within(at: int, held: Iterable[Span]) -> bool:
    return any(span.outer_start <= at < span.outer_end for span in held)


def _parts(text: str, start: int, end: int, number: int, told: Iterable[re.Match[str]]) -> Iterator[Span]:
    """What lies before, between and behind the reporter's words."""
    outer = text.rfind("\n", 0, start) + 1
    for match in told:
        if text[start : match.start()].strip():
            yield Span(start, match.start(), number, outer, match.start(), goes_on=match.end() < end)
        start = outer = match.end()
    if start < end:
        yield Span(start, end, number, outer, end)


def _going_on(span: Span) -> Span:
    return Span(span.start, span.end, span.paragraph, span.outer_start, span.outer_end, goes_on=True)
