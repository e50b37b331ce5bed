"""Seeds -> the lines that recur at the edges of many articles of one source: what belongs to the outlet, not to any.

A trace is what one seed tells of itself; it is small, and depends on nothing else. All traces together make a Pile, and
what the pile tells of one seed is again small, and changes only where a line of that very seed begins to count as
repeated, or is found in 5, 10, 20, 50 … articles. So one more seed leaves almost all others as they were.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence  # noqa: TC003  the cache reads these types at run time
from hashlib import blake2b
from math import ceil
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from dateline.model import Seed  # noqa: TC001
from dateline.normalise.blocks.tree import tagless
from dateline.normalise.lines.line import CLOSERS, SENTENCE_ENDS

if TYPE_CHECKING:
    from dateline.normalise.lines.line import Line

Order = Literal["dmy", "mdy", ""]
TOP, BOTTOM = 6, 14  # non-blank lines at each edge; what recurs further inside is the text's own
LONGEST = 400  # characters of a line that is looked at; the longest notices of outlets have 300
LABEL, SENTENCE, PARAGRAPH, HEADLINE = range(4)  # kinds of line, by how likely an article has them by chance
PARAGRAPH_LENGTH = 100
LONG = 60  # characters
HEADLINE_WORDS = 4
# Kind -> the fewest articles, and the smallest share of the source's articles. "The case continues." closes one court
# report in a hundred, updates of one story share their background, and a column returns under the same headline.
ENOUGH = {LABEL: (3, 0.02), SENTENCE: (3, 0.1), PARAGRAPH: (5, 0.25), HEADLINE: (3, 0.34)}
STEPS = (1, 2, 5)
_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d\d)(?![\d/-])")
_HOST = re.compile(r"https?://(?:www\.)?([^/:?#]+)", re.IGNORECASE)


class Trace(Struct, frozen=True):
    """What one seed tells of itself."""

    path: str
    source: str  # the outlet that it states, else the host of its address, else its folder
    text: int  # digest of its two longest lines: copies of one article have the same
    lines: tuple[int, ...] = ()  # digests of the lines at its edges; the last two bits are the kind
    orders: tuple[Order, ...] = ()  # what dates such as 25/04/2021 prove in it


class Pile(Struct, frozen=True):
    """What all seeds together tell."""

    repeated: Mapping[tuple[str, int], str] = field(default_factory=dict)  # source, digest -> the reason
    orders: Mapping[str, Order] = field(default_factory=dict)  # file or source -> how its dates are written

    def of(self, trace: Trace) -> tuple[tuple[tuple[int, str], ...], Order]:
        """(digest, reason) of each repeated line of one seed, and the order of its dates."""
        found = {line: reason for line in trace.lines if (reason := self.repeated.get((trace.source, line)))}
        own = _agreed(trace.orders) or self.orders.get(f"file {trace.path}") or self.orders.get(trace.source, "")
        return tuple(sorted(found.items())), own


def trace(seed: Seed) -> Trace:
    """What a seed tells of itself."""
    source = _source(seed)
    if seed.format in ("page", "markdown"):  # their furniture is told by their markup
        return Trace(seed.path, source, 0, (), _proofs([seed.fields.get("date", "")]))
    text = tagless(seed.text) if seed.format == "document" else seed.text
    lines = [line for line in text.split("\n") if line and not line.isspace()]
    first = _first_long(map(len, lines))
    top = [line for line in lines[: min(TOP, first)] if len(line) <= LONGEST]
    bottom = [line for line in lines[max(len(lines) - BOTTOM, first + 1) :] if len(line) <= LONGEST]
    digests = {digest(line, top=True) for line in top} | {digest(line, top=False) for line in bottom}
    longest = sorted(lines, key=len)[-2:]
    stated = [seed.fields.get("date", "")]
    proofs = _proofs(stated if stated[0] else [line for line in (*top, *bottom) if len(line) <= PARAGRAPH_LENGTH])
    return Trace(seed.path, source, _number("\n".join(longest)), tuple(sorted(digests)), proofs)


def pile(traces: Iterable[Trace]) -> Pile:
    """Count through all traces once."""
    sizes: Counter[str] = Counter()
    seen: set[tuple[str, int]] = set()
    counts: Counter[tuple[str, int]] = Counter()
    orders: dict[str, list[Order]] = defaultdict(list)
    for one in traces:
        for order in set(one.orders):
            orders[f"file {one.path}"].append(order)
            orders[one.source].append(order)
        if one.lines and (one.source, one.text) not in seen:  # the same article again proves nothing
            seen.add((one.source, one.text))
            sizes[one.source] += 1
            counts.update((one.source, line) for line in one.lines)
    repeated = {
        place: f"repeated in {_rounded(count)} or more articles" + (f" of {place[0]}" if place[0] else "")
        for place, count in counts.items()
        if count >= _enough(place[1] & 3, sizes[place[0]])
    }
    agreed = {place: _agreed(found) for place, found in orders.items()}
    return Pile(repeated, {place: order for place, order in agreed.items() if order})


def mark(
    lines: Sequence[Line], labels: Sequence[str], repeated: Mapping[int, str], may_change: Sequence[str]
) -> list[str]:
    """The labels, with the reason for each line that is repeated; one with a better label keeps it.

    Where no paragraph would be left, nothing is changed: it is the same article again, or a list of them.
    """
    if not repeated:
        return list(labels)
    first = _first_long(line.length for line in lines)
    places = {i: i < first for i in range(len(lines)) if i < min(TOP, first) or i > max(len(lines) - BOTTOM - 1, first)}
    found = {
        i: reason
        for i, top in places.items()
        if labels[i] in may_change
        and len(lines[i].text) <= LONGEST
        and (reason := repeated.get(digest(lines[i].text, top=top)))
    }
    above = [i for i in range(min(first + 1, len(lines))) if labels[i] in may_change and not lines[i].prose]
    taken = [i for i in above if i in found and lines[i].words >= HEADLINE_WORDS]
    if taken and not any(lines[i].words >= HEADLINE_WORDS for i in above if i not in found):
        del found[taken[-1]]  # nothing else could be the headline: a column has the same every week
    if not any(line.prose and labels[i] in may_change and i not in found for i, line in enumerate(lines)):
        return list(labels)
    return [found.get(i, label) for i, label in enumerate(labels)]


def digest(line: str, *, top: bool) -> int:
    """64 bits that say: this line, at this edge, and (the last two) of which kind."""
    edge = "top " if top else "bottom "
    return _number(edge + " ".join(line.split()).casefold()) & ~3 | _kind(line, top=top)


def _first_long(lengths: Iterable[int]) -> int:
    """Index of the first line that can be the text's, or its headline: what stands before it is above the article."""
    return next((i for i, length in enumerate(lengths) if length >= LONG), TOP)


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def _kind(line: str, *, top: bool) -> int:
    line = line.strip()
    if line.rstrip(CLOSERS + " ")[-1:] in tuple(SENTENCE_ENDS):
        return PARAGRAPH if len(line) >= PARAGRAPH_LENGTH else SENTENCE
    return HEADLINE if top and line.count(" ") + 1 >= HEADLINE_WORDS else LABEL


