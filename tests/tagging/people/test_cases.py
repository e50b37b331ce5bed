"""cases.yaml: what one article says by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dateline import yamlio
from dateline.tagging import Document, Tagger

CASES = yamlio.parse(Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8")).value


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_people_of_one_article(tagger: Tagger, case: dict[str, Any]) -> None:
    document = Document("one", case["text"], case.get("title", ""))
    tags = tagger.decide([tagger.read(document)])[0]
    people = [tag for tag in tags if tag.facet == "people"]
    assert sorted(case["people"]) == sorted(tag.name for tag in people)
    texts = {"title": document.title, "body": document.text}
    for mention in (mention for tag in people for mention in tag.mentions):
        assert mention.text == texts[mention.part][mention.start : mention.end]
