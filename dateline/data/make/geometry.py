"""world-atlas countries-50m.json (TopoJSON) -> dateline/data/geometry/world.json: the maps' shapes at three scales.

Run by hand, when the geometry or the border policy changes; the build itself never needs it:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m dateline.data.make.geometry package/countries-50m.json dateline/data/geometry/world.json

Output: `levels`, each with `width` (units of the whole world), `box` of what is drawn (x, y, width, height) and
`shapes` (ISO 3166-1 alpha-2 -> SVG path data, integers, one subpath a ring; "" holds land of no code); `places`
(code -> centre x, y, box x, y, width, height and square root of the area of its main part, in units of the first
level; then what makes the country upright, see `upright`).
The way: rings of grid points, borders decided on them, cut at the seam, dissolved by code; then projected
(Equal Earth), cut into shared arcs, each point weighed once (Visvalingam), so that neighbours keep one border.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from babel.core import get_global

from dateline.data.make.topology import area, dissolve, to_arcs, weigh
from dateline.site.charts.shapes import clip, write_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.data.make.topology import Point, Ring, Spot


class Box(NamedTuple):
    """Degrees: west, south, east, north."""

    west: float
    south: float
    east: float
    north: float


SEAM = -169.0  # the map's edges: Bering Strait, so that Chukotka, Fiji and New Zealand stay with their halves
WIDTHS = (1000, 2800, 8000)  # units of the whole world: one unit is 34, 12 and 4.3 km
TOLERANCE = (1.1, 2.4, 4.5)  # a point stays while its triangle is above this many square units
SMALLEST = (2.2, 6.0, 10.0)  # a ring below this many square units is not drawn
WHOLE = 360.0

# No ISO number in the source: code, or "" for land that is drawn and never counted.
UNNUMBERED = {
    "Kosovo": "XK",
    "N. Cyprus": "CY",
    "Somaliland": "SO",
    "Siachen Glacier": "",
    "Indian Ocean Ter.": "AU",
}
# Not drawn: it would take a fifth of the map.
LEFT_OUT = ("AQ",)
# Polygons within the box change hands: Crimea by UN GA resolution 68/262, the rest because ISO 3166-1 gives
# them a code of their own where the source counts them to the state that they belong to.
MOVES = (
    ("RU", Box(32.4, 44.3, 36.7, 46.3), "UA"),
    ("FR", Box(-55.0, 2.0, -51.0, 6.0), "GF"),
    ("FR", Box(-62.0, 15.7, -60.9, 16.6), "GP"),
    ("FR", Box(-61.4, 14.2, -60.6, 15.0), "MQ"),
    ("FR", Box(55.0, -21.6, 56.0, -20.6), "RE"),
    ("FR", Box(44.8, -13.2, 45.5, -12.4), "YT"),
    ("NL", Box(-69.0, 11.8, -62.8, 17.8), "BQ"),
    ("NO", Box(-10.0, 70.7, -7.0, 71.3), "SJ"),
    ("NO", Box(10.0, 74.0, 35.0, 81.0), "SJ"),
    ("AU", Box(105.0, -11.0, 106.0, -10.0), "CX"),
    ("AU", Box(96.0, -13.0, 98.0, -11.0), "CC"),
    ("NZ", Box(-173.0, -10.0, -170.0, -8.0), "TK"),
)
# Western Sahara: the source draws the berm; the territory of the UN list begins at 27°40' N. The parallel is
# the source's own, so that the cut runs from vertex to vertex.
SAHARA_NORTH = 27.65516
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


@dataclass(frozen=True, slots=True)
class Grid:
    """The file's integer grid."""

    scale: tuple[float, float]
    origin: tuple[float, float]

    def x(self, longitude: float) -> int:
        return round((longitude - self.origin[0]) / self.scale[0])

    def y(self, latitude: float) -> int:
        return round((latitude - self.origin[1]) / self.scale[1])

    def degrees(self, point: Point) -> Spot:
        return point[0] * self.scale[0] + self.origin[0], point[1] * self.scale[1] + self.origin[1]

    @property
    def turn(self) -> int:
        """Once round the earth."""
        return round(WHOLE / self.scale[0])


