"""What a second build may not pass over, though no file of the folder's own says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline import cache, packages
from dateline.site.body import Renderer
from dateline.site.marking import Rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.folder import Folder
    from tests.verbs.conftest import Run

PAGE = """<html><head><title>Harbour closes for a month</title></head><body><article><h1>Harbour closes for a month</h1>
<p>The council closed the harbour for a month on Monday, to look at its wall, which is older than the town.</p>
<p>Ships will sail from the next port until then, and the council will pay for the trains that go there.</p>
</article></body></html>"""


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
    run("build", "--site", site.root)
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
