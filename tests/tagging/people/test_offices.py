"""offices.yaml: who is named by an office alone, at the date of the article."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dateline import vocabulary
from dateline.model import When
from dateline.tagging import Document, Tagger, review
from dateline.tools import yamlio

if TYPE_CHECKING:
    from dateline.model import Tag
    from dateline.tagging import Reading

DATA = yamlio.parse(Path(__file__).with_name("offices.yaml").read_text(encoding="utf-8")).value


@pytest.fixture(scope="module")
def with_roles(tmp_path_factory: pytest.TempPathFactory) -> Tagger:
    folder = tmp_path_factory.mktemp("vocabulary")
    (folder / "people.yaml").write_text(DATA["vocabulary"], encoding="utf-8")
    words, problems = vocabulary.load(folder)
    assert problems == []
    return Tagger(words)


def look(tagger: Tagger, case: dict[str, Any]) -> tuple[Reading, tuple[Tag, ...]]:
    reading = tagger.read(Document("a", case["text"], date=When.parse(str(case["date"])) if "date" in case else None))
    return reading, tagger.decide([reading])[0]


@pytest.mark.parametrize("case", DATA["cases"], ids=[case["why"] for case in DATA["cases"]])
def test_an_office_alone(case: dict[str, Any], with_roles: Tagger) -> None:
    reading, tags = look(with_roles, case)
    people = [tag for tag in tags if tag.facet == "people"]
    assert sorted(case["people"]) == sorted(tag.name for tag in people)
    mentions = [mention for tag in people for mention in tag.mentions if mention.rule == "people.role"]
    assert case.get("said", []) == [mention.text for mention in mentions]
    assert all(case["text"][m.start : m.end] == m.text for m in mentions)
    unsure = [finding for finding in review.findings([reading], [tags]) if finding.kind == "office"]
    assert ([case["review"]] if "review" in case else []) == [list(finding.names[1:]) for finding in unsure]


def test_its_country_is_named_all_the_same(with_roles: Tagger) -> None:
    case = {"text": "Prime Minister of Estonia opens the bridge of Narva.", "date": "2022-03-01"}
    _, tags = look(with_roles, case)
    assert [(t.facet, t.name) for t in tags if t.facet != "topics"] == [
        ("people", "Leena Kask"),
        ("countries", "Estonia"),
    ]


def test_shipped_offices_tag_nobody(tagger: Tagger) -> None:
    _, tags = look(tagger, {"text": "The Estonian prime minister met the German chancellor.", "date": "2022-03-01"})
    assert not [tag for tag in tags if tag.facet == "people"]


def test_another_name_for_a_shipped_person_is_no_role_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_text("Angela Merkel:\n  also: [A Chancellor's Name]\n", encoding="utf-8")
    words, problems = vocabulary.load(tmp_path)
    assert problems == []
    _, tags = look(Tagger(words), {"text": "The German chancellor spoke.", "date": "2012-03-01"})
    assert not [tag for tag in tags if tag.facet == "people"]
