"""A fault of the program itself -> a file that says what happened, and a line of it."""

from __future__ import annotations

import json
import sys
import tempfile
import traceback
from typing import NamedTuple

from dateline import __version__


class Crash(NamedTuple):
    """What is known of a fault."""

    last: str  # the exception, in a line
    name: str  # of the file in which the rest is written


def noted() -> Crash:
    """Write down the exception that is being handled."""
    told = traceback.format_exc()
    with tempfile.NamedTemporaryFile("w", prefix="dateline-", suffix=".log", delete=False, encoding="utf-8") as log:
        log.write(f"dateline {__version__}, Python {sys.version}\n{json.dumps(sys.argv)}\n\n{told}")
    return Crash(told.strip().splitlines()[-1], log.name)
