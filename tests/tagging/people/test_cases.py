"""cases.yaml, affairs.yaml, regions.yaml and couples.yaml: what one article says by itself."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from dateline.tagging import Document, Tagger
from dateline.tools import yamlio


def _cases(name: str) -> Any:
    return yamlio.parse(Path(__file__).with_name(name).read_text(encoding="utf-8")).value


CASES = [*_cases("cases.yaml"), *_cases("affairs.yaml"), *_cases("regions.yaml")]
COUPLES = _cases("couples.yaml")


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_people_of_one_article(tagger: Tagger, case: dict[str, Any]) -> None:
    document = Document("one", case["text"], case.get("title", ""))
    tags = tagger.decide([tagger.read(document)])[0]
    people = [tag for tag in tags if tag.facet == "people"]
    assert sorted(case["people"]) == sorted(tag.name for tag in people)
    texts = {"title": document.title, "body": document.text}
    for mention in (mention for tag in people for mention in tag.mentions):
        assert mention.text == texts[mention.part][mention.start : mention.end]


@pytest.mark.parametrize("case", COUPLES, ids=[case["why"] for case in COUPLES])
def test_two_of_one_surname(tagger: Tagger, case: dict[str, Any]) -> None:
    tags = tagger.decide([tagger.read(Document("one", case["text"]))])[0]
    mentions = sorted((m for tag in tags for m in tag.mentions if m.facet == "people"), key=lambda m: m.start)
    short = (mention for mention in mentions if " " not in re.sub(r" [JS]r\.?$", "", mention.text))
    assert case["short"] == [mention.name for mention in short]
