"""A phone with letters twice as large: what stood in columns of one letter, or over each other, does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from playwright.sync_api import expect

from dateline import site
from tests.browser.conftest import ARGUMENTS, Served, chromium, serving
from tests.browser.test_pages import OVERFLOW
from tests.site.corpus import CONFIG, VOCABULARY, entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

NAMED = replace(CONFIG, title="The Northern Harbour and Shipping Record")
ENTRIES = [
    *(entry(f"Notice {year}", f"{year}-09-{year - 2000}", "Ada Õunapuu saw Estonia.") for year in range(2015, 2024)),
    *(entry(f"Day {day}", f"2023-05-{day:02}", "Bo Lind saw Finland.") for day in range(1, 31, 3)),
]
ADDRESSES = ("", "timeline/", "2023/", "2023/05/", "people/", "people/ada-ounapuu/", "countries/estonia/", "search/")
# Runs of words that another one covers, and words of letters each in a line of its own.
COVERED = """() => {
  const runs = [...document.querySelectorAll('.masthead *, .strip a, .axis li, .weekdays li, .cells *, .months *')]
    .filter(node => getComputedStyle(node).visibility === 'visible' && node.offsetParent && !node.closest('.vh'))
    .flatMap(node => [...node.childNodes].filter(child => child.nodeType === 3 && child.data.trim()))
    .flatMap(text => { const words = document.createRange(); words.selectNode(text);
      return [...words.getClientRects()].filter(box => box.width).map(box => [text.data.trim(), box]); });
  return runs.filter(([, a], i) => runs.some(([, b], j) => i < j && a.left < b.right - 2 && b.left < a.right - 2
    && a.top < b.bottom - 4 && b.top < a.bottom - 4)).map(([words]) => words);
}"""
BROKEN = """() => [...document.querySelectorAll('.rank a, .weekdays li, .cells a, .months a')]
  .filter(node => node.offsetParent && !/\\s/.test(node.firstChild.data || ' '))
  .filter(node => { const word = document.createRange(); word.selectNodeContents(node.firstChild);
    return word.getClientRects().length > 1; }).map(node => node.innerText)"""
LETTERS = """nodes => nodes.map(node => { const words = document.createRange(); words.selectNodeContents(node);
  return node.innerText.length / new Set([...words.getClientRects()].map(box => box.top)).size; })"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("large") / "public"
    site.publish(site.build(ENTRIES, NAMED, VOCABULARY), folder)
    with serving(folder) as url:
        yield Served(folder, url)


@pytest.fixture
def phone(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The size of letters is a setting of the whole browser: this one is another."""
    arguments = [*ARGUMENTS, "--blink-settings=defaultFontSize=32"]
    context = browser.browser_type.launch_persistent_context(
        tmp_path, executable_path=chromium(), args=arguments, viewport={"width": 390, "height": 800}
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_covered_broken_or_too_wide(phone: Page, built: Served, width: int) -> None:
    phone.set_viewport_size({"width": width, "height": 800})
    for address in ADDRESSES:
        phone.goto(f"{built.url}{address}index.html")
        assert phone.evaluate("getComputedStyle(document.documentElement).fontSize") == "34px"
        found = phone.evaluate(COVERED), phone.evaluate(BROKEN), phone.evaluate(OVERFLOW)
        assert found == ([], [], 0), address


def test_names_have_the_room_of_their_lists_and_fields_that_of_a_word(phone: Page, built: Served) -> None:
    phone.goto(f"{built.url}people/index.html")
    assert min(phone.locator(".rank a").evaluate_all(LETTERS)) >= len("Õunapuu")
    for address in ("", "search/"):
        phone.goto(f"{built.url}{address}index.html")
        field = phone.get_by_role("searchbox").bounding_box()
        assert field
        assert field["width"] > 250, address


def test_a_month_has_its_days_with_articles(phone: Page, built: Served) -> None:
    phone.goto(f"{built.url}2023/05/index.html")
    expect(phone.locator(".cells a").first).to_be_visible()
    assert phone.locator(".cells li").filter(visible=True).count() == len(range(1, 31, 3))
