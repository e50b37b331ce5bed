"""One build at a time in one folder."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 600.0  # seconds; the longest build that was measured took half of it


class BusyError(Exception):
    """Another build did not end in time."""


@contextmanager
def alone(lock: Path, say: Callable[[str], None], patience: float = PATIENCE) -> Iterator[None]:
    """Hold `lock`, the path of a file, while the body runs; if another build holds it, say so and wait.

    The lock goes with the process that holds it, however it ends. Raises BusyError.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    held = FileLock(lock)
    try:
        held.acquire(timeout=0)
    except Timeout:
        say("Another build is at work in this folder; waiting for it to end …")
        try:
            held.acquire(timeout=patience)
        except Timeout:
            raise BusyError(
                f"Another build has been at work in this folder for {patience:.0f} seconds. Stop it, or try later."
            ) from None
    try:
        yield
    finally:
        held.release()
