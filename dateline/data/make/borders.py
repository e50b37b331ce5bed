"""TopoJSON -> rings of grid points by ISO 3166-1 code, with the borders that the maps show, cut at the maps' edges."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from babel.core import get_global
from msgspec import Struct

from dateline.data.make.projection import WHOLE
from dateline.site.charts.shapes import clip

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


class Grid(Struct, frozen=True):
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
