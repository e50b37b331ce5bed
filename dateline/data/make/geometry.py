"""world-atlas countries-50m.json (TopoJSON) -> dateline/data/geometry/world.json: the maps' shapes at three scales.

Run by hand, when the geometry or the border policy changes; the build itself never needs it:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m dateline.data.make.geometry package/countries-50m.json dateline/data/geometry/world.json

Output: `levels`, each with `width` (units of the whole world), `box` of what is drawn (x, y, width, height) and
`shapes` (ISO 3166-1 alpha-2 -> SVG path data, integers, one subpath a ring; "" holds land of no code); `places`
(code -> centre x, y, box x, y, width, height and square root of the area of its main part, in units of the first
level; then what makes the country upright, see `projection.upright`).
The way: rings of grid points, borders decided on them, cut at the seam, dissolved by code; then projected
(Equal Earth), cut into shared arcs, each point weighed once (Visvalingam), so that neighbours keep one border.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.data.make.borders import SEAM, Grid, cut_at_seam, decide_borders, decode
from dateline.data.make.projection import WHOLE, WIDTH, project, upright
from dateline.data.make.topology import area, dissolve, to_arcs, weigh
from dateline.site.charts.shapes import write_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.data.make.topology import Point, Ring, Spot

WIDTHS = (WIDTH, 2800, 8000)  # units of the whole world: one unit is 34, 12 and 4.3 km
TOLERANCE = (1.1, 2.4, 4.5)  # a point stays while its triangle is above this many square units
SMALLEST = (2.2, 6.0, 10.0)  # a ring below this many square units is not drawn
# Codes without a polygon at this scale, and one whose largest island is not where people live (Tarawa).
SPOTS = {
    "BV": (3.4, -54.4),
    "GI": (-5.35, 36.14),
    "KI": (173.0, 1.4),
    "TV": (179.2, -8.5),
    "UM": (166.6, 19.3),
}
# What belongs to a country's main part, and so into its box: of the largest polygon's area, at that distance
# (units of the first level) from what belongs already. Alaska, Borneo and Tasmania do; Hawaii and the Azores do not.
MAIN = ((0.1, 60.0), (0.005, 8.0))
AROUND_SPOT = 15.0  # units of the first level: what counts as beside one of SPOTS


class Weighed:
    """The projected arcs, each weighed once, whichever way it is walked."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._known: dict[tuple[Point, ...], list[tuple[Spot, float]]] = {}

    def __call__(self, arc: Ring) -> list[tuple[Spot, float]]:
        key = tuple(min(arc, arc[::-1]))
        if key not in self._known:
            line = [project(x * self._grid.scale[0], self._grid.degrees((x, y))[1]) for x, y in key]
            self._known[key] = list(zip(line, weigh(line), strict=True))
        known = self._known[key]
        return known if key == tuple(arc) else known[::-1]


def simplify(ring: Iterable[tuple[Spot, float]], level: int) -> Ring:
    """Integer points of the level; empty where the ring is too small to be drawn."""
    zoom = WIDTHS[level] / WIDTHS[0]
    points: Ring = []
    for (x, y), weight in ring:
        point = round(x * zoom), round(y * zoom)
        if weight * zoom * zoom >= TOLERANCE[level] and point not in points[-1:]:
            points.append(point)
    if points[:1] == points[-1:]:
        points.pop()
    return points if len(points) > 2 and abs(area(points)) >= SMALLEST[level] else []


