"""Counts per bin -> one SVG path of bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PITCH = 10  # units of the picture from one bar to the next
UNITS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)  # months in a bin; each divides or is divided by a year


def path(counts: Mapping[int, int], largest: int, height: int, *, least: int = 2) -> str:
    """Strokes that stand on the line y = `height`, in units of the picture; the stylesheet says how wide they are.

    `counts`: place of the bar, 0-based -> how many; places without a bar are left out. A bar of 1 is at least
    `least` high, so that it can be seen beside one of 1,000. A stroke takes half the bytes of an outline, and
    the strip of all months stands in every page.
    """
    parts: list[str] = []
    before: tuple[int, int] | None = None  # place and height of the bar before
    for place in sorted(counts):
        if not counts[place]:
            continue
        tall = max(least, round(counts[place] / largest * (height - 1)))
        if before is None:
            parts.append(f"M{place * PITCH + PITCH // 2} {height}v-{tall}")
        else:
            parts.append(f"m{(place - before[0]) * PITCH} {before[1]}v-{tall}")
        before = place, tall
    return "".join(parts)


def binned(months: Mapping[int, int], start: int, unit: int) -> dict[int, int]:
    """Months since year 0 -> how many, as bins of `unit` months counted from the month `start`."""
    found: dict[int, int] = {}
    for month, n in months.items():
        place = (month - start) // unit
        found[place] = found.get(place, 0) + n
    return found


def steps(first: int, last: int, step: int) -> list[range]:
    """The years from `first` to `last` in groups of `step`; a rest of less than half a group joins the one before."""
    groups = [range(start, min(start + step, last + 1)) for start in range(first, last + 1, step)]
    if len(groups) > 1 and len(groups[-1]) * 2 < step:
        groups[-2:] = [range(groups[-2].start, last + 1)]
    return groups


def grow(group: range, step: int) -> int:
    """A label's width in tenths of a whole step's, 5 to 15, for a class of the stylesheet; 0: a whole one."""
    tenths = round(10 * len(group) / step)
    return 0 if tenths == 10 else max(5, min(15, tenths))


def unit_for(months: int, most: int) -> int:
    """The smallest unit of months in which `months` make at most `most` bins."""
    return next((unit for unit in UNITS if -(-months // unit) <= most), UNITS[-1])
