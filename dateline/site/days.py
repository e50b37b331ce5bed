"""Library -> what happened on each day of the year, a file per day that has any; the home page asks for today's."""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from dateline.site.planned import Planned, digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.library import Item, Library
    from dateline.site.parts import Parts
    from dateline.site.planned import File

FOLDER = "on-this-day/"
SHOWN = 3  # articles, of as many years
LEAP_YEAR = 2024  # any: so that the 29th of February has its number


def days(parts: Parts) -> Iterator[Planned]:
    """All of them together: each takes next to no time."""
    found = _days(parts.library)
    inputs = digest(list(found), [parts.digests.link(item) for items in found.values() for item in items])
    yield Planned(FOLDER, inputs, partial(_files, found))


def _files(found: Mapping[str, Sequence[Item]]) -> Iterator[File]:
    """Classic scripts, since a page on a disk may fetch nothing else: year, headline and address of each article."""
    for day, items in found.items():
        rows = [[item.when.year, item.title, item.address] for item in items if item.when]
        said = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).replace("\u2028", " ").replace("\u2029", " ")
        yield f"{FOLDER}{day}.js", f"dateline.day({said})\n".encode()


def known(library: Library) -> str:
    """The days that have a file, by their number in a leap year: `3 59-61 366`."""
    numbers = sorted(
        date(LEAP_YEAR, int(day[:2]), int(day[2:])).timetuple().tm_yday for day in {_name(day) for day in library.days}
    )
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return " ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _days(library: Library) -> dict[str, list[Item]]:
    """MMDD -> the first article of each of the latest years in which that day has any."""
    found: dict[str, list[Item]] = {}
    for day, items in reversed(list(library.days.items())):
        own = found.setdefault(_name(day), [])
        if len(own) < SHOWN:
            own.append(items[0])
    return dict(sorted(found.items()))


def _name(day: str) -> str:
    """2021-05-25 -> 0525"""
    return day[5:7] + day[8:10]
