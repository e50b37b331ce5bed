"""Seed -> Draft: headline, date, place, outlet, authors, language, body; and for each the evidence.

`normalise(seed, context)` is a pure function of two picklable values, ready for any Executor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.normalise.context import Context, context
from dateline.normalise.plain import normalise as _plain

if TYPE_CHECKING:
    from dateline.model import Draft, Seed

__all__ = ["Context", "context", "normalise"]


def normalise(seed: Seed, context: Context) -> Draft:
    """The article of one seed, without tags, and the reasons."""
    return _plain(seed, context)
