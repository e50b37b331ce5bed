"""Shipped templates are compiled once; a site's own, and what is not of the same source, each time."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment, FileSystemLoader

from dateline import cache
from dateline.site.templating import compiled
from dateline.tools.folder import shipped

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder where compiled templates are kept, and a program's templates."""
    (tmp_path / "shipped/macros").mkdir(parents=True)
    (tmp_path / "own").mkdir()
    (tmp_path / "shipped/a.html").write_text("one {{ 1 + 1 }}")
    (tmp_path / "shipped/macros/b.html").write_text("two")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(compiled, "shipped", lambda _: tmp_path / "shipped")
    monkeypatch.setattr(compiled, "cache_from_source", lambda _: str(tmp_path / "room/module.pyc"))
    return tmp_path


def rendered(folder: Path, name: str = "a.html") -> tuple[str, bool]:
    """What a template says, and whether it had to be compiled for that."""
    made = []

    class Watched(Environment):
        def compile(self, *given: object, **more: object) -> object:  # type: ignore[override]
            made.append(given)
            return super().compile(*given, **more)  # type: ignore[call-overload]

    environment = Watched(loader=FileSystemLoader(folder), bytecode_cache=compiled.Compiled(), autoescape=True)
    return environment.get_template(name).render(), bool(made)


def test_a_shipped_template_is_compiled_once(room: Path) -> None:
    for name, said in (("a.html", "one 2"), ("macros/b.html", "two")):
        assert rendered(room / "shipped", name) == (said, True)
        assert rendered(room / "shipped", name) == (said, False)


def test_another_source_is_another_template(room: Path) -> None:
    rendered(room / "shipped")
    (room / "shipped/a.html").write_text("uno {{ 1 + 1 }}")
    assert rendered(room / "shipped") == ("uno 2", True)
    assert rendered(room / "shipped") == ("uno 2", False)


def test_another_program_compiles_anew(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered(room / "shipped")
    monkeypatch.setattr(cache, "program", lambda: "another")
    assert rendered(room / "shipped") == ("one 2", True)


def test_a_sites_own_template_is_never_kept_nor_found(room: Path) -> None:
    rendered(room / "shipped")
    shutil.copy(room / "shipped/a.html", room / "own/a.html")
    assert rendered(room / "own") == ("one 2", True)
    (room / "own/b.html").write_text("three")
    assert rendered(room / "own", "b.html") == rendered(room / "own", "b.html") == ("three", True)
    assert [path.name.split(".")[1] for path in (room / "room").iterdir()] == ["a"]


def test_nothing_is_left_where_python_is_told_to_leave_nothing(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    rendered(room / "shipped")
    assert not (room / "room").exists()


@pytest.mark.parametrize("cut", [0, 20, 40, 41, 60, -1])
def test_what_cannot_be_read_is_compiled_again(room: Path, cut: int) -> None:
    rendered(room / "shipped")
    (file,) = (room / "room").iterdir()
    file.write_bytes(file.read_bytes()[:cut])
    assert rendered(room / "shipped") == ("one 2", True)
    assert rendered(room / "shipped") == ("one 2", False)


def test_a_room_that_cannot_be_made_costs_only_time(room: Path) -> None:
    (room / "room").write_text("in the way")
    assert rendered(room / "shipped") == ("one 2", True)


def test_the_programs_own_are_known_for_its_own() -> None:
    found = compiled.Compiled()
    environment = Environment(loader=FileSystemLoader(shipped("templates")), autoescape=True)
    assert environment.loader
    _, filename, _ = environment.loader.get_source(environment, "home.html")
    assert found.get_bucket(environment, "home.html", filename, "").key == "home.html"
