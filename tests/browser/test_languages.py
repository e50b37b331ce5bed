"""Sites in other languages and writings: nothing overflows, time runs with the writing, articles keep their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from dateline import site
from tests.browser.conftest import Served, serving
from tests.browser.test_pages import OVERFLOW, SQUEEZED, Watched, kinds
from tests.site.corpus import CONFIG, VOCABULARY, corpus, entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ARABIC = entry("افتتاح الميناء الجديد", "2020-06-01", body="افتتح الميناء الجديد اليوم.\n\nوصلت السفن.", language="ar")
RIGHT = """node => { const words = document.createRange(); words.selectNodeContents(node);
  return words.getBoundingClientRect().right; }"""
LEFT = "node => node.getBoundingClientRect().left"


@pytest.fixture(scope="module", params=["ar", "ru"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Served]]:
    folder = tmp_path_factory.mktemp(f"language-{request.param}") / "public"
    config = replace(CONFIG, language=request.param)
    site.publish(site.build([*corpus(), ARABIC], config, VOCABULARY), folder)
    with serving(folder) as url:
        yield request.param, Served(folder, url)


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_fails_or_overflows(browser: Browser, built: tuple[str, Served], width: int) -> None:
    tag, served = built
    faults: dict[str, object] = {}
    for kind, address in kinds(served).items():
        page = browser.new_page(viewport={"width": width, "height": 900})
        watched = Watched(page, served.url)
        page.goto(served.url + address)
        assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [
            tag,
            "rtl" if tag == "ar" else "ltr",
        ]
        found = [*watched.faults, page.evaluate(OVERFLOW), *page.evaluate(SQUEEZED)]
        if found != [0]:
            faults[kind] = found
        page.close()
    assert faults == {}


def test_time_runs_with_the_writing(browser: Browser, built: tuple[str, Served]) -> None:
    tag, served = built
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(served.url + "index.html")
    years = page.locator(".strip li")
    first, last = years.first.evaluate(LEFT), years.last.evaluate(LEFT)
    assert (first > last) == (tag == "ar")
    bars = page.locator(".strip svg .all").bounding_box()
    assert bars
    page.goto(served.url + "2018/index.html")
    mark = page.locator(".strip svg .own")
    assert mark.count() == 0  # a year alone stands in no month
    page.goto(served.url + "2020/03/index.html")
    place = page.locator(".strip svg .own").bounding_box()
    year = page.locator(".strip a[aria-current]").bounding_box()
    assert place
    assert year
    assert year["x"] <= place["x"] <= year["x"] + year["width"]
    page.close()


def test_an_article_keeps_its_own_writing(browser: Browser, built: tuple[str, Served]) -> None:
    tag, served = built
    page = browser.new_page(viewport={"width": 390, "height": 900})
    page.goto(served.url + "timeline/index.html")
    link = page.get_by_role("link", name=ARABIC.article.title).first
    assert link.evaluate("node => getComputedStyle(node).direction") == "rtl"
    if tag != "ar":
        assert link.get_attribute("lang") == "ar"
        assert link.get_attribute("dir") == "rtl"
    link.click()
    assert page.locator("article h1").evaluate("node => getComputedStyle(node).direction") == "rtl"
    assert page.locator(".facts").evaluate(RIGHT) == pytest.approx(page.locator("h1").evaluate(RIGHT), abs=2)
    margin = page.locator(".margin").evaluate("node => getComputedStyle(node).direction")
    assert margin == ("rtl" if tag == "ar" else "ltr")
    page.close()


def test_the_search_speaks_the_language(browser: Browser, built: tuple[str, Served]) -> None:
    tag, served = built
    page: Page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(served.url + "search/index.html?q=harbour")
    heading = page.locator("[data-part=heading]")
    heading.filter(has_text="2").wait_for()
    said = {"ru": "2 результата"}.get(tag, "2 results")
    found = heading.inner_text()
    assert found.replace("\xa0", " ").replace("٢", "2") == said
    page.close()