def _enough(kind: int, size: int) -> int:
    fewest, share = ENOUGH[kind]
    return max(fewest, ceil(size * share))


def _rounded(count: int) -> int:
    """Down to 3, 5, 10, 20, 50, …"""
    if count < 5:
        return 3
    scale: int = 10 ** (len(str(count)) - 1)
    return max(step * scale for step in STEPS if step * scale <= count)


def _source(seed: Seed) -> str:
    if stated := " ".join(seed.fields.get("source", "").split()):
        return stated
    if match := _HOST.match(seed.fields.get("url", "")):
        return match[1].casefold()
    inside = seed.fields.get("member", "").replace("!", "/")
    folder = f"{seed.path}/{inside}".rpartition("/")[0] if inside else seed.path.rpartition("/")[0]
    return folder if seed.record is None or inside else seed.path


def _proofs(texts: Iterable[str]) -> tuple[Order, ...]:
    found: set[Order] = set()
    for text in texts:
        for match in _NUMBERS.finditer(text):
            first, second = int(match[1]), int(match[2])
            if 12 < first <= 31 and 1 <= second <= 12:
                found.add("dmy")
            elif 12 < second <= 31 and 1 <= first <= 12:
                found.add("mdy")
    return tuple(sorted(found))


def _agreed(found: Sequence[Order]) -> Order:
    return found[0] if found and len(set(found)) == 1 else ""
