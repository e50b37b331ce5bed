"""Rows of a list that belongs to an article."""

from __future__ import annotations

import pytest

from dateline.normalise.body import enumerations, first_look, zones
from dateline.normalise.lines.line import make

LEAD = "The council gave prizes to the best boats of the harbour on Monday, and many people came to see."
DOUBTED, FURNITURE = first_look.MODEL, "newsletter or subscription box"
INTRO = "Here is the full list:"
PRIZES = [
    f"Best {kind}: The {name}" for kind, name in zip(("sail", "mast", "rope", "rudder", "anchor"), "ABCDE", strict=True)
]
RESULTS = ["Lund 3, Vik 1", "Upper Lund 14, Old Harbour 7", "Vik Bay 2, St. Anna 2, OT"]
RACE = [
    "1. Anna Lind, 5h 40' 14\"",
    "2 Bo Ek (Est) Harbour 3:40:15",
    "3. Eva Holm (Fin) Lund Boats",
    "10. Ida Berg, 12 pts",
]
VOTES = ["Harbour List 1,913", "Old Town: 720 Anna Lind", "Boats 12%", "Others 3 (0.2%)"]
AMOUNTS = [f"- {place}: $3 million" for place in ("Lund", "Vik", "Malm")]


def kept(texts: list[str], labels: list[str]) -> list[bool]:
    lines = [make(number, text, 1) for number, text in enumerate(texts, 1)]
    enumerations.keep(lines, labels, first_look.BODY, first_look.OPEN)
    return [not label for label in labels]


@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        ([LEAD, INTRO, *PRIZES], ["", *[DOUBTED] * 6]),
        ([LEAD, INTRO, *PRIZES[:3]], ["", "", *[DOUBTED] * 3]),
        ([LEAD, INTRO, "THE BOATS", *PRIZES[:3], "THE PEOPLE", *PRIZES[3:]], ["", *[DOUBTED] * 8]),
        ([LEAD, *RESULTS], ["", *[DOUBTED] * 3]),
        ([LEAD, "RESULTS ON MONDAY", *RESULTS], ["", *[DOUBTED] * 4]),
        ([LEAD, "Lund - Vik 3:1 (1:0)", "Malm - Vik Bay 0:0", "Lund Bay - Malm 12:9"], ["", *[DOUBTED] * 3]),
        ([LEAD, "What each town spends on boats:", *AMOUNTS], ["", "", *[DOUBTED] * 3]),
        ([f"{LEAD} {LEAD} What each town spends:", *AMOUNTS], ["", DOUBTED, "", DOUBTED]),
        ([LEAD, RESULTS[0], RESULTS[1], RESULTS[2]], ["", "", DOUBTED, ""]),
        (["BOATS=", *RESULTS], ["", DOUBTED, "", ""]),
        ([LEAD, "The race in full:", "Lund", *RACE], ["", *[DOUBTED] * 6]),
        ([LEAD, *RACE], ["", *[DOUBTED] * 4]),
        ([LEAD, "VOTES IN LUND:", *VOTES, LEAD], ["", "", *[DOUBTED] * 4, ""]),
        (["So far there is this.", *VOTES, "No more", LEAD], ["", *[DOUBTED] * 5, ""]),
    ],
)
def test_rows_below_what_introduces_them_are_kept(texts: list[str], labels: list[str]) -> None:
    assert [text for text, is_kept in zip(texts, kept(texts, labels), strict=True) if not is_kept] in ([], ["No more"])


