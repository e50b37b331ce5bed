"""dateline/data/geometry/world.json -> locators.json beside it: where each country lies, as a picture.

Run by hand, after `geometry`, and when what is drawn here changes; the build itself only reads it:

    python -m dateline.data.make.locators

Output: ISO 3166-1 alpha-2 or XK -> SVG (`maps.svg`), a line each. Sizes are in units of the first level (`shapes`).
"""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.site.charts.maps import LEAST, LOCATORS, circle, svg
from dateline.site.charts.shapes import crop, read_data, read_path, window_around

if TYPE_CHECKING:
    from dateline.site.charts.shapes import Crop, Place

WIDTH = 72.0  # at least: 2,500 km, in which a reader sees the continent
MARGIN = 1.15  # a factor
LAND = 0.04  # with less of it in sight a locator looks twice as far, up to FARTHEST
FARTHEST = 300.0
RING = 0.03  # of a locator's width: a country below that squared is ringed


def locator(code: str) -> str:
    """The surroundings of a country."""
    place = read_data()[1][code]
    seen = _around(place)
    turned, width = place.seen(place.turn, seen.zoom), seen.view.width
    land = "".join(path for other, path in seen.shapes.items() if other != code)
    picture = f'<path class="land" d="{land}"/>' if land else ""
    if code in seen.shapes:
        picture += f'<path class="here" d="{seen.shapes[code]}"/>'
    else:
        picture += circle("dot here", turned.x, turned.y, LEAST * width)
    if turned.size < RING * width:
        box = turned.box
        radius = max(RING * width, 0.6 * box.width, 0.6 * box.height)
        picture += circle("ring", box.left + box.width / 2, box.top + box.height / 2, radius)
    return svg("locator", seen.view, picture)


def _around(place: Place) -> Crop:
    width, turn = WIDTH, place.turn
    box = turn.box(place.box)
    seen = crop(window_around(box, turn, width, MARGIN), turn)
    while width < FARTHEST and _land(seen) < LAND:
        width *= 2
        seen = crop(window_around(box, turn, width, MARGIN), turn)
    return seen


def _land(seen: Crop) -> float:
    """The share of the view that is land."""
    rings = [ring for path in seen.shapes.values() for ring in read_path(path)]
    doubled = sum(ax * by - bx * ay for ring in rings for (ax, ay), (bx, by) in pairwise((*ring, ring[0])))
    return abs(doubled) / 2 / (seen.view.width * seen.view.height)


def main() -> None:
    """Write them all."""
    found = {code: locator(code) for code in sorted(read_data()[1])}
    LOCATORS.write_text(json.dumps(found, indent=0, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
