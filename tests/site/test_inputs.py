"""What pages declare to be made from is all that they are made from, and little more.

A thing whose inputs are declared too narrowly is skipped wrongly: the worst mistake that a build can make. So edits of
every kind are made one after the other, and each time the site that was brought up to date is compared, byte by byte,
with one that is made anew; in a corpus in which long lists are cut, subjects have pages for years, and pairs theirs.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.model import Tag
from dateline.site import Workshop, making
from dateline.site.relating.related import told_apart
from tests.site.corpus import entry
from tests.site.edited import KINDS, Site, edit, lower, said
from tests.site.test_making import tree


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every bound of the site is low, and what is always made of everything is left out: another test has it."""
    lower(monkeypatch)


EACH = [(kind, 5 * place + 1) for place, kind in enumerate(KINDS)]


@settings(max_examples=3, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 60)), min_size=2, max_size=6))
@example(EACH)
def test_after_any_edit_of_any_kind_it_is_the_site_made_anew(edits: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        lower(patch)
        site = Site(Path(name))
        site.make()
        for kind, number in edits:
            edit(site, kind, number)
            site.make()
            after, expected = tree(site.folder), site.anew()
            assert [path for path in expected.keys() | after.keys() if expected.get(path) != after.get(path)] == [], (
                kind
            )


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the things that were made, as they are made."""
    names: list[str] = []
    real = making._make

    def noted(workshop: Workshop, *more: Any) -> making.Made:
        found = real(workshop, *more)
        names.append(found.name)
        return found

    monkeypatch.setattr(making, "_make", noted)
    return names


def test_what_says_nothing_of_an_edited_text_is_not_made(tmp_path: Path, made: list[str]) -> None:
    site = Site(tmp_path)
    site.make()
    shop = site.workshop
    assert sorted(made) == sorted(planned.name for planned in (*shop.plan, *shop.rest(())))
    made.clear()
    site.make()
    assert made == []

    library = site.workshop.parts.library
    [item] = [item for item in library.items if item.title == "Notice 7"]
    site.entries[item.address] = said(item.entry, body=f"{item.entry.article.body} More.")
    site.make()
    related = site.workshop.parts.related
    shown = [(other, told_apart(library, related[other.number])) for other in library.items]
    near = {other.address for other, numbers in shown if item.number in numbers}
    tags = {library.subject(key).address for key in item.keys}
    articles = {other.address for other in library.items}
    assert {name for name in made if name in articles} == {item.address, *near}
    about = set(made) - articles
    assert {"", "about/", "search/index.js", "data/"} <= about
    allowed = ("", "about/", "search/index.js", "data/", "feed.xml", "timeline/", f"{item.when.year}/", *tags)  # type: ignore[union-attr]
    assert [
        name for name in about if not name.startswith(tuple(tags)) and name not in allowed and name[:4] != "2020"
    ] == []


def test_a_new_article_makes_few_others(tmp_path: Path, made: list[str]) -> None:
    """Its neighbours, and some to which others are related now: no page counts the articles of the archive but those
    that are about it."""
    site = Site(tmp_path)
    site.make()
    before = set(tree(site.folder))
    made.clear()
    new = entry("Quite another thing", "2020-12-30", body="Nobody is named.", source="Gazette")
    site.entries[new.address] = new
    site.make()
    library = site.workshop.parts.library
    [item] = [item for item in library.items if item.title == new.article.title]
    articles = {other.address for other in library.items}
    assert item.address in made
    assert len(articles.intersection(made)) < len(articles) / 4
    assert before < set(tree(site.folder))


def test_a_new_tag_makes_no_article_but_its_own(tmp_path: Path, made: list[str]) -> None:
    """The links of all others are as they were; what counts and ranks all tags is made, and rendered if it differs."""
    site = Site(tmp_path)
    site.make()
    library = site.workshop.parts.library
    item = next(item for item in library.items if item.title == "Notice 7")
    before = [library.items[number].address for number in site.workshop.parts.related[item.number]]
    made.clear()
    site.entries[item.address] = replace(item.entry, tags=(*item.entry.tags, Tag("people", "Newcomer")))
    site.make()
    assert item.address in made
    assert "people/newcomer/" in made
    articles = {other.address for other in library.items}
    assert len({name for name in made if name in articles} - {item.address, *before}) < len(articles) / 2
