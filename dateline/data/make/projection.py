"""Longitude and latitude <-> places on the maps: Equal Earth, in units of a world that is WIDTH of them wide."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.data.make.topology import Spot

WIDTH = 1000  # units of the whole world at the first level
WHOLE = 360.0  # degrees


def project(east: float, latitude: float) -> Spot:
    """Equal Earth (Šavrič, Patterson and Jenny 2018) in units of the first level; `east`: degrees from the seam."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    t = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    t2 = t * t
    t6 = t2**3
    slope = a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)
    x = 2 * math.radians(east - WHOLE / 2) * math.cos(t) / (math.sqrt(3) * slope)
    y = t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))
    radius = WIDTH * a1 * math.sqrt(3) / (4 * math.pi)
    return WIDTH / 2 + x * radius, -y * radius


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
