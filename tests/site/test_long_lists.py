"""However many articles a day, a subject or the undated have: no page lists more than it carries, each is reached."""

from __future__ import annotations

import re
from posixpath import join, normpath

import pytest
from msgspec.structs import replace

from dateline.model import Article, Entry, Tag, When
from dateline.site.build import build
from dateline.site.pages import groups, periods, slices, whole
from tests.site.corpus import CONFIG, VOCABULARY

ROWS = 4  # of full rows, and of a list's part
TITLES = 12
UNDATED = 2
_LISTED = re.compile(r'<li>\s*<(?:time|span)[^>]*>[^<]*</(?:time|span)>\s*<div>\s*<h\d><a href="([^"]+)"')
_LINK = re.compile(r'<a [^>]*?href="([^"#?]+)"')


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (groups, slices):
        monkeypatch.setattr(module, "FULL_ROWS", ROWS)
        monkeypatch.setattr(module, "TITLE_ROWS", TITLES)
    monkeypatch.setattr(periods, "TITLE_ROWS", TITLES)
    monkeypatch.setattr(whole, "PART", ROWS)
    monkeypatch.setattr(slices, "UNDATED", UNDATED)


def written(number: int, when: When | None) -> Entry:
    """An article of one person and one country, the two that are tested, and of one of two topics."""
    folder = str(when).replace("-", "/") if when else "undated"
    tags = (Tag("people", "Jaan Tamm"), Tag("countries", "Estonia"), Tag("topics", ("Ports", "Ships")[number % 2]))
    article = Article(f"Article {number}", "Words enough.", when, source="Coast Daily")
    return Entry(article, f"{number}.md", f"{folder}/article-{number}/", tags)


DATES: dict[str, list[When | None]] = {
    "one day": [When(2021, 5, 25)] * 40,
    "one month, no day": [When(2021, 5)] * 30,
    "one year, no month": [When(2021)] * 30,
    "no date": [None] * 30,
    "a full year": [When(2021, 1 + i % 12, 1 + i % 27) for i in range(200)],
    "years": [When(2000 + i, 3, 3) for i in range(20)],
    "all of it": [When(2021, 5, 25)] * 20 + [When(2021, 5)] * 9 + [When(2021)] * 9 + [None] * 9 + [When(2019, 1, 1)],
}


CASES = [*((name, ()) for name in DATES), ("all of it", ("days",)), ("a full year", ("days",))]


@pytest.fixture(params=CASES, ids=str)
def site(request: pytest.FixtureRequest) -> tuple[dict[str, str], set[str]]:
    """The pages by their addresses, and the addresses of the articles."""
    name, left_out = request.param
    entries = [written(i, when) for i, when in enumerate(DATES[name])]
    made = build(entries, replace(CONFIG, leave_out=frozenset(left_out)), VOCABULARY)
    pages = {path.removesuffix("index.html"): html.decode() for path, html in made if path.endswith("index.html")}
    return pages, {entry.address for entry in entries}


def leads(pages: dict[str, str], start: str, within: str) -> set[str]:
    """Every address that is reached from `start` by pages whose addresses begin with one of `within`, or start so."""
    seen, left = {start}, [start]
    while left:
        at = left.pop()
        for link in _LINK.findall(pages[at]):
            found = normpath(join("/", at, link)).strip("/").removesuffix("index.html").strip("/") + "/"
            if found in pages and found not in seen:
                seen.add(found)
                if found.startswith(within):
                    left.append(found)
    return seen


@pytest.mark.parametrize("start", ["people/jaan-tamm/", "countries/estonia/", "sources/coast-daily/"])
def test_every_article_is_reached_from_each_of_its_subjects(site: tuple[dict[str, str], set[str]], start: str) -> None:
    pages, articles = site
    # a day's own page is the finest of all, so a subject may lead there
    reached = leads(pages, start, start)
    days = {address for address in reached if re.fullmatch(r"\d{4}/\d\d/\d\d/", address)}
    for day in days:
        reached |= leads(pages, day, day)
    assert articles <= reached


def test_every_article_is_reached_by_time(site: tuple[dict[str, str], set[str]]) -> None:
    pages, articles = site
    years = {f"{address.split('/')[0]}/" for address in articles}
    reached = set().union(*(leads(pages, year, year) for year in years))
    assert articles <= reached


def test_no_page_lists_more_than_it_carries(site: tuple[dict[str, str], set[str]]) -> None:
    pages, _ = site
    counts = {address: len(_LISTED.findall(html)) for address, html in pages.items()}
    parts = {address: n for address, n in counts.items() if re.search(r"/(all|vague|undated)/(\d+/)?$", address)}
    assert all(n <= ROWS for n in parts.values())
    slices_ = {address: n for address, n in counts.items() if re.search(r"jaan-tamm/\d{4}/(\d\d/)?$", address)}
    # headlines of at most so many, or a few of each of twelve months or 31 days; and the first that have no day
    assert all(n <= max(TITLES, 12 * groups.BEST_OF_MONTH, 31 * groups.BEST_OF_DAY) + ROWS for n in slices_.values())
    days = {address: n for address, n in counts.items() if re.fullmatch(r"\d{4}/\d\d/\d\d/", address)}
    assert all(n <= max(TITLES, groups.BEST_OF_TOPIC * 2) for n in days.values())


def test_periods_of_a_chart_lead_to_the_articles_that_it_counts(site: tuple[dict[str, str], set[str]]) -> None:
    pages, _ = site
    at = "people/jaan-tamm/"
    chart = re.search(r'<div class="density">.*?</details>', pages[at], re.DOTALL)
    for link in re.findall(r'href="([^"]+)"', chart.group() if chart else ""):
        address, _, anchor = link.partition("#")
        found = normpath(join("/", at, address)).strip("/").removesuffix("index.html").strip("/") + "/"
        assert found.startswith(at)
        assert not anchor or f' id="{anchor}"' in pages[found]


@pytest.mark.parametrize(("undated", "shown", "heading"), [(2, 2, None), (4, 2, "Articles"), (5, 2, "1–4")])
def test_of_many_undated_articles_a_subject_shows_some_and_leads_to_all(
    undated: int, shown: int, heading: str | None
) -> None:
    entries = [written(i, When(2021, 5, 1 + i) if i >= undated else None) for i in range(undated + 8)]
    made = {path: html.decode() for path, html in build(entries, CONFIG, VOCABULARY) if path.endswith(".html")}
    page = (
        made["people/jaan-tamm/index.html"]
        .partition('<section class="block" id="undated"')[2]
        .partition("</section>")[0]
    )
    assert len(_LISTED.findall(page)) == shown
    assert ('<a href="undated/index.html">All' in page) == bool(heading)
    assert ("people/jaan-tamm/undated/index.html" in made) == bool(heading)
    if heading:
        assert f">{heading}</h2>" in made["people/jaan-tamm/undated/index.html"]
