"""What pages say of themselves to machines."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from dateline import site
from dateline.model import Article, When
from dateline.site import citing, linked
from dateline.site.links import Links
from dateline.site.views import Link
from tests.site.corpus import CONFIG, VOCABULARY, corpus, entry

HOSTED = replace(CONFIG, base_url="https://harbour.example/file/")
ARTICLE = Article(
    title="The 50 % {rule} & more",
    body="Text.",
    date=When(2021, 5, 25, 16, 17),
    source="Port Gazette",
    author=("C. Writer", "D. Other"),
    language="en",
    url="https://example.org/original",
    people=("Ada Õunapuu",),
    countries=("Estonia",),
    topics=("Shipping",),
)


def said(html: str) -> list[dict[str, Any]]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    things = [json.loads(block) for block in found]
    return [part for thing in things for part in thing.get("@graph", [thing])]


def test_nothing_in_a_title_ends_the_script() -> None:
    built = dict(site.build([entry("</script><b>x", "2021-01-01")], HOSTED, VOCABULARY))
    page = built["2021/01/01/script-b-x/index.html"].decode()
    assert said(page)[0]["headline"] == "</script><b>x"


def test_every_page_that_may_be_listed_says_what_it_is() -> None:
    for path, content in site.build(corpus(), HOSTED, VOCABULARY):
        if path.endswith("index.html") and path.split("/")[0] in ("people", "countries", "topics", "sources", "2021"):
            things = said(content.decode())
            assert things, path
            urls = [thing["url"] for thing in things if "url" in thing]
            assert all(url.startswith(HOSTED.base_url) for url in urls)


def test_addresses_are_whole_or_left_out() -> None:
    news = linked.news(ARTICLE, "", "The Harbour File", {}, "")
    assert "url" not in json.loads(linked.script(news))
    assert linked.breadcrumbs([Link("People", "people/")], "Ada", Links("local")) is None
    way = linked.breadcrumbs([Link("People", "people/")], "Ada", Links("hosted", HOSTED.base_url))
    assert way == {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "People", "item": "https://harbour.example/file/people/"},
            {"@type": "ListItem", "position": 2, "name": "Ada"},
        ],
    }


def test_metadata_for_reference_managers() -> None:
    assert list(linked.metadata(ARTICLE)) == [
        ("DC.type", "newspaperArticle"),
        ("DC.title", "The 50 % {rule} & more"),
        ("DC.source", "Port Gazette"),
        ("citation_public_url", "https://example.org/original"),
        ("citation_publication_date", "2021/05/25"),
        ("citation_author", "C. Writer"),
        ("citation_author", "D. Other"),
        ("citation_language", "en"),
        ("DC.subject", "Ada Õunapuu"),
        ("DC.subject", "Estonia"),
        ("DC.subject", "Shipping"),
    ]


def test_where_a_reader_tells_of_an_error() -> None:
    assert citing.report(CONFIG, "T", "a.md") == ""
    at = citing.report(replace(CONFIG, repository="https://code.example/r/"), "A & B", "2021/a.md")
    assert at.startswith("https://code.example/r/issues/new?title=Error%20in%3A%20A%20%26%20B&body=")
    assert citing.report(replace(CONFIG, contact="keeper@harbour.example"), "T", "") == (
        "mailto:keeper@harbour.example?subject=Error%20in%3A%20T"
    )
