"""A site that is brought up to date is the site that is made anew, and however many work on it, it is the same."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.site import Workshop, build, making
from dateline.site.making import make, prepare
from dateline.site.publishing.last import Making
from dateline.tools.progress import Progress
from dateline.workers import Workers
from tests.site.corpus import CONFIG, VOCABULARY, corpus, entry, many

if TYPE_CHECKING:
    from dateline.config import Config
    from dateline.model import Entry
    from dateline.site.publishing.output import Report
    from dateline.vocabulary import Vocabulary

TEMPLATE = '{% extends "layout.html" %}{% block main %}<h1>{{ page.head.title }}</h1>WORDS{% endblock %}'


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def anew(workshop: Workshop) -> dict[str, bytes]:
    more = {"templates": workshop.templates}
    return dict(build(workshop.entries, workshop.config, workshop.vocabulary, **more))


def published(
    workshop: Workshop, folder: Path, last: Making | None = None, workers: Workers | None = None
) -> tuple[Report, Making]:
    workers = workers or Workers()
    return make(prepare(workshop, last or Making(), workers, Progress()), folder, workers, Progress())


@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_number_of_workers_changes_nothing(size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "MANY", 0)
    workshop = Workshop(tuple(many(130)), CONFIG, VOCABULARY)
    report, _ = published(workshop, tmp_path / "public", workers=Workers(size))
    assert tree(tmp_path / "public") == anew(workshop)
    assert report.written == len(anew(workshop))


def test_no_two_things_take_one_place(tmp_path: Path) -> None:
    first, *others = corpus()
    workshop = Workshop((replace(first, address="timeline/"), *others), CONFIG, VOCABULARY)
    with pytest.raises(ValueError, match="two things of the plan have one name: timeline/"):
        published(workshop, tmp_path / "public")


def test_pages_whose_making_is_the_same_are_not_rendered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = Workshop(tuple(corpus()), CONFIG, VOCABULARY)
    _, last = published(workshop, tmp_path / "public")
    again = Workshop(tuple(corpus()), CONFIG, VOCABULARY)
    monkeypatch.setattr(type(again.renderer), "render", lambda *_: pytest.fail("rendered"))
    report, _ = published(again, tmp_path / "public", last)
    assert (report.written, report.removed) == (0, 0)


def test_what_a_template_includes_counts_too_and_one_that_is_broken_and_not_used_does_no_harm(tmp_path: Path) -> None:
    folder, templates = tmp_path / "public", tmp_path / "templates"
    templates.mkdir()
    (templates / "about.html").write_text(TEMPLATE.replace("WORDS", '{% include "sign.svg" %}'), encoding="utf-8")
    (templates / "sign.svg").write_text("<b>one</b>", encoding="utf-8")
    (templates / "left over.html").write_text("{% if %}", encoding="utf-8")
    (templates / "picture.html").write_bytes(b"\xff\xfe")
    workshop = Workshop(tuple(corpus()), CONFIG, VOCABULARY, (templates,))
    _, last = published(workshop, folder)
    (templates / "sign.svg").write_text("<b>two</b>", encoding="utf-8")
    published(Workshop(tuple(corpus()), CONFIG, VOCABULARY, (templates,)), folder, last)
    assert b"<b>two</b>" in (folder / "about/index.html").read_bytes()


EDITS = ("title", "body", "tag", "date", "delete", "add", "site", "vocabulary", "template", "rename", "quote")


def edited(
    kind: str, number: int, entries: list[Entry], config: Config, vocabulary: Vocabulary, templates: Path
) -> tuple[list[Entry], Config, Vocabulary]:
    """One change of a kind; `number` says which article it meets and what is said."""
    at = number % len(entries) if entries else 0
    one = entries[at] if entries else entry("The first of all", "2020-01-01")
    rest = [each for i, each in enumerate(entries) if i != at]
    article = one.article
    if kind == "title":
        return [*rest, replace(one, article=replace(article, title=f"Title {number}"))], config, vocabulary
    if kind == "body":
        return (
            [*rest, replace(one, article=replace(article, body=f"{article.body} More {number}."))],
            config,
            vocabulary,
        )
    if kind == "tag":
        return [*rest, replace(one, tags=one.tags[1:])], config, vocabulary
    if kind == "quote":
        return [*rest, replace(one, quotes=())], config, vocabulary
    if kind == "rename":
        return [*rest, replace(one, address=f"2020/{number}-new/", formerly=(one.address,))], config, vocabulary
    if kind == "date":
        return [*rest, entry(f"Dated {number}", f"201{number % 10}-0{number % 9 + 1}-11")], config, vocabulary
    if kind == "delete":
        return rest, config, vocabulary
    if kind == "add":
        return [*entries, entry(f"Added {number}", "2021-05-25", source=f"Paper {number % 3}")], config, vocabulary
    if kind == "site":
        return entries, replace(config, title=f"Site {number}"), vocabulary
    if kind == "vocabulary":
        topics = {name: replace(topic, definition=f"Meaning {number}") for name, topic in vocabulary.topics.items()}
        return entries, config, replace(vocabulary, topics=topics)
    (templates / "about.html").write_text(TEMPLATE.replace("WORDS", f"Words {number}"), encoding="utf-8")
    return entries, config, vocabulary


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 40)), min_size=1, max_size=5))
def test_after_any_edits_it_is_the_site_made_anew(edits: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, templates = Path(name) / "public", Path(name) / "templates"
        templates.mkdir()
        entries, config, vocabulary = corpus(), CONFIG, VOCABULARY
        _, last = published(Workshop(tuple(entries), config, vocabulary), folder)
        for kind, number in edits:
            entries, config, vocabulary = edited(kind, number, entries, config, vocabulary, templates)
            addresses = {each.address: each for each in entries}  # two additions of one title and day are one
            workshop = Workshop(tuple(addresses.values()), config, vocabulary, (templates,))
            _, last = published(workshop, folder, last)
            assert tree(folder) == anew(workshop)
