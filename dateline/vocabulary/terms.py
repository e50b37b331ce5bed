"""People of a site -> a Problem for each office that two of them, or one of them twice, hold at the same time."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from dateline.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.model import When
    from dateline.tools.yamlio import Document
    from dateline.vocabulary.entries import Person, Role


def overlaps(people: Iterable[Person], document: Document, shown_as: str) -> Iterator[Problem]:
    """Only what the dates make certain: a term may end on the day, month or year in which the next one begins.

    A warning, since some offices do have two holders; then neither is tagged where the office stands alone.
    """
    terms: dict[str, list[tuple[str, int, Role]]] = defaultdict(list)
    for person in people:
        for number, role in enumerate(person.roles):
            if not role.shipped:
                terms[role.title.casefold()].append((person.name, number, role))
    for held in terms.values():
        for (first, _, one), (second, number, other) in combinations(held, 2):
            if _surely_before(one.since, other.until) and _surely_before(other.since, one.until):
                who = f"'{first}' and '{second}' are" if first != second else f"'{first}' is twice"
                message = f"{who} {one.title} at the same time ({_term(one)}; {_term(other)})"
                hint = "Correct `from` and `to`; where both hold it, leave it so."
                line = document.line(second, "roles", number)
                yield Problem(shown_as, line, "V16", message, hint, severity="warning")


def _surely_before(start: When | None, end: When | None) -> bool:
    """True where the last day that `start` may mean is before the first that `end` may mean."""
    if start is None or end is None:
        return True
    first, last = start.date, end.date
    return first + "-12-31"[len(first) - 4 :] < last + "-01-01"[len(last) - 4 :]


def _term(role: Role) -> str:
    return f"{role.since or '…'} to {role.until or '…'}"
