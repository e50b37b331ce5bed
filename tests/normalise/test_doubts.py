"""What a person is told of a seed: no article, several articles, dates that cannot be. Cases: cases/doubts.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline import normalise
from dateline.model import Evidence, Seed, When

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "doubts.yaml").read_text(encoding="utf-8"))
CONTEXT = normalise.Context(language="en")
TEXT = "The council closed the harbour for a month on Monday, so that divers can look at its wall."


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    made = normalise.normalise(Seed("a.txt", "0", case["text"]), CONTEXT)
    assert [problem.code for problem in made.problems] == ([case["code"]] if "code" in case else [])
    assert made.refused is case.get("refused", False)
    for problem in made.problems:
        assert problem.path == "seeds/a.txt"
        assert case.get("message", "") in problem.message
        assert problem.hint
        assert case.get("line", problem.line) == problem.line


@pytest.mark.parametrize(
    "date", ["1970-01-01T00:00:00Z", "1970-01-01", "0", "0000-00-00", "31/02/2020", "Fri, 45 May 2023 10:00 +0"]
)
def test_a_stated_date_that_cannot_be(date: str) -> None:
    made = normalise.normalise(Seed("a.csv", "0", TEXT, 0, "export", {"date": date, "title": "A"}), CONTEXT)
    assert made.article.date is None
    assert [problem.code for problem in made.problems] == ["S63"]


@pytest.mark.parametrize(
    ("said", "rights"), [("Link", "link"), ("excerpt", "excerpt"), ("CC BY 4.0", ""), ("© 2021 Coast Daily", "")]
)
def test_rights_that_a_format_states_are_words_of_ours_or_none(said: str, rights: str) -> None:
    """What else stood in an article's head could not be read there again."""
    made = normalise.normalise(Seed("a.csv", "0", TEXT, 0, "export", {"rights": said, "title": "A"}), CONTEXT)
    assert made.article.rights == rights


PAGE = "<html><head>{}</head><body><h1>A harbour closes</h1><p>" + TEXT + "</p></body></html>"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2023-13-45">',
        '<meta name="date" content="31.02.2023 10:00">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-02-30T10:00"}</script>',
    ],
)
def test_a_date_of_a_page_that_cannot_be(head: str) -> None:
    made = normalise.normalise(Seed("a.html", "0", PAGE.format(head), format="page"), CONTEXT)
    assert made.article.date is None
    (problem,) = made.problems
    assert (problem.code, problem.severity) == ("S63", "note")
    assert "the calendar has no such day" in problem.message
    assert normalise.normalise(Seed("a.html", "0", PAGE.format(""), format="page"), CONTEXT).problems == ()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en-US", TEXT, "2021-03-04"),
        ("en-GB", TEXT, "2021-04-03"),
        ("en", TEXT, "2021"),
        ("", TEXT, "2021"),
        ("de", TEXT, "2021-04-03"),
        (
            "",
            "Der Rat hat den Hafen am Montag für einen Monat geschlossen, weil Taucher die Mauer ansehen.",
            "2021-04-03",
        ),
        ("nonsense", TEXT, "2021-04-03"),
    ],
)
def test_the_language_tells_how_a_date_is_written(language: str, text: str, expected: str) -> None:
    fields = {"date": "03/04/2021", "title": "A", "language": language}
    made = normalise.normalise(Seed("a.csv", "0", text, 0, "export", fields), CONTEXT)
    assert str(made.article.date) == expected


@pytest.mark.parametrize(
    ("date", "stays"), [("2021-05-25", True), ("2021-05-26", False), ("2022", False), ("2021", True)]
)
def test_a_date_that_is_still_to_come_is_refused(date: str, stays: bool) -> None:
    made = normalise.normalise(Seed("a.csv", "0", TEXT, 0, "export", {"date": date, "title": "A"}), CONTEXT)
    known = normalise.until(made, When.parse("2021-05-25"))
    if stays:
        assert known == made
    else:
        assert known.article.date is None
        assert "date" not in known.evidence
        assert [(problem.code, problem.severity) for problem in known.problems] == [("S64", "warning")]
        assert made.evidence["date"] == Evidence("stated.date", date)
