"""A build with a Dask cluster ends as one without; a cluster that is unfit is refused in a sentence."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
from typing import TYPE_CHECKING, TypeVar

import pytest

from dateline import pipeline
from dateline.program import main
from dateline.tools.folder import Folder
from dateline.tools.progress import Progress
from dateline.workers import cluster
from tests.safety.killing import snapshot, write_seed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from distributed import Client

R = TypeVar("R")
distributed = pytest.importorskip("distributed")
ARTICLES = 30  # each a task of its own, six of which are given out at once


@pytest.fixture(scope="module")
def running() -> Iterator[Client]:
    """A client of a cluster on this machine; a worker of it that ends is started again."""
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=50) as local,
        distributed.Client(local, set_as_default=False) as client,
    ):
        yield client


class Killing(Progress):
    """Kills one of the workers as soon as the first result of each stage has come, while others are under way."""

    def __init__(self, client: Client) -> None:
        super().__init__(io.StringIO())
        self.client = client
        self.killed: list[str] = []

    def watch(self, label: str, results: Iterable[R], total: int | None = None) -> Iterator[R]:
        for number, result in enumerate(super().watch(label, results, total)):
            if number == 0 and label in ("Normalising", "Tagging"):
                pids = self.client.run(os.getpid)
                os.kill(next(iter(pids.values())), signal.SIGKILL)
                self.killed.append(label)
            yield result


@pytest.fixture
def site(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path / "site")
    folder.seeds.mkdir(parents=True)
    for number in range(ARTICLES):
        write_seed(folder.root, number, 'session. "We will build the bridge," Mayor Jaan Tamm said. It names Finland')
    return folder


def test_workers_that_die_in_mid_build_change_nothing(
    site: Folder, tmp_path: Path, running: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = Folder(tmp_path / "alone")
    shutil.copytree(site.root, alone.root)
    pipeline.build(alone, Progress())
    monkeypatch.setattr(cluster, "PATIENCE", 0.0)  # so little work is done where it is, otherwise
    progress = Killing(running)
    outcome = pipeline.build(site, progress, cluster=running.scheduler.address)
    assert (outcome.articles, outcome.new, progress.killed) == (ARTICLES, ARTICLES, ["Normalising", "Tagging"])
    assert snapshot(site.root) == snapshot(alone.root)


def test_tags_of_a_pipe_are_the_same(
    site: Folder, running: Client, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = [f"{name} Lee of Latvia met Anna Ozola in Paris." for name in ("President Ann", "Minister Bo", "Cy")]
    lines = "".join(json.dumps({"id": n, "text": text}) + "\n" for n, text in enumerate(texts)).encode()
    monkeypatch.setattr(cluster, "PATIENCE", 0.0)
    found = []
    for options in ((), ("--cluster", running.scheduler.address)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines)))
        assert main(["tag", "--site", str(site.root), *options]) == 0
        found.append(capsys.readouterr().out)
    assert found[0] == found[1]
    assert found[0].count("Ann Lee")


def test_a_worker_with_another_program_is_refused(
    site: Folder, running: Client, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here = os.getpid()
    monkeypatch.setattr(cluster, "fingerprint", lambda: {"Dateline": "2.0" if os.getpid() == here else "1.0"})
    assert main(["build", "--site", str(site.root), "--cluster", running.scheduler.address]) == 2
    said = capsys.readouterr().err
    assert "is not like this machine in Dateline (1.0)" in said
    assert said.count("\n") == 1
    assert not site.content.exists()


@pytest.mark.parametrize("address", ["127.0.0.1:1", "nowhere"])
def test_where_no_cluster_answers_that_is_said(
    address: str, site: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cluster, "ANSWER", 0.2)
    assert main(["build", "--site", str(site.root), "--cluster", address]) == 2
    said = capsys.readouterr().err
    assert f"No cluster answers at {address}" in said
    assert said.count("\n") == 1
    assert not site.public.exists()
