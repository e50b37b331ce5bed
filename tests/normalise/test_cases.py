"""Small questions, one data file each: dates, datelines, derived headlines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dateline import yamlio
from dateline.normalise import dates, derived, placeline

CASES = Path(__file__).with_name("cases")


def cases(name: str) -> list[Any]:
    return [
        pytest.param(case, id=str(next(iter(case.values())))[:50])
        for case in yamlio.parse((CASES / f"{name}.yaml").read_text(encoding="utf-8")).value
    ]


@pytest.mark.parametrize("case", cases("dates"))
def test_dates(case: dict[str, Any]) -> None:
    found = dates.find(case["text"], case.get("language", ""), case.get("order", ""))
    assert [str(date.when) for date in found] == case["dates"]


@pytest.mark.parametrize("case", cases("placelines"))
def test_placelines(case: dict[str, Any]) -> None:
    found = placeline.read(case["text"], "en")
    assert (found.place if found else "") == case["place"]


@pytest.mark.parametrize("case", cases("derived"))
def test_derived_headlines(case: dict[str, Any]) -> None:
    assert derived.headline(case["lead"]) == case["headline"]


def test_an_ambiguous_date_says_what_it_may_be() -> None:
    (found,) = dates.find("03/04/2021")
    assert found.ambiguous
    assert found.other == "2021-04-03 or 2021-03-04"
