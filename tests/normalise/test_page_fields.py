"""What a page states and shows -> headline, date, authors, outlet, address."""

from __future__ import annotations

import pytest

from dateline.config import Source
from dateline.normalise.blocks.tree import parse
from dateline.normalise.pages import dates
from tests.normalise.made_page import TITLE, draft, page, stated


@pytest.mark.parametrize(
    ("title", "headings", "expected"),
    [
        (f"{TITLE} | Lund News", ("Lund News", TITLE), TITLE),
        (f"{TITLE} - Lund News", (), TITLE),
        (f"{TITLE} | Lund News", (), TITLE),
        ("Lund News", (TITLE,), TITLE),
        (f"{TITLE} - Lund News", ("No matches for your search",), TITLE),
        (f"{TITLE} | Lund News", (f"{TITLE} | Coast",), f"{TITLE} | Coast"),
        (TITLE, (f"{TITLE} | Coast",), TITLE),
        ("隆德海港因潜水检查关闭一个月_社会_隆德新闻网", (), "隆德海港因潜水检查关闭一个月"),
        ("隆德海港因潜水检查关闭一个月-隆德新闻网", (), "隆德海港因潜水检查关闭一个月"),
        ("隆德海港-关闭一个月", (), "隆德海港-关闭一个月"),
        ("隆德海港因潜水检查关闭一个月", ("原创隆德海港因潜水检查关闭一个月",), "隆德海港因潜水检查关闭一个月"),
    ],
)
def test_headlines(title: str, headings: tuple[str, ...], expected: str) -> None:
    before = "".join(f"<h1>{heading}</h1>" for heading in headings)
    assert draft(page(before=before, title=title), url="").article.title == expected


@pytest.mark.parametrize("title", [f"{TITLE} -- Lundnews", f"{TITLE} « The Lundnews", f"{TITLE} - lundnews.example"])
def test_the_host_behind_a_headline_is_none_of_it(title: str) -> None:
    assert draft(page(title=title), url="https://www.lundnews.example/a").article.title == TITLE


@pytest.mark.parametrize(
    ("heading", "called", "expected"),
    [
        (
            "<span>The sea</span><span>Harbour closes for a month</span>",
            "The sea: Harbour closes for a month",
            "called",
        ),
        ("<span>The sea </span>Harbour closes for a month", "The sea – Harbour closes for a month", "called"),
        ("Harbour closes for a month", "| Harbour closes for a month", "heading"),
        ("Harbour closes for a month", "Harbour closes for a month: the wall", "heading"),
    ],
)
def test_a_kicker_in_the_heading_stands_apart(heading: str, called: str, expected: str) -> None:
    head = f'<meta property="og:title" content="{called}">'
    made = draft(page(head, f"<h1>{heading}</h1>", title="Lund News"))
    assert made.article.title == (called if expected == "called" else heading)


def test_what_a_page_states_of_other_articles_is_not_its_own() -> None:
    other = {"headline": "Theatre opens again after ten years", "datePublished": "2022-02-02", "articleBody": "All."}
    own = {"headline": TITLE, "datePublished": "2021-05-25"}
    made = draft(page(stated(**other, author={"name": "Bo Ek"}) + stated(**own), f"<h1>{TITLE}</h1>"))
    assert (made.article.author, str(made.article.date)) == (("Anna Lind",), "2021-05-25")


def test_topics_that_are_marked_as_authors_are_none() -> None:
    marked = '<div class="byline">Coast, Culture, Herring</div>'
    assert draft(page(before=f"<h1>{TITLE}</h1>{marked}")).article.author == ()


def test_a_date_in_utc_is_set_to_the_clock_of_the_page() -> None:
    head = '<meta property="article:published_time" content="2021-05-26T02:41:00Z">'
    made = draft(page(head, f"<h1>{TITLE}</h1><div>May 25, 2021</div>"))
    assert str(made.article.date) == "2021-05-25"
    assert made.evidence["date"].conflicts


def test_an_outlet_of_site_yaml_is_known_by_its_address() -> None:
    outlets = (Source("The Lund News", homepage="https://www.lund.example.org/"),)
    assert draft(page(before=f"<h1>{TITLE}</h1>"), outlets=outlets).article.source == "The Lund News"


