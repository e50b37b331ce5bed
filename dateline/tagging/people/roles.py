"""Roles of a person, titles found in an article, its date and countries -> how well they agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from dateline.model import When
    from dateline.vocabulary import Role

_FILLER = frozenset(["of", "the", "and", "for", "to", "in", "a", "an"])


def held_at(role: Role, date: When) -> bool:
    """True where the office was held on any day that `date` may mean."""
    since = str(role.since or "")
    until = str(role.until or "9999")
    day = date.date
    return since[: len(day)] <= day and day[: len(until)] <= until


def fit(roles: Iterable[Role], cues: set[str], date: When | None, company: Container[str]) -> float:
    """0 to 2.5: half a point for an office at the date, one for its title, one for its country beside the name."""
    best = 0.0
    for role in roles:
        words = {word for word in role.title.lower().split() if word not in _FILLER}
        titled = bool(cues & words)
        place = role.title.partition(" of ")[2].removeprefix("the ")
        there = place in company
        if date is not None and not held_at(role, date):
            points = 0.5 if titled and there else 0.0
        else:
            points = 0.5 + titled + there if titled or there else 0.25
        best = max(best, points)
    return best
