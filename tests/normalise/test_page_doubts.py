"""Pages that are no article, or several: refused, or kept with a word."""

from __future__ import annotations

import pytest

from dateline import normalise
from dateline.model import Seed
from tests.normalise.made_page import PARAGRAPHS, TITLE, draft, page, stated


def listing(count: int) -> str:
    item = "<h2><a href='/{0}'>Another headline of some length {0}</a></h2><p>{1}</p>"
    text = "".join(
        item.format(i, f"Another article begins with this sentence, number {i} of all of them.") for i in range(count)
    )
    return f"<html><head><title>Lund News</title></head><body><main>{text}</main></body></html>"


NO_ARTICLES = {
    "front page": listing(12),
    "script": "<html><head><title>A page</title></head><body><script>load()</script></body></html>",
    "error": "<title>404 Not Found</title><h1>Not Found</h1><p>The requested address was not found on this server.</p>",
    "consent": "<title>Before you continue</title><p>We use cookies and data to deliver and maintain services.</p>",
    "search": listing(12).replace("<p>", "<p>… ").replace("all of them.", "all of them …"),
}


@pytest.mark.parametrize("text", NO_ARTICLES.values(), ids=NO_ARTICLES)
def test_what_is_no_article_is_refused_with_a_hint(text: str) -> None:
    made = normalise.normalise(Seed("a.html", "0", text, format="page"), normalise.Context())
    assert made.refused
    assert [(problem.code, bool(problem.hint), problem.path) for problem in made.problems] == [
        ("S60", True, "seeds/a.html")
    ]


def test_what_says_that_it_is_an_article_is_kept() -> None:
    made = draft(page(stated(), f"<h1>{TITLE}</h1>", after=listing(12)))
    assert not made.refused
    assert made.problems == ()


def test_several_articles_in_one_page_are_reported() -> None:
    stories = "".join(
        f"<h2><a href='/{i}'>The headline of story number {i}</a></h2>"
        + "".join(f"<p>{text.replace('harbour', f'harbour {i}')} Story {i}.</p>" for text in PARAGRAPHS)
        for i in range(4)
    )
    text = f"<html><head><title>Lund News</title></head><body><main>{stories}</main></body></html>"
    made = normalise.normalise(Seed("a.html", "0", text, format="page"), normalise.Context())
    assert ([problem.code for problem in made.problems], made.refused) == (["S62"], False)
