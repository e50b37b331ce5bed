"""Articles by country -> maps: the world, the region that holds most of them, and where one country lies.

Every picture is hidden from assistive technology, and its links from the keyboard: a list beside it says the
same. Classes for the stylesheet: `map` with `world`, `region` or `locator`; `land`, `c1` to `c4`, `here`, `dot`,
`ring`. Codes are ISO 3166-1 alpha-2; those that the geometry lacks are passed over. Units: see shapes.py.
"""

from __future__ import annotations

import json
import math
from functools import cache
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.site.charts.shapes import DATA, RATIOS, Box, Place, crop, read_data, window_around

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

LOCATORS = DATA.with_name("locators.json")  # code -> picture
# Round numbers that a class of shades may begin with, and their tenfolds.
ROUND = (1, 2, 3, 5, 10, 20, 30, 50)
SHADES = 4  # classes c1 to c4 of the stylesheet
# Of the picture's width: a country whose area is below its square gets a circle (70,000 km2 on the world map).
SMALL = 0.0085
LARGEST, LEAST = 0.0085, 0.0042  # of the picture's width: the radius of circles
REGION = (60.0, 1.08)
EDGE = 3  # units around the world, for the outlines of what lies at its edge
SHARE = 0.8  # of the mentions that the regional map is to hold
WIDE = 70.0  # a country wider than this is plain to see on the world map; a region need not hold it
MUCH_SMALLER = 0.33  # of the world's width: no region is wider


class Map(Struct, frozen=True):
    """A picture and its legend."""

    svg: str
    classes: tuple[tuple[int, int], ...]  # first and last count of c1, c2, ...; only as many as there are


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
    levels, places = read_data()
    counts = _known(counts)
    classes = classes_of(counts.values())
    if not classes:
        return None
    shapes = levels[0].shapes
    land = "".join(path for code, path in shapes.items() if code not in counts)
    whole = levels[0].box
    view = Box(whole.left - EDGE, whole.top - EDGE, whole.width + 2 * EDGE, whole.height + 2 * EDGE)
    marks = _marks(counts, classes, shapes, places, view, href, label)
    return Map(svg("world", view, f'<path class="land" d="{land}"/>{marks}'), classes)


def region(
    counts: Mapping[str, int], href: Callable[[str], str], label: Callable[[str], str] | None = None
) -> Map | None:
    """The part of the world in which most of the smaller countries' mentions lie; None where that is no small part.

    Shades are those of the world map.
    """
    levels, places = read_data()
    counts = _known(counts)
    box = _busiest({code: n for code, n in counts.items() if places[code].box.width < WIDE}, places)
    if box is None:
        return None
    middle = box.left + box.width / 2, box.top + box.height / 2
    turn = min(places.values(), key=lambda place: math.dist((place.x, place.y), middle)).turn
    window = window_around(turn.box(box), turn, *REGION)
    if window.width > MUCH_SMALLER * levels[0].box.width:
        return None
    seen = crop(window, turn)
    turned = {code: places[code].seen(turn, seen.zoom) for code in counts}
    inside = {code: place for code, place in turned.items() if seen.view.holds(place.x, place.y)}
    classes = classes_of(counts.values())
    land = "".join(path for code, path in seen.shapes.items() if code not in counts)
    marks = _marks(counts, classes, seen.shapes, inside, seen.view, href, label)
    return Map(svg("region", seen.view, f'<path class="land" d="{land}"/>{marks}'), classes)


def locator(code: str) -> str:
    """The surroundings of a country, the country filled (class `here`), ringed where it is tiny; "" if unknown.

    It shows no counts, so all of them are drawn beforehand: `data/make/locators`.
    """
    return _locators().get(code, "")


@cache
def _locators() -> Mapping[str, str]:
    found: dict[str, str] = json.loads(LOCATORS.read_bytes())
    return found


def _known(counts: Mapping[str, int]) -> dict[str, int]:
    return {code: n for code, n in counts.items() if n > 0 and code in read_data()[1]}


def _busiest(counts: Mapping[str, int], places: Mapping[str, Place]) -> Box | None:
    """A box around countries that hold SHARE of `counts`: all of them, less the outermost that cost most room."""
    inside = dict(counts)
    needed = SHARE * sum(counts.values())
    while inside:
        box = _around(places[code].box for code in inside)
        by_x, by_y = sorted(inside, key=lambda c: (places[c].x, c)), sorted(inside, key=lambda c: (places[c].y, c))
        outermost = {by_x[0], by_x[-1], by_y[0], by_y[-1]}
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
        if code not in shapes and code not in places:
            continue
        shade = next(f"c{i}" for i, (low, high) in enumerate(classes, 1) if low <= counts[code] <= high)
        mark = f'<path class="{shade}" d="{shapes[code]}"/>' if code in shapes else ""
        if code in places and _is_small(places[code], view):
            radius = max(LEAST, LARGEST * math.sqrt(counts[code] / most)) * view.width
            mark += circle(f"dot {shade}", places[code].x, places[code].y, radius)
        title = f"<title>{escape(label(code))}</title>" if label else ""
        marks.append(f'<a href="{escape(href(code))}" tabindex="-1">{title}{mark}</a>')
    return "".join(marks)


def circle(kind: str, x: float, y: float, radius: float) -> str:
    """A dot or ring."""
    return f'<circle class="{kind}" cx="{x:.0f}" cy="{y:.0f}" r="{radius:.0f}"/>'


def _is_small(place: Place, view: Box) -> bool:
    return place.size < SMALL * view.width


def svg(kind: str, view: Box, content: str) -> str:
    """A whole picture."""
    frame = " ".join(f"{number:.0f}" for number in view)
    return f'<svg class="map {kind}" viewBox="{frame}" aria-hidden="true">{content}</svg>'
