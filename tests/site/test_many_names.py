"""An article with hundreds of names, such as a list of those who signed, and a wire that ten papers print."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from dateline import site
from dateline.library import shelve
from dateline.model import Entry, Tag
from dateline.site.pages.indexes import by_letters
from tests.site.corpus import CONFIG, VOCABULARY, entry


def signed(names: int) -> Entry:
    found = entry("A letter", "2021-05-25", "Many signed it.", source="Port Gazette")
    people = tuple(f"Signer N{n}" for n in range(names))
    tags = tuple(Tag("people", name, "", 1.0, ()) for name in people)
    return replace(found, article=replace(found.article, people=people), tags=tags)


def pages(*entries: Entry) -> dict[str, str]:
    built = site.build(entries, CONFIG, VOCABULARY)
    return {path: content.decode() for path, content in built if path.endswith(".html") and isinstance(content, bytes)}


@pytest.mark.parametrize(
    ("names", "shown", "more"), [(12, 12, ""), (24, 24, ""), (25, 20, "5 more"), (300, 20, "280 more")]
)
def test_of_hundreds_of_names_the_first_stand_in_the_margin_and_the_rest_behind_a_line(
    names: int, shown: int, more: str
) -> None:
    page = pages(signed(names))["2021/05/25/a-letter/index.html"]
    margin = page.partition("<aside")[2].partition("</aside>")[0]
    first, line, rest = margin.partition('<details class="others">')
    assert first.count('<a class="mark people"') == shown
    assert rest.count('<a class="mark people"') == names - shown
    assert bool(line) == bool(more)
    assert f"<summary>{more}</summary>" in rest or not more


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ada Õunapuu", "ounapuu"),
        ("Ada Lind-Õunapuu", "lind-ounapuu"),
        ("Ada Lind Jr.", "lind"),
        ("Ada Lind, Jr", "lind"),
        ("Ada Lind III", "lind"),
        ("Ada Lind (judge)", "lind"),
        ("Ada Lind Jr. (judge)", "lind"),
        ("Ada Vi", "vi"),  # no numeral
        ("Ada X", "x"),
        ("Adele", "adele"),
        ("Jr.", "jr"),
    ],
)
def test_an_index_has_people_under_their_surnames(name: str, letters: str) -> None:
    twin = "Ada Lind JR"  # which has nearly the same address, so that each gets digits
    tags = (Tag("people", name, "", 1.0, ()), Tag("people", twin, "", 1.0, ()))
    subjects = shelve([replace(signed(0), tags=tags)]).subjects["people"]
    assert by_letters(subjects[name]) == letters


def latest(*entries: Entry) -> list[str]:
    page = pages(*entries)["index.html"].partition('id="latest"')[2].partition("</ol>")[0]
    return re.findall(r"<h3><a [^>]*>(.*?)</a>", page)


def told(title: str, day: int, opening: str) -> Entry:
    return entry(title, f"2021-05-{day:02}", f"{opening} The rest is alike everywhere, and long enough for a text.")


def test_of_one_story_in_many_papers_the_latest_has_one() -> None:
    wire = [told(("Harbour opens", "HARBOUR OPENS")[n % 2], 25, f"Paper {n} says so.") for n in range(8)]
    copy = told("Under another headline", 24, "Paper 0 says so.")
    others = [told(f"Other {n}", n, f"Of another thing, {n}.") for n in range(1, 7)]
    assert latest(*wire, copy, *others)[1:] == [f"Other {n}" for n in (6, 5, 4, 3)]


def test_where_nothing_else_is_left_one_story_stands_as_often_as_there_is_room() -> None:
    wire = [told("Harbour opens", n, "It opens.") for n in range(1, 9)]
    assert len(latest(*wire, told("Other", 1, "Of another thing."))) == 5
    assert latest(told("One", 2, "This."), told("Two", 3, "That.")) == ["Two", "One"]
