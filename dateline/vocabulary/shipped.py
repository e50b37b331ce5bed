"""dateline/data/{people,countries,topics} -> the Vocabulary that Dateline ships.

people/offices.tsv        one term of office a line: office, holder, from, until, Wikidata id of the holder
people/also.tsv           a holder, then other names that are theirs alone
countries/countries.json  ISO 3166-1 alpha-2 code -> {"name", "also": [...], "weak": [...], "not": [...]}
topics/topics.json        name -> {"code", "parent", "definition", "cues": {term: weight}, "not": [...]}
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from babel import Locale, UnknownLocaleError

from dateline.model import When
from dateline.vocabulary.entries import Country, Person, Role, Topic, Vocabulary


def load(language: str) -> Vocabulary:
    """Everything that is shipped, countries named in `language` (BCP 47) where CLDR knows it."""
    return Vocabulary(people=_people(), countries=_countries(language), topics=_topics())


def _read(*path: str) -> str:
    file = resources.files("dateline.data").joinpath(*path)
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _people() -> dict[str, Person]:
    roles: dict[str, list[Role]] = {}
    wikidata: dict[str, str] = {}
    for line in _read("people", "offices.tsv").splitlines():
        if not line or line.startswith("#"):
            continue
        office, holder, since, until, qid = (line.split("\t") + [""] * 4)[:5]
        roles.setdefault(holder, []).append(Role(office, _when(since), _when(until)))
        if qid:
            wikidata[holder] = qid
    also = _other_names()
    return {
        name: Person(name, also=also.get(name, ()), roles=tuple(held), wikidata=wikidata.get(name, ""), shipped=True)
        for name, held in roles.items()
    }


def _other_names() -> dict[str, tuple[str, ...]]:
    lines = (line.split("\t") for line in _read("people", "also.tsv").splitlines() if line and line[0] != "#")
    return {name: tuple(others) for name, *others in lines}


def _when(text: str) -> When | None:
    return When.parse(text) if text else None


def _countries(language: str) -> dict[str, Country]:
    table: dict[str, dict[str, Any]] = json.loads(_read("countries", "countries.json") or "{}")
    names = _country_names(language)
    found = {}
    for code, entry in table.items():
        name = entry["name"] if language == "en" else names.get(code, entry["name"])
        also = dict.fromkeys([entry["name"], *entry.get("also", ())])
        also.pop(name, None)
        found[name] = Country(name, code, tuple(also), tuple(entry.get("weak", ())), tuple(entry.get("not", ())))
    return found


def _country_names(language: str) -> dict[str, str]:
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
