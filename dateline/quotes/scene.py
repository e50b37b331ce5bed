"""A text and the people it names -> Scene: the same text as the rules see it, with its sentences and its quotes."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.quotes.forms import NAME, QUOTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.model import Mention
    from dateline.quotes.marks import Span

# A run of stops is looked at once: from its first sign, and never again with fewer of them.
_STOP = re.compile(
    rf"[.!?…](?<![.!?…].)[.!?…]*+[)\]’'*_]*+\s++(?=[\"“„«‘(\[]*(?:[^\W\d_a-zà-ÿа-яё]|[\d{NAME}{QUOTE}]))"
)
# A blank, or end of line, is lost.
_GLUED = re.compile(rf"[.!?](?<=[a-z{NAME}]{{3}}.)(?=[A-ZÀ-Þ][a-zà-ÿ'’-]+ |{NAME})")
_LINES = re.compile(r"\n\s*")
_LAST_WORD = re.compile(r"[\w.]*\w$")
_ENDS = ".!?…"


class Scene(Struct, frozen=True):
    """`shadow` is as long as the text: NAME for each character of a name, QUOTE for each of a quote with its marks."""

    text: str
    shadow: str
    spans: Sequence[Span]
    starts: Sequence[int]  # of sentences, outside of quotes
    mentions: Sequence[Mention]  # of the body and outside of quotes, in order
    by_end: Mapping[int, Mention]

    def sentence(self, at: int) -> int:
        """The beginning of the sentence in which `at` lies."""
        number = bisect_right(self.starts, at) - 1
        return self.starts[number] if number >= 0 else 0

    def sentence_end(self, at: int) -> int:
        """The beginning of the next sentence."""
        number = bisect_right(self.starts, at)
        return self.starts[number] if number < len(self.starts) else len(self.text)

    def starts_between(self, low: int, high: int) -> Sequence[int]:
        """The beginnings of sentences behind `low`, up to `high`."""
        return self.starts[bisect_right(self.starts, low) : bisect_right(self.starts, high)]

    def whose(self, start: int, end: int) -> Mention | None:
        """The last mention that lies in a part of the text."""
        at = self.shadow.rfind(NAME, start, end)
        return self.by_end.get(at + 1) if at >= 0 else None


def build(text: str, spans: Sequence[Span], mentions: Iterable[Mention], dotted: Iterable[str]) -> Scene:
    """Mentions that overlap others, lie in a quote or outside the text are left out."""
    parts: list[str] = []
    kept: list[Mention] = []
    at = 0
    named = [m for m in mentions if m.part == "body" and m.facet == "people" and 0 <= m.start < m.end <= len(text)]
    covers = [(span.outer_start, -span.outer_end, None) for span in spans]
    for start, minus_end, mention in sorted([*covers, *((m.start, -m.end, m) for m in named)], key=lambda c: c[:2]):
        if start < at:
            continue
        parts += text[at:start], (NAME if mention else QUOTE) * (-minus_end - start)
        at = -minus_end
        if mention:
            kept.append(mention)
    shadow = "".join([*parts, text[at:]])
    starts = _sentences(text, shadow, spans, frozenset(dotted))
    return Scene(text, shadow, spans, starts, kept, {mention.end: mention for mention in kept})


def _sentences(text: str, shadow: str, spans: Iterable[Span], dotted: frozenset[str]) -> list[int]:
    found = {0, *(match.end() for match in _LINES.finditer(shadow))}
    found.update(match.end() for match in _GLUED.finditer(shadow))
    for match in _STOP.finditer(shadow):
        at = match.start()
        if shadow[at] != "." or shadow[at + 1] in _ENDS or not _abbreviated(shadow[max(0, at - 20) : at], dotted):
            found.add(match.end())
    for span in spans:  # “We won.” He left.
        behind = span.outer_end
        last = text[span.end - 1 : span.end]
        if last in _ENDS and shadow[behind : behind + 1].isspace() and not text[behind + 1 : behind + 2].islower():
            found.add(behind + 1)
    return sorted(found)


def _abbreviated(before: str, dotted: frozenset[str]) -> bool:
    word = before.rpartition(" ")[2]
    if not word.isalpha():  # nearly all words are, and the pattern is slow
        match = _LAST_WORD.search(before)
        word = match.group() if match else ""
    return word in dotted or (len(word) == 1 and word.isupper())
