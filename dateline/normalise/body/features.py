"""Lines -> for each line, the facts about it that the line model weighs.

All are about shape, place and neighbours, and none is a word of a text: the model that weighs them
(dateline/data/line_model.json) knows no outlet and no language.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import lru_cache
from itertools import accumulate
from statistics import median_low
from typing import TYPE_CHECKING

from dateline.normalise.dating import dates
from dateline.normalise.lines import cues, language
from dateline.normalise.lines import kinds as line_kinds
from dateline.normalise.lines.line import REMEMBERED, SHORT, make

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.normalise.body.facts import Class, Fact
    from dateline.normalise.lines.line import Line

LENGTHS = (8, 16, 28, 45, 65, 100, 160, 280, 500)  # characters; classes are roughly equally frequent
WORDS = (1, 2, 3, 4, 6, 9, 14, 22, 40)
SHARES = (0.01, 0.12, 0.25, 0.4, 0.55, 0.75)
COUNTS = (1, 2, 4, 8, 20)
GAPS = (1, 2, 4)
SIZES = (8, 20, 50, 120, 300)  # lines of a text
NEAR = 4  # lines to either side
KNOWN = 0.08  # share of the commonest words; menus have 0.1, articles 0.3 to 0.5
_BULLET = re.compile(r"[•‣▪◦●∙·*+]\s|[-–—]\s|\d{1,2}[.)]\s|\(?[a-z]\)\s")
_SIGNS = (  # each a feature where the line has it; a quotation mark that opens has one that closes
    *(("at", "@"), ("copyright", "©"), ("bars", "|"), ("hash", "#")),
    *(("money", sign) for sign in "$€£¥"),
    *(("quote", sign) for sign in '"“„«「'),
)
_ARROWS_AT_START = ("‹", "«", "<", "←")
_CLOSES = (
    ("arrow", ("›", "»", ">", "→", "▶", "►")),
    ("ellipsis", ("…", "...")),
    ("colon", ":"),
    ("question", ("?", "!")),
)
_CLOSING = tuple(end for _, ends in _CLOSES for end in ends)
_ADDRESSES = ("http://", "https://", "www.", ".com", ".org", ".net")
_PHONE = re.compile(r"\d[\d ()-]{7,}\d")
LONGEST_COPY = 1_000  # characters
LOOK = 400  # characters, and words, of a line that are looked at: a longer one is prose in any case
HINTS_UP_TO = 400  # characters: in a longer line a word of the site proves nothing


def of(lines: Sequence[Line], tongue: str, reasons: Sequence[str] = ()) -> list[list[Fact]]:
    """The facts of every line, in their order. `reasons` are those of cues.reason, if they are known."""
    if not lines:
        return []
    shapes = [_shape(line) for line in lines]
    classes = cues.classes(set().union(*(line.tokens for line in lines if SHORT < len(line.text) <= HINTS_UP_TO)))
    own = (
        _remembered(line.text, known, reason) if len(line.text) <= SHORT else _own(line, known, reason, classes)
        for line, known, reason in zip(lines, _grammar(lines, tongue), reasons or map(_reason, lines), strict=True)
    )
    rows = zip(own, _page(lines, shapes), _spoken(lines, shapes), _neighbours(shapes), strict=True)
    return [[*itself, *place, *spoken, *beside] for itself, place, spoken, beside in rows]


def _neighbours(shapes: Sequence[str]) -> Iterator[tuple[Fact, ...]]:
    """What the two lines above and the two below look like."""
    around = ["none", "none", *shapes, "none", "none"]
    for upper, above, own, below, lower in zip(*(around[i:] for i in range(5)), strict=False):
        yield ("beside", above, own, below), ("beyond", upper, lower)


def _grammar(lines: Sequence[Line], tongue: str) -> list[Class]:
    """How much of each line the language's commonest words are; "x" where nobody knows.

    A text that has hardly any of them is in another language.
    """
    common = language.common_words(tongue)
    counts = [[*map(common.__contains__, line.tokens)].count(True) for line in lines]
    said = sum(len(line.tokens) for line in lines)
    if not common or sum(counts) < KNOWN * said:
        return ["x"] * len(lines)
    return [_share(count, len(line.tokens)) for count, line in zip(counts, lines, strict=True)]


def _reason(line: Line) -> str:
    return cues.reason(line.text)


@lru_cache(maxsize=REMEMBERED)
def _remembered(text: str, grammar: Class, reason: str) -> tuple[Fact, ...]:
    """The same of a short line, which may well stand in other texts too."""
    line = make(0, text, 0)
    return tuple(_own(line, grammar, reason, cues.classes(line.tokens)))


def _own(line: Line, grammar: Class, reason: str, classes: Mapping[str, tuple[str, ...]]) -> list[Fact]:
    """Of the line by itself; `classes` are those of its words, and of others."""
    text = line.text[:LOOK]
    said = line.tokens[:LOOK]
    length, count = bisect_right(LENGTHS, line.length), bisect_right(WORDS, line.words)
    ends = "e" if line.ends else "o"
    kinds = line_kinds.of(text)
    capitals = _share(_capitals(text, kinds), len(said))
    digits = _share(line_kinds.digits(kinds), len(text))
    found: list[Fact] = [
        ("size", length, ends, count, grammar),
        ("look", capitals, length, digits),
        ("start", _start(text), ends, reason or "-"),
    ]
    telling = said if line.length <= HINTS_UP_TO else ()
    if hints := [name for word in telling if word in classes for name in classes[word]]:
        times = Counter(hints)
        found += [("class", name, min(times[name], 3), length) for name in times]
        total = len(hints)
        found.append(("hints", min(total, 6), ends, min(total, 3), count, len(times)))
    found += [("mark", name) for name in (*_marks(text, kinds), *_ends(line.text[-3:]))]
    if text.isupper() and len(text) > 3:
        found.append(("shouts",))
    if digits:
        if line.length <= 120 and dates.find(text):
            found.append(("dated", length))
        if _PHONE.search(text):
            found.append(("mark", "phone"))
    if line.wide:
        found.append(("wide",))
    return found


def _capitals(text: str, kinds: bytes) -> int:
    """Words that begin with a capital letter."""
    if line_kinds.is_plain(text):
        return line_kinds.capitalised(kinds)
    return sum(map(str.isupper, [part[0] for part in text.split()]))


def _marks(text: str, kinds: bytes) -> list[str]:
    """Signs that furniture has more of than articles have."""
    names = [name for name, sign in _SIGNS if sign in text]
    if any([address in text for address in _ADDRESSES]):
        names.append("url")
    if text.startswith(_ARROWS_AT_START):
        names.append("arrows")
    if line_kinds.glued(kinds):
        names.append("glued")
    return names


def _ends(text: str) -> list[str]:
    """The same of how a line closes."""
    return [name for name, ends in _CLOSES if text.endswith(ends)] if text.endswith(_CLOSING) else []


def _start(text: str) -> str:
    if _BULLET.match(text):
        return "bullet"
    first = text[0]
    if first.isdigit():
        return "digit"
    if first.isalpha():
        return "lower" if first.islower() else "upper" if first.isupper() else "letter"
    return "quote" if first in "\"'“„«‘‚「『" else "sign"


def _shape(line: Line) -> str:
    """What a neighbour sees of a line."""
    if line.length >= 160:
        size = "L"
    elif line.length >= 65:
        size = "M"
    else:
        size = "S" if line.length >= 28 else "s"
    gap = "" if line.gap else "="
    return f"{size}{'e' if line.ends else 'o'}{gap}"


def _page(lines: Sequence[Line], shapes: Sequence[str]) -> Iterator[list[Fact]]:
    """Where a line stands in the whole."""
    prose = [line.prose for line in lines]
    passed = list(accumulate(prose, initial=0))  # paragraphs before each line
    size, total = len(lines), passed[-1]
    usual = median_low([line.indent for line, is_prose in zip(lines, prose, strict=True) if is_prose] or [0])
    times = Counter([line.tokens for line in lines])  # asked first: most lines are alone with their words
    said = [line.text.casefold() if times[line.tokens] > 1 and line.length < LONGEST_COPY else "" for line in lines]
    seen = Counter(said)
    runs = _runs(prose)
    sizes, share = bisect_right(SIZES, size), _share(total, size)
    gaps = [*(bisect_right(GAPS, line.gap) for line in lines), len(GAPS)]
    for i, line in enumerate(lines):
        before, after = bisect_right(COUNTS, passed[i]), bisect_right(COUNTS, total - passed[i + 1])
        indent = "=" if line.indent == usual else ">" if line.indent > usual else "<"
        above, below = passed[i] - passed[max(0, i - NEAR)], passed[min(size, i + NEAR + 1)] - passed[i + 1]
        names: list[Fact] = [
            ("stand", before, after, min(before, 3), min(after, 3), int(prose[i]), bisect_right(COUNTS, runs[i])),
            ("near", above, below, min(above, 2), min(below, 2), shapes[i][:2]),
            ("place", i * 10 // size, indent, sizes, share),
            ("gaps", gaps[i], gaps[i + 1]),
        ]
        if said[i] and seen[said[i]] > 1:
            names.append(("repeated",))
        yield names


def _runs(prose: Sequence[bool]) -> list[int]:
    """For a line that is no paragraph: how many such lines stand together; else 0."""
    runs = [0] * len(prose)
    start = 0
    for i in range(len(prose) + 1):
        if i == len(prose) or prose[i]:
            for j in range(start, i):
                runs[j] = i - start
            start = i + 1
    return runs


def _spoken(lines: Sequence[Line], shapes: Sequence[str]) -> Iterator[tuple[Fact]]:
    """How much of what a line says the other lines say too."""
    content = [_content(line) for line in lines]
    once: set[str] = set()
    twice: set[str] = set()
    for line, parts in zip(lines, content, strict=True):
        if line.prose:
            twice |= once & parts
            once |= parts
    for line, shape, parts in zip(lines, shapes, content, strict=True):
        share = _share(len(parts & (twice if line.prose else once)), len(parts))
        yield (("spoken", share, shape[:2]),)


def _content(line: Line) -> frozenset[str] | set[str]:
    if line.wide:
        return {line.text[i : i + 2] for i in range(len(line.text) - 1)}
    return line.stems


def _share(part: int, whole: int) -> Class:
    return bisect_right(SHARES, part / whole) if whole else "x"
