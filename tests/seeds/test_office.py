"""Word documents and tables of Excel; the files are made by hand (tests/hostile/office_files.py)."""

from __future__ import annotations

import io
import sys
import zipfile

import pytest

from tests.hostile.bad_bytes import OLD, database, locked, zipped
from tests.hostile.office_files import docx, link, paragraph, xlsx
from tests.seeds.reading import TEXT, TITLE, read

HEADER: list[object] = ["Title", "Text"]
LINE: list[object] = [TITLE, TEXT]
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
        (locked(), "S33"),
        (zipped({"[Content_Types].xml": b"<x/>", "word/a.xml": b"<x/>", "xl/a.xml": b"<x/>"}), "S34"),
        (zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x", "xl/workbook.xml": b"<x"}), "S34"),
        (zipped({"[Content_Types].xml": b"<x/>", "word/a.xml": b"0" * 20_000_000, "xl/a": b"0" * 20_000_000}), "S41"),
    ],
)
@pytest.mark.parametrize("path", ["a.docx", "a.xlsx"])
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


@pytest.mark.parametrize(("part", "code"), [("word/x.bin", "S34"), ("word/media/x.svg", None)])
def test_what_is_xml_by_another_name(part: str, code: str | None) -> None:
    _, problems = read("a.docx", docx(paragraph(TEXT), **{f"../{part}": f"{BOMB}<x>&b;</x>"}))
    assert [problem.code for problem in problems] == ([code] if code else [])


def test_a_file_that_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.seeds.office.word.MAX_XML", 2000)
    monkeypatch.setattr("dateline.seeds.office.workbook.MAX_XML", 2000)
    for path, data in (("a.docx", docx(*[paragraph(TEXT)] * 99)), ("a.xlsx", xlsx([HEADER, *[LINE] * 99]))):
        found, (problem,) = read(path, data)
        assert (found, problem.code) == ([], "S36")


@pytest.mark.parametrize(("path", "package"), [("a.docx", "mammoth"), ("a.docx", "lxml"), ("a.xlsx", "openpyxl")])
def test_a_package_that_is_not_installed_is_named(path: str, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    found, (problem,) = read(path, docx(paragraph(TEXT)))
    assert (found, problem.code) == ([], "S50")
    assert package in problem.message
    assert f"dateline[{path.removeprefix('a.')}]" in problem.hint


def test_a_list_of_media_monitoring() -> None:
    rows: list[list[object]] = [
        ["Harbour, May 2021"],
        [],
        ["Date", "Headline", "URL", "Hit Sentence", "Outlet Name", "Influencer", "Language", "Reach"],
        [("date", 44341.6785), TITLE, "https://example.org/a", TEXT, "Lund News", "Anna Lind", "en", 1200],
        [("date", 44342), "=1+1", None, TEXT],
    ]
    found, problems = read("a.xlsx", xlsx(rows))
    assert problems == []
    assert [(seed.record, seed.first_line, seed.text, seed.format) for seed in found] == [
        (0, 4, TEXT, "export"),
        (1, 5, TEXT, "export"),
    ]
    assert found[0].fields == {
        "title": TITLE,
        "date": "2021-05-25T16:17",
        "url": "https://example.org/a",
        "summary": TEXT,
        "source": "Lund News",
        "author": "Anna Lind",
        "language": "en",
    }
    assert found[1].fields == {"title": "worked out before", "date": "2021-05-26", "summary": TEXT}


def test_every_sheet_is_read_and_records_are_counted_through() -> None:
    about: list[list[object]] = [["Articles", 3], ["Reach", 1200.0]]
    found, problems = read("a.xlsx", xlsx(about, [HEADER, ["a", "One."], ["b", "Two."]], [], [HEADER, ["c", 3.0]]))
    assert problems == []
    assert [(seed.record, seed.fields["title"], seed.text) for seed in found] == [
        (0, "a", "One."),
        (1, "b", "Two."),
        (2, "c", "3"),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (xlsx([]), "S37"),
        (xlsx([], [[None, " "]]), "S37"),
        (xlsx([["a", "b"], [1, 2]]), "S20"),
        (xlsx([["a", "b"]], [["c", 1]]), "S20"),
        (xlsx([["title", "url"], ["a", "https://example.org/a"]]), "S20"),
        (xlsx([HEADER]), "S22"),
        (xlsx([HEADER, ["a", "One."]], before=BOMB), "S34"),
    ],
)
def test_a_workbook_without_an_article_that_can_be_read(data: bytes, code: str) -> None:
    found, (problem,) = read("a.xlsx", data)
    assert (found, problem.code) == ([], code)
    assert problem.hint


def test_a_sheet_of_empty_cells_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    far = b'<c t="inlineStr"><is><t>One.</t></is></c></row><row r="3"><c r="XFD3"><v>1</v></c></row>'
    data = _with(xlsx([HEADER, ["a", "One."]]), b'<c t="inlineStr"><is><t>One.</t></is></c></row>', far)
    monkeypatch.setattr("dateline.seeds.office.workbook.MAX_CELLS", 10_000)
    found, (problem,) = read("a.xlsx", data)
    assert (found, problem.code) == ([], "S38")
    monkeypatch.setattr("dateline.seeds.office.workbook.EMPTY", 100)
    (seed,), _ = read("a.xlsx", _with(data, b'<row r="3"><c r="XFD3">', b'<row r="99999999999"><c>'))
    assert seed.text == "One."


def _with(data: bytes, part: bytes, instead: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({name: archive.read(name).replace(part, instead) for name in archive.namelist()})


@pytest.mark.parametrize(
    ("header", "links", "urls"),
    [
        (["Title", "Text"], {"A2": "https://example.org/a"}, ["https://example.org/a", None]),
        (["Title", "Text", "Link"], {"C3": "https://example.org/b"}, ["Read it", "https://example.org/b"]),
        (["Title", "Text", "Link"], {"A2": "https://example.org/a"}, ["https://example.org/a", "Read it"]),
        (["Title", "Text"], {"B2": "https://example.org/a", "A3:A3": "mailto:a@example.org"}, [None, None]),
    ],
)
def test_a_cell_that_is_a_link(header: list[object], links: dict[str, str], urls: list[str | None]) -> None:
    rows: list[list[object]] = [[title, TEXT, *(["Read it"] if len(header) > 2 else [])] for title in ("One", "Two")]
    found, problems = read("a.xlsx", xlsx([header, *rows], [HEADER, ["Three", TEXT]], links=links))
    assert problems == []
    assert [seed.fields.get("url") for seed in found] == [*urls, None]
