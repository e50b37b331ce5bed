"""One tagger with the shipped vocabulary alone, and its lists: they take a good part of a second to build."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import vocabulary
from dateline.tagging import Tagger
from dateline.tagging.people.lists import lexicon


@pytest.fixture(scope="session")
def tagger() -> Tagger:
    words, problems = vocabulary.load(Path("nowhere"))
    assert problems == []
    return Tagger(words)


@pytest.fixture(scope="session")
def words() -> lexicon.Lexicon:
    return lexicon.load()
