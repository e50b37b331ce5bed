"""Work is done in order, wherever it is done; what is sent to other processes can be."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import subprocess
import sys
import time
from concurrent.futures import Future
from contextlib import contextmanager
from functools import partial
from itertools import chain
from operator import mul
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline import vocabulary, workers
from dateline.articles.changes import Files
from dateline.articles.single import Desk
from dateline.site import Workshop
from dateline.workers import Workers
from tests.site.corpus import CONFIG, VOCABULARY, corpus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


@pytest.mark.parametrize("size", [1, 2])
@pytest.mark.parametrize("count", [0, 1, 2, 1000])
def test_results_come_in_the_order_of_the_items(size: int, count: int) -> None:
    crew = Workers(size, patience=0.0, pays=0.0)
    assert list(crew.map(partial(mul, 2), range(count))) == [2 * number for number in range(count)]


@pytest.mark.parametrize("size", [1, 2, 3])
@pytest.mark.parametrize("late", [0, 1, 5, 20])
def test_what_takes_longest_comes_last(size: int, late: int) -> None:
    found = list(Workers(size).map(partial(mul, 2), range(20), at_once=True, late=late))
    assert found == [2 * number for number in (*range(late, 20), *range(late))]


@given(st.integers(0, 3000), st.integers(1, 200), st.integers(1, 4))
@example(10_000, 100, 2)
def test_shares_are_all_places_in_their_order_and_get_smaller_towards_the_end(count: int, most: int, size: int) -> None:
    found = list(workers.shares(count, most, size))
    assert list(chain.from_iterable(found)) == list(range(count))
    sizes = [len(each) for each in found]
    assert all(0 < each <= most for each in sizes)
    assert sizes == sorted(sizes, reverse=True)
    whole = most // workers.FINEST + 1
    assert sum(sizes[-size * workers.AHEAD :]) <= max(whole * size * workers.AHEAD, count // 2)


def test_what_the_first_item_makes_ready_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    now, chunks = [0.0], []

    def work(item: int) -> int:
        now[0] += 0.01 if item else 5.0  # seconds
        return item

    @contextmanager
    def pool(_work: object, _size: int) -> Iterator[workers.Submit]:
        def submit(chunk: Sequence[int]) -> workers.Results:
            chunks.append(len(chunk))
            results: Future[list[int]] = Future()
            results.set_result(list(chunk))
            return results

        yield submit

    monkeypatch.setattr("dateline.workers.time.monotonic", lambda: now[0])
    assert list(Workers(2, pool=pool).map(work, range(200))) == list(range(200))
    assert max(chunks) in (9, 10, 11)  # a tenth of a second, as floating point has it


def test_it_works_where_processes_are_not_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_context", lambda: multiprocessing.get_context("spawn"))
    assert list(Workers(2).map(partial(mul, 2), range(8), at_once=True)) == [2 * number for number in range(8)]


def test_threads_of_a_pool_have_short_turns_until_it_is_done() -> None:
    usual = sys.getswitchinterval()
    results = Workers(2).map(partial(mul, 2), range(8), at_once=True)
    next(results)
    assert sys.getswitchinterval() == pytest.approx(workers.TURN)
    assert len(list(results)) == 7
    assert sys.getswitchinterval() == usual


def test_a_fault_is_told_where_the_work_was_given_out() -> None:
    with pytest.raises(TypeError):
        list(Workers(2).map(partial(mul, None), range(4), at_once=True))


def test_what_works_on_articles_can_be_sent(tmp_path: Path) -> None:
    words, _ = vocabulary.load(tmp_path, "vocabulary", "en", cities=False)
    desk = Desk(words, tags_texts=True)
    text = "---\ntitle: Talks\n---\n\nPresident Ann Lee of Estonia went to Paris to talk about trade.\n"
    files = Files("a.md", text, None, None, None, None, "")
    found = desk.read([(files, b"")])
    assert pickle.loads(pickle.dumps(desk)).read([(files, b"")]) == found  # noqa: S301  our own bytes
    workshop = Workshop(tuple(corpus()), CONFIG, VOCABULARY)
    assert workshop.renderer
    sent = pickle.loads(pickle.dumps(workshop))  # noqa: S301  likewise
    for there, here in zip(sent.plan, workshop.plan, strict=True):
        assert (there.name, there.inputs) == (here.name, here.inputs)
        assert there.large or list(there.make()) == list(here.make())


CODE = """
import os, time
from dateline.workers import Workers
def slow(number):
    os.write(1, b"%d\\n" % os.getpid())  # in one piece: two processes write here
    time.sleep(60)
list(Workers(2).map(slow, range(9), at_once=True))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
def test_processes_end_with_the_one_that_started_them() -> None:
    with subprocess.Popen([sys.executable, "-c", CODE], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        started = [int(process.stdout.readline()) for _ in range(2)]
        process.kill()
        process.wait()
        for _ in range(500):
            if not any(os.path.exists(f"/proc/{each}") for each in started):  # noqa: PTH110  a string is at hand
                break
            time.sleep(0.02)
        else:
            pytest.fail("still at work")
