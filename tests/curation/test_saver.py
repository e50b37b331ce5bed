"""Seeds are saved anew, renamed, copied and taken away, and no edit of the person is lost or lands on another article.

DATELINE_LIVES=1000 tries as many lives; the suite tries a few, always the same.
"""

import os

import pytest
from hypothesis import Phase, settings

from dateline import cache, tagging, vocabulary
from tests.curation.fake_machine import FakeTagger, mind
from tests.curation.saver import Saver


@pytest.fixture(autouse=True)
def fake_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(mind, "version", 0)
    monkeypatch.setattr(cache, "program", lambda: "the program")  # somebody may be at work on it meanwhile
    monkeypatch.setattr(tagging, "Tagger", FakeTagger)
    monkeypatch.setattr(vocabulary.shipped, "load", lambda *_, **__: vocabulary.Vocabulary())


LIVES = os.environ.get("DATELINE_LIVES", "")
Saver.TestCase.settings = settings(
    max_examples=int(LIVES or "12"),
    stateful_step_count=20,
    deadline=None,
    derandomize=not LIVES,
    phases=(Phase.generate,),  # a life is read sooner than it is made shorter
)


class TestSaver(Saver.TestCase):  # type: ignore[valid-type, misc]  # hypothesis makes this class at run time
    """Runs the machine above; the fixture is asked for here, since unittest's classes cannot take it."""

    @pytest.fixture(autouse=True)
    def machine(self, fake_machine: None) -> None:
        """The fakes stand for the whole run."""
