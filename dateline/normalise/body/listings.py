"""Lines below an article -> the other articles that are listed there, each with its headline, date or author, and lead.

A list of three or more whose parts come in one order is none of an article's own, which has its date once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.normalise.body.tails import TEASER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

ABOVE = 3  # paragraphs of the article
UNITS = 3  # articles that make a list
HEADLINE = 4  # words of one's headline
MARKS = 3  # lines of its date, its author, and a label between
APART = 2  # lines between two of them


def mark(lines: Sequence[Line], labels: list[str], body: str, others: Sequence[str]) -> None:
    """Label them, from the first headline to the last lead."""
    prose = [i for i, line in enumerate(lines) if line.prose and labels[i] == body]
    if len(prose) <= ABOVE:
        return
    units = [unit for i in range(prose[ABOVE - 1] + 1, len(lines)) if (unit := _unit(lines, labels, i, others))]
    run: list[tuple[int, int]] = []
    for unit in [*units, (len(lines) + APART + 1, 0)]:
        if run and unit[0] - run[-1][1] > APART:
            if len(run) >= UNITS:
                _label(labels, run[0][0], run[-1][1], others)
            run = []
        run.append(unit)


def _unit(lines: Sequence[Line], labels: Sequence[str], i: int, others: Sequence[str]) -> tuple[int, int] | None:
    """The first and the last line of such an article that begins at a line."""
    head = lines[i]
    if head.prose or head.words < HEADLINE or head.text.endswith((".", ":", ",")) or labels[i] not in others:
        return None
    end = next((j for j in range(i + 1, min(len(lines), i + MARKS + 2)) if lines[j].prose), None)
    if end is None or not any(labels[j] in ("date", "byline") for j in range(i + 1, end)):
        return None
    return i, end


def _label(labels: list[str], first: int, last: int, others: Sequence[str]) -> None:
    for i in range(first, last + 1):
        if labels[i] in others:
            labels[i] = TEASER
