"""Web pages: what they state and what they show."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dateline import normalise
from dateline.config import Source
from dateline.model import Draft, Seed
from dateline.normalise import accounting

TITLE = "Harbour closes for a month while divers look at the wall"
PARAGRAPHS = (
    "The council closed the harbour on Monday so that divers can look at the wall, which is a century old.",
    "Fishermen had asked that the work wait until the herring season is over; walls do not wait, said the mayor.",
    "The ferry to the islands will leave from the old pier, and lorries have to take the road around the bay.",
)
LD = json.dumps(
    {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2021-05-25T16:17:00+03:00",
        "dateModified": "2023-01-01",
        "author": [{"@type": "Person", "name": "Anna Lind"}],
        "articleSection": "Coast",
    }
)


def page(head: str = "", before: str = "", after: str = "", title: str = f"{TITLE} | Lund News") -> str:
    text = "".join(f"<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{head}</head><body>\n"
        f"<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>\n<article>{before}\n{text}</article>{after}\n"
        "<footer>All rights reserved</footer></body></html>"
    )


def draft(text: str, url: str = "https://lund.example.org/a", **context: Any) -> Draft:
    seed = Seed("a.html", "0", text, format="page", fields={"url": url} if url else {})
    made = normalise.normalise(seed, normalise.Context(language="en", **context))
    assert accounting.lost(seed, made) == []
    return made


def test_a_page_that_states_everything() -> None:
    head = f'<meta property="og:site_name" content="Lund News"><script type="application/ld+json">{LD}</script>'
    made = draft(page(head, f"<h1>{TITLE}</h1>"))
    article = made.article
    assert article.title == TITLE
    assert str(article.date) == "2021-05-25T16:17"
    assert (article.source, article.author, article.section) == ("Lund News", ("Anna Lind",), "Coast")
    assert (article.language, article.url) == ("en", "https://lund.example.org/a")
    assert article.body == "\n\n".join(PARAGRAPHS)
    assert "Sport" in "".join(item.text for item in made.set_aside)


def test_a_page_that_states_nothing_shows_its_date_and_author() -> None:
    made = draft(page(before=f"<h1>{TITLE}</h1><div>By Bo Ek</div><div>25 May 2021, 16:17</div>"), url="")
    assert made.article.title == TITLE
    assert made.evidence["date"].rule == "date.beside-headline"
    assert str(made.article.date) == "2021-05-25T16:17"
    assert made.article.author == ("Bo Ek",)


@pytest.mark.parametrize(
    ("title", "headings", "expected"),
    [
        (f"{TITLE} | Lund News", ("Lund News", TITLE), TITLE),
        (f"{TITLE} - Lund News", (), TITLE),
        (f"{TITLE} | Lund News", (), TITLE),
        ("Lund News", (TITLE,), TITLE),
    ],
)
def test_headlines(title: str, headings: tuple[str, ...], expected: str) -> None:
    before = "".join(f"<h1>{heading}</h1>" for heading in headings)
    assert draft(page(before=before, title=title), url="").article.title == expected


def test_a_date_in_utc_is_set_to_the_clock_of_the_page() -> None:
    head = '<meta property="article:published_time" content="2021-05-26T02:41:00Z">'
    made = draft(page(head, f"<h1>{TITLE}</h1><div>May 25, 2021</div>"))
    assert str(made.article.date) == "2021-05-25"
    assert made.evidence["date"].conflicts


def test_an_outlet_of_site_yaml_is_known_by_its_address() -> None:
    outlets = (Source("The Lund News", homepage="https://www.lund.example.org/"),)
    assert draft(page(before=f"<h1>{TITLE}</h1>"), outlets=outlets).article.source == "The Lund News"


def test_what_the_text_says_cannot_run() -> None:
    text = page(before=f"<h1>{TITLE}</h1>").replace("Fishermen", "&lt;script&gt;alert(1)&lt;/script&gt; Fishermen")
    assert "<script>" not in draft(text).article.body


def test_a_text_that_only_a_script_would_show() -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS).replace("<", "\\u003c")
    script = f'<script>x = {{"html":"{body}"}}</script>'
    text = f"<html><head><title>{TITLE}</title></head><body><div id=a></div>{script}</body></html>"
    seed = Seed("a.html", "0", text, format="page")
    assert normalise.normalise(seed, normalise.Context()).article.body == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "text",
    [
        "<html>",
        "<html><body></body></html>",
        "<title>x",
        f"<html><title>{TITLE}<body><p>{PARAGRAPHS[0]}",
        "<p>" * 5000 + "x",
    ],
)
def test_broken_pages_are_read_as_far_as_they_go(text: str) -> None:
    seed = Seed("some.html", "0", text, format="page")
    assert normalise.normalise(seed, normalise.Context()).article.title
