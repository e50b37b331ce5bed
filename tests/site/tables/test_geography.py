"""Countries as GeoJSON: shapes that stand where the countries are, as RFC 7946 has them."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest

from dateline import site
from dateline.site.charts import shapes
from dateline.site.tables import geography
from tests.site.corpus import CONFIG, VOCABULARY, corpus

CODES = sorted(set(shapes.read_data()[0][geography.LEVEL].shapes) - {""})


def polygons(geometry: dict[str, Any]) -> list[list[list[list[float]]]]:
    found: list[list[list[list[float]]]] = geometry["coordinates"]
    return found if geometry["type"] == "MultiPolygon" else [found]  # type: ignore[list-item]


def doubled(ring: list[list[float]]) -> float:
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring))


def holds(code: str, east: float, north: float) -> bool:
    point = (round(east * 100), round(north * 100))
    rings = [
        [(round(x * 100), round(y * 100)) for x, y in ring]
        for polygon in polygons(geography.geometry(code) or {})
        for ring in polygon
    ]
    return sum(geography._within(point, ring) for ring in rings) % 2 == 1


@pytest.mark.parametrize("code", CODES)
def test_rings_are_closed_and_turn_as_they_should(code: str) -> None:
    geometry = geography.geometry(code)
    assert geometry
    if geometry["type"] == "Point":
        return
    for outer, *holes in polygons(geometry):
        assert doubled(outer) > 0  # section 3.1.6: against the clock
        assert all(doubled(hole) < 0 for hole in holes)
        for ring in (outer, *holes):
            assert ring[0] == ring[-1]
            assert len(ring) >= 4
            assert all(-180 <= east <= 180 and -90 <= north <= 90 for east, north in ring)
            assert max(abs(bx - ax) for (ax, _), (bx, _) in pairwise(ring)) < 180  # section 3.1.9: cut at the date line


@pytest.mark.parametrize(
    ("code", "east", "north", "inside"),
    [
        ("EE", 25.5, 58.8, True),  # Türi
        ("FI", 25.5, 58.8, False),
        ("AU", 133.9, -23.7, True),  # Alice Springs
        ("RU", 37.6, 55.8, True),  # Moscow
        ("RU", -175.0, 67.0, True),  # Chukotka, beyond the date line
        ("UA", 34.1, 45.3, True),  # Simferopol
        ("ZA", 26.2, -29.1, True),  # Bloemfontein
        ("ZA", 28.2, -29.6, False),  # Lesotho lies within
        ("LS", 28.2, -29.6, True),
        ("BR", -47.9, -15.8, True),  # Brasília
    ],
)
def test_places_lie_in_their_countries(code: str, east: float, north: float, inside: bool) -> None:
    assert holds(code, east, north) == inside


def test_countries_too_small_to_draw_are_points() -> None:
    found = geography.geometry("TV")
    assert found
    assert found["type"] == "Point"
    east, north = found["coordinates"]
    assert (round(east), round(north)) == (179, -8)
    assert geography.geometry("") is None


def test_each_country_says_how_many_articles_name_it() -> None:
    parts = site.prepare(corpus(), CONFIG, VOCABULARY)
    found = json.loads("".join(geography.countries(parts)))
    assert next(feature["properties"] for feature in found["features"]) == {
        "tag": "countries/finland",
        "name": "Finland",
        "code": "FI",
        "articles": 3,
        "first": "2018",
        "last": "2021-05-25",
    }
