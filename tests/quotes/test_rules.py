"""The language files: complete, compiled, each form with a case."""

from importlib.resources import files
from typing import Any

import pytest

from dateline.quotes import grammar
from dateline.tools import yamlio
from tests.quotes.test_cases import CASES, cases

LANGUAGES = sorted(
    path.name.removesuffix(".yaml")
    for path in files("dateline.data").joinpath("quotes").iterdir()
    if path.name.endswith(".yaml")
)


def rules(language: str) -> dict[str, Any]:
    text = files("dateline.data").joinpath("quotes", f"{language}.yaml").read_text(encoding="utf-8")
    value: dict[str, Any] = yamlio.parse(text).value
    return value


def test_languages() -> None:
    assert {"de", "en"} <= set(LANGUAGES)
    assert {path.stem for path in CASES.glob("*.yaml")} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_has_a_case(language: str) -> None:
    forms = {rule for place in rules(language)["forms"].values() for rule in place}
    tested = {
        quote.get("rule", "").removeprefix("quotes.").split(".")[0].removesuffix("-in-part")
        for case in cases()
        if case.language == language
        for quote in case.value["quotes"]
    }
    assert forms - tested == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_readme_explains_every_key(language: str) -> None:
    readme = files("dateline.data").joinpath("quotes", "README.md").read_text(encoding="utf-8")
    assert [key for key in rules(language) if f"`{key}`" not in readme] == []


def test_a_region_takes_the_rules_of_its_language() -> None:
    assert grammar.load("en-GB") == grammar.load("en")


@pytest.mark.parametrize("language", ["xx", "", "-", "../topics/topics", "en.", "\0"])
def test_a_language_without_rules(language: str) -> None:
    assert grammar.load(language) is None


def test_a_key_too_few_is_named() -> None:
    data = rules("en")
    del data["people"]
    with pytest.raises(ValueError, match="people"):
        grammar.compile_rules(data)
