"""Texts of LibreOffice (.odt)."""

from __future__ import annotations

import pytest

from tests.bad_bytes import zipped
from tests.seeds.reading import read

NAMES = ("office", "text", "style", "table", "draw")
SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in NAMES)
TITLE, TEXT = "Harbour closes", "The council closed the harbour for a month on Monday, to look at its wall."


def odt(body: str, before: str = "", **parts: str) -> bytes:
    """A file by hand, after OpenDocument 1.3."""
    styles = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    text = (
        f'{before}<office:document-content {SPACES} xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>'
        f"{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    named = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": text, **parts}
    return zipped({name: part.encode() for name, part in named.items()})


def paragraph(words: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def test_paragraphs_headings_links_lists_and_tables_in_their_order() -> None:
    linked = (
        'A <text:span>&lt;b&gt;</text:span> of <text:a xlink:href="https://a.example/?a=1&amp;b=2">it</text:a>'
        '<text:line-break/>and <text:a xlink:href="javascript:x">on</text:a>.'
    )
    body = (
        f"<text:sequence-decls/>{paragraph(TITLE, 'P1')}{paragraph('25<text:s/>May 2021')}"
        f'<text:h text:outline-level="2">The wall</text:h>{paragraph("")}{paragraph(linked)}'
        f"<text:list><text:list-item>{paragraph('One')}</text:list-item><text:list-item>{paragraph('Two')}"
        "</text:list-item></text:list><table:table><table:table-row><table:table-cell>"
        f"{paragraph('Tide')}</table:table-cell></table:table-row></table:table>"
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
    body = f"<text:note-body>{paragraph('A note.')}</text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    gone = f"<text:tracked-changes><text:deletion>{paragraph('Gone.')}</text:deletion></text:tracked-changes>"
    said = f"<office:annotation>{paragraph('A comment.')}</office:annotation>"
    box = f"<draw:frame><draw:text-box>{paragraph('In a box.')}</draw:text-box></draw:frame>"
    (seed,), _ = read("a.odt", odt(f"{gone}{paragraph(f'{TEXT}{note}{said}{box}')}{paragraph('End.')}"))
    assert seed.text.splitlines() == [f"<p>{TEXT}</p>", "<p>End.</p>", "<p>A note.</p>", "<p>In a box.</p>"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (odt(paragraph(" ")), "S35"),
        (b"PK broken", "S34"),
        (zipped({"a.txt": b"x"}), "S34"),
        (odt(paragraph(TEXT), before='<!DOCTYPE x [<!ENTITY a "ha">]>'), "S34"),
        (odt("<text:p>"), "S34"),
        (odt(paragraph(TEXT), **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "S33"),
        (odt(paragraph(" " * 45_000_000)), "S41"),
        (odt("<text:section>" * 20_000 + "</text:section>" * 20_000 + paragraph(TEXT)), "S14"),
    ],
)
def test_what_cannot_be_read_is_one_problem(data: bytes, code: str) -> None:
    found, (problem,) = read("a.odt", data)
    assert (found, problem.code, bool(problem.hint)) == ([], code, True)
