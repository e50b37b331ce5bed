"""The search in a real browser: state, keyboard, narrowing, hostile text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, expect

from dateline import site
from tests.browser.conftest import Served, serving
from tests.browser.test_pages import Watched
from tests.site.corpus import CONFIG, VOCABULARY, corpus, entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.browser

HOSTILE = '<img src=x onerror="document.title=1"> "quoted" & </script><b>bold</b>'
ARTICLES = [
    *corpus(),
    entry(HOSTILE, "2022-02-02", f"A hostile harbour. {HOSTILE}", source="Port Gazette", seed="h.txt"),
    *(
        entry(f"Report {i} on tides", f"2023-{i // 28 + 1:02}-{i % 28 + 1:02}", source=f"Paper {i % 3}")
        for i in range(45)
    ),
    *(entry(f"Ferry {i}", "2022-03-03", source=f"Överfart {i}") for i in range(12)),
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


def ask(page: Page, served: Served, query: str) -> None:
    """Open the search with a query, and wait until it is answered to the last count."""
    page.goto(f"{served.url}search/index.html?{query}")
    expect(page.locator("[data-part=heading]")).not_to_be_empty()


def faults(watched: Watched) -> list[str]:
    """What went wrong, but for what Chromium says of files on a disk, and an icon that a click interrupted."""
    return [fault for fault in watched.faults if "Transition" not in fault and not fault.endswith("icon.svg")]


@pytest.mark.parametrize("where", ["hosted", "disk"])
def test_a_query_by_keyboard(page: Page, where: str, request: pytest.FixtureRequest) -> None:
    served: Served = request.getfixturevalue(where)
    watched = Watched(page, served.url)
    page.goto(served.url + "timeline/index.html")
    page.keyboard.press("/")
    expect(page.locator("h1")).to_have_text("Search")
    expect(page.get_by_role("heading", name="Or start from a name")).to_be_visible()
    expect(page.get_by_role("searchbox", name="Words or names")).to_be_focused()
    assert page.evaluate("scrollY") == 0
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
    assert page.locator("main img, .found b").count() == 0
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


def test_all_values_of_a_facet_can_be_seen_and_filtered(page: Page, hosted: Served) -> None:
    ask(page, hosted, "q=ferry")
    sources = page.get_by_role("group", name="Source")
    expect(sources.get_by_role("checkbox")).to_have_count(8)
    sources.get_by_text("Show all 12").click()
    expect(sources.get_by_role("checkbox")).to_have_count(12)
    sources.get_by_role("searchbox").fill("overfart 1")
    expect(sources.get_by_role("checkbox")).to_have_count(3)
    box = sources.get_by_role("checkbox", name=re.compile("11"))
    box.check()
    expect(page.locator("[data-part=heading]")).to_have_text("1 result")
    expect(box).to_be_focused()
    sources.get_by_role("searchbox").fill("7")
    expect(sources.get_by_role("checkbox", name=re.compile("7|11"))).to_have_count(2)  # what is chosen stays


@pytest.mark.parametrize("width", [390, 1440])
def test_the_count_beside_a_long_value_stands_on_one_line(page: Page, hosted: Served, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    ask(page, hosted, "q=tides")
    if width == 390:
        page.get_by_role("button", name="Filter and sort").click()
    label = page.locator(".facets label").first
    label.evaluate("node => { node.querySelector('span').textContent = 'Economy, business and finance, the north'; }")
    height = label.locator(".n").evaluate("node => node.getBoundingClientRect().height")
    assert height < 1.7 * label.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")


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


def test_a_year_offers_its_page(page: Page, disk: Served) -> None:
    watched = Watched(page, disk.url)
    ask(page, disk, "q=2018")
    offer = page.get_by_role("group", name="Pages of names").get_by_role("listitem")
    expect(offer).to_have_text("20181 article")
    assert offer.get_by_role("link").evaluate("node => getComputedStyle(node, '::before').borderTopWidth") != "0px"
    offer.get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("2018")
    assert faults(watched) == []


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


def test_signs_without_letters_find_nothing_and_say_so(page: Page, hosted: Served) -> None:
    for query in ("%F0%9F%9A%80", "!!!", "%22%3F+%3F%22"):
        ask(page, hosted, f"q={query}")
        expect(page.locator("[data-part=heading]")).to_have_text("No results")
        expect(page.locator("[data-part=notes]")).to_contain_text("no letter or digit")
        expect(page.get_by_role("heading", name="Or start from a name")).to_be_visible()
        expect(page.get_by_role("group", name="Source")).to_be_hidden()
    ask(page, hosted, "q=!!!&person=bo-lind")
    expect(page.locator("[data-part=heading]")).to_have_text("2 results")
    expect(page.locator("[data-part=notes]")).to_contain_text("no letter or digit")


def test_of_an_unknown_word_as_much_is_offered_as_others_begin_with(page: Page, hosted: Served) -> None:
    ask(page, hosted, "q=harbourmistress")
    expect(page.locator("[data-part=heading]")).to_have_text("No results")
    expect(page.locator("[data-part=notes]")).to_contain_text("Search for harbour*: ")
    page.get_by_role("link", name="harbour*").click()
    expect(page.locator("[data-part=heading]")).to_have_text(re.compile(r"^[1-9]\d* results$"))
    ask(page, hosted, "q=zzyzx")
    expect(page.locator("[data-part=heading]")).to_have_text("No results")
    expect(page.locator("[data-part=notes]")).to_be_hidden()


def test_where_not_all_values_of_a_facet_are_listed_it_says_so(page: Page, tmp_path: Path) -> None:
    articles = [entry(f"Tug {i}", "2022-03-03", source=f"Tug {i}") for i in range(203)]
    site.publish(site.build(articles, CONFIG, VOCABULARY), tmp_path / "public")
    ask(page, Served(tmp_path, (tmp_path / "public").as_uri() + "/"), "q=tug")
    sources = page.get_by_role("group", name="Source")
    sources.get_by_text("Show all 203").click()
    expect(sources.get_by_text("The first 200 of 203; type to find others.")).to_be_visible()
    expect(sources.get_by_role("checkbox")).to_have_count(200)
    sources.get_by_role("searchbox").fill("tug 20")
    expect(sources.get_by_role("checkbox")).to_have_count(4)
    expect(sources.get_by_text("The first")).to_have_count(0)


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
