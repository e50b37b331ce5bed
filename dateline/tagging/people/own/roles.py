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


def held_throughout(role: Role, date: When) -> bool:
    """True where the office was held on every day that `date` may mean; an imprecise end of the term favours it."""
    since, until, day = str(role.since or "0001")[:10], str(role.until or "9999")[:10], date.date
    return _filled(since, "-01-01") <= _filled(day, "-01-01") and _filled(day, "-12-31") <= _filled(until, "-12-31")


def _filled(day: str, rest: str) -> str:
    return day + rest[len(day) - 4 :]


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
