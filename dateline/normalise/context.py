"""site.yaml and all seeds -> Context: what the normaliser may know beyond the one seed before it."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.config import Config, Source
    from dateline.model import Seed


@dataclass(frozen=True, slots=True)
class Context:
    """Small and picklable: it goes along with every seed to whichever process normalises it."""

    outlets: tuple[Source, ...] = ()
    language: str = ""  # of the site, BCP 47: the guess where a text is too short to tell
    date_order: Literal["dmy", "mdy", ""] = ""  # how 03/04/2021 is read where nothing else decides

    def digest(self) -> str:
        """SHA-256 of all that it holds, the same in every process: a part of the key of whatever is cached."""
        return hashlib.sha256(repr(astuple(self)).encode("utf-8")).hexdigest()


def context(config: Config, seeds: Iterable[Seed]) -> Context:  # noqa: ARG001 - evidence of the corpus comes from them
    """What site.yaml and the corpus as a whole tell about any one seed."""
    return Context(outlets=config.sources, language=config.language, date_order=config.date_order)
