"""Word documents: what is a headline, a byline, a date; what stays of how paragraphs are set."""

from __future__ import annotations

from dateline import config, normalise, seeds
from dateline.model import Draft, Seed
from dateline.normalise import accounting
from tests.hostile.bad_bytes import FIRST, SECOND, TITLE, said
from tests.hostile.office_files import W, docx, link, paragraph, table


def made(*paragraphs: str, parts: dict[str, str] | None = None) -> Draft:
    (seed,) = seeds.read("a.docx", docx(*paragraphs, **(parts or {})))
    assert isinstance(seed, Seed)
    draft = normalise.normalise(seed, normalise.context(config.Config(), [seed]))
    assert accounting.lost(seed, draft) == []
    return draft


def test_how_paragraphs_are_set_stays() -> None:
    draft = made(
        paragraph(TITLE, "Title"),
        paragraph("By Anna Lind"),
        paragraph("25 May 2021 16:17"),
        paragraph(FIRST),
        paragraph("What divers do", "heading1"),
        paragraph("Look at the wall", numbering="1"),
        paragraph("Look at the mole", numbering="1"),
        paragraph("Write it down", numbering="2"),
        f"<w:p>{link('The notice', 'https://example.org/a')}<w:r><w:t> hangs at the harbour's gate.</w:t></w:r></w:p>",
        paragraph(SECOND, "Quote"),
        table(("Pier", "Opens"), ("North", "May")),
        paragraph("1. That is *all* <b>we</b> know, said the harbour master on Tuesday morning."),
    )
    article = draft.article
    assert (article.title, article.author, str(article.date)) == (TITLE, ("Anna Lind",), "2021-05-25T16:17")
    assert article.body.split("\n\n") == [
        FIRST,
        "## What divers do",
        "- Look at the wall\n- Look at the mole",
        "1. Write it down",
        "[The notice](https://example.org/a) hangs at the harbour's gate.",
        f"> {SECOND}",
        "| Pier | Opens |\n| --- | --- |\n| North | May |",
        "1\\. That is \\*all\\* &lt;b>we&lt;/b> know, said the harbour master on Tuesday morning.",
    ]
    assert [(part.line, part.reason) for part in draft.set_aside] == [(2, "byline"), (3, "date")]
    assert draft.evidence["title"].rule == "headline.heading"
    assert draft.evidence["date"].line == 3


def test_a_heading_below_a_line_or_two_is_the_headline() -> None:
    article = made(paragraph("25 May 2021"), paragraph(TITLE, "heading1"), paragraph(FIRST), paragraph(SECOND)).article
    assert (article.title, str(article.date), article.body) == (TITLE, "2021-05-25", f"{FIRST}\n\n{SECOND}")


def test_a_heading_below_a_paragraph_is_none() -> None:
    article = made(paragraph(TITLE), paragraph(FIRST), paragraph("What next", "heading1"), paragraph(SECOND)).article
    assert (article.title, article.body) == (TITLE, f"{FIRST}\n\n## What next\n\n{SECOND}")


def test_a_page_that_was_pasted_is_told_as_any_text() -> None:
    lines = (TITLE, "By Anna Lind", FIRST, "Share this article", SECOND, said(1), "Copyright 2021 Lund News")
    draft = made(*map(paragraph, lines))
    assert (draft.article.title, draft.article.source) == (TITLE, "Lund News")
    assert draft.article.body == f"{FIRST}\n\n{SECOND}\n\n{said(1)}"
    assert [part.reason for part in draft.set_aside] == ["byline", "sharing or following", "rights notice"]
    assert draft.article.date is None


def test_a_document_of_a_table_alone_keeps_it() -> None:
    assert made(paragraph(TITLE, "heading1"), table(("Pier", "Opens"), ("North", "May"))).article.body.startswith(
        "| Pier"
    )


def test_two_articles_in_one_document_are_said() -> None:
    one = [TITLE, "25 May 2021", FIRST, said(1)]
    other = ["Theatre opens again with a play about rivers", "27 May 2021", SECOND + " " + FIRST, said(2)]
    assert [problem.code for problem in made(*map(paragraph, one + other)).problems] == ["S62"]


def test_short_sentences_at_the_end_stay() -> None:
    note = '<w:p><w:r><w:t>It is old.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{paragraph("Built in 1903.")}</w:footnote></w:footnotes>'
    lines = [paragraph(line) for line in (TITLE, FIRST, "Q: Why?", "A: Because the wall is old.", "Photo: Bo Ek")]
    assert made(*lines).article.body == f"{FIRST}\n\nQ: Why?\n\nA: Because the wall is old."
    body = made(*lines[:2], note, parts={"footnotes.xml": notes}).article.body
    assert body == f"{FIRST}\n\nIt is old.[1]\n\n1. Built in 1903."


def test_a_list_alone_makes_a_headline() -> None:
    article = made(*[paragraph(f"{FIRST} {n}.", numbering="1") for n in range(3)]).article
    assert article.title.startswith("The council closed the harbour")
    assert article.title_derived


def test_a_heading_with_nothing_below_is_set_aside() -> None:
    closing = "What comes next is a question that the council will answer in May, said the mayor."
    draft = made(paragraph(TITLE, "Title"), paragraph(FIRST), paragraph(closing, "heading1"))
    assert draft.article.body == FIRST
    assert [(part.line, part.text) for part in draft.set_aside] == [(3, closing)]
