"""What a second build may not pass over, though no file of the folder's own says so."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import cache
from dateline.model import When
from dateline.site.prose.body import Renderer
from dateline.site.prose.marking import Rendered
from dateline.tools.clock import Span, is_to_come
from dateline.workers import packages
from tests.verbs.conftest import STORM, article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.tools.folder import Folder
    from tests.verbs.conftest import Run

PAGE = """<html><head><title>Harbour closes for a month</title></head><body><article><h1>Harbour closes for a month</h1>
<p>The council closed the harbour for a month on Monday, to look at its wall, which is older than the town.</p>
<p>Ships will sail from the next port until then, and the council will pay for the trains that go there.</p>
</article></body></html>"""

DAYS = [When.parse(f"20{year}-{month:02}-{day:02}") for year in (29, 30) for month in (1, 2, 12) for day in (1, 2, 28)]
DATES = [*DAYS, *map(When.parse, ("2029", "2030", "2031", "2029-01", "2029-02", "2030-12", "2029-12-28T16:17"))]


@pytest.fixture(autouse=True)
def asked_anew() -> Iterator[None]:
    yield
    cache.program.cache_clear()


def install(monkeypatch: pytest.MonkeyPatch, **versions: str) -> None:
    """As a new process would find it."""
    found = packages.installed() | versions
    monkeypatch.setattr(packages, "installed", lambda: found)
    cache.program.cache_clear()


def test_another_version_of_a_package(site: Folder, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("build", "--site", site.root)
    monkeypatch.setattr(Renderer, "render", lambda *_: Rendered("<p>Rendered otherwise.</p>", frozenset()))
    install(monkeypatch, markdown="99.0")
    run("build", "--workers", "1", "--site", site.root)  # another process would render as ever
    page = site.public / "2021/05/25/port-of-parnu-opens-after-the-storm/index.html"
    assert "Rendered otherwise." in page.read_text(encoding="utf-8")


def test_a_package_that_a_hint_asked_for(site: Folder, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("trafilatura")
    (site.seeds / "page.html").write_text(PAGE, encoding="utf-8")
    with monkeypatch.context() as before:
        before.setattr("dateline.seeds.pages.find_spec", lambda name: None if name == "trafilatura" else name)
        install(before, trafilatura="")
        assert "S50" in run("check", "--site", site.root).out
        run("build", "--site", site.root)
    cache.program.cache_clear()
    ran = run("build", "--site", site.root)
    assert "S50" not in ran.out + ran.err
    assert len(list(site.articles.rglob("harbour*.md"))) == 1


def test_a_day_that_has_come(site: Folder, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (site.seeds / "storm.txt").write_text(STORM.replace("2021", "2031"), encoding="utf-8")
    seen = []
    for seconds in ("1700000000", "1937260800", "1937347200", "1700000000"):  # 2023, 23 and 24 May 2031, 2023
        monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
        ran = run("build", "--site", site.root)
        dated = "date: 2031-05-25\n" in article(site, "storm").read_text(encoding="utf-8")
        seen.append((dated, "S64" in ran.out + ran.err, "up to date" in ran.out))
    assert seen == [(False, True, False), (False, True, True), (True, False, False), (False, True, False)]


@given(st.lists(st.sampled_from(DATES)), st.sampled_from(DAYS), st.sampled_from(DAYS))
def test_the_days_of_dates_are_those_on_which_the_same_have_come(dates: list[When], day: When, other: When) -> None:
    same = [is_to_come(date, day) for date in dates] == [is_to_come(date, other) for date in dates]
    assert Span.of(dates, day).has(other) == same


def test_a_file_in_the_place_of_a_link_to_its_like(site: Folder, run: Run) -> None:
    outside = site.root.parent / "storm.txt"
    shutil.move(site.seeds / "storm.txt", outside)
    (site.seeds / "storm.txt").symlink_to(outside)
    assert "S01" in run("build", "--site", site.root).err
    (site.seeds / "storm.txt").unlink()
    shutil.copy(outside, site.seeds)
    ran = run("build", "--site", site.root)
    assert "S01" not in ran.out + ran.err
    assert "1 new" in ran.out
