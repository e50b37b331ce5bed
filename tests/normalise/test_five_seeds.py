"""The repository's own five seeds: every fact that five_seeds.yaml states comes out, and every word is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dateline import normalise, seeds
from dateline.model import Draft, Seed
from dateline.normalise import accounting
from dateline.normalise.lines.line import fold, key
from dateline.tools import yamlio

FOLDER = Path(__file__).resolve().parents[2] / "seeds"
EXPECTED: dict[str, dict[str, Any]] = yamlio.parse(
    Path(__file__).with_name("five_seeds.yaml").read_text(encoding="utf-8")
).value
FIELDS = ("title", "place", "source", "section", "image_credit", "language")


@pytest.fixture(scope="module", params=sorted(EXPECTED))
def case(request: pytest.FixtureRequest) -> tuple[dict[str, Any], Seed, Draft]:
    path: str = request.param
    data, problems = seeds.load(FOLDER, path)
    assert not problems
    assert data is not None
    (seed,) = seeds.read(path, data)
    assert isinstance(seed, Seed)
    return EXPECTED[path], seed, normalise.normalise(seed, normalise.Context(language="en"))


def test_the_fields_are_right(case: tuple[dict[str, Any], Seed, Draft]) -> None:
    expected, _, draft = case
    article = draft.article
    found = {name: getattr(article, name) for name in FIELDS} | {"date": str(article.date)}
    stated = {name: value for name, value in expected.items() if name in found}
    if article.title_derived:
        found.pop("title")
    assert {name: found[name] for name in stated} == stated
    assert [name for name in FIELDS if found.get(name) and name not in expected] == []


def test_a_headline_is_derived_only_where_there_is_none(case: tuple[dict[str, Any], Seed, Draft]) -> None:
    expected, _, draft = case
    article = draft.article
    assert article.title_derived == (expected.get("title_derived") == "true")
    if article.title_derived:
        assert 30 <= len(article.title) <= 120
        assert not article.title.endswith((".", "…", ","))


def test_every_field_has_its_evidence(case: tuple[dict[str, Any], Seed, Draft]) -> None:
    expected, _, draft = case
    fields = ("title", "date", "place", "source", "author", "section", "language", "summary", "image_credit")
    assert sorted(draft.evidence) == sorted(name for name in fields if getattr(draft.article, name))
    weak = {name for name, why in draft.evidence.items() if why.weak} - {"title", "source", "section"}
    assert weak == set(expected.get("weak", []))


def test_furniture_is_set_aside_and_nothing_else(case: tuple[dict[str, Any], Seed, Draft]) -> None:
    expected, _, draft = case
    assert [item.text for item in draft.set_aside] == expected["set_aside"]
    assert all(item.reason for item in draft.set_aside)


def test_the_body_is_whole(case: tuple[dict[str, Any], Seed, Draft]) -> None:
    expected, seed, draft = case
    body = draft.article.body
    blocks = body.split("\n\n")
    assert body.startswith(expected["body_begins"])
    assert body.endswith(expected["body_ends"])
    assert [block[3:] for block in blocks if block.startswith("## ")] == expected.get("headings", [])
    assert sum(not block.startswith("#") for block in blocks) == int(expected["paragraphs"])
    assert "\u00a0" not in body
    assert accounting.lost(seed, draft) == []
    aside = {key(item.text) for item in draft.set_aside} | {key(draft.article.title)}
    lines = [fold(line) for line in seed.text.split("\n")]
    kept = [key(line) for line in lines[1:] if key(line) and key(line) not in aside]
    assert [line for line in kept if line not in key(body)] == []
