"""What time it is: nothing hangs on it but what claims to come from the future."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.model import When

if TYPE_CHECKING:
    from collections.abc import Iterable

DAY = 86_400  # seconds
LAST = 4_102_444_800  # seconds: the year 2100, after which nothing here knows of a date


def today() -> When:
    """The day on which nothing that is dated later can have been published: tomorrow, since it is so in Tokyo already.

    SOURCE_DATE_EPOCH (reproducible-builds.org) stands for the clock where it is set. Nothing else here asks what time
    it is, and only an article that claims the future hangs on it.
    """
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    at = time.gmtime((min(int(said), LAST) if said.isdecimal() else time.time()) + DAY)
    return When(at.tm_year, at.tm_mon, at.tm_mday)


def is_to_come(when: When, day: When) -> bool:
    """Is it later than the day? A month or a year has come with its first day."""
    return when.date > day.date[: len(when.date)]


class Span(Struct, frozen=True):
    """The days on which some dates are told from those to come as they are on one of them."""

    first: str = ""  # the latest of those that have come
    end: str = ""  # the earliest of those to come; empty: there is none

    @classmethod
    def of(cls, dates: Iterable[When | None], day: When) -> Span:
        first, end = "", ""
        for when in dates:
            if when and is_to_come(when, day):
                end = min(end or when.date, when.date)
            elif when:
                first = max(first, when.date)
        return cls(first, end)

    def has(self, day: When) -> bool:
        return self.first <= day.date and (not self.end or day.date < self.end)
