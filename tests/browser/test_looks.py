"""What pictures of pages showed amiss, held by measures: labels cut or broken, marks that forced colours took."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from dateline import site
from tests.browser.conftest import Served, serving
from tests.site.corpus import CONFIG, VOCABULARY, entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

YEARS = range(2015, 2025)
# Words of visible labels that run over the next visible one, or over the end of the axis.
CUT = """() => {
  const seen = node => getComputedStyle(node).visibility !== 'hidden';
  const shown = [...document.querySelectorAll('.axis li')].filter(seen);
  return shown.filter((node, i) => {
    const words = document.createRange();
    words.selectNodeContents(node);
    const next = shown[i + 1]?.getBoundingClientRect().left ?? node.parentNode.getBoundingClientRect().right;
    return words.getBoundingClientRect().right > next;
  }).map(node => node.innerText);
}"""
LINES = """nodes => nodes.map(node =>
  Math.round(node.getBoundingClientRect().height / parseFloat(getComputedStyle(node).lineHeight)))"""
MARK = """nodes => nodes.map(node => getComputedStyle(node, '::before'))
  .map(style => [parseFloat(style.inlineSize), parseFloat(style.blockSize)])"""
LINE = "node => getComputedStyle(node).borderBottomColor"
TOPS = "nodes => new Set(nodes.map(node => Math.round(node.getBoundingClientRect().top))).size"


@pytest.fixture(scope="module")
def decade(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """An article in each year, and a September with more than a hundred."""
    entries = [entry(f"Of {year}", f"{year}-03-01") for year in YEARS]
    entries += [entry(f"Notice {n}", f"2022-09-{n % 30 + 1:02}") for n in range(110)]
    folder = tmp_path_factory.mktemp("decade") / "public"
    site.publish(site.build(entries, CONFIG, VOCABULARY), folder)
    with serving(folder) as url:
        yield Served(folder, url)


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_no_label_of_an_axis_is_cut(browser: Browser, decade: Served, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    for address in ("", "timeline/", "people/ada-ounapuu/"):
        page.goto(decade.url + address)
        assert page.locator(".axis li").count() == len(YEARS), address
        assert page.evaluate(CUT) == [], address
    page.close()


def test_the_months_of_a_year_stand_in_line(browser: Browser, decade: Served) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 900})
    page.goto(f"{decade.url}2022/")
    assert page.locator(".cal p").evaluate_all(LINES) == [1] * 12
    page.close()


def test_where_colours_are_forced_the_current_section_alone_has_a_line(browser: Browser, decade: Served) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{decade.url}people/")
    lines = [link.evaluate(LINE) for link in page.locator(".masthead nav a").all()]
    current = page.locator(".masthead nav a[aria-current]").evaluate(LINE)
    assert lines.count(current) == 1
    context.close()


@pytest.mark.parametrize("width", [390, 740, 768, 820, 1024, 1440])
def test_the_sections_stand_in_one_row_under_any_name(browser: Browser, tmp_path: Path, width: int) -> None:
    named = replace(CONFIG, title="Vexatious Matters and Other Awkward Articles")
    site.publish(site.build([entry("One", "2021-05-25")], named, VOCABULARY), tmp_path / "public")
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((tmp_path / "public/index.html").as_uri())
    assert page.locator(".sections li").evaluate_all(TOPS) == 1
    box = page.locator(".masthead").bounding_box()
    assert box
    assert box["height"] < (150 if width == 390 else 100)
    page.close()


def test_a_mark_is_as_wide_as_high_in_whole_pixels(browser: Browser, decade: Served) -> None:
    """What has parts of pixels is painted wider or higher by where it stands: a circle was none."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    for address in ("people/ada-ounapuu/", ""):
        page.goto(decade.url + address)
        sizes = page.locator(".mark.people, .mark.countries").evaluate_all(MARK)
        assert len(sizes) > 1
        assert all(wide == high > 6 and float(wide).is_integer() for wide, high in sizes), (address, sizes)
    page.close()