def test_names_in_the_data_of_a_page_may_be_escaped() -> None:
    head = stated(publisher={"@type": "Organization", "name": "Lund &amp; Søn"})
    made = draft(page(head, f"<h1>{TITLE}</h1>"))
    assert made.article.source == "Lund & Søn"


LIST = """<ul itemscope itemtype="https://schema.org/ItemList"><li itemprop="itemListElement">Another harbour
    <meta itemprop="datePublished" content="2022-06-01"></li></ul>"""
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
    (
        "a change stands first and does not say so",
        "",
        "<time class='updated'>May 3, 2023</time> <time class='entry-date published'>May 25, 2021</time> by Bo Ek",
        "",
        "2021-05-25",
    ),
    (
        "a change alone is the one day there is",
        "<meta name='lastmod' content='2021-05-25'>",
        "25 May 2021",
        "",
        "2021-05-25",
    ),
    ("of a list", "", f"<time itemprop='datePublished' datetime='2021-05-25'></time>{LIST}", "", "2021-05-25"),
    ("value for content", "<meta property='article:published_time' value='2021-05-25'>", "", "", "2021-05-25"),
    ("a clock's own words", "<meta name='date' content='Tue May 25 16:17:00 EDT 2021'>", "", "", "2021-05-25T16:17"),
    ("hyphens all through", "<meta name='date' content='2021-05-25-16:17:00'>", "", "", "2021-05-25T16:17"),
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
    ("a login is one where nobody else is", stated(author="bosse-e"), "By Bo Ek", ("Bo Ek",)),
    ("a login alone", stated(author="bosse-e"), "", ("bosse-e",)),
    ("a login is no guess", stated(author="bosse-e"), "<p id='author'>Bosse</p>", ("bosse-e",)),
    ("the owner is none", '<meta name="author" content="Ek & Lind">', "By Bo Oak", ("Bo Oak",)),
    ("a company is none", stated(author=["Lind Inc.", "Bo Ek"]), "", ("Bo Ek",)),
    ("stated, and shown otherwise", stated(author="Anna B. Lind"), "By Anna Lind", ("Anna B. Lind",)),
    ("a date that is marked", "", "<span class='author'>May 25th 2021 1:01PM</span>", ()),
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
    (
        "a section is none",
        '<meta property="og:site_name" content="U.S.">',
        TITLE,
        "https://lund.example/a",
        "lund.example",
    ),
    ("behind the headline", "", f"{TITLE} - Lund News", "", "Lund News"),
    ("not the archive", "", TITLE, "https://web.archive.org/web/2023/https://lund.example.org/a", "lund.example.org"),
]


@pytest.mark.parametrize(
    ("head", "title", "url", "expected"), [case[1:] for case in OUTLETS], ids=[c[0] for c in OUTLETS]
)
def test_outlets(head: str, title: str, url: str, expected: str) -> None:
    assert draft(page(head, f"<h1>{TITLE}</h1>", title=title), url=url).article.source == expected


@pytest.mark.parametrize(
    "notice", ["© COPYRIGHT Cod Company 2021. ALL RIGHTS RESERVED.", "(c) Cod Company www.cod.example"]
)
def test_the_owner_in_a_notice_of_rights(notice: str) -> None:
    text = page(before=f"<h1>{TITLE}</h1>", title=TITLE).replace("All rights reserved", notice)
    assert draft(text, url="").article.source == "Cod Company"


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


@pytest.mark.parametrize(("found", "expected"), [("2021-05-25", "2021-05-25"), ("2021-01-01", None), (None, None)])
def test_a_day_that_a_library_finds_is_believed_where_the_page_shows_it(
    monkeypatch: pytest.MonkeyPatch, found: str | None, expected: str | None
) -> None:
    monkeypatch.setattr("htmldate.find_date", lambda *_, **__: found)
    made = dates._by_htmldate(parse("<p>25/05/2021</p>"), "", [(1, "The harbour, 25/05/2021")])
    assert (str(made.value) if made else None) == expected
