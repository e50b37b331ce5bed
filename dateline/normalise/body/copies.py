"""Lines and what each is -> the same, with what the text says a second time set aside.

Saved pages say an article twice and more: a description cut off at its end, all of it again without its paragraphs for
machines, a paragraph as a quotation. One copy stays: the one that is a paragraph of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from dateline.normalise.lines.line import SAID, key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

COPIES = 3  # paragraphs that a line has to hold, for it to be the text again; a quotation comes back alone
COVERED = 0.6  # of its letters
MANY = 400  # paragraphs, from which on comparing each with each takes too long
FAR = 2  # times the usual length: what holds several paragraphs is longer
CUT = ("...", "…")
SIGNS = 20  # characters that are no letters, by which two copies of a headline may differ
GLUED = "the text again, without paragraphs"


def set_aside(lines: Sequence[Line], labels: list[str]) -> None:
    """Give the lines that are copies their reasons; the others keep theirs."""
    prose = [i for i, line in enumerate(lines) if line.prose and not labels[i]]
    parts = Counter(lines[i].number for i in prose)
    cut = any(lines[i].text.endswith(CUT) for i in prose)
    lengths = sorted(lines[i].length for i in prose)
    far_longer = bool(prose) and lengths[-1] >= FAR * lengths[len(lengths) // 2]
    if max(parts.values(), default=0) >= COPIES or cut or far_longer:
        keys = {i: key(lines[i].text) for i in prose}
        _glued_lines(lines, labels, keys)
        if len(prose) <= MANY:
            _beginnings(lines, labels, keys)
            _whole_texts(labels, keys)
    seen: set[tuple[int, tuple[str, ...]]] = set()
    for i in prose:
        if not labels[i]:
            said = (lines[i].length // SAID, lines[i].tokens)
            if said in seen:
                labels[i] = "said before"
            seen.add(said)


def _glued_lines(lines: Sequence[Line], labels: list[str], keys: dict[int, str]) -> None:
    """A line of the file in which paragraphs run into one another, and stand by themselves elsewhere."""
    parts: defaultdict[int, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if not labels[i]:
            parts[line.number].append(i)
    if all(len(indices) < COPIES for indices in parts.values()):
        return
    alone = {text for i, text in keys.items() if len(parts[lines[i].number]) < COPIES}
    for indices in parts.values():
        said = [keys[i] for i in indices if i in keys]
        again = [text for text in said if any(text == other or other in text for other in alone)]
        if len(again) >= COPIES and sum(map(len, again)) > COVERED * sum(map(len, said)):
            for i in indices:
                labels[i] = GLUED


def _beginnings(lines: Sequence[Line], labels: list[str], keys: dict[int, str]) -> None:
    """A paragraph that is cut off, and goes on elsewhere."""
    for i, text in keys.items():
        if not labels[i] and lines[i].text.endswith(CUT):
            others = (other for j, other in keys.items() if not labels[j] and len(other) > len(text))
            if any(other.startswith(text) for other in others):
                labels[i] = "beginning of a paragraph below"


def _whole_texts(labels: list[str], keys: dict[int, str]) -> None:
    """A paragraph that holds other paragraphs and little else."""
    lengths = sorted(len(text) for i, text in keys.items() if not labels[i])
    least = sum(lengths[:COPIES])
    for i, text in keys.items():
        if not labels[i] and len(text) >= least:
            others = {other for j, other in keys.items() if not labels[j] and len(other) < len(text) and other in text}
            if len(others) >= COPIES and sum(map(len, others)) > COVERED * len(text):
                labels[i] = GLUED


def of_headline(lines: Sequence[Line], labels: list[str], title: int) -> None:
    """Give the headline's line, and each that says the same, their reasons."""
    said = key(lines[title].text)
    for i, line in enumerate(lines):
        if i != title and abs(line.length - lines[title].length) <= SIGNS and key(line.text) == said:
            labels[i] = "second copy of the headline"
    labels[title] = "headline"