@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        ([LEAD, *PRIZES], ["", *[DOUBTED] * 5]),
        ([LEAD, "Tags:", *PRIZES], ["", *[DOUBTED] * 6]),
        ([LEAD, INTRO, *PRIZES[:2]], ["", "", DOUBTED, DOUBTED]),
        ([LEAD, INTRO, *PRIZES[:3]], ["", *[DOUBTED] * 4]),
        (
            [LEAD, "More for you and your boat:", *[f"Follow our {n}: newsletter" for n in "ABCDE"]],
            ["", *[DOUBTED] * 6],
        ),
        (
            [LEAD, "Where to find us on the quay:", *[f"Monday - Friday {n}:30" for n in range(8, 13)]],
            ["", *[DOUBTED] * 6],
        ),
        ([LEAD, *RESULTS[:2]], ["", DOUBTED, DOUBTED]),
        ([LEAD, RESULTS[0], RESULTS[1], RESULTS[2]], ["", DOUBTED, FURNITURE, DOUBTED]),
        (["Harbour news", *RESULTS], ["", *[DOUBTED] * 3]),
        ([LEAD, *VOTES], ["", *[DOUBTED] * 4]),
        ([LEAD, "1. Board buys a boat", "2. Town sells a wall", "3. Rate falls to 6.6%"], ["", *[DOUBTED] * 3]),
        ([LEAD, *VOTES, "Read our newsletter", LEAD, "Menu"], ["", *[DOUBTED] * 4, FURNITURE, "", DOUBTED]),
        ([LEAD, "U 2", "RE 5", "S 41", LEAD, "Menu"], ["", *[DOUBTED] * 3, "", DOUBTED]),
        ([LEAD, "Harbour closes for a month", "Board buys a boat", "Town sells a wall"], ["", *[DOUBTED] * 3]),
    ],
)
def test_what_is_no_list_of_the_article_stays_doubted(texts: list[str], labels: list[str]) -> None:
    doubted = [i for i, label in enumerate(labels) if label]
    found = kept(texts, labels)
    assert not any(found[i] for i in doubted)


def test_the_article_ends_with_its_list() -> None:
    texts = [LEAD, INTRO, *PRIZES, "Harbour closes for a month"]
    lines = [make(number, text, 1) for number, text in enumerate(texts, 1)]
    assert zones.span(lines, [*[""] * 7, DOUBTED]) == (0, 6)
    assert zones.span(lines, ["", "", *[DOUBTED] * 6]) == (0, 0)


def test_furniture_may_stand_between_an_article_and_its_list() -> None:
    texts = [LEAD, "Read our newsletter", "Article content", *RACE]
    labels = ["", FURNITURE, "page furniture", *[DOUBTED] * 4]
    lines = [make(number, text, 1) for number, text in enumerate(texts, 1)]
    enumerations.keep(lines, labels, first_look.BODY, first_look.OPEN)
    assert labels == ["", FURNITURE, "page furniture", "", "", "", ""]
    assert zones.span(lines, labels) == (0, 6)


@pytest.mark.parametrize(
    ("heads", "is_kept"),
    [
        (["1. The wall", "2. The pier"], True),
        (["I. The wall", "II. The pier"], True),
        (["一、指导思想", "二、工作目标"], True),
        (["2. The pier", "1. The wall"], False),
        (["1. The wall", "The pier"], False),
        (["The wall", "The pier"], False),
        (["1.5 million", "2.5 million"], False),
    ],
)
def test_headings_that_count_are_kept_between_paragraphs(heads: list[str], is_kept: bool) -> None:
    texts = [LEAD, heads[0], LEAD, heads[1], LEAD]
    labels = ["", DOUBTED, "", DOUBTED, ""]
    lines = [make(number, text, 1) for number, text in enumerate(texts, 1)]
    enumerations.keep_headings(lines, labels, first_look.BODY, first_look.OPEN)
    assert labels == ([""] * 5 if is_kept else ["", DOUBTED, "", DOUBTED, ""])


def test_headings_that_count_elsewhere_are_none() -> None:
    texts = [LEAD, "1. Board buys a boat", "2. Town sells a wall", LEAD]
    labels = ["", DOUBTED, DOUBTED, ""]
    lines = [make(number, text, 1) for number, text in enumerate(texts, 1)]
    enumerations.keep_headings(lines, labels, first_look.BODY, first_look.OPEN)
    assert labels == ["", DOUBTED, DOUBTED, ""]