def main_part(rings: Sequence[Sequence[Spot]], near: Spot | None) -> list[float]:
    """Centre x, y, box x, y, width, height, root of the area: the largest polygon and what is large or near."""
    rings = sorted(rings, key=lambda ring: -abs(area(ring)))
    if near:
        rings = [ring for ring in rings if math.dist(ring[0], near) < AROUND_SPOT]
    if not rings:
        return [round(number, 1) for number in (*(near or (0, 0)), *(near or (0, 0)), 0, 0, 0)]
    box = _box(rings[0])
    size = abs(area(rings[0]))
    for ring in rings[1:]:
        other = _box(ring)
        gap = max(other[0] - box[2], box[0] - other[2], other[1] - box[3], box[1] - other[3])
        if any(gap < distance and abs(area(ring)) >= share * abs(area(rings[0])) for share, distance in MAIN):
            box = [*map(min, box[:2], other[:2]), *map(max, box[2:], other[2:])]
            size += abs(area(ring))
    centre = near or _centroid(rings[0])
    numbers = (*centre, *box[:2], box[2] - box[0], box[3] - box[1], math.sqrt(size))
    return [round(number, 1) for number in numbers]


def _box(ring: Sequence[Spot]) -> list[float]:
    return [pick(spot[axis] for spot in ring) for pick in (min, max) for axis in (0, 1)]


def _centroid(ring: Sequence[Spot]) -> Spot:
    (x0, y0), total = ring[0], area(ring)
    moved = [(x - x0, y - y0) for x, y in ring]  # near the origin, so that small rings keep their precision
    pairs = list(zip(moved, moved[1:] + moved[:1], strict=True))
    cx, cy = (sum((a[k] + b[k]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (6 * total) for k in (0, 1))
    return x0 + cx, y0 + cy


def build(topology: Mapping[str, Any]) -> dict[str, Any]:
    """The derived data, as the module's head describes it."""
    grid, decoded = decode(topology)
    by_code: dict[str, list[Ring]] = defaultdict(list)
    for code, ring in decide_borders(grid, decoded):
        by_code[code] += cut_at_seam(grid, ring)
    named = [(code, ring) for code in sorted(by_code) for ring in dissolve(by_code[code])]
    weighed = Weighed(grid)
    shapes: dict[str, list[list[tuple[Spot, float]]]] = defaultdict(list)
    for (code, _), arcs in zip(named, to_arcs(ring for _, ring in named), strict=True):
        shapes[code].append([point for arc in arcs for point in weighed(arc)])
    spots = {code: project((lon - SEAM) % WHOLE, lat) for code, (lon, lat) in SPOTS.items()}
    places = {
        code: upright(main_part([[spot for spot, _ in ring] for ring in shapes.get(code, [])], spots.get(code)))
        for code in sorted({*shapes, *spots} - {""})
    }
    return {"levels": [level_of(level, shapes, places) for level in range(len(WIDTHS))], "places": places}


def level_of(
    level: int, shapes: Mapping[str, Sequence[Iterable[tuple[Spot, float]]]], places: Mapping[str, Sequence[float]]
) -> dict[str, Any]:
    """One level of the output; its box holds the centres of places too small to be drawn."""
    drawn = {code: [ring for ring in (simplify(r, level) for r in rings) if ring] for code, rings in shapes.items()}
    zoom = WIDTHS[level] / WIDTHS[0]
    points = [point for rings in drawn.values() for ring in rings for point in ring]
    points += [(round(place[0] * zoom), round(place[1] * zoom)) for place in places.values()]
    west, north, east, south = (pick(point[axis] for point in points) for pick in (min, max) for axis in (0, 1))
    return {
        "width": WIDTHS[level],
        "box": [west, north, east - west, south - north],
        "shapes": {code: write_path(rings) for code, rings in drawn.items() if rings},
    }


def main() -> None:
    """Read the TopoJSON, write the JSON, print what it holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("topojson", type=Path, help="countries-50m.json of world-atlas 2.0.2")
    parser.add_argument("target", type=Path, help="dateline/data/geometry/world.json")
    given = parser.parse_args()
    data = build(json.loads(given.topojson.read_text("utf-8")))
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    given.target.write_text(text.replace('},"', '},\n"').replace(',"', ',\n"') + "\n", "utf-8")
    print(f"{len(data['places'])} places; shapes and bytes of paths at each level:")
    for level in data["levels"]:
        print(f"  {level['width']}: {len(level['shapes'])}, {sum(map(len, level['shapes'].values()))}")


if __name__ == "__main__":
    main()
