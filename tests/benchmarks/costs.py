"""A command -> what it takes: wall time, CPU time, memory, and what it leaves."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parents[2]
EVERY = 0.1  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process and its children took."""

    wall: float  # seconds
    cpu: float  # seconds
    memory: int  # bytes, shared pages counted once
    files: int = 0  # of the site
    size: int = 0  # bytes of the site


def measure(command: Sequence[str], public: Path) -> Cost:
    """Run a command to its end; SystemExit where it fails."""
    began = time.perf_counter()
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as most have it
    process = subprocess.Popen(command, cwd=ROOT, env=kept, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    memory = [0]
    watcher = threading.Thread(target=_watch, args=(process.pid, memory), daemon=True)
    watcher.start()
    said = process.stdout.read() if process.stdout else ""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - began
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{said}")
    sizes = [path.stat().st_size for path in public.rglob("*") if path.is_file()]
    largest = max(memory[0], used.ru_maxrss * 1024)
    return Cost(wall, used.ru_utime + used.ru_stime, largest, len(sizes), sum(sizes))


def median(found: Sequence[Cost]) -> Cost:
    """Of times the middle, of memory the most, and the site as it was last."""
    return Cost(
        statistics.median(cost.wall for cost in found),
        statistics.median(cost.cpu for cost in found),
        max(cost.memory for cost in found),
        found[-1].files,
        found[-1].size,
    )


def _watch(process: int, most: list[int]) -> None:
    """Keep the most that a process and its children hold, as Linux tells it; elsewhere the largest process counts."""
    while Path(f"/proc/{process}/smaps_rollup").exists():
        most[0] = max(most[0], sum(_held(each) for each in _family(process)))
        time.sleep(EVERY)


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _held(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
