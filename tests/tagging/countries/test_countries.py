"""Countries: the cases of cases.yaml, the site's own vocabulary, places in the text, and the data in step."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import vocabulary
from dateline.data.make import countries as make
from dateline.tagging import Document
from dateline.tagging.countries import CountryReader
from dateline.tools import yamlio
from dateline.vocabulary import Country, Vocabulary

CASES = yamlio.parse((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8")).value
NO_FILES = Path(__file__).parent / "no-such-folder"


@cache
def shipped(language: str = "en") -> Vocabulary:
    return vocabulary.load(NO_FILES, language=language)[0]


@cache
def reader(language: str = "en") -> CountryReader:
    return CountryReader(shipped(language))


def codes(text: str, title: str = "", language: str = "en") -> set[str]:
    mentions = reader(language).read(Document("", text, title))
    return {shipped(language).countries[mention.name].code for mention in mentions}


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{group}: {case['text'][:40]}") for group in CASES for case in CASES[group]]
)
def test_case(case: dict[str, str]) -> None:
    assert codes(case["text"], case.get("title", "")) == set(case["codes"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A U/S border", set()),
        ("A U.S. border", {"US"}),
        ("To @Estonia of #Finland, in file_Latvia and Lithuania_2", set()),
        ("“Estonia”/(Finland)", {"EE", "FI"}),
    ],
)
def test_a_form_stands_as_it_is_written_and_touches_no_word(text: str, expected: set[str]) -> None:
    assert codes(text) == expected


def test_mentions_stand_where_they_say() -> None:
    title, text = "Estonians vote", "Turnout in Estonia rose.\n\nSo it did among Finns, Tallinn said."
    mentions = reader().read(Document("", text, title))
    assert [(m.part, m.text, m.rule) for m in mentions] == [
        ("title", "Estonians", "countries.demonym"),
        ("body", "Estonia", "countries.name"),
        ("body", "Finns", "countries.demonym"),
        ("body", "Tallinn", "countries.metonym"),
    ]
    for mention in mentions:
        assert (title if mention.part == "title" else text)[mention.start : mention.end] == mention.text


PIECES = st.sampled_from(
    [
        "Estonia",
        "Georgia",
        "US",
        "Jordan",
        "Michael",
        "İstanbul",
        "straße",
        "\u00a0",
        "\n",
        " ",
        "’s",
        "-",
        ", Texas",
        "Côte d’Ivoire",
    ]
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join), st.text(max_size=20))
def test_whatever_the_text_mentions_stand_where_they_say_and_overlap_nowhere(text: str, title: str) -> None:
    mentions = reader().read(Document("", text, title))
    for mention in mentions:
        assert (title if mention.part == "title" else text)[mention.start : mention.end] == mention.text
    places = [(mention.part != "title", mention.start, mention.end) for mention in mentions]
    assert all(before[0] < after[0] or before[2] <= after[1] for before, after in pairwise(places))


def test_names_are_shown_in_the_language_of_the_site() -> None:
    names = {mention.name for mention in reader("et").read(Document("", "Germany and Estonian firms"))}
    assert names == {"Saksamaa", "Eesti"}


def test_a_site_adds_names_and_takes_readings_away() -> None:
    own = Vocabulary(
        countries={
            "Estonia": Country("Estonia", "EE", also=("Estonia", "Maarjamaa"), nots=("Estonia Concert Hall",)),
            "Sealand": Country("Sealand", "QX", weak=("Roughs Tower",)),
        }
    )
    read = CountryReader(own).read
    assert [m.name for m in read(Document("", "Maarjamaa sang."))] == ["Estonia"]
    assert read(Document("", "At the Estonia Concert Hall")) == ()
    assert read(Document("", "Roughs Tower was quiet.")) == ()
    assert [m.name for m in read(Document("", "Sealand owns Roughs Tower."))] == ["Sealand", "Sealand"]


def test_no_vocabulary_no_countries() -> None:
    assert CountryReader(Vocabulary()).read(Document("", "Estonia")) == ()


def test_every_country_has_one_line_and_none_claims_anothers_name_unless_contested() -> None:
    forms = make.compiled()
    assert {name: (make.FOLDER / name).read_text(encoding="utf-8") for name in forms} == forms, (
        "run python -m dateline.data.make.countries"
    )
    contested = {form for entry in make_contexts()["contested"] for form in entry["forms"]}
    owners: dict[str, str] = {}
    for country in shipped().countries.values():
        for form in {country.name, *country.also} - contested:
            assert owners.setdefault(form, country.code) == country.code, form


def make_contexts() -> dict[str, list[dict[str, list[str]]]]:
    contexts: dict[str, list[dict[str, list[str]]]] = yamlio.parse(
        (make.FOLDER / "contexts.yaml").read_text(encoding="utf-8")
    ).value
    return contexts
