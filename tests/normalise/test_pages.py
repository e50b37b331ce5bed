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


def stated(**more: Any) -> str:
    """A JSON-LD script that says what `LD` says, but for what is given."""
    return f'<script type="application/ld+json">{json.dumps({**json.loads(LD), **more})}</script>'


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


DATES = [  # name, head, beside the headline, address, the date
    (
        "the clock of the page, in any zone",
        stated(datePublished="2021-05-25T21:00:00-05:00"),
        "26 May 2021",
        "",
        "2021-05-26",
    ),
    ("shown as stated", stated(datePublished="2021-05-25T21:00:00Z"), "25 May 2021", "", "2021-05-25T21:00"),
    ("a post within is not the page's", stated(), "— Bo (@bo) May 26, 2021", "", "2021-05-25T16:17"),
    ("a change is not a publication", stated(), "Updated: 26 May 2021", "", "2021-05-25T16:17"),
    ("nothing but a change", "", "Last updated: 26 May 2021", "", "2021-05-26"),
    ("published again", stated(datePublished="2023-01-09"), "", "https://lund.example.org/2021/05/25/a", "2021-05-25"),
    ("the day in the address", "", "", "https://lund.example.org/20210525161700123/a", "2021-05-25"),
    ("a number is no day", "", "", "https://lund.example.org/20219977/a", None),
    ("the month in the address", "", "", "https://lund.example.org/2021/05/a.html", "2021-05"),
    ("an archive's own day", "", "", "https://web.archive.org/web/20230101000000/https://lund.example.org/a", None),
    ("a marked time without words", "", "<time datetime='2021-05-25'>a while ago</time>", "", "2021-05-25"),
    ("the time of a change", "", "<time class='updated' datetime='2023-01-01'>now</time>", "", None),
    ("the time of another article", "", "<aside><time datetime='2023-01-01'>x</time></aside>", "", None),
    ("in words", "", "", "", None),
    ("two elements, one line", "", "<time>25 May 2021<span>16:17</span></time>", "", "2021-05-25T16:17"),
    (
        "in a script",
        '<script>x = {\'a\': 1, "publishDate": "2021-05-25T10:00:00"}</script>',
        "",
        "",
        "2021-05-25T10:00",
    ),
    ("in a description", "<meta name='description' content='Walls (25 May 2021)'>", "", "", "2021-05-25"),
]


@pytest.mark.parametrize(("head", "beside", "url", "expected"), [case[1:] for case in DATES], ids=[c[0] for c in DATES])
def test_dates(head: str, beside: str, url: str, expected: str | None) -> None:
    found = draft(page(head, f"<h1>{TITLE}</h1><div>{beside}</div>"), url=url).article.date
    assert (str(found) if found else None) == expected


def test_a_sentence_says_when_it_was_published() -> None:
    after = "<p>This was posted on 25 May 2021 and filed under Coast.</p>"
    made = draft(page(before=f"<h1>{TITLE}</h1>", after=after), url="")
    assert (str(made.article.date), made.evidence["date"].rule) == ("2021-05-25", "date.sentence")


AUTHORS = [  # name, head, beside the headline, the authors
    ("an organisation comes last", stated(author={"@type": "Organization", "name": "Wire"}), "By Bo Ek", ("Bo Ek",)),
    ("where nobody else is named", stated(author={"@type": "Organization", "name": "Wire"}), "", ("Wire",)),
    ("the longer list", stated() + '<meta name="author" content="Anna Lind, Bo Ek">', "", ("Anna Lind", "Bo Ek")),
    ("the outlet is none", '<meta name="author" content="Lund News">', "By Bo Ek", ("Bo Ek",)),
    ("a page about the author", "", "<a href='/reporters/bo-ek'>Bo Ek</a>", ("Bo Ek",)),
    ("a class", "", "<span class='byline'>Par Bo Ek et Anna Lind</span>", ("Bo Ek", "Anna Lind")),
    ("a label is no name", "", "<span class='author'>Auteur:</span>", ()),
    ("who comments is none", "", "<div class='comment'><span class='author'>Bo Ek</span></div>", ()),
    ("a credit is none", '<meta name="author" content="Bo Ek; (Image: Getty Images)">', "", ("Bo Ek",)),
    ("one word beside a date", "", "Posted by bosse on 25 May 2021", ("bosse",)),
    ("glued to a date", "", "<span>By Bo Ek</span><span>May 25, 2021</span>", ("Bo Ek",)),
]


@pytest.mark.parametrize(("head", "beside", "expected"), [case[1:] for case in AUTHORS], ids=[c[0] for c in AUTHORS])
def test_authors(head: str, beside: str, expected: tuple[str, ...]) -> None:
    site = '<meta property="og:site_name" content="Lund News">'
    assert draft(page(site + head, f"<h1>{TITLE}</h1><div>{beside}</div>")).article.author == expected


OUTLETS = [  # name, head, title, address, the outlet
    (
        "a handle is no name",
        '<meta name="twitter:site" content="@LN_x">',
        TITLE,
        "https://lund.example.org/a",
        "lund.example.org",
    ),
    ("a handle is better than nothing", '<meta name="twitter:site" content="@LN_x">', TITLE, "", "LN_x"),
    ("the domain's own name", "", f"{TITLE} | Lund News", "https://www.lundnews.example/a", "Lund News"),
    ("as the page writes it", '<meta property="og:site_name" content="Lund.se">', TITLE, "", "Lund.se"),
    ("the base", '<base href="https://lund.example.org/">', TITLE, "", "lund.example.org"),
    ("behind the headline", "", f"{TITLE} - Lund News", "", "Lund News"),
    ("not the archive", "", TITLE, "https://web.archive.org/web/2023/https://lund.example.org/a", "lund.example.org"),
]


@pytest.mark.parametrize(
    ("head", "title", "url", "expected"), [case[1:] for case in OUTLETS], ids=[c[0] for c in OUTLETS]
)
def test_outlets(head: str, title: str, url: str, expected: str) -> None:
    assert draft(page(head, f"<h1>{TITLE}</h1>", title=title), url=url).article.source == expected


def test_the_canonical_address_is_taken_if_it_is_of_one_page_of_the_site() -> None:
    saved = "https://m.lund.example.org/a?utm=1"
    for address, expected in (
        ("https://lund.example.org/a", "https://lund.example.org/a"),
        ("https://lund.example.org/", saved),
        ("https://elsewhere.example/a", saved),
        ("/b", "https://m.lund.example.org/b"),
    ):
        head = f'<link rel="canonical" href="{address}">'
        assert draft(page(head, f"<h1>{TITLE}</h1>"), url=saved).article.url == expected


def test_what_is_spoken_is_no_part_of_a_headline() -> None:
    made = draft(page(before="<h1><time>May 25</time> 子<rt>こ</rt>どもの港</h1>", title="News|子どもの港"), url="")
    assert made.article.title == "子どもの港"


def test_teasers_after_the_end_are_set_aside() -> None:
    teaser = "<h3><a href='/{0}'>Another headline of some length {0}</a></h3><p>{1}</p>"
    teasers = "".join(
        teaser.format(i, f"Another article begins with this sentence, number {i} of them.") for i in range(4)
    )
    made = draft(page(before=f"<h1>{TITLE}</h1>", after=f"<div>{teasers}</div>").replace("</article><div>", "<div>"))
    assert made.article.body == "\n\n".join(PARAGRAPHS)


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
