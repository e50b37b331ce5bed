"""Another moment to look at files, and which of them are read then."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.tools import files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pytest

NAME = "content/articles/a.md"
LEDGER = "content/ledger/a.json"
DEEPER = "content/ledger/2021/b.json"


def later(monkeypatch: pytest.MonkeyPatch, seconds: float = 10) -> None:
    moment = time.time_ns() + int(seconds * 1e9)
    monkeypatch.setattr(time, "time_ns", lambda: moment)


def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read from now on."""
    seen: list[str] = []
    real = files.read_all

    def read_all(paths: Sequence[bytes]) -> Iterator[bytes | OSError]:
        seen.extend(Path(os.fsdecode(path)).name for path in paths)
        return real(paths)

    monkeypatch.setattr(files, "read_all", read_all)
    return seen
