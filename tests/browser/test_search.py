"""The search in a real browser: both sides agree, every article is found, state, keyboard, hostile text."""

from __future__ import annotations

import random
import re
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from dateline import site
from dateline.search.words import runs, terms
from dateline.site.pages import search
from tests.browser.conftest import Served, serving
from tests.browser.test_pages import Watched
from tests.search.corpus import Scan, entries
from tests.site.corpus import CONFIG, VOCABULARY, corpus, entry

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.browser

CASES = Path(__file__).parents[1] / "search/words.yaml"
ASK = """async ([root, q]) => {
  await dateline.open(root);
  return (await dateline.search({ q, person: [], country: [], topic: [], source: [], year: [] })).order;
}"""
HOSTILE = '<img src=x onerror="document.title=1"> "quoted" & </script><b>bold</b>'
ARTICLES = [
    *corpus(),
    entry(HOSTILE, "2022-02-02", f"A hostile harbour. {HOSTILE}", source="Port Gazette", seed="h.txt"),
    *(
        entry(f"Report {i} on tides", f"2023-{i // 28 + 1:02}-{i % 28 + 1:02}", source=f"Paper {i % 3}")
        for i in range(45)
    ),
]


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The small corpus and a hostile article, under a base path."""
    top = tmp_path_factory.mktemp("search")
    known = replace(CONFIG, base_url="http://127.0.0.1/repo/")  # makes links such as a host wants; no page goes there
    site.publish(site.build(ARTICLES, known, VOCABULARY), top / "repo")
    with serving(top) as root:
        yield Served(top / "repo", f"{root}repo/")


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Served:
    """The same, to be opened from disk."""
    folder = tmp_path_factory.mktemp("search") / "public"
    site.publish(site.build(ARTICLES, CONFIG, VOCABULARY), folder)
    return Served(folder, folder.as_uri() + "/")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def ask(page: Page, served: Served, query: str) -> None:
    """Open the search with a query, and wait until it is answered to the last count."""
    page.goto(f"{served.url}search/index.html?{query}")
    expect(page.locator("[data-part=heading]")).not_to_be_empty()


def faults(watched: Watched) -> list[str]:
    """What went wrong, but for what Chromium says of files on a disk, and an icon that a click interrupted."""
    return [fault for fault in watched.faults if "ViewTransition" not in fault and not fault.endswith("icon.svg")]


def test_both_sides_fold_every_character_alike(page: Page, disk: Served) -> None:
    page.goto(disk.url + "search/index.html")
    page.evaluate("dateline.open()")
    codes = [
        code
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs") and not 0x3500 < code < 0x9F00 and code < 0x20100
    ]
    theirs = page.evaluate("codes => codes.map(code => dateline.terms(`x${String.fromCodePoint(code)}y`, true))", codes)
    ours = [terms(f"x{chr(code)}y") for code in codes]
    assert [(hex(code), a, b) for code, a, b in zip(codes, ours, theirs, strict=True) if a != b] == []


def test_both_sides_read_texts_alike(page: Page, disk: Served) -> None:
    page.goto(disk.url + "search/index.html")
    page.evaluate("dateline.open()")
    cases: list[dict[str, Any]] = yaml.safe_load(CASES.read_text("utf-8"))
    texts = [case["text"] for case in cases] + [found.article.body for found in entries(40)]
    for ends in (True, False):
        theirs = page.evaluate("([texts, ends]) => texts.map(text => dateline.terms(text, ends))", [texts, ends])
        assert theirs == [terms(text, ends=ends) for text in texts]


def test_every_article_is_found_that_a_scan_finds(page: Page, tmp_path: Path) -> None:
    found = entries(240)
    site.publish(site.build(found, CONFIG, VOCABULARY), tmp_path / "public")
    parts = site.prepare(found, CONFIG, VOCABULARY)
    documents = [search.text(parts, item) for item in parts.library.items]
    page.goto((tmp_path / "public/search/index.html").as_uri())
    root = (tmp_path / "public").as_uri() + "/"
    scan = Scan(documents)
    dice = random.Random(3)  # noqa: S311  a sample of queries, no secret
    for _ in range(60):
        said = runs(dice.choice(documents).text)
        typed = dice.sample(said, min(len(said), dice.choice((1, 1, 2, 3))))
        if dice.random() < 0.3:
            typed[-1] = typed[-1][: max(3, len(typed[-1]) - 3)]
        query = " ".join(typed)
        words = terms(query, ends=False)
        opened = bool(words) and (len(words[-1]) >= 3 or not words[-1].isascii())
        hits = page.evaluate(ASK, [root, query])
        assert sorted(hits) == scan.find(words, opened), query


@pytest.mark.parametrize("where", ["hosted", "disk"])
def test_a_query_by_keyboard(page: Page, where: str, request: pytest.FixtureRequest) -> None:
    served: Served = request.getfixturevalue(where)
    watched = Watched(page, served.url)
    page.goto(served.url + "timeline/index.html")
    page.keyboard.press("/")
    expect(page.locator("h1")).to_have_text("Search")
    expect(page.get_by_role("heading", name="Or start from a name")).to_be_visible()
    page.wait_for_load_state("load")
    page.keyboard.press("/")
    page.keyboard.type("ounapuu crane")
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", level=2, name=re.compile(r"^\d+ results?$"))
    expect(heading).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("ounapuu crane")
    expect(page.locator("mark").first).to_be_visible()
    expect(page.get_by_role("heading", name="Or start from a name")).to_be_hidden()
    assert "q=ounapuu+crane" in page.url
    page.get_by_role("checkbox", name=re.compile("Port Gazette")).press("Space")
    expect(page.get_by_role("link", name="Remove the filter Port Gazette")).to_be_visible()
    expect(page.get_by_role("checkbox", name=re.compile("Port Gazette"))).to_be_focused()
    page.go_back()
    expect(page.get_by_role("link", name="Remove the filter Port Gazette")).to_have_count(0)
    assert faults(watched) == []


@pytest.mark.parametrize("where", ["hosted", "disk"])
def test_hostile_text_stays_text(page: Page, where: str, request: pytest.FixtureRequest) -> None:
    served: Served = request.getfixturevalue(where)
    watched = Watched(page, served.url)
    ask(page, served, "q=hostile+%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&person=%3Cb%3E&source=port-gazette")
    ask(page, served, "q=hostile")
    expect(page.locator(".ledger h3")).to_contain_text("<img src=x onerror=")
    assert page.locator(".found img, .found b").count() == 0
    assert page.title() != "1"
    assert faults(watched) == []


def test_narrowing_counts_and_pages(page: Page, hosted: Served) -> None:
    ask(page, hosted, "q=tides")
    expect(page.locator("[data-part=heading]")).to_have_text("45 results")
    assert page.locator(".ledger > li").count() == 20
    expect(page.get_by_role("group", name="Year")).to_contain_text("2023")
    paper = page.get_by_role("checkbox", name=re.compile("Paper 1"))
    expect(paper.locator("xpath=..")).to_contain_text("15")
    paper.check()
    expect(page.locator("[data-part=heading]")).to_have_text("15 results")
    # Another source adds to the first, so its own count stays.
    page.get_by_role("checkbox", name=re.compile("Paper 2")).check()
    expect(page.locator("[data-part=heading]")).to_have_text("30 results")
    page.get_by_role("link", name=re.compile("Next")).click()
    expect(page.get_by_text("Page 2 of 2")).to_be_visible()
    assert page.locator(".ledger > li").count() == 10
    assert "page=2" in page.url
    ask(page, hosted, "q=tides&source=paper-1&source=paper-2&page=99")  # an old address: the last page
    expect(page.get_by_text("Page 2 of 2")).to_be_visible()
    page.get_by_role("link", name="Remove the filter Paper 1").click()
    expect(page.locator("[data-part=heading]")).to_have_text("15 results")


def test_order_by_date(page: Page, hosted: Served) -> None:
    for sort, expected in (("new", True), ("old", False)):
        ask(page, hosted, f"q=harbour&sort={sort}")
        expect(page.locator(".ledger > li")).to_have_count(20)
        dates = page.eval_on_selector_all(".ledger time", "nodes => nodes.map(node => node.dateTime)")
        assert dates == sorted(dates, reverse=expected)


def test_filters_without_words_and_undated_articles(page: Page, hosted: Served) -> None:
    ask(page, hosted, "person=bo-lind")
    expect(page.locator("[data-part=heading]")).to_have_text("2 results")
    ask(page, hosted, "q=note")
    expect(page.locator(".ledger .undated")).to_have_text("undated")


def test_a_name_offers_its_page(page: Page, hosted: Served) -> None:
    ask(page, hosted, "q=Ounap")
    offer = page.get_by_role("group", name="Pages of names").get_by_role("link")
    expect(offer).to_have_text("Ada Õunapuu")
    offer.click()
    expect(page.locator("h1")).to_have_text("Ada Õunapuu")


def test_a_phrase_is_read_in_the_pages(page: Page, hosted: Served, disk: Served) -> None:
    ask(page, hosted, 'q="second+crane"')
    expect(page.locator("[data-part=heading]")).to_have_text("1 result")
    ask(page, hosted, 'q="crane+second"')
    expect(page.locator("[data-part=heading]")).to_have_text("No results")
    ask(page, hosted, 'q="finland+estonia"')
    expect(page.locator("[data-part=heading]")).to_have_text("No results")
    ask(page, disk, 'q="crane+second"')
    expect(page.locator("[data-part=notes]")).to_contain_text("On a disk a phrase cannot be looked up")


def test_the_excerpt_comes_from_the_page_where_the_opening_lacks_the_word(page: Page, hosted: Served) -> None:
    ask(page, hosted, "q=applauded+opens")
    expect(page.locator(".ledger li", has_text="The harbour opens").locator("p mark").nth(1)).to_have_text("applauded")


def test_nothing_found_helps(page: Page, hosted: Served) -> None:
    ask(page, hosted, "q=harbuor&year=2021")
    expect(page.locator("[data-part=heading]")).to_have_text("No results")
    page.locator("[data-part=notes]").get_by_role("link", name="harbour").click()
    expect(page.locator("[data-part=heading]")).to_have_text("2 results")
    ask(page, hosted, "q=harbuor+constructor+tidse")
    expect(page.locator("[data-part=notes]").get_by_role("link", name="harbour constructor tides")).to_be_visible()
    ask(page, hosted, "q=kraana+tides")
    expect(page.locator("[data-part=notes]")).to_contain_text("tides: 45 articles")


def test_an_article_opened_from_the_search_is_marked(page: Page, hosted: Served) -> None:
    ask(page, hosted, "q=lifted+kraana")
    ask(page, hosted, "q=lifted")
    page.locator(".ledger h3 a").first.click()
    expect(page.locator("h1")).not_to_have_text("Search")
    page.wait_for_load_state("load")
    assert page.evaluate("[...CSS.highlights.get('found')].map(String)") == ["lifted"]


def test_on_a_phone_filters_open_in_the_flow(page: Page, hosted: Served) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    ask(page, hosted, "q=tides")
    button = page.get_by_role("button", name="Filter and sort")
    expect(page.get_by_role("checkbox", name=re.compile("Paper 1"))).to_be_hidden()
    button.click()
    expect(page.get_by_role("checkbox", name=re.compile("Paper 1"))).to_be_visible()
    assert button.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_an_index_that_is_gone_says_so(page: Page, hosted: Served) -> None:
    page.route("**/search/t/*.js", lambda route: route.fulfill(status=404))
    page.goto(f"{hosted.url}search/?q=harbour")
    expect(page.locator("[data-part=heading]")).to_contain_text("could not be read")


def test_without_scripts_the_ways_to_browse_stand_there(browser: Browser, hosted: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(hosted.url + "search/")
    expect(page.get_by_text("Searching for words needs JavaScript.")).to_be_visible()
    expect(page.locator(".ways a")).to_have_count(5)
    expect(page.locator("form")).to_be_hidden()
    context.close()
