"""Seeds are saved anew, renamed, copied and taken away, and no edit of the person is lost or lands on another article.

DATELINE_LIVES=1000 tries as many lives; the suite tries fewer.
"""

import os

import pytest
from hypothesis import HealthCheck, settings

from dateline import cache, tagging, vocabulary
from tests.curation.fake_machine import FakeTagger, mind
from tests.curation.saver import Saver


@pytest.fixture(autouse=True)
def fake_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(mind, "version", 0)
    monkeypatch.setattr(cache, "program", lambda: "the program")  # somebody may be at work on it meanwhile
    monkeypatch.setattr(tagging, "Tagger", FakeTagger)
    monkeypatch.setattr(vocabulary.shipped, "load", lambda *_, **__: vocabulary.Vocabulary())


LIVES = int(os.environ.get("DATELINE_LIVES", "12"))
Saver.TestCase.settings = settings(
    max_examples=LIVES, stateful_step_count=15, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


class TestSaver(Saver.TestCase):  # type: ignore[valid-type, misc]  # hypothesis makes this class at run time
    """Runs the machine above; the fixture is asked for here, since unittest's classes cannot take it."""

    @pytest.fixture(autouse=True)
    def machine(self, fake_machine: None) -> None:
        """The fakes stand for the whole run."""
