"""Short made texts of kinds that are met often, and what is read of them. Cases: cases/texts.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline import normalise
from dateline.normalise import accounting
from tests.seeds.reading import read

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "texts.yaml").read_text(encoding="utf-8"))
CONTEXT = normalise.Context(language="en")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    (seed,), _ = read(case.get("path", "a.txt"), case["text"])
    made = normalise.normalise(seed, CONTEXT)
    article = made.article
    said = {
        "title": article.title,
        "date": str(article.date),
        "author": list(article.author),
        "source": article.source,
        "url": article.url,
        "place": article.place,
        "section": article.section,
        "image_credit": article.image_credit,
    }
    assert {name: said[name] for name in said if name in case} == {name: case[name] for name in said if name in case}
    paragraphs = article.body.split("\n\n")
    assert [line for line in case.get("body", ()) if line not in paragraphs] == []
    assert [line for line in case.get("aside", ()) if line in article.body] == []
    assert accounting.lost(seed, made) == []
