"""Places in a text that can be linked to, the days of the year, and the way on in each story."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dateline import site
from dateline.library import shelve
from dateline.site.beside import days
from dateline.site.prose import anchors
from dateline.site.relating.regions import read as regions
from dateline.vocabulary import load
from tests.site.corpus import CONFIG, VOCABULARY, entry, many

if TYPE_CHECKING:
    from pathlib import Path


def test_paragraphs_have_numbers() -> None:
    html = anchors.paragraphs("<p>One</p>\n<blockquote>\n<p>Two</p>\n</blockquote>")
    assert html == '<p id="p1">One</p>\n<blockquote>\n<p id="p2">Two</p>\n</blockquote>'


def test_headings_of_a_long_text_are_its_contents() -> None:
    html, links = anchors.contents("<h2>First <em>part</em></h2>\n<p>x</p>\n<h3>A &amp; B</h3>")
    assert '<h2 id="s1">First <em>part</em></h2>' in html
    assert [(link.text, link.address) for link in links] == [("First part", "#s1"), ("A & B", "#s2")]
    assert anchors.contents("<h2>Alone</h2>") == ("<h2>Alone</h2>", ())


def test_only_a_very_long_article_lists_its_contents() -> None:
    body = "## One\n\n" + "word " * 2600 + "\n\n## Two\n\n" + "word " * 2600
    for text, listed in ((body, True), ("## One\n\nword\n\n## Two\n\nword", False)):
        built = dict(site.build([entry("Long", "2021-01-01", body=text)], CONFIG, VOCABULARY))
        assert (b'<nav class="contents"' in built["2021/01/01/long/index.html"]) == listed


def test_days_of_the_year_have_their_files() -> None:
    entries = [
        entry("Old", "2019-05-25"),
        entry("New", "2021-05-25"),
        entry("Newer", "2021-05-25"),
        entry("Leap", "2020-02-29"),
        entry("Year", "2018"),
    ]
    parts = site.prepare(entries, CONFIG, VOCABULARY)
    found = dict(file for planned in days.days(parts) for file in planned.make() if isinstance(file, tuple))
    assert list(found) == ["on-this-day/0229.js", "on-this-day/0525.js"]
    rows = json.loads(found["on-this-day/0525.js"].decode().removeprefix("dateline.day(").removesuffix(")\n"))
    assert [[year, said.replace("\N{NO-BREAK SPACE}", " "), address] for year, said, address in rows] == [
        [2021, "New", "2021/05/25/new/"],
        [2021, "All 2 on 25 May 2021", "2021/05/25/"],
        [2019, "Old", "2019/05/25/old/"],
    ]
    assert days.known(parts.library) == "60 146"
    assert days.known(shelve([entry(str(n), f"2021-01-{n:02}") for n in (1, 2, 3, 9)])) == "1-3 9"


def test_a_story_goes_on_where_the_archive_does_not() -> None:
    plain = "Nobody was there."
    entries = [
        entry("A", "2021-01-01"), entry("B", "2021-01-02", body=plain),
        entry("C", "2021-01-03"), entry("D", "2021-01-04", body=plain), entry("E", "2021-01-05"),
    ]  # fmt: skip
    page = dict(site.build(entries, CONFIG, VOCABULARY))["2021/01/03/c/index.html"].decode()
    story = page[page.index('<ul class="within">') : page.index("</ul>", page.index('<ul class="within">'))]
    assert "Ada Õunapuu" in story
    assert "/01/a/" in story
    assert "/05/e/" in story
    assert "/02/b/" not in story
    assert (
        '<ul class="within">'
        not in dict(site.build(many(3), CONFIG, VOCABULARY))["2019/01/01/notice-0-from-the-quay/index.html"].decode()
    )


def test_every_country_has_a_region(tmp_path: Path) -> None:
    words, _ = load(tmp_path, "", "en")
    codes = {country.code for country in words.countries.values()}
    assert codes - regions().keys() <= {"AQ"}
    assert set(regions().values()) == {"002", "009", "019", "142", "150"}


def test_a_person_is_introduced_by_what_stands_before_the_name() -> None:
    body = (
        "The Deputy Prime Minister Ada Õunapuu spoke. Later, Minister for the Sea Ada Õunapuu left. Deputy Prime "
        "Minister Ada Õunapuu waved. Yesterday Ada Õunapuu came; Secretary-General Õunapuu stayed. Their president, "
        "Ada Õunapuu."
    )
    parts = site.prepare([entry("A", "2021-01-01", body=body)], CONFIG, VOCABULARY)
    told = parts.library.items[0].about(("people", "Ada Õunapuu"))
    assert told.introductions == ("Deputy Prime Minister", "Deputy Prime Minister", "Secretary-General")
