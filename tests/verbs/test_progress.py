"""A long run shows how far it is: a bar on a terminal, plain lines elsewhere; a quick one shows nothing."""

import io
import itertools

import pytest

from dateline.tools import progress
from dateline.tools.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every look at the clock finds 4 seconds gone."""
    clock = itertools.count(0.0, 4.0)
    monkeypatch.setattr("time.monotonic", lambda: next(clock))


def run(stream: io.StringIO, count: int = 10) -> list[int]:
    return list(Progress(stream).over("Reading seeds", range(count), lambda number: number * 2))


def test_quick_work_says_nothing() -> None:
    stream = io.StringIO()
    assert run(stream) == [number * 2 for number in range(10)]
    assert stream.getvalue() == ""


@pytest.mark.usefixtures("slow")
def test_the_first_of_many_do_not_tell_how_long_the_rest_takes() -> None:
    stream = io.StringIO()
    run(stream, 100)
    assert stream.getvalue().splitlines()[:2] == [
        "Reading seeds: 3 of 100",
        "Reading seeds: 6 of 100, about 376 s to go",
    ]


@pytest.mark.usefixtures("slow")
def test_plain_lines_say_how_many_and_how_long() -> None:
    stream = io.StringIO()
    assert run(stream) == [number * 2 for number in range(10)]
    lines = stream.getvalue().splitlines()
    assert lines[:2] == [
        "Reading seeds: 3 of 10, about 28 s to go",
        "Reading seeds: 6 of 10, about 16 s to go",
    ]
    assert len(lines) < 5


@pytest.mark.usefixtures("slow")
def test_without_a_total_it_counts() -> None:
    stream = io.StringIO()
    assert list(Progress(stream).watch("Building pages", iter("abcd"))) == ["a", "b", "c", "d"]
    assert stream.getvalue().splitlines()[0] == "Building pages: 3 so far"


def test_a_terminal_gets_a_bar_and_every_item_is_done_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    stream = Terminal()
    assert run(stream) == [number * 2 for number in range(10)]
    assert "Reading seeds" in stream.getvalue()
    assert "10/10" in stream.getvalue()


def test_where_the_time_went_names_what_was_done() -> None:
    watched = Progress(None)
    assert list(watched.watch("Tagging", iter(()), 0)) == []
    assert list(watched.watch("Finding quotes", iter("ab"), 2)) == ["a", "b"]
    with watched.stage("Publishing"):
        pass
    assert [line.partition("CPU s  ")[2] for line in watched.timings()] == [
        "All the rest",
        "Finding quotes",
        "Publishing",
    ]
