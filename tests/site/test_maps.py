"""The derived geometry holds the countries where they are; the maps are well-formed, linked and light."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from babel import Locale

from dateline.data.make import locators
from dateline.data.make.borders import SEAM
from dateline.data.make.projection import project
from dateline.site.charts import maps, shapes

HERE = Path(__file__).parent
CITIES = list(csv.DictReader((HERE / "cities.csv").read_text("utf-8").splitlines()))
LINES = (line for line in (HERE / "counts.txt").read_text("utf-8").splitlines() if not line.startswith("#"))
CLASSES = [tuple(line.split(":")) for line in LINES]
# What CLDR lists as territories and ISO 3166-1 does not name; and Antarctica, which is not on the map.
NO_COUNTRIES = {"AC", "AQ", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
NORTH = {"EE": 3, "RU": 3, "FI": 1, "FR": 1, "BE": 3, "UA": 2, "US": 2, "XK": 1, "SE": 1, "LV": 1}


def href(code: str) -> str:
    return f'../countries/{code}/?a=1&b="2"'


def holds(ring: tuple[shapes.Point, ...], x: float, y: float) -> bool:
    """Even-odd rule."""
    inside = False
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def owners(level: int, latitude: float, longitude: float) -> set[str]:
    zoom = shapes.read_data()[0][level].zoom
    x, y = (number * zoom for number in project((longitude - SEAM) % 360, latitude))
    hits = [code for code, ring, _ in shapes.read_rings(level) if holds(ring, x, y)]
    return {code for code in hits if hits.count(code) % 2}  # in a hole: twice, or not at all


@pytest.mark.parametrize("row", CITIES, ids=lambda row: row["city"])
def test_a_city_lies_in_its_country(row: dict[str, str]) -> None:
    assert ({row["code"]} - {""}) == owners(2, float(row["latitude"]), float(row["longitude"]))


@pytest.mark.parametrize(("latitude", "longitude", "code"), [(45.2, 34.3, "UA"), (26.0, -13.0, "EH"), (60, 100, "RU")])
@pytest.mark.parametrize("level", [0, 1])
def test_the_coarser_levels_draw_the_same_borders(level: int, latitude: float, longitude: float, code: str) -> None:
    assert {code} == owners(level, latitude, longitude)


def test_every_country_of_iso_3166_has_a_place() -> None:
    territories = {code for code in Locale("en").territories if re.fullmatch("[A-Z]{2}", str(code))}
    assert territories - NO_COUNTRIES == set(shapes.read_data()[1])


@pytest.mark.parametrize("level", [0, 1, 2])
@pytest.mark.parametrize("code", ["BO", "CZ", "HU", "MN", "PY", "TD", "ZM"])
def test_a_country_without_a_coast_shares_every_edge_with_a_neighbour(level: int, code: str) -> None:
    edges: dict[bool, set[tuple[shapes.Point, shapes.Point]]] = {True: set(), False: set()}
    for other, ring, _ in shapes.read_rings(level):
        edges[other == code] |= set(zip(ring, (*ring[1:], ring[0]), strict=True))
    assert set() == {(a, b) for a, b in edges[True] if (b, a) not in edges[False]}


def test_a_path_reads_back_as_it_was_written() -> None:
    rings = [((3, -4), (10, -4), (10, 7)), ((-1, -1), (-1, 5), (4, 5), (0, 0))]
    assert shapes.write_path(rings) == "M3-4l7 0 0 11zM-1-1l0 6 5 0-4-5z"
    assert rings == shapes.read_path(shapes.write_path(rings))


@pytest.mark.parametrize(("most", "expected"), CLASSES)
def test_classes_begin_with_round_numbers(most: str, expected: str) -> None:
    found = [f"{low}-{high}" if low < high else str(low) for low, high in maps.classes_of([int(most), 1][: int(most)])]
    assert expected.strip() == ", ".join(found)


def checked(svg: str) -> ET.Element:
    """The picture, after what holds for each of them."""
    root = ET.fromstring(svg)  # noqa: S314 - our own markup
    assert root.get("aria-hidden") == "true"
    numbers = [n for element in root.iter() for key in ("d", "cx", "cy", "r", "viewBox") if (n := element.get(key))]
    assert not re.search(r"\.|nan|inf", " ".join(numbers))
    assert {"-1"} >= {link.get("tabindex") for link in root.iter("a")}
    assert not [element for element in root.iter() if element.tag != "title" and (element.text or "").strip()]
    return root


def test_the_world_links_and_shades_the_countries_that_have_articles() -> None:
    found = maps.world({**NORTH, "DE": 0, "AQ": 5, "??": 2}, href, label=lambda code: f"{code} & co")
    assert found is not None
    root = checked(found.svg)
    assert {href(code) for code in NORTH} == {link.get("href") for link in root.iter("a")}
    shades = {link.get("href"): link[-1].get("class") for link in root.iter("a")}
    assert (shades[href("FI")], shades[href("EE")]) == ("c1", "dot c3")
    assert "EE & co" in [title.text for title in root.iter("title")]


def test_a_world_without_a_country_is_no_map() -> None:
    assert (maps.world({}, href), maps.world({"EE": 0, "AQ": 3}, href)) == (None, None)
    assert maps.region({}, href) is None


def test_maps_stay_light() -> None:
    everywhere = dict.fromkeys(shapes.read_data()[1], 3)
    world = maps.world(NORTH, href)
    full = maps.world(everywhere, lambda code: f"../countries/{code}/")
    assert world is not None
    assert full is not None
    assert len(world.svg) < 31_000
    assert len(full.svg) < 55_000  # each of the 249 linked and shaded
    assert max(len(maps.locator(code)) for code in everywhere) < 12_000


def test_the_region_frames_what_the_world_shows_too_small() -> None:
    found, whole = maps.region(NORTH, href), maps.world(NORTH, href)
    assert found is not None
    assert whole is not None
    links = {link.get("href") for link in checked(found.svg).iter("a")}
    assert {href(code) for code in ("EE", "BE", "UA", "LV", "SE", "RU")} <= links
    assert href("US") not in links
    assert whole.classes == found.classes


def test_mentions_all_over_the_world_have_no_region() -> None:
    assert maps.region(dict.fromkeys(("EE", "JP", "NZ", "PE", "KE", "CU"), 2), href) is None


@pytest.mark.parametrize("code", sorted(shapes.read_data()[1]))
def test_a_locator_shows_its_country(code: str) -> None:
    root = checked(maps.locator(code))
    left, top, width, height = (int(number) for number in str(root.get("viewBox")).split())
    here = [element for element in root.iter() if "here" in str(element.get("class"))]
    points = [
        point for path in here if path.get("d") for ring in shapes.read_path(str(path.get("d"))) for point in ring
    ]
    points += [(int(str(dot.get("cx"))), int(str(dot.get("cy")))) for dot in here if dot.get("cx")]
    assert [(x, y) for x, y in points if left <= x <= left + width and top <= y <= top + height]


def test_locators_are_those_of_the_shapes() -> None:
    drawn = {code: locators.locator(code) for code in shapes.read_data()[1]}
    assert drawn == json.loads(maps.LOCATORS.read_bytes()), "run python -m dateline.data.make.locators"


def test_a_locator_of_no_country_is_empty() -> None:
    assert (maps.locator("AQ"), maps.locator("??")) == ("", "")
