"""corpora.yaml: who a name means is decided over all articles, and the form in which a reading is kept."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from dateline import vocabulary
from dateline.model import When
from dateline.tagging import Document, Named, Reading, Tagger, Trace
from dateline.tagging.document import Figure, Sight, trace
from dateline.tools import yamlio

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


@pytest.mark.parametrize("seed", range(20))
def test_a_name_in_doubt_means_what_it_would_if_more_were_known_of_it(tagger: Tagger, seed: int) -> None:
    """Most names are in doubt, and of those that nobody bears no more is asked than that (`_is_strange`)."""
    chance = random.Random(seed)  # noqa: S311  for no secret
    written = ["Ann Tamm", "Bo Tamm", "Tamm", "Bo Ek", "Ek", "Merkel", "Angela Merkel", "Monday", "Al", "Bo A. Ek"]

    def figure() -> Figure:
        score = chance.choice([-9.0, -1.0, -1.0, -1.0, 0.0, 2.0])
        return Figure(chance.choice(written), (), score, chance.choice([(), (), (), ("Chancellor",)]))

    figures = [tuple(figure() for _ in range(4)) for _ in range(12)]
    places = ("Estonia", "Latvia", "Norway")
    short = [replace(trace(Reading("", None, each)), countries=places) for each in figures]
    long = [
        replace(one, figures=tuple(Sight(it) if isinstance(it, str) else it for it in one.figures)) for one in short
    ]
    assert any(isinstance(each, str) for one in short for each in one.figures)
    assert decided(tagger, short) == decided(tagger, long)


def decided(tagger: Tagger, traces: list[Trace]) -> list[Named]:
    return list(map(tagger.people(traces).who, traces))
