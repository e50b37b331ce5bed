"""Counts per bin -> one SVG path of bars, or of their outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PITCH = 10  # units of the picture from one bar to the next
UNITS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)  # months in a bin; each divides or is divided by a year


def path(counts: Mapping[int, int], largest: int, height: int, *, least: int = 2) -> str:
    """Strokes that stand on the line y = `height`, in units of the picture; the stylesheet says how wide they are.

    `counts`: place of the bar, 0-based -> how many; places without a bar are left out. A bar of 1 is at least
    `least` high, so that it can be seen beside one of 1,000.
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


def outline(counts: Mapping[int, int], largest: int, height: int, *, least: int = 2) -> str:
    """The same bars as one shape to be filled, each 1 unit wide, without the gaps between them.

    Half the bytes of strokes where bars stand side by side, as in the strip of all months, which stands in every page:
    equal neighbours become one. A dashed line over the picture cuts the gaps (`.gaps` in the stylesheet).
    """
    parts: list[str] = []
    before, high = 0, 0  # where the last run ended, and how high
    for first, stop, tall in _runs(counts, largest, height, least):
        if not parts:
            parts.append(f"M{first} {height}")
        elif first > before:
            parts.append(f"v{high}h{first - before}")
            high = 0
        parts.append(f"v{high - tall}h{stop - first}")
        before, high = stop, tall
    return "".join(parts) + (f"v{high}" if parts else "")


def _runs(counts: Mapping[int, int], largest: int, height: int, least: int) -> list[tuple[int, int, int]]:
    """Bars of one height side by side: first place, the place after the last, height."""
    runs: list[tuple[int, int, int]] = []
    for place in sorted(counts):
        if counts[place]:
            tall = max(least, round(counts[place] / largest * (height - 1)))
            first = runs.pop()[0] if runs and runs[-1][1:] == (place, tall) else place
            runs.append((first, place + 1, tall))
    return runs


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
