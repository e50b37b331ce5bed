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
from itertools import repeat
from typing import TYPE_CHECKING

from dateline.normalise import features

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.normalise.lines import Line

ODDS = (-4, -2.5, -1.5, -0.7, 0, 0.7, 1.5, 2.5, 4)
MASS = (0.001, 0.05, 0.2, 0.5, 0.8, 0.95, 0.999)
CLEAN = (0.1, 0.3, 0.5, 0.7, 0.85, 0.93, 0.97)  # share of the lines that the first model takes for body
STEPS = (1, 2, 4, 8)
FAR = 12  # lines
REACH = 3  # lines to either side that are looked at one by one
WINDOW = 6  # lines to either side
SURE = 1.5
PARAGRAPH = 65  # characters of a line that can be an anchor
KEPT = (
    "len:",
    "len+end:",
    "cue:",
    "start:",
    "spoken:",
    "edge:",
    "place:",
    "words:",
    "spoken+me:",
)  # of the first model


def judge(lines: Sequence[Line], tongue: str, reasons: Sequence[str] = ()) -> list[float]:
    """The log-odds of every line. `reasons` are those of cues.reason, if they are known."""
    weights = _weights()
    named = features.of(lines, tongue, reasons)
    odds = [weigh(names, weights["first"]) for names in named]
    pairs = zip(named, second(lines, odds), strict=True)  # the second has no weight for a name that it does not know
    return [weigh(own, weights["second"]) + weigh(about, weights["second"]) for own, about in pairs]


def weigh(names: Iterable[str], weights: Mapping[str, float]) -> float:
    """The sum of the weights of the features that hold."""
    return sum(map(weights.get, names, repeat(0.0)))


def kept(names: Iterable[str]) -> list[str]:
    """The features of the first model that the second one weighs again."""
    return [name for name in names if name.startswith(KEPT)]


def second(lines: Sequence[Line], odds: Sequence[float]) -> list[list[str]]:
    """The further features of the second model: the first one's judgement of a line and of those about it."""
    if not odds:
        return []
    mass = [max(0.0, odd) * min(line.length, 400) for odd, line in zip(odds, lines, strict=True)]
    total = sum(mass) or 1.0
    clean = bisect_right(CLEAN, sum(odd > 0 for odd in odds) / len(odds))
    buckets = [_odds(odd) for odd in odds]
    far = _anchors([odd > SURE and line.length >= PARAGRAPH for odd, line in zip(odds, lines, strict=True)])
    around = ["x"] * REACH + buckets + ["x"] * REACH
    found: list[list[str]] = []
    passed = 0.0
    for i, own in enumerate(buckets):
        place = bisect_right(MASS, passed / total)
        names = [f"s:{own}", f"mass:{place}", f"mass+s:{place}|{own}", f"clean+s:{clean}|{own}"]
        names += [f"far:{far[i]}", f"far+s:{far[i]}|{own}"]
        found.append([*names, *_about(odds, around, i)])
        passed += mass[i]
    return found


def _about(odds: Sequence[float], around: Sequence[str], i: int) -> list[str]:
    """How the lines above and below were judged; `around` has them as names, with a margin on both sides."""
    before, after = _mean(odds[max(0, i - WINDOW) : i]), _mean(odds[i + 1 : i + 1 + WINDOW])
    low, high = _odds(before), _odds(after)
    both = _odds(((before or 0.0) + (after or 0.0)) / 2)
    third, upper, above, own, below, lower, sixth = around[i : i + 2 * REACH + 1]
    return [
        *(f"s-3:{third}", f"s-2:{upper}", f"s-1:{above}", f"s1:{below}", f"s2:{lower}", f"s3:{sixth}"),
        *(f"low:{low}", f"high:{high}", f"low+high:{low}|{high}", f"s+both:{own}|{both}"),
        *(f"above+below:{above}|{below}", f"s+above+below:{own}|{above}|{below}"),
    ]


def _anchors(anchors: Sequence[bool]) -> list[str]:
    """How far it is from each line to the next sure paragraph up and down."""
    up, down = _steps(anchors), _steps(anchors[::-1])[::-1]
    return [f"{bisect_right(STEPS, above)}|{bisect_right(STEPS, below)}" for above, below in zip(up, down, strict=True)]


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


def _odds(value: float | None) -> str:
    return "x" if value is None else str(bisect_right(ODDS, value))


@cache
def _weights() -> dict[str, dict[str, float]]:
    text = files("dateline.data").joinpath("line_model.json").read_text(encoding="utf-8")
    weights: dict[str, dict[str, float]] = json.loads(text)
    return weights
