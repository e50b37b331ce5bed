"""authors.yaml and the lines of `tag`: JSON Lines in, JSON Lines out."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from dateline.tools import yamlio
from dateline.tools.folder import Folder
from dateline.verbs import tagpipe

AUTHORS = yamlio.parse(Path(__file__).with_name("authors.yaml").read_text(encoding="utf-8")).value
RULES = {"people.byline", "people.credit", "people.signature"}
BARE = "President Obama said on Monday that the United States would vote. Russian President Vladimir Putin agreed."


def tag(site: Path, texts: list[str], **options: Any) -> list[dict[str, Any]]:
    lines = [json.dumps({"id": str(number), "text": text}).encode() for number, text in enumerate(texts)]
    out = io.StringIO()
    assert tagpipe.run(Folder(site), lines, out, **options) == []
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.fixture(scope="module")
def with_authors(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    return tag(tmp_path_factory.mktemp("site"), [case["text"] for case in AUTHORS])


@pytest.fixture(scope="module")
def of_bodies(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    return tag(tmp_path_factory.mktemp("site"), [case["text"] for case in AUTHORS], body=True)


@pytest.mark.parametrize("number", range(len(AUTHORS)), ids=[case["why"] for case in AUTHORS])
def test_authors(number: int, with_authors: list[dict[str, Any]], of_bodies: list[dict[str, Any]]) -> None:
    case, row = AUTHORS[number], with_authors[number]
    assert sorted(case["body"]) == sorted(of_bodies[number]["people"])
    made = {mention["name"]: mention["rule"] for mention in row["mentions"] if mention["rule"] in RULES}
    assert case["authors"] == made
    assert sorted({*case["body"], *case["authors"]}) == sorted(row["people"])
    for mention in row["mentions"]:
        assert case["text"][mention["start"] : mention["end"]] == mention["text"]


def test_a_text_names_people_as_it_does(tmp_path: Path) -> None:
    [row] = tag(tmp_path, [BARE])
    assert sorted(row["people"]) == ["Obama", "Vladimir Putin"]
    assert row["identities"] == {"Obama": "Barack Obama"}
    assert {mention["name"] for mention in row["mentions"] if mention["facet"] == "people"} == set(row["people"])


def test_canonical_names_are_the_corpus_s(tmp_path: Path) -> None:
    [row] = tag(tmp_path, [BARE], canonical=True)
    assert sorted(row["people"]) == ["Barack Obama", "Vladimir Putin"]
    assert row["identities"] == {}


def test_the_curator_s_name_is_always_the_one(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "vocabulary"
    folder.mkdir(parents=True)
    (folder / "people.yaml").write_text("Barack Obama:\n  weak: [Obama]\n", encoding="utf-8")
    [row] = tag(tmp_path, [BARE])
    assert sorted(row["people"]) == ["Barack Obama", "Vladimir Putin"]


def test_two_people_never_share_a_name(tmp_path: Path) -> None:
    full = ["Senator Anna Kuusk spoke.", "Minister Jaan Kuusk spoke."]
    [*_, row] = tag(tmp_path, [*full, "Anna Kuusk and her brother Jaan Kuusk met. Kuusk left."])
    assert sorted(row["people"]) == ["Anna Kuusk", "Jaan Kuusk"]
