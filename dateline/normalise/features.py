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
from dateline.normalise.lines import WIDE, Line, key

if TYPE_CHECKING:
    from collections.abc import Sequence

LENGTHS = (8, 16, 28, 45, 65, 100, 160, 280, 500)  # characters; classes are roughly equally frequent
WORDS = (1, 2, 3, 4, 6, 9, 14, 22, 40)
SHARES = (0.01, 0.12, 0.25, 0.4, 0.55, 0.75)
COUNTS = (1, 2, 4, 8, 20)
GAPS = (1, 2, 4)
KNOWN = 0.08  # share of the commonest words; menus have 0.1, articles 0.3 to 0.5
_BULLET = re.compile(r"[•‣▪◦●∙·*+]\s|[-–—]\s|\d{1,2}[.)]\s|\(?[a-z]\)\s")
_SIGNS = (("at", "@"), ("copyright", "©"), ("bars", "|"), ("hash", "#"))  # each a feature where the line has it
_MONEY = frozenset("$€£¥")
_QUOTES = frozenset('"“”„«»「')
_ARROWS_AT_END, _ARROWS_AT_START = ("›", "»", ">", "→", "▶", "►"), ("‹", "«", "<", "←")
_ADDRESSES = ("http://", "https://", "www.", ".com", ".org", ".net")
_CAPITAL = re.compile(r"(?<![^\W_])[^\W\d_a-zß-öø-ÿа-я]")  # the first letter of a word, not lower case
_DIGIT = re.compile(r"\d")
_GLUED = re.compile(r"[a-z][A-Z][a-z]")
_PHONE = re.compile(r"\d[\d ()-]{7,}\d")
HINTS_UP_TO = 400  # characters: in a longer line a word of the site proves nothing


def of(lines: Sequence[Line], tongue: str, reasons: Sequence[str] = ()) -> list[list[str]]:
    """The features of every line, in their order. `reasons` are those of cues.reason, if they are known."""
    if not lines:
        return []
    common = _common(lines, tongue)
    own = [_own(line, common, reason) for line, reason in zip(lines, reasons or map(_reason, lines), strict=True)]
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


def _common(lines: Sequence[Line], tongue: str) -> frozenset[str]:
    """The language's commonest words; none where the text has hardly any of them, because it is in another one."""
    common = language.common_words(tongue)
    said = sum(len(line.tokens) for line in lines)
    return common if sum(token in common for line in lines for token in line.tokens) >= KNOWN * said else frozenset()


def _at(names: Sequence[str], i: int) -> str:
    return names[i] if 0 <= i < len(names) else "none"


def _reason(line: Line) -> str:
    return cues.reason(line.text)


def _own(line: Line, common: frozenset[str], reason: str) -> list[str]:
    text = line.text
    said = line.tokens
    length, count = bisect_right(LENGTHS, line.length), bisect_right(WORDS, line.words)
    ends = "e" if line.ends else "o"
    grammar = _share(sum(map(common.__contains__, said)), len(said)) if common and said else "x"
    capitals = _share(len(_CAPITAL.findall(text)), len(said)) if said else "x"
    digits = _share(len(_DIGIT.findall(text)), len(text))
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
        for name, times in hints.items():
            names += [f"class:{name}|{min(times, 3)}", f"class+len:{name}|{length}"]
        total = sum(hints.values())
        names += [f"hints:{min(total, 6)}|{ends}", f"hints+words:{min(total, 3)}|{count}", f"classes:{len(hints)}"]
    names += [f"mark:{name}" for name in _marks(text)]
    if text.isupper() and len(text) > 3:
        names.append("shouts")
    if line.length <= 120 and any(map(str.isdigit, text)) and dates.find(text):
        names.append(f"dated:{bisect_right(LENGTHS, line.length)}")
    if WIDE.search(text):
        names.append("wide")
    return names


def _marks(text: str) -> list[str]:
    """Signs that furniture has more of than articles have."""
    signs = frozenset(text)
    names = [name for name, sign in _SIGNS if sign in signs]
    if "." in signs and any(address in text for address in _ADDRESSES):
        names.append("url")
    if signs & _MONEY:
        names.append("money")
    if signs & _QUOTES:
        names.append("quote")
    if text.endswith(_ARROWS_AT_END) or text.startswith(_ARROWS_AT_START):
        names.append("arrows")
    if text.endswith(("…", "...")):
        names.append("ellipsis")
    if text.endswith(":"):
        names.append("colon")
    if text.endswith(("?", "!")):
        names.append("question")
    if len(text) <= HINTS_UP_TO:
        names += [name for name, pattern in (("glued", _GLUED), ("phone", _PHONE)) if pattern.search(text)]
    return names


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
    seen = Counter(key(line.text) for line in lines)
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
        if seen[key(line.text)] > 1:
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
    counts: Counter[str] = Counter()
    for line, parts in zip(lines, content, strict=True):
        if line.prose:
            counts.update(set(parts))
    found: list[list[str]] = []
    for line, parts in zip(lines, content, strict=True):
        own = int(line.prose)
        share = _share(sum(counts[part] > own for part in parts), len(parts)) if parts else "x"
        found.append([f"spoken:{share}", f"spoken+me:{share}|{_short_name(line)[:2]}"])
    return found


def _content(line: Line) -> list[str]:
    if WIDE.search(line.text):
        return [line.text[i : i + 2] for i in range(len(line.text) - 1)]
    return [word[:6] for word in line.tokens if len(word) >= 4]


def _share(part: int, whole: int) -> str:
    return str(bisect_right(SHARES, part / whole)) if whole else "x"
