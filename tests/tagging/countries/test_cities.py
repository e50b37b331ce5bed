"""Cities that name a country alone: the cases of cities.yaml, what they leave as it is, and the data."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dateline import config, vocabulary
from dateline.data.make import cities as make
from dateline.tagging import Document
from dateline.tagging.countries import CountryReader
from dateline.tools import yamlio
from dateline.vocabulary import Country, Vocabulary

CASES = yamlio.parse(Path(__file__).with_name("cities.yaml").read_text(encoding="utf-8")).value
WITHOUT = yamlio.parse(Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8")).value
NO_FILES = Path(__file__).parent / "no-such-folder"


@cache
def words() -> Vocabulary:
    return vocabulary.load(NO_FILES, cities=True)[0]


@cache
def reader() -> CountryReader:
    return CountryReader(words())


def codes(case: dict[str, str]) -> set[str]:
    mentions = reader().read(Document("", case["text"], case.get("title", "")))
    return {words().countries[mention.name].code for mention in mentions}


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{group}: {case['text'][:40]}") for group in CASES for case in CASES[group]]
)
def test_case(case: dict[str, str]) -> None:
    assert codes(case) == set(case["codes"])


@pytest.mark.parametrize("case", [case for group in WITHOUT.values() for case in group], ids=lambda case: case["text"])
def test_no_country_is_lost(case: dict[str, str]) -> None:
    assert set(case["codes"]) <= codes(case)


def test_the_rule_is_named_and_mentions_stand_in_order() -> None:
    text = "In Mosul, an Iraqi court sat. Baghdad said so in Basra. It rained in Baghdad."
    mentions = reader().read(Document("", text))
    assert [(m.text, m.rule) for m in mentions] == [
        ("Mosul", "countries.city"),
        ("Iraqi", "countries.adjective"),
        ("Baghdad", "countries.metonym"),
        ("Basra", "countries.city"),
        ("Baghdad", "countries.city"),
    ]
    assert all(text[m.start : m.end] == m.text for m in mentions)


def test_no_cities_where_the_site_does_not_ask() -> None:
    plain = vocabulary.load(NO_FILES)[0]
    assert not any(country.cities or country.namesakes for country in plain.countries.values())
    assert CountryReader(plain).read(Document("", "Shells fell on Kharkiv.")) == ()


def test_a_site_takes_a_city_away() -> None:
    own = Vocabulary(countries={"Estonia": Country("Estonia", "EE", nots=("Tartu Maraton",), cities=("Tartu",))})
    assert CountryReader(own).read(Document("", "The Tartu Maraton")) == ()
    assert [m.text for m in CountryReader(own).read(Document("", "The road to Tartu"))] == ["Tartu"]


def test_data() -> None:
    lines = [line for line in (make.FOLDER / "cities.txt").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    listed = [(line[:2], name) for line in lines for name in line[3:].split("|")]
    assert {code for code, _ in listed} <= {country.code for country in words().countries.values()}
    names = [name.removeprefix("~") for _, name in listed]
    assert len(set(names)) == len(names), "a city names one country"
    assert all(len(name) >= make.SHORTEST for name in names)
    by_hand = yamlio.parse((make.FOLDER / "cities.yaml").read_text(encoding="utf-8")).value
    assert not set(names) & set(by_hand["not"])
    spelled = {also for names in by_hand["english"].values() for those in names.values() for also in those}
    assert len(spelled & set(names)) > len(spelled) * 0.9, "run python -m dateline.data.make.cities"


@pytest.mark.parametrize(
    ("line", "cities", "wrong"), [("true", True, []), ("false", False, []), ("maybe", False, ["F08"])]
)
def test_the_site_asks_in_site_yaml(line: str, cities: bool, wrong: list[str], tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text(f"cities: {line}\n", encoding="utf-8")
    settings, problems = config.load(tmp_path / "site.yaml", "content/site.yaml")
    assert settings.cities is cities
    assert [problem.code for problem in problems] == wrong
