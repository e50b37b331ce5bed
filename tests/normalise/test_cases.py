"""Small questions, one data file each: dates, datelines, sentences, headlines, furniture, languages, glue, copies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dateline.normalise.body import copies
from dateline.normalise.dating import date_line, dates, placeline
from dateline.normalise.lines import cues, glue, language
from dateline.normalise.lines.line import make
from dateline.normalise.outlets import outlet
from dateline.normalise.texts import derived, lead
from dateline.tools import yamlio

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


@pytest.mark.parametrize("case", cases("dates"))
def test_dates_far_into_a_line(case: dict[str, Any]) -> None:
    found = dates.find(f"{'it was said then ' * 5}{case['text']}", case.get("language", ""), case.get("order", ""))
    assert [str(date.when) for date in found] == case["dates"]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Updated 3 May 2021, 10:15 | Lund", True),
        ("3 hours ago", True),
        ("Published 12 mins ago", True),
        ("vor 3 Stunden", True),
        ("il y a 2 jours", True),
        ("2 päeva tagasi", True),
        ("Source: The Paper (Lund) | Date: 2 days ago", True),
        ("Anna Lind • 3 hours ago", False),
        ("3 hours ago he was gone", False),
        ("20 years after", False),
        ("5 May", False),
        ("2 октября, 03:37", True),
        ("2. oktoober kell 03:37", True),
        ("2 goals, 03:37", False),
    ],
)
def test_lines_that_are_a_date(line: str, is_one: bool) -> None:
    assert date_line.is_one(make(1, line, 0), "en", "") is is_one


@pytest.mark.parametrize(
    ("line", "is_name"),
    [
        ("Lund Harbour Authority", True),
        ("National Ministry of Harbours and Coasts", True),
        ("Ministerium für Häfen", True),
        ("Council Approves a Tower", False),
        ("Other News", False),
        ("Authority for the harbour sees no need", False),
    ],
)
def test_names_of_offices(line: str, is_name: bool) -> None:
    assert outlet.is_name_of_office(make(1, line, 0)) is is_name


@pytest.mark.parametrize("case", cases("placelines"))
def test_placelines(case: dict[str, Any]) -> None:
    found = placeline.read(case["text"], "en")
    assert (found.place if found else "") == case["place"]


@pytest.mark.parametrize("case", cases("sentences"))
def test_sentences(case: dict[str, Any]) -> None:
    assert list(lead.sentences(case["text"])) == case["sentences"]


@pytest.mark.parametrize("case", cases("derived"))
def test_derived_headlines(case: dict[str, Any]) -> None:
    assert derived.headline(case["lead"]) == case["headline"]


@pytest.mark.parametrize("case", cases("furniture"))
def test_furniture_by_its_words(case: dict[str, Any]) -> None:
    assert cues.reason(case["line"]) == case["reason"]


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("The post Harbour closes for a month appeared first on Lund News.", True),
        ("Sign up for The Lund Letter's digest to get our headlines delivered to your inbox every day.", True),
        ("They had to sign up for a boat that was delivered to your island by inbox makers in the spring.", False),
        ("The Post said that the film which closed the week appeared first on a screen in Lund. It was short.", False),
        ("Lund Letters is a reader-supported publication. To receive new posts, consider becoming a subscriber.", True),
        ("Thanks for reading Lund Letters! Subscribe for free to receive new posts and support my work.", True),
        ("By providing your email address, you have read and agree to what The Paper says of data.", True),
        ("You must be logged in to join the discussion or read more comments.", True),
        ("Ihr Browser ist veraltet. Bitte aktualisieren Sie ihn, oder nehmen Sie einen anderen.", True),
        ("The board said that its browser is out of date, and that the divers wrote their letters by hand.", False),
        ("IE 11 is not supported. Please use another browser, or a newer one, to see the page as it is meant.", True),
        ("We noticed you’re using an ad blocker. Our journalism is paid for by those who advertise here.", True),
        ("To read our full stories, please turn off your ad blocker. We would be glad if you did.", True),
        ("The divers said that whoever is using an ad blocker does not see who pays for the paper of the town.", False),
        ("The material on this site may not be reproduced, distributed or otherwise used without permission.", True),
        ("Use of this site constitutes acceptance of our User Agreement, as of the first of May.", True),
        ("Our Community Rules apply to all content you upload or otherwise submit to this site.", True),
        ("The letters may not be reproduced, said the council, and the material was given to the archive.", False),
        ("The council spoke of cookies, of newsletters and of who may subscribe to them in Lund.", False),
    ],
)
def test_furniture_that_looks_like_a_paragraph(line: str, sure: bool) -> None:
    assert cues.is_sure(line) is sure


@pytest.mark.parametrize("case", cases("languages"))
def test_languages(case: dict[str, Any]) -> None:
    assert language.detect(case["text"]) == case["language"]


@pytest.mark.parametrize("case", cases("glue"))
def test_lines_whose_parts_run_into_one_another(case: dict[str, Any]) -> None:
    assert glue.parts(case["line"]) == case["parts"]


@pytest.mark.parametrize("case", cases("copies"))
def test_copies(case: dict[str, Any]) -> None:
    lines = [make(number, text, 0) for number, text in enumerate(case["lines"], 1)]
    labels = [""] * len(lines)
    copies.set_aside(lines, labels)
    assert labels == case["reasons"]


def test_an_ambiguous_date_says_what_it_may_be() -> None:
    (found,) = dates.find("03/04/2021")
    assert found.ambiguous
    assert found.other == "2021-04-03 or 2021-03-04"
