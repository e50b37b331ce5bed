"""Texts of LibreOffice (.odt)."""

from __future__ import annotations

import pytest

from tests.hostile.bad_bytes import zipped
from tests.hostile.office_files import odt, odt_paragraph
from tests.seeds.reading import read

TITLE, TEXT = "Harbour closes", "The council closed the harbour for a month on Monday, to look at its wall."


def test_paragraphs_headings_links_lists_and_tables_in_their_order() -> None:
    linked = (
        'A <text:span>&lt;b&gt;</text:span> of <text:a xlink:href="https://a.example/?a=1&amp;b=2">it</text:a>'
        '<text:line-break/>and <text:a xlink:href="javascript:x">on</text:a>.'
    )
    body = (
        f"<text:sequence-decls/>{odt_paragraph(TITLE, 'P1')}{odt_paragraph('25<text:s/>May 2021')}"
        f'<text:h text:outline-level="2">The wall</text:h>{odt_paragraph("")}{odt_paragraph(linked)}'
        f"<text:list><text:list-item>{odt_paragraph('One')}</text:list-item><text:list-item>{odt_paragraph('Two')}"
        "</text:list-item></text:list><table:table><table:table-row><table:table-cell>"
        f"{odt_paragraph('Tide')}</table:table-cell></table:table-row></table:table>"
    )
    (seed,), problems = read("a.odt", odt(body))
    assert problems == []
    assert (seed.format, seed.fields) == ("document", {"title": TITLE})
    assert [line for line in seed.text.splitlines() if line] == [
        f'<h1 class="title">{TITLE}</h1>',
        "<p>25 May 2021</p>",
        "<h2>The wall</h2>",
        '<p>A &lt;b&gt; of <a href="https://a.example/?a=1&amp;b=2">it</a><br>and on.</p>',
        "<ul><li><p>One</p></li><li><p>Two</p></li></ul>",
        "<table><tr><td><p>Tide</p></td></tr></table>",
    ]


def test_notes_stand_behind_and_what_is_no_text_is_left_out() -> None:
    body = f"<text:note-body>{odt_paragraph('A note.')}</text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    gone = f"<text:tracked-changes><text:deletion>{odt_paragraph('Gone.')}</text:deletion></text:tracked-changes>"
    said = f"<office:annotation>{odt_paragraph('A comment.')}</office:annotation>"
    box = f"<draw:frame><draw:text-box>{odt_paragraph('In a box.')}</draw:text-box></draw:frame>"
    (seed,), _ = read("a.odt", odt(f"{gone}{odt_paragraph(f'{TEXT}{note}{said}{box}')}{odt_paragraph('End.')}"))
    assert seed.text.splitlines() == [f"<p>{TEXT}</p>", "<p>End.</p>", "<p>A note.</p>", "<p>In a box.</p>"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (odt(odt_paragraph(" ")), "S35"),
        (b"PK broken", "S34"),
        (zipped({"a.txt": b"x"}), "S34"),
        (odt(odt_paragraph(TEXT), before='<!DOCTYPE x [<!ENTITY a "ha">]>'), "S34"),
        (odt("<text:p>"), "S34"),
        (odt(odt_paragraph(TEXT), **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "S33"),
        (odt(odt_paragraph(" " * 45_000_000)), "S41"),
        (odt("<text:section>" * 20_000 + "</text:section>" * 20_000 + odt_paragraph(TEXT)), "S14"),
    ],
)
def test_what_cannot_be_read_is_one_problem(data: bytes, code: str) -> None:
    found, (problem,) = read("a.odt", data)
    assert (found, problem.code, bool(problem.hint)) == ([], code, True)
