"""Text exports of news databases. A case is a file in cases/, and beside it a list of the seeds that come of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from dateline import normalise
from tests.hostile.office_files import docx, table
from tests.seeds.reading import TEXT, TITLE, read

# The cover of an export, and what stands below its last article.
OF_NONE = {"nexis-uni.txt": range(1, 11), "factiva-codes.txt": range(50, 53)}
CASES = Path(__file__).parent / "cases"
HEAD = f"{TITLE}\nLund News\nMarch 5, 2021 Friday\n\nCopyright 2021 Lund News\n\nSection: NEWS\nLength: 12 words\n\n"
UNI = f"{HEAD}Body\n\n{TEXT}\n\nLoad-Date: March 5, 2021\n\nEnd of Document\n"
TOP = f"1 of 1 DOCUMENT\n\nLund News\n\nMarch 5, 2021 Friday\n\n{TITLE}\n\n"
COUNTED = f"{TOP}LENGTH: 12 words\n\n{TEXT}\n\nLANGUAGE: ENGLISH"
NUMBER = "Document LUNDNW0020210305eh3500001"
CODED = f"HD{{0}}{TITLE}\nPD{{0}}5 March 2021\nSN{{0}}Lund News\nLP{{0}}{TEXT}\nAN{{0}}{NUMBER}\n"
ORDERED = (
    f"{TITLE}\n12 words\n5 March 2021\nLund News\nLUNDNW\nEnglish\nCopyright 2021 Lund News\n\n{TEXT}\n\n{NUMBER}\n"
)


@pytest.mark.parametrize("name", ["nexis-classic.txt", "nexis-uni.txt", "factiva-codes.txt", "factiva.txt"])
def test_what_news_databases_export(name: str) -> None:
    expected = yaml.load((CASES / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - all text
    found, problems = read(name, (CASES / name).read_bytes())
    assert [(problem.code, problem.line) for problem in problems] == [("S45", n) for n in OF_NONE.get(name, ())[:1]]
    assert {seed.format for seed in found} == {"export"}
    assert expected == [
        {
            "record": str(seed.record),
            "first_line": str(seed.first_line),
            **seed.fields,
            "text": seed.text,
            "apart": [{f"{part.line} {part.reason}": part.text} for part in seed.apart],
        }
        for seed in found
    ]


@pytest.mark.parametrize("name", ["nexis-classic.txt", "nexis-uni.txt", "factiva-codes.txt", "factiva.txt"])
def test_no_line_of_an_export_is_lost(name: str) -> None:
    data = (CASES / name).read_text(encoding="utf-8")
    found, _ = read(name, data)
    data = "\n".join(line for n, line in enumerate(data.split("\n"), 1) if n not in OF_NONE.get(name, ()))
    said = [text for seed in found for text in (seed.text, *seed.fields.values(), *(one.text for one in seed.apart))]
    known = {*words(" ".join(said)), *words("Body: Graphic HEADLINE: HIGHLIGHT: AUTOR: Friday Saturday Sonntag German")}
    known |= {
        *words("English Deutsch Language: Sprache: Dateline: Byline: HD BY WC PD ET SN SC PG LA CY LP TD RE PUB NS")
    }
    assert words(data) <= known | words("SE CO IN AN")


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\s(),;:]+", text.casefold()))


@pytest.mark.parametrize(
    "text",
    [
        UNI,
        UNI.replace("Copyright 2021 Lund News\n", ""),
        COUNTED,
        CODED.format("   "),
        CODED.format("\t"),
        CODED.format(" "),
        CODED.format(" \n"),
        ORDERED,
        ORDERED.replace("\n", "\n\n"),
        UNI.replace("\n", "\n\n"),
        COUNTED.replace("1 of 1 DOCUMENT", "Document 1 of 1"),
        COUNTED.replace("LENGTH: 12 words", "LENGTH: 12 words\n\nBODY:"),
    ],
)
def test_one_article_in_either_layout(text: str) -> None:
    (seed,), problems = read("a.txt", text)
    assert problems == []
    assert (seed.record, seed.fields["title"], seed.fields["source"]) == (0, TITLE, "Lund News")
    assert [part for part in seed.text.split("\n") if part] == [part for part in TEXT.split("\n") if part]
    draft = normalise.normalise(seed, normalise.Context())
    assert str(draft.article.date) == "2021-03-05"
    assert {part.reason for part in draft.set_aside} <= {"note of the news database", "rights notice"}


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{TEXT}\n\nEnd of Document\n",
        f"{TITLE}\n\n5 March 2021\n\nBody\n\n{TEXT}\n\nEnd of Document\n",
        f"{TITLE}\n\n{TEXT}\n\n1 of 3 documents\n\n{TEXT}\n\n2 of 3 documents\n",
        f"{TITLE}\n\nThe note said:\n\nLENGTH: 12 words\n\n{TEXT}\n\nEnd of Document\n",
        UNI.replace("End of Document", "The end"),
        UNI.replace("Length: 12 words\n", ""),
        UNI.replace("March 5, 2021 Friday\n", ""),
        COUNTED.replace("1 of 1 DOCUMENT", "1 of 1"),
        f"{TITLE}\n\n{TEXT}\n\nHe showed us:\n\n{NUMBER}\n",
        ORDERED.replace("12 words\n", ""),
        ORDERED.replace("LUNDNW\nEnglish\n", ""),
        CODED.format("   ").replace("SN   ", ""),
        f"HD\n\n{TITLE}\n\nPD\n\n{TEXT}\n",
    ],
)
def test_what_only_looks_a_little_like_it_is_read_as_any_text(text: str) -> None:
    (seed,), problems = read("a.txt", text)
    assert problems == []
    assert (seed.text, seed.record, seed.format, seed.apart) == (text, None, "text", ())


def test_an_article_whose_head_is_not_understood_is_said_and_kept() -> None:
    found, (problem,) = read("a.txt", f"{UNI}\nSomething else\n\n{TEXT}\n\nEnd of Document\n\n{UNI}")
    assert (problem.code, problem.severity, problem.line) == ("S32", "warning", UNI.count("\n") + 2)
    assert [(seed.record, seed.format) for seed in found] == [(0, "export"), (1, "text"), (2, "export")]
    assert found[1].text.startswith("Something else")


@pytest.mark.parametrize(
    "line", ["IN the harbour it is quiet.", "LOAD-DATE: he read it aloud.", "Language: that is all."]
)
def test_a_text_may_begin_a_line_like_a_label(line: str) -> None:
    for text in (UNI, COUNTED, CODED.format("  "), CODED.format(" "), ORDERED):
        (seed,), _ = read("a.txt", text.replace(TEXT, f"{TEXT}\n\n{line}\n\n{TEXT}"))
        assert line in seed.text


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By ANNA LIND and BO EK", ("Anna Lind", "Bo Ek")),
        ("Anna Lind in Brussels, Bo Ek in Riga and Karin Ask", ("Anna Lind", "Bo Ek", "Karin Ask")),
        ("ANNA McNEIL; anna@lundnews.example; Compiled by staff", ("Anna McNeil",)),
        ("Anna Lind, AP", ("Anna Lind", "AP")),
    ],
)
def test_who_wrote_it(byline: str, authors: tuple[str, ...]) -> None:
    (seed,), _ = read("a.txt", UNI.replace("Length:", f"Byline: {byline}\nLength:"))
    assert normalise.normalise(seed, normalise.Context()).article.author == authors


@pytest.mark.parametrize(
    ("said", "section"),
    [
        ("Section A; Column 1; Foreign Desk; Pg. 1", "Foreign Desk"),
        ("NEWS; Pg. 2", "NEWS"),
        ("Art; Pg. B7", "Art"),
        ("Pg. 7", None),
    ],
)
def test_which_part_of_the_paper(said: str, section: str | None) -> None:
    (seed,), _ = read("a.txt", UNI.replace("Section: NEWS", f"Section: {said}"))
    assert seed.fields.get("section") == section


@pytest.mark.parametrize(
    ("above", "said"),
    [
        ("", {"title": TITLE}),
        ("News\n", {"section": "News", "title": TITLE}),
        ("World News\nHarbour Closes\n", {"section": "World News", "title": "Harbour Closes"}),
        ("Harbour closes today\nAnna Lind\n", {"title": "Harbour closes today", "author": "Anna Lind"}),
        (f"News\n{TITLE}\nBy ANNA LIND\n", {"section": "News", "title": TITLE, "author": "By Anna Lind"}),
    ],
)
def test_what_stands_above_the_number_of_words(above: str, said: dict[str, str]) -> None:
    text = ORDERED if above in ("", "News\n") else ORDERED.removeprefix(f"{TITLE}\n")
    (seed,), _ = read("a.txt", above + text)
    assert {name: seed.fields[name] for name in ("section", "title", "author") if name in seed.fields} == said
    assert seed.text == TEXT


def test_a_cover_that_lists_a_hundred_headlines() -> None:
    cover = "Documents (100)\n" + "".join(f"{n}. March 5, 2021: harbour closes, part {n}\n" for n in range(100))
    (seed,), (problem,) = read("a.txt", cover + UNI)
    assert (seed.fields["title"], seed.text) == (TITLE, TEXT)
    assert (problem.code, problem.severity, problem.line) == ("S45", "note", 1)
    assert problem.message.startswith("has 101 lines")


@pytest.mark.parametrize(("said", "date"), [("March 2021", "2021-03"), ("March/April 2021", "2021-04")])
def test_a_monthly_has_no_day(said: str, date: str) -> None:
    for text in (UNI, COUNTED):
        (seed,), _ = read("a.txt", text.replace("March 5, 2021 Friday", said))
        assert seed.fields["title"] == TITLE
        assert str(normalise.normalise(seed, normalise.Context()).article.date) == date


@pytest.mark.parametrize(
    ("said", "outlet"),
    [
        ("Lund News - Final Edition", "Lund News"),
        ("Lund News(London)", "Lund News (London)"),
        ("Lund News, First Edition", "Lund News"),
        ("The Edition", "The Edition"),
        ("Agence Lund -- English", "Agence Lund"),
        ("Lund -- the paper", "Lund -- the paper"),
    ],
)
def test_which_paper(said: str, outlet: str) -> None:
    (seed,), _ = read("a.txt", UNI.replace("\nLund News\n", f"\n{said}\n"))
    assert seed.fields["source"] == outlet


def test_the_feet_of_printed_pages_are_none_of_the_text() -> None:
    foot = "Page 2 of 25 © 2021 Factiva, Inc. All rights reserved."
    for text in (ORDERED, CODED.format("   ")):
        (seed,), (problem,) = read("a.txt", text.replace(TEXT, f"{TEXT}\n\n{foot}\n\nThe end."))
        assert "\n".join(line for line in seed.text.split("\n") if line) == f"{TEXT}\nThe end.".replace("\n\n", "\n")
        assert problem.code == "S45"


def test_codes_in_a_table_of_word() -> None:
    rows = [line.split("|") for line in CODED.format("|").split("\n") if "|" in line]
    cells = table(*[(code, rest) for code, rest in rows[:3]], ("LP", "One."), ("AN", NUMBER))
    (seed,), problems = read("a.docx", docx(cells))
    assert problems == []
    assert (seed.fields["title"], seed.fields["source"], seed.text) == (TITLE, "Lund News", "One.")


def test_two_articles_of_which_one_has_no_number_are_not_made_one() -> None:
    two = CODED.format("   ").replace(f"AN   {NUMBER}\n", "") + CODED.format("   ")
    found, (problem,) = read("a.txt", CODED.format("   ") + two)
    assert [(seed.format, seed.text.count(TEXT)) for seed in found] == [("export", 1), ("text", 2)]
    assert problem.code == "S32"
