"""Library -> the countries of the archive as GeoJSON (RFC 7946), each with its shape and how many articles it has.

The shapes are those of the maps, whose README has source, licence and borders, brought back from the map's
projection to longitude and latitude. They are good to about 12 km: to be coloured, not to be measured.
"""

from __future__ import annotations

import json
import math
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dateline.site.charts import shapes
from dateline.site.tables.articles import tag_id
from dateline.site.tables.tags import span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.library import Subject
    from dateline.site.charts.shapes import Point
    from dateline.site.shown.parts import Parts

LEVEL = 1  # of the shapes: one unit is 12 km
WIDTH = 1000  # units of the first level around the equator
SEAM = -169.0  # longitude of the map's left edge
EARTH = (1.340264, -0.081106, 0.000893, 0.003796)  # Equal Earth: Šavrič, Patterson and Jenny 2018
RADIUS = WIDTH * EARTH[0] * math.sqrt(3) / (4 * math.pi)
HUNDREDTHS = 100  # of a degree: 1 km, and shapes are no finer
DATE_LINE = 180 * HUNDREDTHS


def countries(parts: Parts) -> Iterator[str]:
    """A FeatureCollection in pieces, a country a line, those with most articles first."""
    yield '{"type":"FeatureCollection","features":[\n'
    for i, subject in enumerate(parts.library.subjects["countries"].values()):
        feature = json.dumps(_feature(parts, subject), ensure_ascii=False, separators=(",", ":"))
        yield f"{',' if i else ''}{feature}\n"
    yield "]}\n"


def _feature(parts: Parts, subject: Subject) -> dict[str, Any]:
    first, last = span(subject)
    return {
        "type": "Feature",
        "properties": {
            "tag": tag_id(parts, subject.key),
            "name": parts.name(subject.key),
            "code": subject.code or None,
            "articles": len(subject.items),
            "first": first,
            "last": last,
        },
        "geometry": geometry(subject.code),
    }


def geometry(code: str) -> dict[str, Any] | None:
    """The shape of a country by its code; a point where it is too small for one, None where the map has none."""
    levels, places = shapes.read_data()
    level = levels[LEVEL]
    path = level.shapes.get(code, "") if code else ""
    rings = [
        half for ring in shapes.read_path(path) for half in _halves([degrees(*point, level.zoom) for point in ring])
    ]
    polygons = _polygons([ring for ring in rings if len(ring) > 2 and area(ring)])
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    if polygons:
        return {"type": "MultiPolygon", "coordinates": polygons}
    if code in places:
        return {"type": "Point", "coordinates": _spot(_east(degrees(places[code].x, places[code].y, 1.0)))}
    return None


def degrees(x: float, y: float, zoom: float) -> Point:
    """A point of a level -> hundredths of degrees east of Greenwich, up to 191°, and north."""
    north, slope, width = _parallel(y, zoom)
    east = math.degrees((x / zoom - WIDTH / 2) / RADIUS * math.sqrt(3) * slope / width)
    return round((SEAM + 180 + east) * HUNDREDTHS), north


@lru_cache(maxsize=2048)  # a level has some 1,200 heights, and ten times as many points
def _parallel(y: float, zoom: float) -> tuple[int, float, float]:
    """What all points of this height share: hundredths of degrees north, and two numbers for those east."""
    up, t = -y / zoom / RADIUS, -y / zoom / RADIUS / EARTH[0]
    for _ in range(6):  # Newton: four are enough
        t -= (_height(t) - up) / _slope(t)
    north = math.degrees(math.asin(max(-1.0, min(1.0, 2 * math.sin(t) / math.sqrt(3)))))
    return round(north * HUNDREDTHS), _slope(t), 2 * math.cos(t)


def _height(t: float) -> float:
    a1, a2, a3, a4 = EARTH
    return t * (a1 + a2 * t**2 + t**6 * (a3 + a4 * t**2))


def _slope(t: float) -> float:
    a1, a2, a3, a4 = EARTH
    return a1 + 3 * a2 * t**2 + t**6 * (7 * a3 + 9 * a4 * t**2)


def _halves(ring: list[Point]) -> Iterator[list[Point]]:
    """A ring, cut at the date line where it crosses it, as RFC 7946 wants it."""
    if max(x for x, _ in ring) <= DATE_LINE:
        yield ring
        return
    yield shapes.clip(ring, 0, DATE_LINE, -1)
    yield [_east(point) for point in shapes.clip(ring, 0, DATE_LINE, 1)]


def _east(point: Point) -> Point:
    """Within 180° of Greenwich."""
    return (point[0] - 2 * DATE_LINE if point[0] >= DATE_LINE else point[0]), point[1]


def area(ring: Sequence[Point]) -> int:
    """Twice the area in square hundredths of degrees; positive where the ring runs against the clock."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise((*ring, ring[0])))


def _polygons(rings: list[list[Point]]) -> list[list[list[list[float]]]]:
    """Rings -> polygons, largest first, each ring of the other direction as a hole in the polygon around it."""
    if not rings:
        return []
    rings.sort(key=lambda ring: -abs(area(ring)))
    outward = area(rings[0]) > 0
    outer: list[tuple[list[Point], list[list[Point]]]] = []
    for ring in rings:
        around = next((holes for shell, holes in outer if _within(ring[0], shell)), None)
        if around is not None and (area(ring) > 0) != outward:
            around.append(ring)
        else:
            outer.append((ring, []))
    return [[_closed(shell, against=True), *(_closed(hole, against=False) for hole in holes)] for shell, holes in outer]


def _within(point: Point, ring: Sequence[Point]) -> bool:
    """Even and odd crossings of the line to the left."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in pairwise((*ring, ring[0])):
        if (ay > y) != (by > y) and x > ax + (y - ay) * (bx - ax) / (by - ay):
            inside = not inside
    return inside


def _closed(ring: list[Point], *, against: bool) -> list[list[float]]:
    turned = ring if (area(ring) > 0) == against else ring[::-1]
    return [_spot(point) for point in (*turned, turned[0])]


def _spot(point: Point) -> list[float]:
    return [point[0] / HUNDREDTHS, point[1] / HUNDREDTHS]
