"""Archives of thirty years: the labels of their charts fit at every width, and stand under their bars."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from dateline import site
from tests.browser.conftest import Served, serving
from tests.browser.test_looks import CUT
from tests.browser.test_pages import OVERFLOW
from tests.site.corpus import CONFIG, VOCABULARY, entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

# Labels under a chart or in the strip whose words run into those of the next one.
COLLIDING = """() => [...document.querySelectorAll('.axis, .strip ol')].flatMap(list => {
  const boxes = [...list.querySelectorAll('li')].filter(item => item.offsetParent
      && getComputedStyle(item.firstElementChild ?? item).visibility === 'visible').map(item => {
    const range = document.createRange(); range.selectNodeContents(item);
    const shown = [...range.getClientRects()].filter(box => box.width > 2);
    return [item.textContent.trim(), Math.min(...shown.map(box => box.left)), Math.max(...shown.map(box => box.right))];
  });
  return boxes.slice(1).filter((box, i) => boxes[i][2] > box[1]).map(box => box[0]);
})"""

# Under which label the bars of this page stand, in pixels before and after it; and how wide its link is.
PLACE = """() => {
  const link = document.querySelector('.strip [aria-current]');
  const nodes = [link.parentNode, document.querySelector('.strip .own'), link];
  const [label, bars, target] = nodes.map(node => node.getBoundingClientRect());
  const shown = getComputedStyle(link).visibility === 'visible';
  return [label.left - bars.left, bars.right - label.right, shown ? target.width : 0];
}"""


@contextmanager
def years(folder: Path, days: Iterable[str]) -> Iterator[Served]:
    """A site with an article on each of these days."""
    articles = [entry(f"Year {day[:4]}", day) for day in days]
    site.publish(site.build(articles, CONFIG, VOCABULARY), folder)
    with serving(folder) as url:
        yield Served(folder, url)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    days = (f"{year}-0{year % 9 + 1}-01" for year in range(1997, 2027))
    with years(tmp_path_factory.mktemp("long") / "public", days) as served:
        yield served


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1200, 1440])
def test_labels_of_time_fit(browser: Browser, built: Served, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    for address in ("index.html", "timeline/index.html", "2013/index.html"):
        page.goto(built.url + address)
        assert page.evaluate(OVERFLOW) == 0, address
        assert page.evaluate(COLLIDING) == [], address
    assert page.locator(".strip [aria-current]").inner_text().endswith("13")
    page.close()


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Years that leave half a step over: the last label has half the width of the others."""
    with years(tmp_path_factory.mktemp("odd") / "public", (f"{year}-07-01" for year in range(1991, 2024))) as served:
        yield served


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_bars_stand_over_their_year_and_the_current_one_is_marked(browser: Browser, odd: Served, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    for year in (1991, 2009, 2010, 2012, 2022, 2023):
        page.goto(f"{odd.url}{year}/07/index.html")
        before, after, target = page.evaluate(PLACE)
        assert max(before, after) <= 1, year
        assert target >= (16 if year == 2023 else 24), year
        assert page.evaluate(COLLIDING) == [], year
        assert page.evaluate(OVERFLOW) == 0, year
    page.goto(f"{odd.url}people/ada-ounapuu/index.html")
    assert page.evaluate(CUT) == []
    widths = page.locator(".axis li").evaluate_all("nodes => nodes.map(node => node.getBoundingClientRect().width)")
    assert widths[-1] / widths[0] == pytest.approx(0.6, abs=0.02)  # three years of five
    page.close()
