"""Articles by country -> maps: the world, the region that holds most of them, and where one country lies.

The shapes come from dateline/data/geometry/ (README there: source, licence, borders). Sizes are in units of
its first level, in which the world is 1,000 wide and a unit is about 34 km; a picture takes the coarsest level
that still looks smooth at its size. Codes are ISO 3166-1 alpha-2; those that the data lacks are passed over.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Point = tuple[int, int]

DATA = Path(__file__).parents[2] / "data" / "geometry" / "world.json"
# Round numbers that a class of shades may begin with, and their tenfolds.
ROUND = (1, 2, 3, 5, 10, 20, 30, 50)
SHADES = 4  # classes c1 to c4 of the stylesheet
FINE = 300  # a level will do where the picture is at least so many of its units wide: 1 or 2 px a unit
SMALL = (
    0.0085  # of the picture's width: a country whose area is below that squared gets a circle (70,000 km2 on the world)
)
RING = 0.03  # of a locator's width: a country below that squared is ringed
LARGEST, LEAST = 0.0085, 0.0042  # of the picture's width: the radius of circles
LOCATOR = (72.0, 1.15)  # least width: 2,500 km, in which a reader sees the continent; and the margin as a factor
REGION = (60.0, 1.08)
LAND = 0.04  # of a locator: with less land in sight it looks twice as far, up to FARTHEST
FARTHEST = 300.0  # units
EDGE = 3  # units around the world, for the outlines of what lies at its edge
RATIOS = (4 / 3, 2.0)  # width by height of a cut-out: as the country is shaped, within these
SHARE = 0.8  # of the mentions that the regional map is to hold
WIDE = 70.0  # a country wider than this is plain to see on the world map; a region need not hold it
MUCH_SMALLER = 0.33  # of the world's width: no region is wider


@dataclass(frozen=True, slots=True)
class Map:
    """A picture and its legend."""

    svg: str
    classes: tuple[tuple[int, int], ...]  # first and last count of c1, c2, ...; only as many as there are


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

    def times(self, factor: float) -> Box:
        return Box(*(number * factor for number in self))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a country is: the centre and the box of its main part, and the root of its area."""

    x: float
    y: float
    box: Box
    size: float

    def times(self, factor: float) -> Place:
        return Place(self.x * factor, self.y * factor, self.box.times(factor), self.size * factor)


@dataclass(frozen=True, slots=True)
class Level:
    """The world's shapes at one scale."""

    zoom: float  # its units in one unit of the first level
    box: Box  # of all that is drawn, in its own units
    shapes: Mapping[str, str]  # code -> path data; "": land of no code


@cache
def _data() -> tuple[tuple[Level, ...], Mapping[str, Place]]:
    data = json.loads(DATA.read_text("utf-8"))
    first = data["levels"][0]["width"]
    levels = tuple(Level(v["width"] / first, Box(*v["box"]), v["shapes"]) for v in data["levels"])
    return levels, {code: Place(n[0], n[1], Box(*n[2:6]), n[6]) for code, n in data["places"].items()}


@cache
def _rings(level: int) -> tuple[tuple[str, tuple[Point, ...]], ...]:
    """Every ring of a level with its code."""
    shapes = _data()[0][level].shapes
    return tuple((code, ring) for code, data in shapes.items() for ring in read_path(data))


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
    kept: list[Point] = []
    for here, there in zip(ring, (*ring[1:], *ring[:1]), strict=True):
        inside, next_inside = (side * (point[axis] - limit) >= 0 for point in (here, there))
        if inside:
            kept.append(here)
        if inside != next_inside:
            a, b = sorted((here, there))  # the same crossing whichever of two neighbours walks the edge
            share = (limit - a[axis]) / (b[axis] - a[axis])
            crossing = round(a[1 - axis] + share * (b[1 - axis] - a[1 - axis]))
            kept.append((limit, crossing) if axis == 0 else (crossing, limit))
    return kept if len(kept) > 2 else []


