"""site.yaml -> settings; a mistake is told with its line, and takes nothing else with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from dateline import config, pipeline
from dateline.tools.folder import Folder, shipped
from dateline.tools.progress import Progress

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.model import Problem


@pytest.mark.parametrize(
    ("text", "left_out", "wrong"),
    [
        ("leave_out: [search, days]", {"search", "days"}, []),
        ("leave_out:\n- search\n- serach\n- {}\n", {"search"}, ["site.yaml:3: F08", "site.yaml:4: F08"]),
        ("title: A\nleave_out: search\n", set(), ["site.yaml:2: F16"]),
        ("leave_out:\n", set(), []),
    ],
)
def test_parts_are_left_out_by_their_names(text: str, left_out: set[str], wrong: list[str], tmp_path: Path) -> None:
    settings, problems = load(tmp_path, text)
    assert settings.leave_out == left_out
    assert [str(problem)[: len(start)] for problem, start in zip(problems, wrong, strict=True)] == wrong
    assert all(settings.has(part) == (part not in left_out) for part in config.PARTS)


@pytest.mark.parametrize(
    ("line", "tags"),
    [("tagging: False", False), ("tagging: off", False), ("tagging: NO", False), ("tagging: true", True), ("", True)],
)
def test_tagging_is_on_where_nobody_says_no(line: str, tags: bool, tmp_path: Path) -> None:
    settings, problems = load(tmp_path, line)
    assert (settings.tagging, problems) == (tags, [])


@pytest.mark.parametrize(
    ("source", "rights", "index", "wrong"),
    [
        ("rights: Excerpt", "excerpt", None, []),
        ("rights: non", "link", None, ["F08"]),
        ("rights:", "link", None, ["F08"]),
        ("index: Off", "", False, []),
        ("index: nope", "", False, ["F08"]),
        ("index: true\n- name: Coast Daily\n  rights: link\n  index: No", "link", False, ["F11"]),
        ("rights: link\n- name: Coast Daily\n  rights: full", "link", None, ["F11"]),
        ("also: Coast", "", None, []),
    ],
)
def test_a_mistake_of_a_source_holds_back(
    source: str, rights: str, index: bool | None, wrong: list[str], tmp_path: Path
) -> None:
    settings, problems = load(tmp_path, f"sources:\n- name: Coast Daily\n  {source}\n")
    (found,) = settings.sources
    assert (found.rights, found.index, [problem.code for problem in problems]) == (rights, index, wrong)
    assert found.also == (("Coast",) if "also" in source else ())


def test_every_setting_stands_in_the_file_that_new_writes() -> None:
    text = (shipped("starter") / "content/site.yaml").read_text(encoding="utf-8")
    bare = "\n".join(line.removeprefix("# ") for line in text.splitlines())
    assert [key for key in config.SITE_KEYS if f"\n{key}:" not in f"\n{bare}"] == []
    assert [part for part in config.PARTS if f"\n#   {part} " not in text] == []
    assert set(yaml.safe_load(text)) <= set(config.SITE_KEYS)


def load(folder: Path, text: str) -> tuple[config.Config, list[Problem]]:
    (folder / "site.yaml").write_text(text, encoding="utf-8")
    return config.load(folder / "site.yaml", "site.yaml")


def test_a_site_that_leaves_out_all_it_can_is_built_again_as_any(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.articles.mkdir(parents=True)
    (folder.articles / "own.md").write_text("---\ntitle: Own\ndate: 2021-05-25\n---\n\nA text.\n", encoding="utf-8")
    for part in (f"leave_out: [{', '.join(config.PARTS)}]\ntagging: false\n", "", f"leave_out: {list(config.PARTS)}\n"):
        folder.config.write_text(part, encoding="utf-8")
        assert pipeline.build(folder, Progress()).changed
        assert not pipeline.build(folder, Progress()).changed
        assert (folder.public / "search/index.html").exists() is (part == "")
