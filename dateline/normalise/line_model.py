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
FAR = 12
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
    first = [weigh(names, weights["first"]) for names in named]
    return [weigh(names, weights["second"]) for names in second(lines, named, first)]


def weigh(names: Iterable[str], weights: Mapping[str, float]) -> float:
    """The sum of the weights of the features that hold."""
    return sum(map(weights.get, names, repeat(0.0)))


def second(lines: Sequence[Line], named: Sequence[Sequence[str]], odds: Sequence[float]) -> list[list[str]]:
    """The features of the second model: the first one's judgement of a line and of those about it."""
    mass = [max(0.0, odd) * min(line.length, 400) for odd, line in zip(odds, lines, strict=True)]
    total = sum(mass) or 1.0
    anchors = [odd > SURE and line.length >= PARAGRAPH for odd, line in zip(odds, lines, strict=True)]
    clean = bisect_right(CLEAN, sum(odd > 0 for odd in odds) / len(odds)) if odds else 0
    found: list[list[str]] = []
    passed = 0.0
    for i in range(len(lines)):
        own = _bucket(odds, i)
        place = bisect_right(MASS, passed / total)
        names = [name for name in named[i] if name.startswith(KEPT)]
        names += [
            f"s:{own}",
            f"mass:{place}",
            f"mass+s:{place}|{own}",
            f"clean+s:{clean}|{own}",
            *_about(odds, i, own),
            *_anchored(anchors, i, own),
        ]
        passed += mass[i]
        found.append(names)
    return found


def _about(odds: Sequence[float], i: int, own: str) -> list[str]:
    before, after = _mean(odds[max(0, i - WINDOW) : i]), _mean(odds[i + 1 : i + 1 + WINDOW])
    low, high = _odds(before), _odds(after)
    both = _odds(((before or 0.0) + (after or 0.0)) / 2)
    above, below = _bucket(odds, i - 1), _bucket(odds, i + 1)
    names = [f"s{step}:{_bucket(odds, i + step)}" for step in (-3, -2, -1, 1, 2, 3)]
    names += [f"low:{low}", f"high:{high}", f"low+high:{low}|{high}", f"s+both:{own}|{both}"]
    return [*names, f"above+below:{above}|{below}", f"s+above+below:{own}|{above}|{below}"]


def _anchored(anchors: Sequence[bool], i: int, own: str) -> list[str]:
    """How far it is to the next sure paragraph up and down."""
    reach = range(1, FAR)
    up = next((step for step in reach if i - step >= 0 and anchors[i - step]), FAR)
    down = next((step for step in reach if i + step < len(anchors) and anchors[i + step]), FAR)
    far = f"{bisect_right(STEPS, up)}|{bisect_right(STEPS, down)}"
    return [f"far:{far}", f"far+s:{far}|{own}"]


def _mean(odds: Sequence[float]) -> float | None:
    return sum(odds) / len(odds) if odds else None


def _odds(value: float | None) -> str:
    return "x" if value is None else str(bisect_right(ODDS, value))


def _bucket(odds: Sequence[float], i: int) -> str:
    return _odds(odds[i]) if 0 <= i < len(odds) else "x"


@cache
def _weights() -> dict[str, dict[str, float]]:
    text = files("dateline.data").joinpath("line_model.json").read_text(encoding="utf-8")
    weights: dict[str, dict[str, float]] = json.loads(text)
    return weights
