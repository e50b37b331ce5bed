"""Every kind of page in a real browser: light and dark, narrow and wide."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser

KIND = re.compile(r'<body[^>]* data-kind="([a-z0-9-]+)"')
WIDTHS = (320, 1440)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# A column of text narrower than a word, or text that runs over other text.
SQUEEZED = """() => [...document.querySelectorAll('main p, main li, main h1, main h2, main h3, main dd')]
  .filter(node => node.offsetParent && node.innerText.trim().length > 25 && !node.querySelector('svg')
    && node.getBoundingClientRect().width > 0 && node.getBoundingClientRect().width < 60)
  .map(node => node.innerText.slice(0, 40))"""
SMALL = """() => [...document.querySelectorAll('body *')]
  .filter(node => node.offsetParent && [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim()))
  .filter(node => parseFloat(getComputedStyle(node).fontSize) < 12)
  .map(node => node.innerText.slice(0, 40))"""


def kinds(served: Served) -> dict[str, str]:
    """Kind of page -> one page of it."""
    found: dict[str, str] = {}
    for address in served.pages():
        match = KIND.search((served.folder / address).read_text(encoding="utf-8"))
        assert match or 'http-equiv="refresh"' in (served.folder / address).read_text(encoding="utf-8"), address
        if match:
            found.setdefault(match.group(1), address)
    return found


class Watched:
    """A page, and everything that went wrong or out while it was open."""

    def __init__(self, page: Page, own: str) -> None:
        self.page = page
        self.faults: list[str] = []
        page.on("console", lambda said: self.faults.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("requestfailed", lambda request: self.faults.append(f"failed: {request.url}"))
        page.on("request", lambda request: None if request.url.startswith(own) else self.faults.append(request.url))


@pytest.fixture(params=["light", "dark"])
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(color_scheme=request.param)
    yield context
    context.close()


def test_every_kind_of_page_is_there(served: Served) -> None:
    assert set(kinds(served)) >= {
        "home", "timeline", "year", "month", "day", "article", "index",
        "person", "country", "topic", "source", "about", "data", "search", "404",
    }  # fmt: skip


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_fails_leaves_or_overflows(context: BrowserContext, served: Served, width: int) -> None:
    faults: dict[str, list[str]] = {}
    for kind, address in kinds(served).items():
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        watched = Watched(page, served.url)
        page.goto(served.url + address)
        found = watched.faults
        if (over := page.evaluate(OVERFLOW)) > 0:
            found.append(f"{over} px too wide")
        found += [f"squeezed: {text}" for text in page.evaluate(SQUEEZED)]
        found += [f"too small: {text}" for text in page.evaluate(SMALL)]
        if page.locator("h1").count() != 1:
            found.append("not one h1")
        if found:
            faults[kind] = found
        page.close()
    assert faults == {}


def test_dark_is_dark_and_light_is_light(browser: Browser, served: Served) -> None:
    paper = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)[0]"
    found = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme="light" if scheme == "light" else "dark")
        page = context.new_page()
        page.goto(served.url)
        found[scheme] = page.evaluate(paper)
        context.close()
    assert found["light"] > 230
    assert found["dark"] < 40


def test_the_theme_button_is_remembered(browser: Browser, served: Served) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(served.url)
    button = page.get_by_role("button", name=re.compile("theme", re.IGNORECASE))
    seen = set()
    for _ in range(3):
        button.click()
        seen.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert len(seen) == 2
    while page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(250, 248, 242)":
        button.click()
    page.goto(served.url + "timeline/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(250, 248, 242)"
    context.close()


def test_without_javascript_everything_is_there(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.url)
    page.get_by_role("navigation").first.get_by_role("link", name="People").click()
    page.get_by_role("main").get_by_role("link", name="Kaja Kallas").first.click()
    page.get_by_role("main").get_by_role("link", name=re.compile("Kallas and Stoltenberg")).first.click()
    assert page.locator("h1").inner_text().startswith("Kallas and Stoltenberg discussed")
    assert page.get_by_role("link", name="Jens Stoltenberg").count() > 0
    context.close()


def test_scripts_add_little_to_what_is_there_without_them(browser: Browser, served: Served) -> None:
    shown = """() => { const main = document.querySelector('main');
      return [main.innerText.replace(/\\s+/g, ' ').length, main.querySelectorAll('a[href]').length]; }"""
    found: dict[bool, dict[str, list[int]]] = {}
    for scripted in (True, False):
        context = browser.new_context(java_script_enabled=scripted)
        page = context.new_page()
        found[scripted] = {}
        for kind, address in kinds(served).items():
            page.goto(served.url + address)
            page.wait_for_load_state("networkidle")
            found[scripted][kind] = page.evaluate(shown)
        context.close()
    for kind, counts in found[True].items():
        assert all(plain >= 0.9 * n for plain, n in zip(found[False][kind], counts, strict=True)), kind


def test_a_page_asks_for_five_files_at_most(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for kind, address in kinds(served).items():
        asked.clear()
        page.goto(served.url + address)
        page.wait_for_load_state("networkidle")
        own = {url.partition("?")[0] for url in asked if "latin-ext" not in url}  # letters that a page may not have
        assert len(own) <= (8 if kind == "search" else 5), (kind, own)
    page.close()


def test_from_disk_every_link_leads_to_a_page(browser: Browser, from_disk: Served) -> None:
    context = browser.new_context()
    page = context.new_page()
    watched = Watched(page, from_disk.url)
    page.goto(from_disk.url + "index.html")
    for name in ("Timeline", "People", "Countries", "Topics", "Sources"):
        page.get_by_role("navigation").first.get_by_role("link", name=name).click()
        assert page.locator("h1").inner_text() == name
    # Each file is an origin of its own, so Chromium skips the cross-fade between pages, and says so.
    assert [fault for fault in watched.faults if "Transition" not in fault] == []
    context.close()


def test_the_keyboard_reaches_the_text_first(browser: Browser, served: Served) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(served.url)
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent.trim().toLowerCase()")
    assert "skip" in focused
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") != ""
    context.close()


def test_print_shows_the_text_alone(browser: Browser, served: Served) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(served.url + kinds(served)["article"])
    page.emulate_media(media="print")
    assert page.get_by_role("heading", level=1).is_visible()
    assert not page.get_by_role("navigation").first.is_visible()
    context.close()


def test_the_pages_are_the_ones_on_disk(served: Served) -> None:
    assert all(Path(served.folder / address).stat().st_size > 0 for address in served.pages())
