"""Questions are answered by another process, each in its turn."""

from __future__ import annotations

import os
from itertools import permutations

import pytest

from dateline.questions import meanwhile
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


def test_a_process_that_has_answered_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workers, "all", lambda: Workers(2))
    begun: list[int] = []
    fork = os.fork

    def noted() -> int:
        begun.append(fork())
        return begun[-1]

    monkeypatch.setattr(os, "fork", noted)
    for answer in meanwhile(lambda: True, lambda: True):
        assert answer()
    with pytest.raises(ChildProcessError):
        os.waitpid(begun[0], 0)
