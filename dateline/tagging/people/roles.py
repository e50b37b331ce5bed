"""Roles of a person, titles found in an article, its date -> how well they agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.model import When
    from dateline.vocabulary import Role

_FILLER = frozenset(["of", "the", "and", "for", "to", "in", "a", "an"])


def held_at(role: Role, date: When) -> bool:
    """True where the office was held on any day that `date` may mean."""
    since = str(role.since or "")
    until = str(role.until or "9999")
    day = date.date
    return since[: len(day)] <= day and day[: len(until)] <= until


def fit(roles: Iterable[Role], cues: set[str], date: When | None) -> float:
    """0 to 2: half a point for an office at the date, one for a title that names it, both for both."""
    best = 0.0
    for role in roles:
        titled = bool(cues & {word for word in role.title.lower().split() if word not in _FILLER})
        if date is None:
            points = 1.0 if titled else 0.5
        else:
            held = held_at(role, date)
            points = 2.0 if held and titled else 1.0 if held else 0.5 if titled else 0.0
        best = max(best, points)
    return best
