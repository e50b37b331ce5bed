"""What scripts and pointers add to pages: this day in other years, the nearest month, marked words, a quote's rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from playwright.sync_api import expect

from dateline import site
from dateline.model import Tag
from tests.browser.conftest import Served, serving
from tests.browser.test_pages import Watched
from tests.site.corpus import CONFIG, VOCABULARY, corpus, entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

COUNTRIES = """
EE FI SE NO DK IS IE GB FR BE NL LU DE PL LT LV CZ SK AT HU SI HR IT ES PT CH MT CY GR BG RO TR JP CN IN TH VN
US CA MX BR AR CL PE KE NG EG MA ZA SN GH TZ
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    top = tmp_path_factory.mktemp("little")
    with serving(top) as root:
        config = replace(CONFIG, base_url=f"{root}repo/")
        site.publish(site.build(corpus(), config, VOCABULARY), top / "repo")
        yield Served(top / "repo", f"{root}repo/")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    yield page
    page.close()


def test_home_shows_this_day_where_there_is_something(page: Page, small: Served) -> None:
    watched = Watched(page, small.url)
    page.clock.set_fixed_time("2030-05-25T12:00:00")
    page.goto(small.url)
    assert not page.get_by_role("heading", name="On this day").count()
    page.locator("[data-days]").scroll_into_view_if_needed()
    page.get_by_role("heading", name="On this day: 25 May").wait_for()
    link = page.locator("[data-days]").get_by_role("link", name="A second crane")
    assert link.evaluate("node => node.href") == f"{small.url}2021/05/25/a-second-crane/"
    page.wait_for_load_state("networkidle")
    page.clock.set_fixed_time("2030-05-26T12:00:00")
    page.goto(small.url)
    page.wait_for_load_state("networkidle")
    page.locator("[data-days]").scroll_into_view_if_needed()
    assert page.locator("[data-days] h2").inner_text().startswith("Busiest")
    assert watched.faults == []


def test_this_day_also_from_a_disk(page: Page, small: Served) -> None:
    page.clock.set_fixed_time("2030-05-25T12:00:00")
    page.goto((small.folder / "index.html").as_uri())
    page.locator("[data-days]").scroll_into_view_if_needed()
    page.get_by_role("heading", name="On this day: 25 May").wait_for()
    page.locator("[data-days]").get_by_role("link", name="A second crane").click()
    assert page.locator("h1").inner_text() == "A second crane"


def test_an_address_like_a_date_leads_to_the_nearest_month(page: Page, small: Served) -> None:
    lost = (small.folder / "404.html").read_text("utf-8")
    page.route("**/repo/2021/07/**", lambda route: route.fulfill(status=404, content_type="text/html", body=lost))
    page.goto(f"{small.url}2021/07/14/")
    page.get_by_role("link", name="May 2021").click()
    assert page.url == f"{small.url}2021/05/"
    page.route("**/repo/no-such/**", lambda route: route.fulfill(status=404, content_type="text/html", body=lost))
    page.goto(f"{small.url}no-such/")
    assert not page.locator("[data-months]").is_visible()


def test_a_lost_reader_can_search(page: Page, small: Served) -> None:
    page.goto(f"{small.url}404.html")
    page.get_by_role("searchbox").fill("crane")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="results").wait_for()
    assert page.url == f"{small.url}search/?q=crane"


def test_words_of_a_search_are_marked_and_only_then_is_the_script_fetched(page: Page, small: Served) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    article = f"{small.url}2021/05/25/a-second-crane/"
    page.goto(article)
    page.wait_for_load_state("networkidle")
    assert not any("marks" in url for url in asked)
    page.goto(f"{article}?hl=harbour")
    page.wait_for_function("CSS.highlights.has('found') && CSS.highlights.get('found').size === 2")


def test_a_quote_shows_its_rule_under_the_pointer(page: Page, small: Served) -> None:
    page.goto(f"{small.url}2021/05/25/a-second-crane/")
    shown = "getComputedStyle(document.querySelector('.said-by'), '::after').content"
    assert page.evaluate(shown) == "none"
    page.locator(".said-by").hover()
    told = page.locator(".said-by").get_attribute("data-why")
    assert told == "Ada Õunapuu · Õunapuu; rule: the name, then a verb of speech"
    assert told in page.evaluate(shown) or "attr(" in page.evaluate(shown)
    assert page.evaluate("getComputedStyle(document.querySelector('.said-by'), '::after').position") == "fixed"


def test_a_paragraph_can_be_linked_to(page: Page, small: Served) -> None:
    page.goto(f"{small.url}2021/05/25/a-second-crane/")
    page.locator("#p2").hover()
    link = page.locator("#p2 > .at")
    assert link.evaluate("node => getComputedStyle(node).opacity") == "1"
    link.click()
    assert page.url.endswith("#p2")
    assert "¶" not in page.locator("article").inner_text()


def test_a_field_filters_all_the_regions_of_a_long_list(page: Page, tmp_path: Path) -> None:
    codes = COUNTRIES.split()
    tags = tuple(Tag("countries", code, code) for code in codes)
    one = entry("Everywhere", "2021-01-01")
    site.publish(site.build([replace(one, tags=tags)], CONFIG, VOCABULARY), tmp_path / "public")
    page.goto((tmp_path / "public" / "countries" / "index.html").as_uri())
    regions = page.locator("main h2")
    assert set(regions.all_inner_texts()) == {"Europe", "Asia", "Americas", "Africa"}
    field = page.get_by_role("searchbox")
    assert field.count() == 1
    field.fill("KE")
    assert [name for name in regions.all_inner_texts() if page.get_by_role("heading", name=name).is_visible()] == [
        "Africa"
    ]
    field.fill("")
    assert page.get_by_role("heading", name="Europe").is_visible()
    field.blur()
    page.keyboard.press("/")  # leads to the search here too
    expect(page.get_by_role("searchbox", name="Words or names")).to_be_focused()
