"""Web pages: what they state and what they show."""

from __future__ import annotations

import json
import re

import pytest

from dateline import normalise
from dateline.model import Seed
from dateline.normalise.blocks.markdown import Block
from dateline.normalise.blocks.tree import parse
from dateline.normalise.pages import extraction, pieces, teasers
from tests.normalise.made_page import LD, PARAGRAPHS, TITLE, draft, page, stated


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


@pytest.mark.parametrize(
    "script",
    [
        f"<![CDATA[ {LD} ]]>",
        f"//<![CDATA[\n{LD}\n//]]>",
        f"<!-- {LD} -->",
        f"{LD};",
        f"{LD} }}",
        f'{{"@type": "WebSite"}}{LD}',
        LD.replace(TITLE, f"{TITLE} 'and' \"more\""),
        LD[:-1] + ",}",
        f"// written by hand\n{LD}",
        json.dumps({"@graph": [{"@type": "WebPage"}, json.loads(LD)]}),
        json.dumps([json.loads(LD)]),
        json.dumps({"@type": "WebPage", "mainEntity": json.loads(LD)}),
    ],
)
def test_json_ld_is_read_however_it_is_written(script: str) -> None:
    made = draft(page(f'<script type="application/ld+json">{script}</script>', f"<h1>{TITLE}</h1>"))
    assert (str(made.article.date), made.article.author) == ("2021-05-25T16:17", ("Anna Lind",))


def test_teasers_after_the_end_are_set_aside() -> None:
    teaser = "<h3><a href='/{0}'>Another headline of some length {0}</a></h3><p>{1}</p>"
    teasers = "".join(
        teaser.format(i, f"Another article begins with this sentence, number {i} of them.") for i in range(4)
    )
    made = draft(page(before=f"<h1>{TITLE}</h1>", after=f"<div>{teasers}</div>").replace("</article><div>", "<div>"))
    assert made.article.body == "\n\n".join(PARAGRAPHS)


def test_a_page_may_go_on_behind_its_end() -> None:
    text = page(stated(), before=f"<h1>{TITLE}</h1>").replace("<article>", "</body>\n</html>\n<article>")
    made = draft(text)
    assert (made.article.title, [part in made.article.body for part in PARAGRAPHS]) == (TITLE, [True] * 3)


LINK = "<p><a href='/{0}'>Another headline of some length {0}</a></p>"


@pytest.mark.parametrize(
    ("inside", "kept"),
    [
        (
            "<p>Read more:</p><ul><li><a href='/1'>Another headline of some length</a></li></ul>"
            f"<p>{PARAGRAPHS[0]} Twice.</p>",
            0,
        ),
        (f"<p>{PARAGRAPHS[0]} Twice.</p>{LINK.format(1)}{LINK.format(2)}", 0),
        (f"{LINK.format(1)}{LINK.format(2)}<p>{PARAGRAPHS[0]} Twice.</p>", 2),
        (f"<p><a href='/1'>ANOTHER HEADLINE OF SOME LENGTH</a></p><p>{PARAGRAPHS[0]} Twice.</p>", 0),
    ],
)
def test_headlines_of_others_within_an_article(inside: str, kept: int) -> None:
    made = draft(page(before=f"<h1>{TITLE}</h1>").replace("</article>", f"{inside}</article>"))
    assert made.article.body.casefold().count("another headline of some length") == kept
    assert "Twice." in made.article.body


@pytest.mark.parametrize(("sites", "kept"), [("aa", 0), ("ab", 2), ("a", 1)])
def test_links_with_which_a_page_ends(sites: str, kept: int) -> None:
    title = "Another headline of some length"
    links = [Block("paragraph", title, f"[{title}](https://{site}.example/1)") for site in sites]
    assert len(teasers.without_linked([Block("paragraph", PARAGRAPHS[0]), *links])) == 1 + kept


def test_what_stands_below_the_heading_of_comments_is_none_of_the_article() -> None:
    comments = (
        "<h2>Comments</h2><p>I saw those divers on Tuesday, and they did not look at the wall at all, did they.</p>"
    )
    text = page(before=f"<h1>{TITLE}</h1><p>{PARAGRAPHS[0]} So it is.</p>")
    assert "I saw those divers" not in draft(text.replace("</article>", f"{comments}</article>")).article.body


