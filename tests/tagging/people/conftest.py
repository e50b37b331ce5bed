"""One tagger with the shipped vocabulary alone: it takes a good part of a second to build."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import vocabulary
from dateline.tagging import Tagger


@pytest.fixture(scope="session")
def tagger() -> Tagger:
    words, problems = vocabulary.load(Path("nowhere"))
    assert problems == []
    return Tagger(words)
