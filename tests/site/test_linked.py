"""What pages say of themselves to machines."""

from __future__ import annotations

import json
import re
from typing import Any

from msgspec.structs import replace

from dateline import site
from dateline.config import Source
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


def test_a_long_title_is_cut_between_words_where_there_are_any() -> None:
    for title, headline in (("x" * 160, "x" * 160), ("x" * 161, f"{'x' * 159}…"), (f"ab {'x' * 161}", "ab…")):
        assert linked.news(replace(ARTICLE, title=title), "", "", {}, "")["headline"] == headline


def test_every_page_that_may_be_listed_says_what_it_is() -> None:
    for path, content in site.build(corpus(), HOSTED, VOCABULARY):
        if path.endswith("index.html") and path.split("/")[0] in ("people", "countries", "topics", "sources", "2021"):
            things = said(content.decode())
            assert things, path
            urls = [thing["url"] for thing in things if "url" in thing]
            assert all(url.startswith(HOSTED.base_url) for url in urls)


def test_an_article_in_the_words_of_schema_org() -> None:
    config = replace(HOSTED, sources=(Source("Port Gazette", homepage="https://gazette.example/"),))
    one = entry(
        "The harbour opens",
        "2021-05",
        source="Port Gazette",
        author=("C. Writer", "Port News Desk"),
        url="https://example.org/o",
    )
    built = dict(site.build([one, *corpus()[1:]], config, VOCABULARY))
    base, place = HOSTED.base_url, "2021/05/the-harbour-opens/"
    news, way = said(built[f"{place}index.html"].decode())
    assert news == {
        "@type": "NewsArticle",
        "headline": "The harbour opens",
        "datePublished": "2021-05",
        "url": f"{base}{place}",
        "isBasedOn": "https://example.org/o",
        "author": [{"@type": "Person", "name": "C. Writer"}, {"@type": "Organization", "name": "Port News Desk"}],
        "publisher": {"@type": "Organization", "name": "Port Gazette", "url": "https://gazette.example/"},
        "isPartOf": {"@type": "Collection", "name": "The Harbour File"},
        "about": [{"@type": "DefinedTerm", "name": "Shipping"}],
        "mentions": [
            {"@type": "Person", "name": "Ada Õunapuu"},
            {"@type": "Country", "name": "Estonia", "identifier": "EE"},
            {"@type": "Country", "name": "Finland", "identifier": "FI"},
        ],
    }
    assert [step.get("item") for step in way["itemListElement"]] == [
        f"{base}timeline/",
        f"{base}2021/",
        f"{base}2021/05/",
    ]


def test_subjects_in_the_words_of_schema_org() -> None:
    built = dict(site.build(corpus(), HOSTED, VOCABULARY))
    about = {
        path: said(built[f"{path}/index.html"].decode())[0]["about"]
        for path in ("people/bo-lind", "countries/finland", "topics/shipping")
    }
    assert about == {
        "people/bo-lind": {"@type": "Person", "name": "Bo Lind"},
        "countries/finland": {"@type": "Country", "name": "Finland", "identifier": "FI"},
        "topics/shipping": {
            "@type": "DefinedTerm",
            "name": "Shipping",
            "termCode": "medtop:20000340",
            "inDefinedTermSet": "http://cv.iptc.org/newscodes/mediatopic/",
        },
    }


def test_a_source_is_no_count_of_sources_and_none_is_no_outlet() -> None:
    built = dict(site.build(corpus(), HOSTED, VOCABULARY))
    gazette, nobody = (built[f"sources/{slug}/index.html"].decode() for slug in ("port-gazette", "unattributed"))
    assert said(gazette)[0]["about"] == {"@type": "Organization", "name": "Port Gazette"}
    assert "about" not in said(nobody)[0]
    assert 'content="Port Gazette: 2 articles, 25\xa0May\xa02021.' in gazette


def test_the_data_page_is_a_dataset() -> None:
    built = dict(site.build(corpus(), HOSTED, VOCABULARY))
    [dataset] = said(built["data/index.html"].decode())
    assert dataset["@type"] == "Dataset"
    assert dataset["temporalCoverage"] == "2018/2021-05-25"
    assert 50 <= len(dataset["description"]) <= 5000  # what Google's guide asks of a dataset
    for file in dataset["distribution"]:
        content = built[file["contentUrl"].removeprefix(HOSTED.base_url)]
        assert file["contentSize"] == f"{len(content)} B"


META = re.compile(r'<meta (?:name|property)="([^"]+)"(?: property="([^"]+)")? content="([^"]*)">')


def test_zotero_takes_an_article_for_a_newspaper_article() -> None:
    """Its translator of embedded metadata: Dublin Core's type decides unless Open Graph says that it is a website."""
    article = dict(site.build(corpus(), HOSTED, VOCABULARY))["2021/05/25/the-harbour-opens/index.html"].decode()
    head = [(name, said) for *both, said in META.findall(article.partition("</head>")[0]) for name in both if name]
    names = [name for name, _ in head]
    assert dict(head)["DC.type"] == "newspaperArticle"
    assert dict(head)["og:type"] == "article"
    assert "DC.coverage" not in names
    assert (
        names.count("DC.title")
        == names.count("og:title")
        == names.count("DC.source")
        == names.count("citation_language")
        == 1
    )
    assert [said for name, said in head if name == "DC.subject"] == ["Ada Õunapuu", "Estonia", "Finland", "Shipping"]


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
    assert list(linked.metadata(ARTICLE, (*ARTICLE.people, *ARTICLE.countries, *ARTICLE.topics))) == [
        ("DC.type", "newspaperArticle"),
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
