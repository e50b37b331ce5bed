"""tests/quotes/cases/*.yaml: text and people in, quotes out."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dateline import quotes
from dateline.model import Mention, Quote
from dateline.tools import yamlio

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    language: str
    name: str
    value: dict[str, Any]


def cases() -> list[Case]:
    return [
        Case(path.stem, name, value)
        for path in sorted(CASES.glob("*.yaml"))
        for name, value in yamlio.parse(path.read_text(encoding="utf-8")).value.items()
    ]


def mentions(text: str, people: dict[str, str]) -> list[Mention]:
    """Every place at which one of the forms stands."""
    return [
        Mention("people", name, form, match.start(), match.end(), "people.test")
        for name, form in people.items()
        for match in re.finditer(rf"\b{re.escape(form)}\b", text)
    ]


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.language}: {case.name}")
def test_case(case: Case) -> None:
    text = case.value["text"]
    found = quotes.read(text, mentions(text, case.value["people"]), case.language)
    expected = case.value["quotes"]
    shown = [shape(quote, wanted) for quote, wanted in zip(found, expected, strict=False)]
    assert [*shown, *(quote.text for quote in found[len(expected) :])] == [with_speaker(one) for one in expected]
    assert all(text[quote.start : quote.end] == quote.text for quote in found)


def with_speaker(expected: dict[str, str]) -> dict[str, str]:
    return {"speaker": "", **expected}


def shape(quote: Quote, wanted: dict[str, str]) -> dict[str, str]:
    """A quote in the words of a case, as far as the case speaks of it."""
    every = {
        "text": quote.text,
        "speaker": quote.speaker,
        "as": quote.speaker_text,
        "rule": quote.rule,
        "continues": str(quote.continues).lower(),
    }
    return {key: every[key] for key in with_speaker(wanted)}
