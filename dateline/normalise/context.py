"""site.yaml and all seeds -> Context: what the normaliser may know beyond the one seed before it."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.config import Config, Source
    from dateline.model import Seed

Order = Literal["dmy", "mdy", ""]
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Context:
    """Small and picklable: it goes along with every seed to whichever process normalises it."""

    outlets: tuple[Source, ...] = ()
    language: str = ""  # of the site, BCP 47: the guess where a text is too short to tell
    date_order: Order = ""  # how 03/04/2021 is read where nothing else decides
    orders: tuple[tuple[str, Order], ...] = ()  # path of an export -> the order that its other rows prove

    def order(self, path: str) -> Order:
        """How 03/04/2021 is read in this file; empty: not known."""
        return dict(self.orders).get(path) or self.date_order

    def digest(self) -> str:
        """SHA-256 of all that it holds, the same in every process: a part of the key of whatever is cached."""
        return hashlib.sha256(repr(astuple(self)).encode("utf-8")).hexdigest()


def context(config: Config, seeds: Iterable[Seed]) -> Context:
    """What site.yaml and the corpus as a whole tell about any one seed."""
    proofs: dict[str, set[Order]] = defaultdict(set)
    for seed in seeds:
        if seed.record is not None and (match := _NUMBERS.search(seed.fields.get("date", ""))):
            first, second = int(match[1]), int(match[2])
            if first > 12 >= second:
                proofs[seed.path].add("dmy")
            elif second > 12 >= first:
                proofs[seed.path].add("mdy")
    orders = tuple(sorted((path, next(iter(found))) for path, found in proofs.items() if len(found) == 1))
    return Context(config.sources, config.language, config.date_order, orders)
