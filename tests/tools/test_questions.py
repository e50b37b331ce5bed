"""Questions are answered by another process, each in its turn."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import permutations

import pytest

from dateline.tools.questions import meanwhile
from dateline.workers import Workers


@pytest.fixture(params=[1, 2])
def _processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workers, "all", lambda: Workers(request.param))


@pytest.mark.usefixtures("_processes")
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_answers_are_those_of_the_questions_in_whatever_order_they_are_awaited(order: tuple[int, ...]) -> None:
    said = [True, False, True]
    answers = meanwhile(*(lambda each=each: each for each in said))
    assert [said[number] for number in order] == [answers[number]() for number in order]
    assert said[order[0]] is answers[order[0]]()


@pytest.mark.usefixtures("_processes")
def test_what_fails_is_asked_here() -> None:
    here = os.getpid()
    first, second, third = meanwhile(
        lambda: os.getpid() == here or here > 0,
        lambda: 1 // (os.getpid() == here) == 1,
        lambda: False,
    )
    assert first()
    assert second()
    assert not third()


ALONE = """
import os
from dateline.tools.questions import meanwhile
from dateline.workers import Workers
begun, fork = [], os.fork
os.fork = lambda: begun.append(fork()) or begun[-1]
Workers.all = lambda: Workers(2)
assert [answer() for answer in meanwhile(lambda: True, lambda: False)] == [True, False]
try:
    os.waitpid(begun[0], 0)
except ChildProcessError:
    print("gone")
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="nothing is forked")
def test_a_process_that_has_answered_is_gone() -> None:
    # in a process of its own: in this one other tests may have left a thread, beside which nothing is forked
    said = subprocess.run([sys.executable, "-c", ALONE], check=False, capture_output=True, text=True, timeout=60)
    assert (said.stdout, said.stderr) == ("gone\n", "")