def test_parts_of_an_article_may_have_headings_that_lead_elsewhere() -> None:
    part = "<h3><a href='/{0}'>The film of place number {0} of all</a></h3><p>{1}</p>"
    parts = "".join(
        part.format(i, f"This film is number {i} of them all, and what it shows is a harbour in winter.")
        for i in range(4)
    )
    made = draft(page(before=f"<h1>{TITLE}</h1>").replace("</article>", f"{parts}</article>"))
    assert all(f"This film is number {i} of" in made.article.body for i in range(4))


def test_an_article_body_in_json_ld_may_be_html() -> None:
    text = "".join(f"<p>{paragraph} <strong>So it is.</strong></p>\n" for paragraph in PARAGRAPHS * 2)
    bare = re.sub(r"<p>.*?</p>", "", page(before=f"<h1>{TITLE}</h1>"))
    made = draft(bare.replace("</head>", f"{stated(articleBody=text)}</head>"))
    assert made.article.body.count("**So it is.**") == 6
    assert "<p>" not in made.article.body


def test_captions_and_credits_are_set_aside_as_such() -> None:
    figure = (
        "<figure><img src='a.jpg'><figcaption>The wall, seen from the pier on Monday"
        "<div>Photo: Bo Ek</div></figcaption></figure>"
    )
    made = draft(page(stated(), f"<h1>{TITLE}</h1>{figure}"))
    reasons = {item.text: item.reason for item in made.set_aside}
    assert reasons["The wall, seen from the pier on Monday"] == "photo caption"
    assert reasons["Photo: Bo Ek"] == "photo credit"
    assert made.article.image_credit == "Bo Ek"
    assert made.article.body == "\n\n".join(PARAGRAPHS)


MORE = (
    "A second group of divers comes on Friday, said the harbour master, and they bring a boat with a crane on it.",
    "The wall was built when the town had a thousand people, of whom most lived from the sea and nothing but the sea.",
)


def boxes(*between: str, second: str = "article-body") -> str:
    """A page with an article in two boxes, and something between them."""
    first = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    more = "".join(f"<p>{text}</p>" for text in MORE)
    inner = f"<div><div class='article-body'>{first}</div></div>{''.join(between)}<div class='{second}'>{more}</div>"
    return f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{inner}</article></body></html>"


def test_an_article_in_two_boxes_is_whole() -> None:
    assert draft(boxes("<div class=ad>Advertisement</div>")).article.body == "\n\n".join((*PARAGRAPHS, *MORE))


def test_what_has_a_headline_of_its_own_is_another_article() -> None:
    apart = draft(boxes("<h2>Town buys a boat</h2>")).article.body
    alike = draft(boxes("<h2>Town buys a boat</h2>", second="side")).article.body
    assert apart == alike
    blocks = [Block("paragraph", text) for text in PARAGRAPHS]
    assert pieces.join(parse(boxes("<h2>Town buys a boat</h2>")), blocks, "") == blocks
    assert pieces.join(parse(boxes(second="side")), blocks, "") == blocks
    assert len(pieces.join(parse(boxes()), blocks, "")) == len(PARAGRAPHS) + len(MORE)


def test_a_part_that_is_called_comment_stays() -> None:
    text = [
        *PARAGRAPHS,
        *MORE,
        "The council has paid for the work of divers every year since the great storm of that year.",
    ]
    blocks = [Block("paragraph", one) for one in text]
    below = [Block("paragraph", f"{one} And nobody knows when they will be done with it.") for one in text[:2]]
    part = extraction.without_apparatus([*blocks, Block("heading", "Comment"), *below], [])
    assert part == [*blocks, Block("heading", "Comment"), *below]
    assert extraction.without_apparatus([*blocks, Block("heading", "Comments"), *below], []) == blocks
    assert extraction.without_apparatus([*blocks, Block("heading", "Comment"), below[0]], []) == blocks
