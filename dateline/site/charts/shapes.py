"""dateline/data/geometry/world.json -> the world's shapes at three scales, and crops of them.

The README beside the data has source, licence and borders. Sizes are in units of the first level, in which the
world is 1,000 wide and a unit is about 34 km, where nothing else is said; y grows downwards. Codes are
ISO 3166-1 alpha-2 and XK; "" is land of no code.
"""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Point = tuple[int, int]

DATA = Path(__file__).parents[2] / "data" / "geometry" / "world.json"
FINE = 300  # a level will do for a crop where the picture is at least so many of its units wide: 1 or 2 px a unit
RATIOS = (4 / 3, 2.0)  # width by height of a cut-out: as the country is shaped, within these


class Box(NamedTuple):
    """Left, top, width, height; y grows downwards."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def holds(self, x: float, y: float) -> bool:
        return self.left < x < self.right and self.top < y < self.bottom

    def times(self, factor: float) -> Box:
        return Box(*(number * factor for number in self))


class Turn(Struct, frozen=True):
    """What undoes the projection's stretch and lean around one point; areas stay what they are."""

    squeeze: float = 1.0
    lean: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.squeeze * (x - self.lean * y), y / self.squeeze

    def points(self, ring: Sequence[Point]) -> list[Point]:
        """The same of many, to whole units."""
        squeeze, lean = self.squeeze, self.lean
        return [(round(squeeze * (x - lean * y)), round(y / squeeze)) for x, y in ring]

    def back(self, x: float, y: float) -> tuple[float, float]:
        return x / self.squeeze + self.lean * y * self.squeeze, y * self.squeeze

    def box(self, box: Box) -> Box:
        """The upright box around a box that was turned."""
        return _around(self.point(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom))

    def back_box(self, box: Box) -> Box:
        return _around(self.back(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom))


def _around(points: Iterable[tuple[float, float]]) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


class Place(Struct, frozen=True):
    """Where a country is: the centre and the box of its main part, and the root of its area."""

    x: float
    y: float
    box: Box
    size: float
    turn: Turn

    def seen(self, turn: Turn, zoom: float) -> Place:
        """In units of a level, after a turn."""
        x, y = turn.point(self.x * zoom, self.y * zoom)
        return Place(x, y, turn.box(self.box.times(zoom)), self.size * zoom, self.turn)


class Level(Struct, frozen=True):
    """The world's shapes at one scale."""

    zoom: float  # its units in one unit of the first level
    box: Box  # of all that is drawn, in its own units
    shapes: Mapping[str, str]  # code -> path data; "": land of no code


class Crop(Struct, frozen=True):
    """What is seen through a window, in whole units of the level that suits it."""

    zoom: float
    view: Box
    shapes: Mapping[str, str]


@cache
def read_data() -> tuple[tuple[Level, ...], Mapping[str, Place]]:
    """The levels, coarsest first, and the places by code."""
    data = json.loads(DATA.read_text("utf-8"))
    first = data["levels"][0]["width"]
    levels = tuple(Level(v["width"] / first, Box(*v["box"]), v["shapes"]) for v in data["levels"])
    return levels, {code: Place(n[0], n[1], Box(*n[2:6]), n[6], Turn(*n[7:])) for code, n in data["places"].items()}


@cache
def read_rings(level: int) -> tuple[tuple[str, tuple[Point, ...], Box], ...]:
    """Every ring of a level with its code and its box, in units of the level."""
    shapes = read_data()[0][level].shapes
    return tuple((code, ring, _around(ring)) for code, data in shapes.items() for ring in read_path(data))


def read_path(data: str) -> list[tuple[Point, ...]]:
    """What `write_path` made of rings: closed subpaths of relative lines."""
    rings = []
    for subpath in data.split("z")[:-1]:
        numbers = [int(number) for number in re.findall(r"-?\d+", subpath)]
        x = y = 0
        rings.append(tuple((x := x + dx, y := y + dy) for dx, dy in zip(numbers[::2], numbers[1::2], strict=True)))
    return rings


def write_path(rings: Iterable[Sequence[Point]]) -> str:
    """SVG path data in its shortest form: absolute start, relative lines, closed. No ring is empty."""
    subpaths = []
    for ring in rings:
        steps = " ".join(f"{bx - ax} {by - ay}" for (ax, ay), (bx, by) in pairwise(ring))
        subpaths.append(f"M{ring[0][0]} {ring[0][1]}l{steps}z".replace(" -", "-"))
    return "".join(subpaths)


def clip(ring: Sequence[Point], axis: int, limit: int, side: int) -> list[Point]:
    """What of a closed ring lies at or above (side 1) or at or below (side -1) the limit; empty where nothing does.

    Sutherland and Hodgman's way: parts that fall asunder stay joined along the limit.
    """
    heights = [side * (point[axis] - limit) for point in ring]
    if not heights or min(heights) >= 0 or max(heights) < 0:  # most rings are wholly on one side
        return list(ring) if heights and heights[0] >= 0 and len(ring) > 2 else []
    kept: list[Point] = []
    steps = zip(ring, heights, (*ring[1:], *ring[:1]), (*heights[1:], *heights[:1]), strict=True)
    for here, height, there, next_height in steps:
        inside = height >= 0
        if inside:
            kept.append(here)
        if inside != (next_height >= 0):
            a, b = sorted((here, there))  # the same crossing whichever of two neighbours walks the edge
            share = (limit - a[axis]) / (b[axis] - a[axis])
            crossing = round(a[1 - axis] + share * (b[1 - axis] - a[1 - axis]))
            kept.append((limit, crossing) if axis == 0 else (crossing, limit))
    return kept if len(kept) > 2 else []


def window_around(box: Box, turn: Turn, least: float, margin: float) -> Box:
    """A frame around the box with a margin, both turned; it does not look beyond the map's top or foot."""
    whole = read_data()[0][0].box
    top, bottom = whole.top / turn.squeeze, whole.bottom / turn.squeeze
    ratio = min(max(RATIOS[0], box.width / max(box.height, 1.0)), RATIOS[1]) if box.width > least else RATIOS[0]
    width = max(least, margin * box.width, margin * box.height * ratio)
    height = width / ratio
    y = max(top, min(box.top + (box.height - height) / 2, bottom - height))
    return Box(box.left + (box.width - width) / 2, y, width, height)


def crop(window: Box, turn: Turn) -> Crop:
    """The coarsest level that looks smooth in the window, and the paths of it that reach into the window, turned."""
    levels = read_data()[0]
    number = next((i for i, level in enumerate(levels) if window.width * level.zoom >= FINE), len(levels) - 1)
    view = Box(*(round(n) for n in window.times(levels[number].zoom)))
    # two units outside the frame, so that the cut's own edges are never seen
    sides = ((0, view.left - 2, 1), (0, view.right + 2, -1), (1, view.top - 2, 1), (1, view.bottom + 2, -1))
    reach = turn.back_box(view)
    shapes: dict[str, list[Sequence[Point]]] = {}
    for code, ring, box in read_rings(number):
        if box.right < reach.left or box.left > reach.right or box.bottom < reach.top or box.top > reach.bottom:
            continue
        cut: Sequence[Point] = list(dict.fromkeys(turn.points(ring)))
        for axis, limit, side in sides:
            cut = clip(cut, axis, round(limit), side)
        if cut:
            shapes.setdefault(code, []).append(cut)
    return Crop(levels[number].zoom, view, {code: write_path(rings) for code, rings in shapes.items()})
