"""The address of a running Dask cluster -> workers that do the work on single articles there.

A cluster is sent the program's own objects and sends back others, as pickles: it must be one that is trusted like this
machine.
"""

from __future__ import annotations

import hashlib
import logging
import re
import sys
import threading
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from dateline import __version__
from dateline.workers import AHEAD, PATIENCE, Workers, packages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future

    from distributed import Client

    from dateline.workers import Submit

ANSWER = 10  # seconds in which a scheduler must answer, and have a worker
LOST = 60  # seconds without any worker after which none will come back
LOOK = 5  # seconds between looks at whether there are workers
_ADDRESS = re.compile(r"(?:\w+://)?[^\s/]+:\d+")
START = "Start one with `dask scheduler`, and `dask worker {address}` on each machine."


class ClusterError(Exception):
    """The cluster is not there, not fit or gone; the message says what to do."""


@contextmanager
def joined(address: str) -> Iterator[Workers]:
    """Workers that are those of the cluster at `address` (tcp://host:8786) while this lasts; ClusterError if unfit."""
    try:
        import distributed
    except ImportError:
        raise ClusterError(
            f"--cluster needs a package that is not installed: {sys.executable} -m pip install distributed"
        ) from None
    if not _ADDRESS.fullmatch(address):  # its client would say so too, and then more when it is thrown away
        example = "an address has a host and a port, such as tcp://192.0.2.1:8786."
        raise ClusterError(f"No cluster answers at {address}: {example}")
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters of it is said here
    try:
        client = distributed.Client(address, timeout=ANSWER, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"No cluster answers at {address} ({error}). {START.format(address=address)}") from None
    with client:
        size = _size(client, address)
        yield Workers(size, PATIENCE, 0.0, _Pool(client, address).open, size * AHEAD)


def _size(client: Client, address: str) -> int:
    """How many items can be worked on at once, by workers that are all fit for it."""
    try:
        client.wait_for_workers(1, timeout=ANSWER)
    except TimeoutError:
        raise ClusterError(f"The cluster at {address} has no workers. {START.format(address=address)}") from None
    ours = fingerprint()
    for worker, theirs in client.run(fingerprint, on_error="return").items():
        if unlike := _unlike(ours, theirs):
            needed = ", ".join(f"{name} {version}" for name, version in ours.items())
            raise ClusterError(
                f"The worker {worker} is not like this machine in {unlike}: results would differ. "
                f"Install there what is here, or start it in this environment. Here: {needed}."
            )
    threads: dict[str, int] = client.nthreads()
    return max(2, sum(threads.values()))


def _unlike(ours: dict[str, str], theirs: dict[str, str] | Exception) -> str:
    """How a worker differs, in words; an exception where it could not even tell."""
    if isinstance(theirs, Exception):
        return f"Dateline ({theirs})"
    return ", ".join(f"{name} ({theirs.get(name)})" for name, version in ours.items() if theirs.get(name) != version)


@cache
def fingerprint() -> dict[str, str]:
    """What decides results, with its version: this program by the bytes of its files, Python, packages."""
    here = Path(__file__).resolve().parents[1]
    files = sorted(file for file in here.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    digest = hashlib.blake2b(digest_size=6)
    for file in files:
        data = file.read_bytes()
        digest.update(f"{file.relative_to(here).as_posix()} {len(data)} ".encode() + data)
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {"Dateline": f"{__version__} ({digest.hexdigest()})", "Python": python} | packages.installed()


class _Pool:
    """A connected cluster as a pool of workers."""

    def __init__(self, client: Client, address: str) -> None:
        self.client = client
        self.address = address

    @contextmanager
    def open(self, work: Callable[[Any], Any], size: int) -> Iterator[Submit]:  # noqa: ARG002  the cluster has its size
        """Send the work once, as a task of its own: whoever lacks it, or lost it, gets it from the others or anew."""
        given = self.client.submit(_Given, work, fingerprint(), pure=False)
        executor = self.client.get_executor(pure=False)
        try:
            yield lambda chunk: _Awaited(self, executor.submit(_do, given, chunk))
        finally:
            executor.shutdown(wait=False)  # what nobody waits for any more need not be done

    def wait(self, future: Future[list[Any]]) -> list[Any]:
        """What comes of a chunk; ClusterError where nothing will."""
        from distributed import KilledWorker

        missing = 0
        while missing < LOST:
            try:
                return future.result(LOOK)
            except TimeoutError:
                missing = 0 if self.client.nthreads() else missing + LOOK
            except (CancelledError, OSError, KilledWorker) as error:
                raise ClusterError(f"The cluster at {self.address} gave up: {error or 'no answer'}.") from error
        raise ClusterError(f"The cluster at {self.address} has lost all its workers.")


class _Awaited(Struct, frozen=True):
    """A chunk that the cluster works on."""

    pool: _Pool
    future: Future[list[Any]]

    def done(self) -> bool:
        return self.future.done()

    def result(self) -> list[Any]:
        return self.pool.wait(self.future)


class _Given:
    """Work as a worker has it. Its threads take turns: more would not be faster, and the work need not allow it."""

    def __init__(self, work: Callable[[Any], Any], made_by: dict[str, str]) -> None:
        if made_by != fingerprint():
            raise ClusterError("A worker joined the cluster that is not like this machine.")
        self.work = work
        self.made_by = made_by
        self.turn = threading.Lock()

    def __reduce__(self) -> tuple[Any, ...]:
        return _Given, (self.work, self.made_by)


def _do(given: _Given, items: Sequence[Any]) -> list[Any]:
    with given.turn:
        return [given.work(item) for item in items]
