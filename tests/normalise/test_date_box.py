"""Dates of which a page makes a box, and a program three lines."""

from __future__ import annotations

import pytest

from dateline import normalise
from dateline.normalise import accounting
from dateline.normalise.dating import date_box
from dateline.normalise.lines.line import split
from tests.seeds.reading import read

BODY = (
    "The harbour of Lund closed on Tuesday after a storm, and ferries stayed in port for most of the day.",
    "Workers said the quay had been damaged by waves, and that repairs would take at least two weeks.",
    "The council wants to pay for them from its reserves, which the harbour master called a good idea.",
)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["Home", "10", "Oct", "2021", "Harbour"], ["Home", "10 Oct 2021", "Harbour"]),
        (["May", "3,", "2021"], ["May 3, 2021"]),
        (["3", "мая", "2021"], ["3 мая 2021"]),
        (["10", "Ships", "2021"], ["10", "Ships", "2021"]),
        (["10", "Oct", "Harbour"], ["10", "Oct", "Harbour"]),
        (["45", "Oct", "2021"], ["45", "Oct", "2021"]),
        (["2021", "Oct"], ["2021", "Oct"]),
        (["14:00", "20.08.2022", "Harbour"], ["14:00 20.08.2022", "Harbour"]),
        (["Harbour", "20.08.2022", "9:15"], ["Harbour", "20.08.2022 9:15"]),
        (["14:00", "Harbour"], ["14:00", "Harbour"]),
        (["14:00", "", "20.08.2022"], ["14:00", "20.08.2022"]),  # of a schedule
        (["Score 14:00", "20.08.2022"], ["Score 14:00", "20.08.2022"]),
    ],
)
def test_lines(lines: list[str], joined: list[str]) -> None:
    assert [line.text for line in date_box.joined(split("\n".join(lines), 1))] == joined


def test_an_article_has_the_date_of_its_box_and_no_line_is_lost() -> None:
    text = "\n\n".join(["Harbour closed after the worst storm in years", "3", "May", "2021", *BODY])
    (seed,), _ = read("a.txt", text)
    made = normalise.normalise(seed, normalise.Context(language="en"))
    assert str(made.article.date) == "2021-05-03"
    assert not accounting.lost(seed, made)
