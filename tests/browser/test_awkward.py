"""Articles that few archives have: words wider than a phone, names that run the other way, tables wider than paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from dateline import site
from tests.browser.conftest import Served, serving
from tests.browser.test_pages import OVERFLOW
from tests.site.corpus import CONFIG, VOCABULARY, entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

LONG = "Hafenbeckenvertiefungsgenehmigungsverfahrensbeschleunigungsgesetzesentwurf"
WIDE = "| Port |" + " Tons |" * 10 + "\n|" + "---|" * 11 + "\n| Quay |" + " 1000000 |" * 10
CODE = "```\ndef " + "_".join(["quay"] * 40) + "(): return None\n```"
LIST = "\n".join(f"{n}. Tide" for n in range(1, 13))
ENTRIES = [
    entry("Ada and Bo", "2021-01-01", "Ada Õunapuu saw Bo Lind in Estonia."),
    entry(LONG, "2021-02-01", "Ada Õunapuu spoke.", source=LONG),
    entry("Between them", "2021-03-01", f"Ada Õunapuu came to Estonia.\n\n{WIDE}\n\n{CODE}\n\n{LIST}\n", seed="a.txt"),
    entry("افتتاح الميناء", "2021-04-01", "افتتح الميناء.", author=("محمد علي",), language="ar"),
    entry(
        "Known",
        "2021-06-01",
        "Nobody came.",
        author=("Ludwig van der Quay",),
        source="Harbour and Quay Gazette",
        section="Ports",
    ),
    entry(f"{LONG} again", "2021-05-01", "Ada Õunapuu saw Bo Lind in Estonia.", source=LONG),
]
BETWEEN, OTHER = "2021/03/01/between-them/index.html", "2021/04/01/ftth-lmyn/index.html"
# The least size of letters on a page, in pixels; how far below its mark a name begins, in lines; and how much more room
# than a number of two digits takes the edge of a list has for it.
LEAST = """() => Math.min(...[...document.querySelectorAll('main *')].filter(node => node.offsetParent
  && [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim()))
  .map(node => parseFloat(getComputedStyle(node).fontSize)))"""
DROP = """node => { const words = document.createRange(); words.selectNodeContents(node);
  const lines = [...words.getClientRects()], style = getComputedStyle(node);
  const top = node.getBoundingClientRect().top + parseFloat(style.paddingTop);
  return Math.floor((lines[0].top - top) / parseFloat(style.lineHeight) + .5); }"""
ROOM = """list => { const style = getComputedStyle(list), pen = document.createElement('canvas').getContext('2d');
  pen.font = `${style.fontSize} ${style.fontFamily}`;
  return parseFloat(style.paddingInlineStart) - pen.measureText('12. ').width; }"""
# How far in from the edge each fact stands that begins a line behind another.
LINES_BEGIN = """facts => {
  const boxes = [...facts.children].map(node => { const words = document.createRange(); words.selectNodeContents(node);
    return [...words.getClientRects()].filter(box => box.width > 0); });
  const edge = facts.getBoundingClientRect().left;
  return boxes.slice(1).filter((own, i) => own[0].top > boxes[i].at(-1).bottom - 2)
    .map(own => Math.round(own[0].left - edge)); }"""
TOO_WIDE = "nodes => nodes.map(node => node.scrollWidth - node.clientWidth)"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("awkward") / "public"
    site.publish(site.build(ENTRIES, replace(CONFIG, contact="keeper@harbour.example"), VOCABULARY), folder)
    with serving(folder) as url:
        yield Served(folder, url)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    yield page
    page.close()


def test_a_word_wider_than_a_phone_is_broken(phone: Page, built: Served) -> None:
    wide = {}
    for address in built.pages():
        phone.goto(built.url + address)
        if over := phone.evaluate(OVERFLOW):
            wide[address] = over
    assert wide == {}


def test_what_is_known_of_an_article_stands_in_order(phone: Page, built: Served) -> None:
    phone.set_viewport_size({"width": 900, "height": 800})
    phone.goto(built.url + OTHER)
    author, words = phone.locator(".facts > span").all()
    number = """node => { const range = document.createRange(); range.setStart(node.firstChild, 0);
        range.setEnd(node.firstChild, 1); return range.getBoundingClientRect().left; }"""
    assert words.inner_text().startswith("2 words")
    assert words.evaluate(number) >= author.evaluate("node => node.getBoundingClientRect().right")


def test_no_line_begins_with_what_parts_two_facts(phone: Page, built: Served) -> None:
    """What is on a new line begins where the line does; a dot before it would push it in."""
    phone.goto(f"{built.url}2021/06/01/known/index.html")
    begins = []
    for width in range(320, 620, 10):
        phone.set_viewport_size({"width": width, "height": 800})
        begins += phone.locator(".facts").evaluate(LINES_BEGIN)
    assert len(begins) > 5
    assert set(begins) == {0}


def test_paper_cuts_nothing_and_has_no_ways_on(phone: Page, built: Served) -> None:
    phone.set_viewport_size({"width": 700, "height": 990})  # A4 between its margins
    phone.goto(built.url + BETWEEN)
    assert phone.locator(".onward").is_visible()
    phone.emulate_media(media="print")
    assert phone.locator(".text > pre, .text > table").evaluate_all(TOO_WIDE) == [0, 0]
    assert phone.evaluate(OVERFLOW) == 0
    assert not phone.locator(".onward").is_visible()


def test_the_ways_on_in_each_story_say_where_they_lead(phone: Page, built: Served) -> None:
    phone.goto(built.url + BETWEEN)
    story = phone.get_by_role("region", name="Earlier and later in each story").get_by_role("listitem")
    first, estonia = story.all()
    assert first.inner_text().split("\n")[0] == "Ada Õunapuu"
    assert first.get_by_role("paragraph").all_inner_texts() == [
        f"Earlier:\n1 February 2021\n{LONG}",
        f"Later:\n1 May 2021\n{LONG} again",
    ]
    earlier = estonia.get_by_role("link", name="Earlier: 1 January 2021", exact=True).bounding_box()
    later = estonia.get_by_role("link", name="Later: 1 May 2021", exact=True).bounding_box()
    assert earlier
    assert later
    assert earlier["y"] == later["y"]
    assert earlier["x"] + earlier["width"] < later["x"]


def test_small_things_stand_where_they_belong(phone: Page, built: Served) -> None:
    phone.goto(f"{built.url}sources/index.html")
    assert phone.get_by_role("link", name=LONG, exact=True).evaluate(DROP) == 0
    phone.goto(built.url + BETWEEN)
    assert phone.locator(".margin code").count()
    assert phone.evaluate(LEAST) >= 13.8
    assert phone.locator(".text ol").evaluate(ROOM) >= 0
    report = phone.get_by_role("link", name="Report an error in this article").bounding_box()
    assert report
    assert report["height"] >= 24
