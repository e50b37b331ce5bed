"""Python's cyclic garbage collector, off for a while, where many small values are made and no circles of them.

Where a lexicon is loaded, thousands of articles are read or a site is planned, the collector looks through all of them
again and again and finds nothing; that is a third of the time of loading and a tenth of that of reading. What lasts as
long as a build is put aside when it is there, or the collector would still look through all of it, later.
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
def making_what_lasts() -> Iterator[None]:
    """Leave the collector as it was found, but for all that is there then: it is put aside."""
    with paused():
        yield
        put_aside()


def put_aside() -> None:
    """Let the collector pass over all that is there now, until it is `taken_back`."""
    gc.freeze()


@contextmanager
def taken_back() -> Iterator[None]:
    """What is put aside meanwhile is the collector's again afterwards: a preview builds more than once."""
    try:
        yield
    finally:
        gc.unfreeze()
