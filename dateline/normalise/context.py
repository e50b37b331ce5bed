"""site.yaml and all seeds -> Context: what the normaliser may know beyond the one seed before it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dateline.normalise.body import repetition
from dateline.normalise.body.repetition import Order, Pile, Trace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.config import Config, Source
    from dateline.model import Seed

__all__ = ["Context", "Order", "context"]


class Context(Struct, frozen=True):
    """Small and picklable: what `of` gives goes along with one seed to whichever process normalises it."""

    outlets: tuple[Source, ...] = ()
    language: str = ""  # of the site, BCP 47: the guess where a text is too short to tell
    date_order: Order = ""  # how 03/04/2021 is read where nothing beside it decides
    repeated: tuple[tuple[int, str], ...] = ()  # digests of lines that recur over articles of the source -> the reason
    pile: Pile | None = None  # what all seeds tell; None once it is told for one

    def of(self, seed: Seed) -> Context:
        """The same for one seed alone."""
        return self if self.pile is None else self.told(repetition.trace(seed))

    def told(self, trace: Trace) -> Context:
        """The same for the seed that left this trace."""
        if self.pile is None:
            return self
        repeated, order = self.pile.of(trace)
        return replace(self, repeated=repeated, date_order=order or self.date_order, pile=None)

    def order(self, _path: str) -> Order:
        """How 03/04/2021 is read in this seed; empty: not known."""
        return self.date_order

    def digest(self) -> str:
        """SHA-256 of all that it holds, the same in every process: a part of the key of whatever is cached."""
        return hashlib.sha256(repr(self).encode("utf-8")).hexdigest()


def context(config: Config, seeds: Iterable[Seed] = (), traces: Iterable[Trace] = ()) -> Context:
    """What site.yaml and the corpus as a whole tell about any one seed; its seeds, or the traces of them."""
    pile = repetition.pile([*traces, *map(repetition.trace, seeds)])
    return Context(config.sources, config.language, config.date_order, pile=pile)
