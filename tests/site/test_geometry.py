"""What keeps the map's borders in one piece, on shapes small enough to check by eye."""

from __future__ import annotations

import math

from dateline.data.make.borders import SEAM, Grid, cut_at_seam, decode
from dateline.data.make.projection import project
from dateline.data.make.topology import area, dissolve, to_arcs, weigh

DEGREES = Grid((1.0, 1.0), (-180.0, -90.0))
WEST = [(0, 0), (0, 4), (2, 4), (2, 0)]
EAST = [(2, 0), (2, 4), (4, 4), (4, 0)]


def test_two_halves_become_one_country() -> None:
    [ring] = dissolve([WEST, EAST])
    assert set(WEST) | set(EAST) == set(ring)
    assert abs(area(ring)) == 16


def test_a_hole_stays_a_hole() -> None:
    outer, hole = [(0, 0), (0, 9), (9, 9), (9, 0)], [(3, 3), (5, 3), (5, 5), (3, 5)]
    assert abs(sum(area(ring) for ring in dissolve([outer, hole]))) == 81 - 4


def test_neighbours_share_one_arc() -> None:
    west, east = to_arcs([WEST, EAST])
    assert [(2, 4), (2, 0)] in west
    assert [(2, 0), (2, 4)] in east


def test_an_island_is_one_closed_arc_whatever_its_first_point() -> None:
    assert to_arcs([WEST]) == to_arcs([WEST[2:] + WEST[:2]])


def test_the_corner_outweighs_the_dent() -> None:
    first, left, middle, corner, last = weigh([(0, 0), (4, 0), (8, 0.5), (12, 0), (12, 9)])
    assert (first, last) == (math.inf, math.inf)
    assert max(left, middle) < corner


def test_a_ring_over_the_seam_comes_apart_at_the_edges() -> None:
    seam = round(SEAM) + 180
    over = [(seam - 3, 90), (seam - 3, 95), (seam + 3, 95), (seam + 3, 90)]
    pieces = cut_at_seam(DEGREES, over)
    assert sorted(((min(x), max(x)) for x in ([p[0] for p in r] for r in pieces)), reverse=True) == [(357, 360), (0, 3)]
    assert sum(abs(area(piece)) for piece in pieces) == 30


def test_a_ring_over_the_date_line_stays_whole() -> None:
    [piece] = cut_at_seam(DEGREES, [(357, 90), (357, 95), (2, 95), (2, 90)])
    assert abs(area(piece)) == 25


def test_equal_areas_of_the_earth_are_equal_on_the_map() -> None:
    """Between two parallels the earth's area goes with the difference of their sines."""

    def cell(south: float, north: float) -> float:
        steps = [south + (north - south) * i / 200 for i in range(201)]
        return abs(area([project(200, lat) for lat in steps] + [project(210, lat) for lat in reversed(steps)]))

    expected = (math.sin(math.radians(70)) - math.sin(math.radians(60))) / math.sin(math.radians(10))
    assert abs(expected - cell(60, 70) / cell(0, 10)) < 0.001


def test_a_country_is_decoded_from_forward_and_backward_arcs() -> None:
    shape = {"type": "Polygon", "id": "233", "properties": {"name": "Estonia"}, "arcs": [[0, ~1]]}
    topology = {
        "arcs": [[[0, 0], [0, 4], [4, 0]], [[0, 0], [4, 0], [0, 4]]],
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "objects": {"countries": {"geometries": [shape]}},
    }
    assert decode(topology)[1] == [("EE", [(0, 0), (0, 4), (4, 4), (4, 0)])]
