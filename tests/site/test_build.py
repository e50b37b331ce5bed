"""The whole site: its links, its addresses, its extremes, and that it is a function of its input."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from dateline import site
from tests.site import links
from tests.site.corpus import CONFIG, VOCABULARY, corpus, entry, many, pages

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.model import Entry

HOSTED = replace(CONFIG, base_url="https://harbour.example/file/")
ATOM = "{http://www.w3.org/2005/Atom}"


def files(entries: list[Entry], config: object = CONFIG) -> dict[str, bytes]:
    return dict(site.build(entries, config, VOCABULARY))  # type: ignore[arg-type]


@pytest.mark.parametrize("config", [CONFIG, HOSTED], ids=["local", "hosted"])
@pytest.mark.parametrize(
    "entries", [corpus(), [], corpus()[:1], corpus()[4:], many(460)], ids=["small", "empty", "one", "undated", "many"]
)
def test_every_link_and_anchor_leads_somewhere(tmp_path: Path, entries: list[Entry], config: object) -> None:
    site.publish(files(entries, config).items(), tmp_path / "public")
    assert links.problems(tmp_path / "public", "/file/") == []


def test_what_an_archive_is_ends_before_it_says_that_it_is_empty() -> None:
    assert "Notes from a small port. There is no article here yet." in files([])["index.html"].decode()


def test_links_work_from_a_disk_where_no_host_is_known(built: Path) -> None:
    for page, found in links.read(built).items():
        for element, link in found.links:
            if element == "a" and not link.startswith(links.OUTSIDE):
                assert not link.split("#")[0].endswith("/"), f"{page}: {link} would list files"


def test_links_are_clean_and_relative_where_the_host_is_known() -> None:
    home = files(corpus(), HOSTED)["index.html"].decode()
    assert 'href="people/ada-ounapuu/"' in home
    assert '<link rel="canonical" href="https://harbour.example/file/">' in home
    lost = files(corpus(), HOSTED)["404.html"].decode()
    assert 'href="/file/people/"' in lost


def test_the_addresses_of_the_specification() -> None:
    built = files(corpus())
    for path in (
        "index.html",
        "timeline/index.html",
        "2021/index.html",
        "2021/05/index.html",
        "2021/05/25/index.html",
        "2021/05/25/the-harbour-opens/index.html",
        "2020/03/kraana-ja-sadam/index.html",
        "2018/a-year-of-work/index.html",
        "undated/no-date-at-all/index.html",
        "people/index.html",
        "people/ada-ounapuu/index.html",
        "people/ada-ounapuu/feed.xml",
        "countries/estonia/index.html",
        "topics/shipping/index.html",
        "sources/port-gazette/index.html",
        "search/index.html",
        "about/index.html",
        "data/articles.csv",
        "data/articles.jsonl",
        "404.html",
        "feed.xml",
        "robots.txt",
        ".nojekyll",
    ):
        assert path in built


def test_equal_input_makes_equal_bytes_in_whatever_order_it_comes() -> None:
    assert files(corpus()) == files(corpus()[::-1])


def test_no_page_asks_another_site_for_anything(built: Path) -> None:
    for path in built.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"<(?:script|img|iframe|source)\b[^>]*\bsrc=\"(?:https?:)?//", text)
        assert not re.search(r"<link\b[^>]*rel=\"(?:stylesheet|icon|preload)\"[^>]*href=\"(?:https?:)?//", text)
        assert not re.search(r"\son[a-z]+=", text)


def test_heads_are_whole(built: Path) -> None:
    titles = set()
    for path in sorted(built.rglob("*.html")):
        text = path.read_text("utf-8")
        assert text.count("<h1") == 1, path
        assert '<meta name="description" property="og:description" content="' in text
        assert re.search(r'<body data-kind="\w+">', text)
        titles.add(re.search(r"<title>(.*?)</title>", text, re.DOTALL)[1])  # type: ignore[index]
    assert len(titles) == len(list(built.rglob("*.html")))


def test_an_article_shows_its_mentions_and_reasons(built: Path) -> None:
    page = (built / "2021/05/25/the-harbour-opens/index.html").read_text("utf-8")
    assert 'id="people-ada-ounapuu" href="../../../../people/ada-ounapuu/index.html">Ada Õunapuu</a> opened' in page
    assert 'href="#people-ada-ounapuu"' in page
    assert "photo credit" in page
    assert "ab" * 6 in page


def test_rights_keep_the_text_back() -> None:
    whole = entry("Kept back", "2021-01-01", rights="link", url="https://example.org/original")
    built = files([whole, *corpus()])
    page = built["2021/01/01/kept-back/index.html"].decode()
    own = [
        text.decode() for path, text in files([whole]).items() if path.endswith((".html", ".xml", ".json", ".jsonl"))
    ]
    assert not any("windy morning" in text for text in own)
    assert 'href="https://example.org/original"' in page


def test_a_tag_with_one_article_is_not_for_search_engines() -> None:
    built = files(corpus(), HOSTED)
    assert b'name="robots" content="noindex"' in built["topics/shipping/index.html"] or len(corpus()) > 1
    listed = built["sitemap.xml"].decode()
    for path, content in built.items():
        if path.endswith("index.html"):
            address = f"<loc>https://harbour.example/file/{path.removesuffix('index.html')}</loc>"
            assert (address in listed) != (b'content="noindex"' in content), path


def test_feeds() -> None:
    for config in (CONFIG, HOSTED):
        feed = ET.fromstring(files(corpus(), config)["feed.xml"])  # noqa: S314  our own bytes
        entries = feed.findall(f"{ATOM}entry")
        assert [found.findtext(f"{ATOM}title") for found in entries][:2] == ["The harbour opens", "A second crane"]
        assert len({found.findtext(f"{ATOM}id") for found in entries}) == 4
        assert entries[0].findtext(f"{ATOM}updated") == "2021-05-25T16:17:00Z"
    assert entries[0].find(f"{ATOM}link").get("href") == "https://harbour.example/file/2021/05/25/the-harbour-opens/"  # type: ignore[union-attr]


def test_tables() -> None:
    built = files(corpus(), HOSTED)
    rows = [json.loads(line) for line in built["data/articles.jsonl"].decode().splitlines()]
    assert [row["date"] for row in rows] == ["2018", "2020-03", "2021-05-25", "2021-05-25T16:17", None]
    assert rows[3]["countries"] == ["Estonia", "Finland"]
    assert rows[3]["country_codes"] == ["EE", "FI"]
    assert rows[3]["url"] == "https://harbour.example/file/2021/05/25/the-harbour-opens/"
    table = built["data/articles.csv"].decode("utf-8-sig").splitlines()
    assert len(table) == 6
    assert "Estonia; Finland" in table[4]


def test_a_site_overrides_a_template_and_a_layer(tmp_path: Path) -> None:
    (tmp_path / "t").mkdir()
    (tmp_path / "s" / "css").mkdir(parents=True)
    (tmp_path / "t" / "data.html").write_text('{% extends "layout.html" %}{% block main %}<h1>Own</h1>{% endblock %}')
    (tmp_path / "s" / "css" / "zz-own.css").write_text("/* mine */ h1 { color: teal }")
    built = dict(site.build(corpus(), CONFIG, VOCABULARY, templates=[tmp_path / "t"], static=[tmp_path / "s"]))
    assert b"<h1>Own</h1>" in built["data/index.html"]
    sheet = next(content for path, content in built.items() if path.startswith("assets/browse"))
    assert sheet.decode().rstrip().endswith("h1{color:teal}")


def test_no_list_grows_without_limit() -> None:
    for page in pages(site.prepare(many(460), CONFIG, VOCABULARY)):
        groups = getattr(page.context, "groups", ())
        rows = [row for group in groups if hasattr(group, "rows") for row in group.rows]
        snippets = [row for row in rows if getattr(row, "snippet", "")]
        assert len(snippets) <= 150, page.path
        assert len(rows) <= 300, page.path


def test_two_subjects_that_often_meet_have_a_page_together() -> None:
    built = files(many(12))
    together = built["people/ada-ounapuu/with/estonia/index.html"].decode()
    assert together.count("<li><time") == 12
    assert "Ada Õunapuu and Estonia" in together
    assert 'href="with/estonia/index.html"' in built["people/ada-ounapuu/index.html"].decode()
    assert 'people/ada-ounapuu/with/estonia/index.html"' in built["countries/estonia/index.html"].decode()
    assert not any("/with/" in path for path in files(corpus()))


def test_quotes_stand_in_the_text_beside_it_and_on_the_page_of_their_speaker(built: Path) -> None:
    page = (built / "2021/05/25/the-harbour-opens/index.html").read_text("utf-8")
    assert '<span class="said-by" id="q1">It holds,</span>' in page
    assert '<a href="#q1"><q>It holds</q></a> <span>Õunapuu; rule: the name, then a verb of speech</span>' in page
    person = (built / "people/ada-ounapuu/index.html").read_text("utf-8")
    assert "In their own words" in person
    assert 'href="../../2021/05/25/a-second-crane/index.html#q1"' in person


def test_every_page_that_may_be_listed_is_reached_from_home(tmp_path: Path) -> None:
    site.publish(files(many(200)).items(), tmp_path / "public")
    pages = links.read(tmp_path / "public")
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        page = waiting.pop()
        for _, link in pages[page].links:
            target = links.resolve(page, link, "/") if not link.startswith(links.OUTSIDE) else None
            if target in pages and target not in reached:
                reached.add(target)
                waiting.append(target)
    assert set(pages) - reached == {"404.html"}
