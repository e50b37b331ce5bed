"""Lines -> for each, the log-odds that it belongs to the article: above nought it rather does.

Two linear models. The first weighs a line's shape, place and neighbours; the second weighs how the first judged the
lines about it, because what is body and what is not comes in runs. The weights are data (dateline/data/line_model.json)
and are learnt by dateline/data/make/line_model.py.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dateline.normalise.body import facts, features
from dateline.normalise.body.facts import Fact

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.normalise.body.facts import Class
    from dateline.normalise.lines.line import Line

ODDS = (-4, -2.5, -1.5, -0.7, 0, 0.7, 1.5, 2.5, 4)
MASS = (0.001, 0.05, 0.2, 0.5, 0.8, 0.95, 0.999)
CLEAN = (0.1, 0.3, 0.5, 0.7, 0.85, 0.93, 0.97)  # share of the lines that the first model takes for body
STEPS = (1, 2, 4, 8)
FAR = 12  # lines
REACH = 3  # lines to either side that are looked at one by one
UNIT = 100  # the weights are hundredths: whole numbers come to the same in whatever order they are added
WINDOW = 6  # lines to either side
SURE = 1.5
PARAGRAPH = 65  # characters of a line that can be an anchor


def judge(lines: Sequence[Line], tongue: str, reasons: Sequence[str] = ()) -> list[float]:
    """The log-odds of every line. `reasons` are those of cues.reason, if they are known."""
    first, second = _tables()
    found = features.of(lines, tongue, reasons)
    odds = [sum(map(first.__getitem__, own)) / UNIT for own in found]
    return [
        (sum(map(second.__getitem__, own)) + sum(map(second.__getitem__, about))) / UNIT
        for own, about in zip(found, again(lines, odds), strict=True)
    ]


class _Table(dict[Fact, int]):
    """Fact -> the sum of the weights of its features, each fact worked out when it is first met."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__()
        self.weights = weights

    def __missing__(self, fact: Fact) -> int:
        found = self[fact] = sum(round(UNIT * self.weights.get(name, 0.0)) for name in facts.names(fact))
        return found


def again(lines: Sequence[Line], odds: Sequence[float]) -> list[list[Fact]]:
    """The further facts of the second model: the first one's judgement of a line and of those about it."""
    if not odds:
        return []
    mass = [max(0.0, odd) * min(line.length, 400) for odd, line in zip(odds, lines, strict=True)]
    total = sum(mass) or 1.0
    clean = bisect_right(CLEAN, sum(odd > 0 for odd in odds) / len(odds))
    buckets = [_odds(odd) for odd in odds]
    far = _anchors([odd > SURE and line.length >= PARAGRAPH for odd, line in zip(odds, lines, strict=True)])
    around = ["x"] * REACH + buckets + ["x"] * REACH
    found: list[list[Fact]] = []
    passed = 0.0
    for i, own in enumerate(buckets):
        judged = ("judged", own, bisect_right(MASS, passed / total), clean)
        found.append([judged, ("far", *far[i], own), *_about(odds, around, i)])
        passed += mass[i]
    return found


def _about(odds: Sequence[float], around: Sequence[Class], i: int) -> tuple[Fact, ...]:
    """How the lines above and below were judged; `around` has them as classes, with a margin on both sides."""
    before, after = _mean(odds[max(0, i - WINDOW) : i]), _mean(odds[i + 1 : i + 1 + WINDOW])
    both = _odds(((before or 0.0) + (after or 0.0)) / 2)
    third, upper, above, own, below, lower, sixth = around[i : i + 2 * REACH + 1]
    return (
        *(("first", above, own, below), ("second", upper, lower), ("third", third, sixth)),
        *(("means", _odds(before), _odds(after)), ("both", own, both)),
    )


def _anchors(anchors: Sequence[bool]) -> list[tuple[int, int]]:
    """How far it is from each line to the next sure paragraph up and down."""
    up, down = _steps(anchors), _steps(anchors[::-1])[::-1]
    return [(bisect_right(STEPS, above), bisect_right(STEPS, below)) for above, below in zip(up, down, strict=True)]


def _steps(anchors: Sequence[bool]) -> list[int]:
    """Lines since the last anchor before each; at most FAR."""
    found: list[int] = []
    steps = FAR
    for is_anchor in anchors:
        found.append(steps)
        steps = 1 if is_anchor else min(steps + 1, FAR)
    return found


def _mean(odds: Sequence[float]) -> float | None:
    return sum(odds) / len(odds) if odds else None


def _odds(value: float | None) -> Class:
    return "x" if value is None else bisect_right(ODDS, value)


@cache
def _tables() -> tuple[_Table, _Table]:
    """The weights of both models. A fact has few values, so that they come to some thousand entries at most."""
    text = files("dateline.data").joinpath("line_model.json").read_text(encoding="utf-8")
    weights: dict[str, dict[str, float]] = json.loads(text)
    return _Table(weights["first"]), _Table(weights["second"])
