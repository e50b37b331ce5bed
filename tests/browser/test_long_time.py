"""An archive of thirty years: the labels of its charts fit at every width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline import site
from tests.browser.conftest import Served, serving
from tests.browser.test_pages import OVERFLOW
from tests.site.corpus import CONFIG, VOCABULARY, entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

# Labels under a chart or in the strip whose words run into those of the next one.
COLLIDING = """() => [...document.querySelectorAll('.axis, .strip ol')].flatMap(list => {
  const boxes = [...list.querySelectorAll('li')].filter(item => getComputedStyle(item).visibility === 'visible'
      && item.offsetParent).map(item => {
    const range = document.createRange(); range.selectNodeContents(item);
    const shown = [...range.getClientRects()].filter(box => box.width > 2);
    return [item.textContent.trim(), Math.min(...shown.map(box => box.left)), Math.max(...shown.map(box => box.right))];
  });
  return boxes.slice(1).filter((box, i) => boxes[i][2] > box[1]).map(box => box[0]);
})"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("long") / "public"
    articles = [entry(f"Year {year}", f"{year}-0{year % 9 + 1}-01") for year in range(1997, 2027)]
    site.publish(site.build(articles, CONFIG, VOCABULARY), folder)
    with serving(folder) as url:
        yield Served(folder, url)


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1200, 1440])
def test_labels_of_time_fit(browser: Browser, built: Served, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    for address in ("index.html", "timeline/index.html", "2013/index.html"):
        page.goto(built.url + address)
        assert page.evaluate(OVERFLOW) == 0, address
        assert page.evaluate(COLLIDING) == [], address
    assert page.locator(".strip [aria-current]").inner_text().endswith("13")
    page.close()
