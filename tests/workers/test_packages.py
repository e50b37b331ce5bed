"""Packages that decide what is made: those that are asked for, as they are installed."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dateline import cache
from dateline.workers import packages

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
# These fetch, show, serve, watch, lock or name types: what is made does not hang on them.
IDLE = {
    *("anyio", "certifi", "click", "filelock", "idna", "livereload", "six", "tornado", "typing-extensions"),
    *("urllib3", "watchfiles"),
}


@pytest.fixture(autouse=True)
def looked_for_anew() -> Iterator[None]:
    yield
    packages.installed.cache_clear()
    cache.program.cache_clear()


def test_all_that_the_project_asks_for_is_one_or_decides_nothing() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    read = ("pages", "pdf", "docx", "xlsx", "warc")
    asked = [*project["dependencies"], *(package for extra in read for package in extras[extra])]
    assert set(extras) == {*read, "all", "cluster"}
    locked = re.findall(r"^([a-z0-9-]+)==", (ROOT / ".requirements/site.txt").read_text(encoding="utf-8"), re.MULTILINE)
    names = {re.split(r"[<>=]", said)[0] for said in asked}
    assert names <= set(locked)
    assert set(packages.PACKAGES) | IDLE == set(locked)
    assert not set(packages.PACKAGES) & IDLE


def test_they_are_found_as_they_are_installed() -> None:
    found = packages.installed()
    assert list(found) == list(packages.PACKAGES)
    told = {each.name.lower().replace("_", "-"): each.version for each in metadata.distributions()}
    assert found == {name: told.get(name, "") for name in packages.PACKAGES}
    assert found["nh3"]


def test_what_was_made_with_another_version_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = set()
    for version in ("90.0", "91.0"):
        place = tmp_path / version
        (place / f"python_frontmatter-{version}.dist-info").mkdir(parents=True)
        (place / f"PyYAML-{version}-py3.11.egg-info").touch()
        monkeypatch.setattr(sys, "path", [str(place), *sys.path])
        packages.installed.cache_clear()
        cache.program.cache_clear()
        found = packages.installed()
        assert (found["python-frontmatter"], found["pyyaml"]) == (version, version)
        seen.add(cache.program())
    monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
    cache.program.cache_clear()
    assert len(seen | {cache.program()}) == 3
