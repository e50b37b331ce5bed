"""Python's cyclic garbage collector, off for a while: the tagger makes many small values and no circles of them.

Where a lexicon is loaded or thousands of articles are read, the collector looks through all of them again and again
and finds nothing; that is a third of the time of loading and a tenth of that of reading.
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