def classes_of(counts: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """First and last count of up to four classes: steps of one ratio from 1 to the highest, in round numbers.

    Mentions are spread as words are, a few countries far ahead: equal steps would leave the lightest shade to
    nearly all.
    """
    most = max(counts, default=0)
    if most < 1:
        return ()
    starts = [1]
    candidates = [step * 100**power for power in range(4) for step in ROUND]
    for k in range(1, SHADES):
        wanted = most ** (k / SHADES)
        later = [number for number in candidates if starts[-1] < number <= most]
        if later:
            starts.append(min(later, key=lambda number: abs(math.log(number / wanted))))
    return tuple((low, high - 1) for low, high in pairwise([*starts, most + 1]))


def world(
    counts: Mapping[str, int], href: Callable[[str], str], label: Callable[[str], str] | None = None
) -> Map | None:
    """All countries; those with articles are shaded and lead to `href(code)`. None where no country counts.

    `label(code)` is what a pointer that rests on the shape is told.
    """
    levels, places = _data()
    classes = classes_of(counts.values())
    if not classes:
        return None
    shapes = levels[0].shapes
    land = "".join(path for code, path in shapes.items() if not counts.get(code))
    whole = levels[0].box
    view = Box(whole.left - EDGE, whole.top - EDGE, whole.width + 2 * EDGE, whole.height + 2 * EDGE)
    marks = _marks(
        counts, classes, shapes, {code: places[code] for code in counts if code in places}, view, href, label
    )
    return Map(_svg("world", view, f'<path class="land" d="{land}"/>{marks}'), classes)


def region(
    counts: Mapping[str, int], href: Callable[[str], str], label: Callable[[str], str] | None = None
) -> Map | None:
    """The part of the world in which most of the smaller countries' mentions lie; None where that is no small part.

    Shades are those of the world map.
    """
    levels, places = _data()
    near = {code: n for code, n in counts.items() if n and code in places and places[code].box.width < WIDE}
    box = _busiest(near, places)
    if box is None:
        return None
    window = _window(box, *REGION)
    if window.width > MUCH_SMALLER * levels[0].box.width:
        return None
    number, view, shapes = _crop(window)
    zoom = levels[number].zoom
    classes = classes_of(counts.values())
    seen = {
        code: place.times(zoom)
        for code, place in places.items()
        if counts.get(code) and window.left < place.x < window.right and window.top < place.y < window.bottom
    }
    land = "".join(path for code, path in shapes.items() if not counts.get(code))
    marks = _marks(counts, classes, shapes, seen, view, href, label)
    return Map(_svg("region", view, f'<path class="land" d="{land}"/>{marks}'), classes)


@cache
def locator(code: str) -> str:
    """The surroundings of a country, the country filled (class `here`), ringed where it is tiny; "" if unknown."""
    levels, places = _data()
    place = places.get(code)
    if place is None:
        return ""
    least, margin = LOCATOR
    number, view, shapes = _crop(_window(place.box, least, margin))
    while least < FARTHEST and _land(shapes) < LAND * view.width * view.height:
        least *= 2
        number, view, shapes = _crop(_window(place.box, least, margin))
    place = place.times(levels[number].zoom)
    land = "".join(path for other, path in shapes.items() if other != code)
    picture = f'<path class="land" d="{land}"/>' if land else ""
    if code in shapes:
        picture += f'<path class="here" d="{shapes[code]}"/>'
    else:
        picture += _circle("dot here", place, LEAST * view.width)
    if place.size < RING * view.width:
        around = Place(place.box.left + place.box.width / 2, place.box.top + place.box.height / 2, place.box, 0)
        picture += _circle("ring", around, max(RING * view.width, 0.6 * place.box.width, 0.6 * place.box.height))
    return _svg("locator", view, picture)


def _land(shapes: Mapping[str, str]) -> float:
    """Square units."""
    rings = (ring for path in shapes.values() for ring in read_path(path))
    return abs(sum(ax * by - bx * ay for ring in rings for (ax, ay), (bx, by) in pairwise((*ring, ring[0])))) / 2


def _busiest(counts: Mapping[str, int], places: Mapping[str, Place]) -> Box | None:
    """A box around countries that hold SHARE of `counts`: all of them, less the outermost that cost most room."""
    inside = dict(counts)
    needed = SHARE * sum(counts.values())
    while inside:
        box = _around(places[code].box for code in inside)
        outermost = {
            choose(inside, key=lambda code, axis=axis: (places[code].x, places[code].y)[axis])  # type: ignore[misc]
            for choose in (min, max)
            for axis in (0, 1)
        }
        spare = [code for code in sorted(outermost) if sum(inside.values()) - inside[code] >= needed]
        gains = {
            code: (_extent(box) - _extent(_around(places[other].box for other in inside if other != code)))
            / inside[code]
            for code in spare
            if len(inside) > 1
        }
        if not gains or max(gains.values()) <= 0:
            return box
        del inside[max(gains, key=lambda code: gains[code])]
    return None


def _extent(box: Box) -> float:
    return max(box.width, box.height * RATIOS[0])


def _around(boxes: Iterable[Box]) -> Box:
    boxes = list(boxes)
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def _window(box: Box, least: float, margin: float) -> Box:
    """A frame around the box with a margin, moved so that it shows no more of the map's edge than it must."""
    whole = _data()[0][0].box
    ratio = min(max(RATIOS[0], box.width / max(box.height, 1.0)), RATIOS[1]) if box.width > least else RATIOS[0]
    width = max(least, margin * box.width, margin * box.height * ratio)
    height = width / ratio
    left = box.left + (box.width - width) / 2
    top = box.top + (box.height - height) / 2
    left = max(whole.left, min(left, whole.right - width)) if width < whole.width else left
    top = max(whole.top, min(top, whole.bottom - height)) if height < whole.height else top
    return Box(left, top, width, height)


def _crop(window: Box) -> tuple[int, Box, dict[str, str]]:
    """The level that suits a window, the window in whole units of it, and the paths that reach into it."""
    levels = _data()[0]
    number = next((i for i, level in enumerate(levels) if window.width * level.zoom >= FINE), len(levels) - 1)
    left, top, width, height = (round(n) for n in window.times(levels[number].zoom))
    right, bottom = left + width, top + height
    shapes: dict[str, list[Sequence[Point]]] = {}
    for code, ring in _rings(number):
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        if max(xs) < left or min(xs) > right or max(ys) < top or min(ys) > bottom:
            continue
        cut: Sequence[Point] = ring
        # two units outside the frame, so that the cut's own edges are never seen
        for axis, limit, side in ((0, left - 2, 1), (0, right + 2, -1), (1, top - 2, 1), (1, bottom + 2, -1)):
            cut = clip(cut, axis, limit, side)
        if cut:
            shapes.setdefault(code, []).append(cut)
    return number, Box(left, top, width, height), {code: write_path(rings) for code, rings in shapes.items()}


def _marks(
    counts: Mapping[str, int],
    classes: Sequence[tuple[int, int]],
    shapes: Mapping[str, str],
    places: Mapping[str, Place],
    view: Box,
    href: Callable[[str], str],
    label: Callable[[str], str] | None,
) -> str:
    """Linked shapes, then circles of the small countries, the largest first so that none hides another."""
    most = classes[-1][1]
    marks = []
    for code in sorted(
        counts, key=lambda code: (code in places and _is_small(places[code], view), -counts[code], code)
    ):
        if not counts[code] or (code not in shapes and code not in places):
            continue
        shade = next(f"c{i}" for i, (low, high) in enumerate(classes, 1) if low <= counts[code] <= high)
        mark = f'<path class="{shade}" d="{shapes[code]}"/>' if code in shapes else ""
        if code in places and _is_small(places[code], view):
            radius = max(LEAST, LARGEST * math.sqrt(counts[code] / most)) * view.width
            mark += _circle(f"dot {shade}", places[code], radius)
        title = f"<title>{escape(label(code))}</title>" if label else ""
        marks.append(f'<a href="{escape(href(code))}" tabindex="-1">{title}{mark}</a>')
    return "".join(marks)


def _circle(kind: str, place: Place, radius: float) -> str:
    return f'<circle class="{kind}" cx="{place.x:.0f}" cy="{place.y:.0f}" r="{radius:.0f}"/>'


def _is_small(place: Place, view: Box) -> bool:
    return place.size < SMALL * view.width


def _svg(kind: str, view: Box, content: str) -> str:
    frame = " ".join(f"{number:.0f}" for number in view)
    return f'<svg class="map {kind}" viewBox="{frame}" aria-hidden="true" focusable="false">{content}</svg>'
