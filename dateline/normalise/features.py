"""Lines -> for each line, the names of the features that hold for it.

All are about shape, place and neighbours, and none is a word of a text: the model that weighs them
(dateline/data/line_model.json) knows no outlet and no language.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from statistics import median_low
from typing import TYPE_CHECKING

from dateline.normalise import cues, dates, language
from dateline.normalise.lines import WIDE, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

LENGTHS = (8, 16, 28, 45, 65, 100, 160, 280, 500)  # characters; classes are roughly equally frequent
WORDS = (1, 2, 3, 4, 6, 9, 14, 22, 40)
SHARES = (0.01, 0.12, 0.25, 0.4, 0.55, 0.75)
COUNTS = (1, 2, 4, 8, 20)
GAPS = (1, 2, 4)
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
_ADDRESSES = ("http://", "https://", "www.", ".com", ".org", ".net")
_GLUED = re.compile(r"[a-z][A-Z][a-z]")
_PHONE = re.compile(r"\d[\d ()-]{7,}\d")
LONGEST_COPY = 1_000  # characters
LOOK = 400  # characters, and words, of a line that are looked at: a longer one is prose in any case
HINTS_UP_TO = 400  # characters: in a longer line a word of the site proves nothing


def of(lines: Sequence[Line], tongue: str, reasons: Sequence[str] = ()) -> list[list[str]]:
    """The features of every line, in their order. `reasons` are those of cues.reason, if they are known."""
    if not lines:
        return []
    grammar = _grammar(lines, tongue)
    own = [_own(*row) for row in zip(lines, grammar, reasons or map(_reason, lines), strict=True)]
    short = [_short_name(line) for line in lines]
    page = _page(lines)
    spoken = _spoken(lines)
    found: list[list[str]] = []
    for i in range(len(lines)):
        names = own[i] + page[i] + spoken[i]
        for step in (-2, -1, 1, 2):
            other = short[i + step] if 0 <= i + step < len(lines) else "none"
            names.append(f"n{step}:{other}")
        names.append(f"n-1+1:{_at(short, i - 1)}|{_at(short, i + 1)}")
        names.append(f"me+n:{short[i]}|{_at(short, i - 1)}|{_at(short, i + 1)}")
        found.append(names)
    return found


def _grammar(lines: Sequence[Line], tongue: str) -> list[str]:
    """How much of each line the language's commonest words are; "x" where nobody knows.

    A text that has hardly any of them is in another language.
    """
    common = language.common_words(tongue)
    counts = [sum(map(common.__contains__, line.tokens)) for line in lines]
    said = sum(len(line.tokens) for line in lines)
    if not common or sum(counts) < KNOWN * said:
        return ["x"] * len(lines)
    return [_share(count, len(line.tokens)) for count, line in zip(counts, lines, strict=True)]


def _at(names: Sequence[str], i: int) -> str:
    return names[i] if 0 <= i < len(names) else "none"


def _reason(line: Line) -> str:
    return cues.reason(line.text)


def _own(line: Line, grammar: str, reason: str) -> list[str]:
    text = line.text[:LOOK]
    said = line.tokens[:LOOK]
    length, count = bisect_right(LENGTHS, line.length), bisect_right(WORDS, line.words)
    ends = "e" if line.ends else "o"
    capitals = _share(_capitals(text), len(said)) if said else "x"
    plain = text.encode("ascii", "ignore")
    digits = _share(len(plain) - len(plain.translate(None, b"0123456789")), len(text))
    names = [
        f"len:{length}",
        f"len+end:{length}{ends}",
        f"words:{count}{ends}",
        f"grammar:{grammar}",
        f"grammar+len:{grammar}|{length}",
        f"capitals:{capitals}",
        f"capitals+len:{capitals}|{length}",
        f"digits:{digits}",
        f"start:{_start(text)}",
        f"start+end:{_start(text)}{ends}",
        f"cue:{reason or '-'}",
    ]
    if line.length <= HINTS_UP_TO and (hints := cues.classes(said)):
        times = Counter(hints)
        for name in times:
            names += [f"class:{name}|{min(times[name], 3)}", f"class+len:{name}|{length}"]
        total = len(hints)
        names += [f"hints:{min(total, 6)}|{ends}", f"hints+words:{min(total, 3)}|{count}", f"classes:{len(times)}"]
    names += [f"mark:{name}" for name in _marks(text)]
    names += _ends(line.text[-3:])
    if text.isupper() and len(text) > 3:
        names.append("shouts")
    if digits != "0":
        if line.length <= 120 and dates.find(text):
            names.append(f"dated:{length}")
        if _PHONE.search(text):
            names.append("mark:phone")
    if WIDE.search(text):
        names.append("wide")
    return names


def _capitals(text: str) -> int:
    """Words that begin with a capital letter."""
    return sum(map(str.isupper, [part[0] for part in text.split()]))


def _marks(text: str) -> list[str]:
    """Signs that furniture has more of than articles have."""
    names = [name for name, sign in _SIGNS if sign in text]
    if any([address in text for address in _ADDRESSES]):  # noqa: C419  a list is twice as fast as a generator
        names.append("url")
    if text.startswith(_ARROWS_AT_START):
        names.append("arrows")
    if _GLUED.search(text):
        names.append("glued")
    return names


def _ends(text: str) -> list[str]:
    """The same of how a line closes."""
    return [f"mark:{name}" for name, ends in _CLOSES if text.endswith(ends)]


def _start(text: str) -> str:
    if _BULLET.match(text):
        return "bullet"
    first = text[0]
    if first.isdigit():
        return "digit"
    if first.isalpha():
        return "lower" if first.islower() else "upper" if first.isupper() else "letter"
    return "quote" if first in "\"'“„«‘‚「『" else "sign"


def _short_name(line: Line) -> str:
    """What a neighbour sees of a line."""
    if line.length >= 160:
        size = "L"
    elif line.length >= 65:
        size = "M"
    else:
        size = "S" if line.length >= 28 else "s"
    gap = "" if line.gap else "="
    return f"{size}{'e' if line.ends else 'o'}{gap}"


def _page(lines: Sequence[Line]) -> list[list[str]]:
    """Where a line stands in the whole."""
    prose = [line.prose for line in lines]
    total = sum(prose)
    usual = median_low([line.indent for line, is_prose in zip(lines, prose, strict=True) if is_prose] or [0])
    said = [line.text.casefold() if line.length < LONGEST_COPY else "" for line in lines]
    seen = Counter(said)
    before = 0
    runs = _runs(prose)
    found: list[list[str]] = []
    for i, line in enumerate(lines):
        after = total - before - prose[i]
        following = lines[i + 1].gap if i + 1 < len(lines) else 9
        indent = "=" if line.indent == usual else ">" if line.indent > usual else "<"
        b, a = bisect_right(COUNTS, before), bisect_right(COUNTS, after)
        near = sum(prose[max(0, i - 4) : i]), sum(prose[i + 1 : i + 5])
        names = [
            f"before:{b}",
            f"after:{a}",
            f"edge:{min(b, 3)}|{min(a, 3)}|{int(prose[i])}",
            f"near:{near[0]}|{near[1]}",
            f"near+me:{min(near[0], 2)}|{min(near[1], 2)}|{_short_name(line)[:2]}",
            f"place:{i * 10 // len(lines)}",
            f"lines:{bisect_right((8, 20, 50, 120, 300), len(lines))}",
            f"gaps:{bisect_right(GAPS, line.gap)}|{bisect_right(GAPS, following)}",
            f"indent:{indent}",
            f"run:{bisect_right(COUNTS, runs[i])}",
            f"prose-share:{_share(total, len(lines))}",
        ]
        if said[i] and seen[said[i]] > 1:
            names.append("repeated")
        before += prose[i]
        found.append(names)
    return found


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


def _spoken(lines: Sequence[Line]) -> list[list[str]]:
    """How much of what a line says the other lines say too."""
    content = [_content(line) for line in lines]
    once: set[str] = set()
    twice: set[str] = set()
    for line, parts in zip(lines, content, strict=True):
        if line.prose:
            twice |= once & parts
            once |= parts
    found: list[list[str]] = []
    for line, parts in zip(lines, content, strict=True):
        share = _share(len(parts & (twice if line.prose else once)), len(parts))
        found.append([f"spoken:{share}", f"spoken+me:{share}|{_short_name(line)[:2]}"])
    return found


def _content(line: Line) -> set[str]:
    if WIDE.search(line.text):
        return {line.text[i : i + 2] for i in range(len(line.text) - 1)}
    return {word[:6] for word in line.tokens if len(word) >= 4}


def _share(part: int, whole: int) -> str:
    return str(bisect_right(SHARES, part / whole)) if whole else "x"
