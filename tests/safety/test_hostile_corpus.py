"""A corpus that no site was made for is built whole, and nothing of what is published is broken.

DATELINE_HOSTILE=1000 builds as many articles; the suite builds fewer.
"""

import os
from pathlib import Path

import pytest
import yaml

from dateline.content.parse import parse
from dateline.program import main
from tests.safety import hostile_corpus, outputs

ARTICLES = int(os.environ.get("DATELINE_HOSTILE", "70"))
PARSED = 30  # pages that are parsed strictly


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "site"
    hostile_corpus.write(folder, ARTICLES)
    assert main(["build", "--site", str(folder)]) == 0
    return folder


def test_nothing_of_what_is_published_is_broken(built: Path) -> None:
    assert outputs.problems(built / "public", hostile_corpus.BASE, PARSED) == []


def test_every_article_is_there(built: Path) -> None:
    assert len((built / "public/data/articles.jsonl").read_text("utf-8").splitlines()) == ARTICLES


def test_content_is_what_any_yaml_reader_and_any_file_system_takes(built: Path) -> None:
    made = [
        path
        for path in (built / "content/articles").rglob("*.md")
        if path.parent.name.isdigit() and len(path.parent.name) == 4
    ]
    made += (built / "content/articles/undated").glob("*.md")
    assert len(made) == ARTICLES // 5
    assert list(outputs.names([path.relative_to(built / "content").as_posix() for path in made])) == []
    for path in made:
        text = path.read_text("utf-8")
        assert parse(text, path.name).problems == ()
        assert yaml.safe_load(text.split("\n---\n")[0])["title"]


def test_the_next_build_finds_nothing_to_do(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.stat().st_mtime_ns for path in built.rglob("*") if ".cache" not in path.parts}
    (built / ".cache/built.json").unlink()
    assert main(["build", "--site", str(built)]) == 0
    assert "up to date" in capsys.readouterr().out
    assert {path: path.stat().st_mtime_ns for path in built.rglob("*") if ".cache" not in path.parts} == before
