"""Word documents and tables of Excel; the files are made by hand (tests/office_files.py)."""

from __future__ import annotations

import sys

import pytest

from tests.bad_bytes import OLD, database, zipped
from tests.office_files import docx, link, paragraph
from tests.seeds.reading import TEXT, TITLE, read

BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'


def test_a_document_is_its_paragraphs() -> None:
    linked = f"<w:p>{link('the notice', 'https://example.org/a')}</w:p>"
    gone = (
        "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>a &lt; b</w:t></w:r></w:ins></w:p>"
    )
    (seed,), problems = read("a.docx", docx(paragraph(TITLE, "Title"), paragraph("One.", "Quote"), linked, gone))
    assert problems == []
    assert (seed.format, seed.record, seed.fields) == ("document", None, {"title": TITLE})
    assert [line for line in seed.text.split("\n") if line.startswith("<p>")] == [
        "<p>One.</p></blockquote>",
        '<p><a href="https://example.org/a">the notice</a></p>',
        "<p>a &lt; b</p>",
    ]


def test_who_saved_a_document_and_when_is_not_who_wrote_it() -> None:
    said = "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' "
    said += "xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator>Bo Ek</dc:creator></cp:coreProperties>"
    (seed,), _ = read("a.docx", docx(paragraph(TITLE), paragraph(TEXT), **{"../docProps/core.xml": said}))
    assert seed.fields == {}


def test_a_style_map_within_a_document_is_not_believed() -> None:
    own = {"../mammoth/style-map": "p => script:fresh"}
    (seed,), _ = read("a.docx", docx(paragraph("alert(1)"), **own))
    assert seed.text == "<p>alert(1)</p>"


def test_an_export_of_a_news_database_as_a_document() -> None:
    export = [paragraph(line, "heading1" * (not n)) for n, line in enumerate((database(1) + database(2)).split("\n"))]
    found, problems = read("a.docx", docx(*export))
    assert problems == []
    assert [(seed.record, seed.format, seed.fields["source"]) for seed in found] == [
        (0, "export", "Lund News"),
        (1, "export", "Lund News"),
    ]
    assert "ward 2" in found[1].text
    assert "Load-Date" not in found[1].text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK broken", "S34"),
        (OLD + b"\0" * 99, "S34"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "S33"),
        (zipped({"a.txt": b"x"}), "S34"),
        (zipped({"[Content_Types].xml": b"<x/>", "word/a.xml": b"<x/>", "xl/a.xml": b"<x/>"}), "S34"),
        (zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x", "xl/workbook.xml": b"<x"}), "S34"),
        (zipped({"[Content_Types].xml": b"<x/>", "word/a.xml": b"0" * 20_000_000, "xl/a": b"0" * 20_000_000}), "S41"),
    ],
)
@pytest.mark.parametrize("path", ["a.docx"])
def test_what_is_broken_is_one_problem(path: str, data: bytes, code: str) -> None:
    found, (problem,) = read(path, data)
    assert (found, problem.code) == ([], code)
    assert problem.hint


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (docx(), "S35"),
        (docx(paragraph(" \u00a0")), "S35"),
        (docx(paragraph(TEXT), before=BOMB), "S34"),
        (docx(paragraph(TEXT), **{"styles.xml": f"{BOMB}<x>&b;</x>"}), "S34"),
        (docx("<w:p>" * 20_000 + "</w:p>" * 20_000), "S14"),
    ],
)
def test_a_document_without_a_text_that_can_be_read(data: bytes, code: str) -> None:
    found, (problem,) = read("a.docx", data)
    assert (found, problem.code) == ([], code)


def test_a_document_that_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.seeds.word.MAX_XML", 2000)
    found, (problem,) = read("a.docx", docx(*[paragraph(TEXT)] * 99))
    assert (found, problem.code) == ([], "S36")


@pytest.mark.parametrize(("path", "package"), [("a.docx", "mammoth")])
def test_a_package_that_is_not_installed_is_named(path: str, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    found, (problem,) = read(path, docx(paragraph(TEXT)))
    assert (found, problem.code) == ([], "S50")
    assert package in problem.message
    assert f"dateline[{path.removeprefix('a.')}]" in problem.hint