def decode(topology: Mapping[str, Any]) -> tuple[Grid, list[tuple[str, Ring]]]:
    """The rings with their ISO 3166-1 alpha-2 codes, holes after their outer rings. KeyError: an unknown number."""
    arcs: list[Ring] = []
    for deltas in topology["arcs"]:
        x = y = 0
        arcs.append([(x := x + dx, y := y + dy) for dx, dy in deltas])
    alpha2: Mapping[str, list[str]] = get_global("territory_aliases")  # CLDR's table holds the UN M49 numbers
    rings: list[tuple[str, Ring]] = []
    for shape in topology["objects"]["countries"]["geometries"]:
        code = alpha2[shape["id"]][0] if shape.get("id") else UNNUMBERED[shape["properties"]["name"]]
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        rings += [(code, _stitch(refs, arcs)) for polygon in polygons for refs in polygon if code not in LEFT_OUT]
    transform = topology["transform"]
    return Grid(tuple(transform["scale"]), tuple(transform["translate"])), rings


def _stitch(refs: Iterable[int], arcs: Sequence[Ring]) -> Ring:
    """Arcs end to end; ~n is arc n backwards (TopoJSON 2.1.4)."""
    ring: Ring = []
    for ref in refs:
        ring += (arcs[ref] if ref >= 0 else arcs[~ref][::-1])[:-1]
    return ring


def decide_borders(grid: Grid, rings: Iterable[tuple[str, Ring]]) -> Iterable[tuple[str, Ring]]:
    """MOVES and the cut through Western Sahara."""
    north = grid.y(SAHARA_NORTH)
    for code, ring in rings:
        if code == "MA":
            yield "MA", clip(ring, 1, north, 1)
            yield "EH", clip(ring, 1, north, -1)
        else:
            yield _owner(grid, code, ring), ring


def _owner(grid: Grid, code: str, ring: Ring) -> str:
    (west, south), (east, north) = (
        grid.degrees((pick(x for x, _ in ring), pick(y for _, y in ring))) for pick in (min, max)
    )
    for before, box, after in MOVES:
        if code == before and box.west < west and east < box.east and box.south < south and north < box.north:
            return after
    return code


def cut_at_seam(grid: Grid, ring: Ring) -> list[Ring]:
    """The ring in columns counted from the seam, in as many pieces as it makes of it."""
    turn, seam = grid.turn, grid.x(SEAM)
    x = (ring[0][0] - seam) % turn
    unwound = [(x, ring[0][1])]
    for before, here in pairwise(ring):
        step = (here[0] - before[0] + turn // 2) % turn - turn // 2
        x += step
        unwound.append((x, here[1]))
    pieces = []
    for shift in (-turn, 0, turn):
        piece = [(px + shift, py) for px, py in unwound]
        if max(px for px, _ in piece) > 0 and min(px for px, _ in piece) < turn:
            pieces.append(clip(clip(piece, 0, 0, 1), 0, turn, -1))
    return [piece for piece in pieces if piece]


def project(east: float, latitude: float) -> Spot:
    """Equal Earth (Šavrič, Patterson and Jenny 2018) in units of the first level; `east`: degrees from the seam."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    t = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    t2 = t * t
    t6 = t2**3
    slope = a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)
    x = 2 * math.radians(east - WHOLE / 2) * math.cos(t) / (math.sqrt(3) * slope)
    y = t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))
    radius = WIDTHS[0] * a1 * math.sqrt(3) / (4 * math.pi)
    return WIDTHS[0] / 2 + x * radius, -y * radius


def unproject(spot: Spot) -> tuple[float, float]:
    """Degrees east of the seam, and latitude."""
    south, north = -90.0, 90.0
    for _ in range(50):
        latitude = (south + north) / 2
        south, north = (south, latitude) if project(0, latitude)[1] < spot[1] else (latitude, north)
    centre, degree = project(WHOLE / 2, south)[0], project(WHOLE / 2 + 1, south)[0]
    return WHOLE / 2 + (spot[0] - centre) / (degree - centre), south


def upright(place: Sequence[float]) -> list[float]:
    """The place with the two numbers that undo the projection's stretch and lean at its centre.

    Squeeze s and lean l: (s (x - l y), y / s) has the angles and the areas of the ground there.
    """
    east, latitude = unproject((place[0], place[1]))
    (x, y), (east_x, _), (north_x, north_y) = (
        project(east + de, latitude + dn) for de, dn in ((0, 0), (0.01, 0), (0, 0.01))
    )
    squeeze = math.sqrt((y - north_y) * math.cos(math.radians(latitude)) / (east_x - x))
    lean = (north_x - x) / (north_y - y)
    return [*place, round(squeeze, 3), round(lean, 3)]


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
