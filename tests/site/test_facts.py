"""index.json and the files of citations: beside every article and every tag, and in agreement with the page."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
import rispy
from msgspec.structs import replace
from pybtex.database import parse_string

from dateline import site
from dateline.library import shelve
from dateline.site import citing
from dateline.site.beside import citations
from dateline.vocabulary import Country
from tests.site.corpus import CONFIG, VOCABULARY, corpus, entry, many

HOSTED = replace(CONFIG, base_url="https://harbour.example/file/")
BUILT = dict(site.build(corpus(), HOSTED, VOCABULARY))
PAGES = [path.removesuffix("index.html") for path in BUILT if b'<body data-kind="article"' in BUILT[path]]
TAGS = [
    path.removesuffix("index.html")
    for path in BUILT
    if re.search(rb'<body data-kind="(person|country|topic|source)"', BUILT[path])
]


def facts(address: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(BUILT[f"{address}index.json"])
    return found


@pytest.mark.parametrize("address", PAGES + TAGS)
def test_every_page_of_an_article_or_a_tag_has_its_files(address: str) -> None:
    page = BUILT[f"{address}index.html"].decode()
    for name in ("index.json", "cite.bib", "cite.ris", "cite.json"):
        assert f"{address}{name}" in BUILT
        assert f'href="{name}"' in page
    assert '<link rel="alternate" type="application/json" href="index.json">' in page


@pytest.mark.parametrize("address", PAGES)
def test_an_article_says_what_its_page_says(address: str) -> None:
    said, page = facts(address), unescape(BUILT[f"{address}index.html"].decode())
    assert said["url"] == f"{HOSTED.base_url}{address}"
    assert f">{said['title']}</h1>" in page
    for tag in said.get("tags", ()):
        assert f'/{tag["id"]}/">{tag["name"]}</a>' in page
        for words in tag.get("wordings", ()):
            assert words in page


def test_an_article_in_full() -> None:
    said = facts("2021/05/25/the-harbour-opens/")
    assert said["date"] == "2021-05-25T16:17"
    assert said["rights"] == "full"
    assert said["tags"][0] == {
        "id": "people/ada-ounapuu",
        "name": "Ada Õunapuu",
        "mentions": 2,
        "wordings": {"Ada Õunapuu": 1, "Õunapuu": 1},
        "rules": ["people.name"],
        "by": "machine",
    }
    assert said["quotes"] == [
        {
            "text": "It holds,",
            "speaker": "Ada Õunapuu",
            "said_as": "Õunapuu",
            "rule": "quotes.name-said",
            "paragraph": 2,
        }
    ]
    assert said["provenance"] == {
        "seed": "a.txt",
        "sha256": "ab" * 32,
        "evidence": {"date": {"rule": "date.stamp", "line": 2}},
        "set_aside": {"photo credit": 1},
    }


def test_a_tag_in_full() -> None:
    assert facts("people/bo-lind/") == {
        "id": "people/bo-lind",
        "url": "https://harbour.example/file/people/bo-lind/",
        "facet": "people",
        "name": "Bo Lind",
        "first": "2018",
        "last": "2020-03",
        "years": {"2018": 1, "2020": 1},
        "together": {"countries/finland": 1, "sources/unattributed": 2},
        "articles": ["2020/03/kraana-ja-sadam/", "2018/a-year-of-work/"],
    }


def test_a_country_knows_its_code_and_its_flag() -> None:
    words = replace(VOCABULARY, countries={"Finland": Country("Finland", "FI")})
    said = json.loads(dict(site.build(corpus(), HOSTED, words))["countries/finland/index.json"])
    assert (said["code"], said["flag"]) == ("FI", "🇫🇮")


@pytest.mark.parametrize("rights", ["excerpt", "link"])
def test_nothing_of_a_text_that_may_not_be_shown(rights: str) -> None:
    kept = entry("Kept back", "2021-01-01", body="One line.\n\n“A windy morning,” she said.", rights=rights)
    for path, content in site.build([kept], HOSTED, VOCABULARY):
        assert b"windy morning" not in content, path


@pytest.mark.parametrize("address", PAGES)
def test_three_formats_cite_one_article(address: str) -> None:
    [bib] = parse_string(BUILT[f"{address}cite.bib"].decode(), "bibtex").entries.items()
    [ris] = rispy.loads(BUILT[f"{address}cite.ris"].decode())
    [csl] = json.loads(BUILT[f"{address}cite.json"])
    assert bib[0] == ris["id"] == csl["id"]
    assert ris["title"] == csl["title"] == facts(address)["title"]
    assert ris["urls"] == [csl["URL"]] == [bib[1].fields["url"]] == [f"{HOSTED.base_url}{address}"]


def test_a_tag_cites_its_newest_articles() -> None:
    parts = site.prepare(many(60), HOSTED, VOCABULARY)
    built = dict(citations.of_subject(parts, parts.library.subject(("people", "Ada Õunapuu"))))
    items = json.loads(built["people/ada-ounapuu/cite.json"])
    assert len(items) == citations.NEWEST == len(rispy.loads(built["people/ada-ounapuu/cite.ris"].decode()))
    assert len(parse_string(built["people/ada-ounapuu/cite.bib"].decode(), "bibtex").entries) == citations.NEWEST
    newest = [item.title for item in parts.library.items[: -citations.NEWEST - 1 : -1]]
    assert [item["title"] for item in items] == newest


def test_keys_are_short_and_no_two_are_the_same() -> None:
    works = [citing.work(item, "", "", ()) for item in shelve(many(400)).items]
    assert len({work.key for work in works}) == 400
    assert re.fullmatch(r"[a-z0-9]+-[a-z0-9]+-[a-z0-9]+-2019-[0-9a-f]{6}", works[0].key)


SPAN = re.compile(r'<span class="Z3988" title="([^"]+)"></span>')


def test_reference_managers_see_the_articles_of_a_list() -> None:
    page = BUILT["people/bo-lind/index.html"].decode()
    titles = [re.search("rft.title=([^&]+)", unescape(found))[1] for found in SPAN.findall(page)]  # type: ignore[index]
    assert titles == ["Kraana+ja+sadam", "A+year+of+work"]
    assert SPAN.search(BUILT["2021/05/25/index.html"].decode())
    assert SPAN.search(BUILT["index.html"].decode())


def test_no_page_carries_more_of_them_than_its_weight_allows() -> None:
    for path, content in site.build(many(200), HOSTED, VOCABULARY):
        if path.endswith(".html"):
            assert len(SPAN.findall(content.decode())) <= 10 + 5, path


def test_what_is_made_for_programs_names_tags_as_pages_do() -> None:
    """In the language of the site, which may not be that of the corpus."""
    address = "2021/05/25/the-harbour-opens/"
    built = dict(site.build(corpus(), replace(HOSTED, language="de"), VOCABULARY))
    page = built[f"{address}index.html"].decode()
    assert ">Finnland</a>" in page
    rows = [json.loads(line) for line in built["data/articles.jsonl"].splitlines()]
    assert next(row["countries"] for row in rows if row["id"] == address) == ["Estland", "Finnland"]
    names = {row["name"] for row in json.loads(built["data/tags.json"])}
    assert names.issuperset(name for row in rows for name in (*row["people"], *row["countries"], *row["topics"]))
    said = (
        *(one["name"] for one in json.loads(built[f"{address}index.json"])["tags"]),
        *json.loads(built["feed.json"])["items"][0]["tags"],
        *json.loads(built[f"{address}cite.json"])[0]["keyword"].split(", "),
        *re.findall(r'name="DC.subject" content="([^"]*)"', page),
        *re.findall(r'"@type":"Country","name":"([^"]*)"', page),
    )
    assert said.count("Estland") == said.count("Finnland") == 5
    assert not {"Estonia", "Finland"} & set(said)


def test_a_tag_says_what_the_table_of_tags_says() -> None:
    for row in json.loads(BUILT["data/tags.json"]):
        told = facts(f"{row['id']}/")
        assert {name: told.get(name) for name in row} == row | {"articles": told["articles"]}
        assert len(told["articles"]) == row["articles"]
