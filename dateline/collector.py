"""Python's cyclic garbage collector, off for a while, where many small values are made and no circles of them.

Where a lexicon is loaded, thousands of articles are read or a site is planned, the collector looks through all of them
again and again and finds nothing; that is a third of the time of loading and a tenth of that of reading.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def paused() -> Iterator[None]:
    """Leave the collector as it was found."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def apart() -> Iterator[None]:
    """Let the collector pass over all that is there now: it looks through what is made meanwhile only."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
