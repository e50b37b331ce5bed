"""Library -> what happened on each day of the year, a file per day that has any; the home page asks for today's."""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from dateline.model import When
from dateline.site.planned import Planned, digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.library import Item, Library
    from dateline.site.planned import File
    from dateline.site.shown.parts import Parts

FOLDER = "on-this-day/"
SHOWN = 3  # years
LEAP_YEAR = 2024  # any: so that the 29th of February has its number


def days(parts: Parts) -> Iterator[Planned]:
    """All of them together: each takes next to no time."""
    found = _days(parts.library)
    shown = [(day, len(items), parts.digests.link(items[0])) for days in found.values() for day, items in days]
    yield Planned(FOLDER, digest(list(found), shown), partial(_files, parts, found))


def _files(parts: Parts, found: Mapping[str, Sequence[tuple[str, Sequence[Item]]]]) -> Iterator[File]:
    """Classic scripts, since a page on a disk may fetch nothing else: year, words and address of each link."""
    for name, days in found.items():
        rows = [row for day, items in days for row in _rows(parts, day, items)]
        said = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).replace("\u2028", " ").replace("\u2029", " ")
        yield f"{FOLDER}{name}.js", f"dateline.day({said})\n".encode()


def _rows(parts: Parts, day: str, items: Sequence[Item]) -> Iterator[list[int | str]]:
    """A day's first article, and where it has more, the way to all of them."""
    year = int(day[:4])
    yield [year, items[0].title, items[0].address]
    if len(items) > 1:
        language = parts.language
        said = language.text("All %(n)s on %(day)s", n=language.count(len(items)), day=language.date(When.parse(day)))
        yield [year, said, parts.day(day)]


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


def _days(library: Library) -> dict[str, list[tuple[str, Sequence[Item]]]]:
    """MMDD -> the latest days of that name that have any article, with all of theirs."""
    found: dict[str, list[tuple[str, Sequence[Item]]]] = {}
    for day, items in reversed(list(library.days.items())):
        own = found.setdefault(_name(day), [])
        if len(own) < SHOWN:
            own.append((day, items))
    return dict(sorted(found.items()))


def _name(day: str) -> str:
    """2021-05-25 -> 0525"""
    return day[5:7] + day[8:10]
