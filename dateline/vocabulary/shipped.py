"""dateline/data/{people,countries,topics} -> the Vocabulary that Dateline ships.

people/offices.txt        who held which office, by office
countries/countries.json  ISO 3166-1 alpha-2 code -> {"name", "also": [...], "weak": [...], "not": [...]}
countries/cities.txt      ISO 3166-1 alpha-2 code and its cities, by country; read only where they are asked for
topics/topics.json        name -> {"code", "parent", "definition", "cues": {term: weight}, "not": [...]}
"""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import Any

from msgspec.structs import replace

from dateline.model import When
from dateline.vocabulary.entries import Country, Person, Role, Topic, Vocabulary

_QID = re.compile(r"Q[1-9]\d*")


def load(language: str, *, cities: bool = False) -> Vocabulary:
    """Everything that is shipped, countries named in `language` (BCP 47) where CLDR knows it."""
    countries = _countries(language)
    return Vocabulary(people=_people(), countries=_with_cities(countries) if cities else countries, topics=_topics())


def _read(*path: str) -> str:
    file = resources.files("dateline.data").joinpath(*path)
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _people() -> dict[str, Person]:
    """Everybody of offices.txt; the head of that file explains its lines."""
    people: dict[str, Person] = {}
    office = ""
    for line in _read("people", "offices.txt").splitlines():
        if line.startswith("["):
            office = line.strip("[]")
        elif line and not line.startswith("#"):
            since, until, rest = line.split(" ", 2)
            name, *others = rest.split(" | ")
            role = Role(office, When.parse(since), None if until == "now" else When.parse(until), shipped=True)
            known = people.get(name) or Person(name, shipped=True)
            people[name] = replace(
                known,
                also=(*known.also, *(other for other in others if other[0] != "~" and not _QID.fullmatch(other))),
                weak=(*known.weak, *(other[1:] for other in others if other[0] == "~")),
                roles=(*known.roles, role),
                wikidata=next((other for other in others if _QID.fullmatch(other)), known.wikidata),
            )
    return people


def _countries(language: str) -> dict[str, Country]:
    table: dict[str, dict[str, Any]] = json.loads(_read("countries", "countries.json") or "{}")
    english = language.partition("-")[0] == "en"
    names = {} if english else _country_names(language)
    found = {}
    for code, entry in table.items():
        name = names.get(code, entry["name"])
        also = dict.fromkeys([entry["name"], *entry.get("also", ())])
        also.pop(name, None)
        found[name] = Country(name, code, tuple(also), tuple(entry.get("weak", ())), tuple(entry.get("not", ())))
    return found


def _with_cities(countries: dict[str, Country]) -> dict[str, Country]:
    """The countries with what cities.txt says; its head explains its lines."""
    lines = (line.split(" ", 1) for line in _read("countries", "cities.txt").splitlines() if not line.startswith("#"))
    listed = {code: names.split("|") for code, names in lines}
    return {
        name: replace(
            country,
            cities=tuple(city for city in listed.get(country.code, ()) if city[0] != "~"),
            namesakes=tuple(city[1:] for city in listed.get(country.code, ()) if city[0] == "~"),
        )
        for name, country in countries.items()
    }


def _country_names(language: str) -> dict[str, str]:
    from babel import Locale, UnknownLocaleError  # here: English needs none

    try:
        return dict(Locale.parse(language, sep="-").territories)
    except (UnknownLocaleError, ValueError):
        return {}


def _topics() -> dict[str, Topic]:
    table: dict[str, dict[str, Any]] = json.loads(_read("topics", "topics.json") or "{}")
    return {
        name: Topic(
            name,
            entry.get("code", ""),
            entry.get("parent", ""),
            entry.get("definition", ""),
            entry.get("cues", {}),
            tuple(entry.get("not", ())),
        )
        for name, entry in table.items()
    }
