"""Edit anything in content/, your edit stays: random lives of a corpus, with a machine that keeps changing its mind.

DATELINE_LIVES=1000 tries as many lives; the suite tries fewer.
"""

import os

import pytest
from hypothesis import settings

from dateline import normalise, tagging, vocabulary
from tests.curation.curator import Curator
from tests.curation.fake_machine import FakeTagger, fake_normalise


@pytest.fixture(autouse=True)
def fake_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(normalise, "normalise", fake_normalise)
    monkeypatch.setattr(tagging, "Tagger", FakeTagger)
    monkeypatch.setattr(vocabulary.shipped, "load", lambda *_, **__: vocabulary.Vocabulary())


LIVES = int(os.environ.get("DATELINE_LIVES", "30"))
Curator.TestCase.settings = settings(max_examples=LIVES, stateful_step_count=20, deadline=None)


class TestCurator(Curator.TestCase):  # type: ignore[valid-type, misc]  # hypothesis makes this class at run time
    """Runs the machine above; the fixture is asked for here, since unittest's classes cannot take it."""

    @pytest.fixture(autouse=True)
    def machine(self, fake_machine: None) -> None:
        """The fakes stand for the whole run."""
