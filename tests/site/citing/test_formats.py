"""BibTeX, RIS, CSL-JSON and COinS as the programs that read them see them."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
import rispy
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pybtex.database import parse_string

from dateline.library import shelve
from dateline.model import When
from dateline.site import citing
from dateline.site.citing import names
from dateline.site.words.language import Language
from tests.site.corpus import entry

PAGE = "https://harbour.example/file/2021/05/25/the-rule/"
NAMES = [next(iter(case.items())) for case in yaml.safe_load((Path(__file__).parent / "names.yaml").read_text("utf-8"))]
HARD = "50 % of {the} rule_s & \\more ~ $5 #1 ^ <b> “says” Õunapuu"
MARKED = {"author": ("Ludwig van der Berg", "Port News Desk"), "source": "Port & Gazette", "language": "en"}


def work(title: str = HARD, when: str = "2021-05-25T16:17", **more: Any) -> citing.Work:
    item = shelve([entry(title, when, **(MARKED | more))]).items[0]
    return citing.work(item, PAGE, "The Harbour File", [name for _, name in item.keys[:-1]])


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=[text for text, _ in NAMES])
def test_names(text: str, expected: str) -> None:
    found = names.parse(text)
    assert " | ".join(part for part in (found.family, found.given, found.suffix) if part) == expected


def bib(said: citing.Work) -> Any:
    return parse_string(citing.bibtex(said), "bibtex").entries[said.key]


def test_bibtex() -> None:
    found = bib(work(url="https://example.org/a?b=1&c={x}%20y"))
    assert found.type == "article"
    assert dict(found.fields) == {
        "title": "{50 \\% of \\textbraceleft{}the\\textbraceright{} rule\\_s \\& \\textbackslash{}more "
        "\\textasciitilde{} \\$5 \\#1 \\textasciicircum{} \\textless{}b\\textgreater{} “says” Õunapuu}",
        "journal": "Port \\& Gazette",
        "date": "2021-05-25",
        "year": "2021",
        "month": "May",
        "url": "https://example.org/a?b=1&c=%7Bx%7D%20y",
        "language": "en",
        "keywords": "Ada Õunapuu, Estonia, Finland, Shipping",
        "note": "The Harbour File",
    }
    person, desk = found.persons["author"]
    assert (person.first_names, person.prelast_names, person.last_names) == (["Ludwig"], ["van", "der"], ["Berg"])
    assert desk.last_names == ["{Port News Desk}"]


def test_bibtex_says_no_more_of_a_date_than_is_known() -> None:
    assert {name: bib(work(when="2021")).fields.get(name) for name in ("date", "year", "month")} == {
        "date": "2021",
        "year": "2021",
        "month": None,
    }
    assert "year" not in bib(work(when="")).fields
    assert bib(work(source="")).type == "misc"


@settings(deadline=None)
@given(st.text(min_size=1).filter(str.strip))
def test_no_title_breaks_a_record(title: str) -> None:
    said = replace(work("Notice", when="2020"), title=" ".join(title.split()))
    assert list(parse_string(citing.bibtex(said), "bibtex").entries) == [said.key]
    lines = citing.ris(said).split("\r\n")
    assert lines[-1] == ""
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert json.loads(json.dumps(citing.csl(said)))["title"] == said.title


def test_ris() -> None:
    [found] = rispy.loads(citing.ris(work(url="https://example.org/original", section="Port")))
    assert found == {
        "type_of_reference": "NEWS",
        "id": work().key,
        "authors": ["van der Berg, Ludwig", "Port News Desk"],
        "title": HARD,
        "secondary_title": "Port & Gazette",
        "year": "2021",
        "date": "2021/05/25/",
        "section": "Port",
        "language": "en",
        "keywords": ["Ada Õunapuu", "Estonia", "Finland", "Shipping"],
        "urls": ["https://example.org/original"],
        "name_of_database": "The Harbour File",
        "unknown_tag": {"AV": [PAGE]},
    }


@pytest.mark.parametrize(
    ("when", "said"), [("2021", "2021///"), ("2021-05", "2021/05//"), ("2021-05-25", "2021/05/25/")]
)
def test_a_date_of_ris_keeps_its_slashes(when: str, said: str) -> None:
    assert f"DA  - {said}\r\n" in citing.ris(work(when=when))


def test_ris_keeps_to_one_line_and_to_its_limits() -> None:
    said = citing.ris(work("A title\nof two\r\nlines", author=("*" + "x" * 300,)))
    assert "TI  - A title of two lines\r\n" in said
    assert f"AU  - {'x' * 255}\r\n" in said


def test_csl() -> None:
    assert citing.csl(work(url="https://example.org/original")) == {
        "id": work().key,
        "type": "article-newspaper",
        "title": HARD,
        "author": [{"family": "van der Berg", "given": "Ludwig"}, {"literal": "Port News Desk"}],
        "container-title": "Port & Gazette",
        "issued": {"date-parts": [[2021, 5, 25]]},
        "language": "en",
        "keyword": "Ada Õunapuu, Estonia, Finland, Shipping",
        "URL": "https://example.org/original",
        "archive": "The Harbour File",
        "archive_location": PAGE,
    }


@pytest.mark.parametrize(("when", "parts"), [("2021", [2021]), ("2021-05", [2021, 5]), ("2021-05-25", [2021, 5, 25])])
def test_date_parts_are_those_that_are_known(when: str, parts: list[int]) -> None:
    assert citing.csl(work(when=when))["issued"] == {"date-parts": [parts]}
    assert "issued" not in citing.csl(work(when=""))


def test_coins() -> None:
    found = parse_qs(citing.coins(work()), strict_parsing=True)
    assert found == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:dc"],
        "rft.type": ["newspaperArticle"],
        "rft.title": [HARD],
        "rft.creator": ["van der Berg, Ludwig"],
        "rft.aucorp": ["Port News Desk"],
        "rft.source": ["Port & Gazette"],
        "rft.date": ["2021-05-25"],
        "rft.identifier": [PAGE],
    }


def test_a_line_of_text() -> None:
    article = shelve([entry("The rule", "2021-05-25", source="Port Gazette", author=("C. Writer", "D. Other"))]).items[
        0
    ]
    assert citing.plain(article.entry.article, Language("en"), "The Harbour File", PAGE) == (
        f"C. Writer, D. Other, “The rule”, Port Gazette, 25 May 2021. The Harbour File, {PAGE}"
    )


def test_names_of_another_writing_keep_their_places_in_it() -> None:
    article = entry("خبر", "2021-05-25", author=("محمد",), source="Port Gazette").article
    assert citing.plain(article, Language("en"), "The Harbour File", "") == (
        "\u2068محمد\u2069, \u2068“خبر”\u2069, Port Gazette, 25 May 2021. The Harbour File."
    )


def test_months_are_macros_that_bibtex_knows() -> None:
    for month in range(1, 13):
        shown = bib(work(when=str(When(2021, month)))).fields["month"]
        assert shown == date(2021, month, 1).strftime("%B")
