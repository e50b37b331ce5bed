"""Saved pages in the layouts of common content systems -> author, date, outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline import normalise
from tests.seeds.reading import read

if TYPE_CHECKING:
    from dateline.model import Article

HEADLINE = "Harbour closed after the worst storm in years"
BODY = """
<p>The harbour of Lund closed on Tuesday after a storm, and ferries stayed in port for most of the day, it was said.</p>
<p>Workers said the quay had been damaged by waves, and that repairs would take at least two weeks to finish.</p>
<p>The council wants to pay for them from its reserves, which the harbour master called a good idea on Wednesday.</p>
"""
NAMED = f'"@type": "NewsArticle", "headline": "{HEADLINE}"'


def article(head: str = "", above: str = "", below: str = "", language: str = "en") -> Article:
    """What is made of a page with these elements in its head, between headline and text, and below the text."""
    page = (
        f'<html lang="{language}"><head><title>{HEADLINE} | Lund News</title>{head}</head><body><article>'
        f"<h1>{HEADLINE}</h1>{above}{BODY}{below}</article><footer>© 2021 Lund News</footer></body></html>"
    )
    (seed,), _ = read("a.html", page)
    return normalise.normalise(seed, normalise.Context(language="en")).article


def script(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


PERSON = '{"@type": "Person", "@id": "#p1", "name": "Anna Lind"}'


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f'{{"@graph": [{{{NAMED}, "author": {{"@id": "#p1"}}}}, {PERSON}]}}', ["Anna Lind"]),
        (
            f'{{"@graph": [{{{NAMED}, "author": [{{"@id": "#p1"}}, {{"@id": "#p2"}}]}}, {PERSON}, '
            '{"@type": "Person", "@id": "#p2", "name": "Bo Ek"}]}',
            ["Anna Lind", "Bo Ek"],
        ),
        (f'{{{NAMED}, "author": ["Anna Lind", "Bo Ek"]}}', ["Anna Lind", "Bo Ek"]),
        (f'{{{NAMED}, "creator": ["Anna Lind"]}}', ["Anna Lind"]),
        (f'{{{NAMED}, "author": {{"@type": "Person", "givenName": "Anna", "familyName": "Lind"}}}}', ["Anna Lind"]),
        (f'{{{NAMED}, "editor": {{"@type": "Person", "name": "Bo Ek"}}}}', []),
        (f'{{{NAMED}, "author": {{"@id": "#gone"}}}}', []),
    ],
)
def test_authors_in_linked_data(text: str, names: list[str]) -> None:
    assert list(article(script(text)).author) == names


def test_references_between_scripts_and_to_the_publisher() -> None:
    main = script(f'{{{NAMED}, "author": {{"@id": "#p1"}}, "publisher": {{"@id": "#org"}}}}')
    others = script(f'[{PERSON}, {{"@type": "Organization", "@id": "#org", "name": "Lund News Daily"}}]')
    made = article(main + others)
    assert (list(made.author), made.source) == (["Anna Lind"], "Lund News Daily")


def test_a_person_who_publishes_is_the_author_and_no_outlet() -> None:
    main = f'{{{NAMED}, "author": {{"@id": "#p1"}}, "publisher": {{"@id": "#p1"}}}}'
    made = article(script(f"[{main}, {PERSON}]"))
    assert (list(made.author), made.source) == (["Anna Lind"], "Lund News")


@pytest.mark.parametrize(
    ("head", "above", "below", "names"),
    [
        ('<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Anna Lind">', "", "", 1),
        ('<meta name="twitter:label1" content="Lesezeit"><meta name="twitter:data1" content="2 Minuten">', "", "", 0),
        ('<meta name="articleAuthor" content="Anna Lind">', "", "", 1),
        # of two names that are stated the one that stands beside the headline; a publisher's stands elsewhere
        (
            '<meta name="author" content="Paul Berg"><meta name="article:author" content="Anna Lind">',
            '<p class="by-name">Anna Lind</p>',
            "",
            1,
        ),
        ('<meta name="author" content="Paul Berg">', '<em class="byline">ANNA LIND</em>', "", "ANNA LIND"),
        ("", '<aside><address><a rel="author" href="/p/a">Anna Lind</a></address></aside>', "", 1),
        ("", "", '<footer><a rel="author" href="/p/a">Anna Lind</a></footer>', 1),
        ("", "", '<div class="related"><a rel="author" href="/p/b">Bo Ek</a></div>', 0),
        ("", "", '<li class="comment"><cite rel="author">Bo Ek</cite> says:</li>', 0),
        (
            "",
            "",
            '<footer><p><a rel="author" href="/b">Bo Ek</a></p><p><a rel="author" href="/p">Paul Berg</a></p></footer>',
            0,
        ),
        ("", '<span itemprop="author" itemscope><meta itemprop="name" content="Anna Lind"></span>', "", 1),
        ("", '<div class="author vcard"><a rel="author" href="/a">Anna Lind</a><i>Culture Writer</i></div>', "", 1),
        ("", '<div class="byline"><a href="/author/a-l">Anna Lind</a> | <a href="/author/b-e">Bo Ek</a></div>', "", 2),
        (
            "",
            '<ul class="authors"><li class="author"><a href="/author/a-l">Anna Lind</a><b>Reporter</b></li>'
            '<li class="author"><a href="/author/b-e">Bo Ek</a><b>Editor</b></li></ul>',
            "",
            2,
        ),
        ("", '<div class="article__author">Politics · Anna Lind, Bo Ek</div>', "", 2),
        ("", '<div class="author">Login 50% 50%</div>', "", 0),
        ("", "<p><strong>Anna Lind</strong></p>", "", 1),
        ("", "", '<p style="text-align:right">Anna Lind</p>', 1),
        ("", "", "<p><b>Lund Harbour</b></p>", 0),
        ("", "<p>Bo Ek said he would stay.</p><p>They knew that Bo Ek would stay here.</p><p><b>Bo Ek</b></p>", "", 0),
        ("", '<p class="signature">Par Anna Lind avec AFP</p>', "", 1),
        ('<meta property="og:site_name" content="Anna Lind"><meta name="author" content="Anna Lind">', "", "", 1),
        (
            '<meta property="og:site_name" content="Lund News"><meta name="author" content="Lund News">',
            "",
            "",
            "Lund News",
        ),
        ("", '<a href="/about/editors/anna-lind/">Anna Lind</a>', "", 1),
        ("", '<span class="author">www.lund.com</span>', "", 0),
        ("", '<p class="byline">By Anna Lind, The Lund Press</p>', "", 1),
        ("", '<div class="byline">Anna (A.B.) Lind</div>', "", 1),
    ],
)
def test_authors_in_elements(head: str, above: str, below: str, names: int | str) -> None:
    wanted = ["Anna Lind", "Bo Ek"][:names] if isinstance(names, int) else [names]
    assert list(article(head, above, below).author) == wanted


@pytest.mark.parametrize(
    ("head", "above"),
    [
        (script(f'{{{NAMED}, "datePublished": 1620036000000}}'), ""),
        (script(f'{{{NAMED}, "datePublished": "1620036000"}}'), ""),
        ('<meta name="publish_date" content="1620036000000">', ""),
        ("", '<time data-timestamp="1620036000">2 hours ago</time>'),
        ("", '<abbr class="published" title="2021-05-03T10:00:00+02:00">Monday</abbr>'),
        ("", '<p class="submitted">Submitted by Anna Lind on Mon, 05/03/2021 - 10:12</p>'),
    ],
)
def test_dates(head: str, above: str) -> None:
    made = article(head, above)
    assert made.date is not None
    assert made.date.date == "2021-05-03"


def test_a_time_that_nobody_can_know() -> None:
    assert article(above="<time>2 hours ago</time>").date is None
    assert article(above='<span class="id">1620036000</span>').date is None
