"""corpora.yaml: who a name means is decided over all articles, and the form in which a reading is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from dateline import vocabulary, yamlio
from dateline.model import When
from dateline.tagging import Document, Reading, Tagger

CORPORA = yamlio.parse(Path(__file__).with_name("corpora.yaml").read_text(encoding="utf-8")).value


def documents(corpus: dict[str, Any]) -> list[Document]:
    return [
        Document(
            str(number),
            article["text"],
            article.get("title", ""),
            When.parse(article["date"]) if "date" in article else None,
        )
        for number, article in enumerate(corpus["articles"])
    ]


@pytest.mark.parametrize("corpus", CORPORA, ids=[corpus["why"] for corpus in CORPORA])
def test_people_of_a_corpus(corpus: dict[str, Any], tmp_path: Path, tagger: Tagger) -> None:
    if "vocabulary" in corpus:
        (tmp_path / "people.yaml").write_text(corpus["vocabulary"], encoding="utf-8")
        words, problems = vocabulary.load(tmp_path)
        assert problems == []
        tagger = Tagger(words)
    read = documents(corpus)
    decided = tagger.decide([tagger.read(document) for document in read])
    found = [sorted(tag.name for tag in tags if tag.facet == "people") for tags in decided]
    assert [sorted(article["people"]) for article in corpus["articles"]] == found


def test_a_reading_survives_the_cache(tagger: Tagger) -> None:
    for corpus in CORPORA:
        for document in documents(corpus):
            reading = tagger.read(document)
            assert reading == msgspec.msgpack.decode(msgspec.msgpack.encode(reading), type=Reading)


def test_the_order_of_articles_does_not_matter(tagger: Tagger) -> None:
    readings = [tagger.read(document) for document in documents(CORPORA[2])]
    assert tagger.decide(readings) == tagger.decide(readings[::-1])[::-1]


def test_tags_come_by_facet_and_strength(tagger: Tagger) -> None:
    text = "Angela Merkel met Emmanuel Macron in Paris. Mr Macron thanked France. Macron left for Germany."
    tags = tagger.decide([tagger.read(Document("one", text))])[0]
    assert [tag.name for tag in tags if tag.facet == "people"] == ["Emmanuel Macron", "Angela Merkel"]
    facets = [tag.facet for tag in tags]
    assert facets == sorted(facets, key=["people", "countries", "topics"].index)
    assert [tag.code for tag in tags if tag.facet == "people"] == ["Q3052772", "Q567"]
