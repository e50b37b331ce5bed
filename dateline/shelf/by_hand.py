"""Articles of no seed whose files were renamed -> which ledger remembers each.

Such an article is known again by what it said when it was last seen: its address on the web, its text, or its headline
and date, where nobody else has that. So a copy is an article of its own, and where two might be meant, neither is. One
that was away is known again in its place; elsewhere only if it says in all what it said.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dateline.shelf.records import SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence

    from dateline.drafts import Marks
    from dateline.shelf.standing import Shelf


def strangers(shelf: Shelf) -> set[str]:
    """Paths of files with nothing of what the ledger in their place remembers of an article of no seed: it may have
    been renamed, and this be another."""
    found = set()
    for path, file in shelf.files.items():
        entry = shelf.ledgers.get(path)
        if entry and entry.is_by_hand and not entry.may_be_of(file) and path not in shelf.unread:
            found.add(path)
    return found


def follow(shelf: Shelf, new: Collection[str], strange: Collection[str]) -> dict[str, str]:
    """Path of a file -> that of the ledger which is its own, of those that are known again.

    new: paths of files that have no ledger, or perhaps another's. strange: as `strangers` has them.
    """
    there: dict[str, Marks] = {}
    away: dict[str, Marks] = {}
    for path, entry in shelf.ledgers.items() if new else ():
        if entry.marks and not entry.seed and (path not in shelf.files or path in strange) and path not in shelf.unread:
            (away if entry.withdrawn else there)[path] = entry.marks
    wanted = {path: marks for path in sorted(new) if (marks := shelf.files[path].marks)}
    if not wanted or not (there or away):
        return {}
    others = [file.marks for path, file in shelf.files.items() if file.marks and path not in wanted]
    found = _same(wanted, there)
    for sign in SIGNS:
        found |= _alone(sign, _without(wanted, found), _without(there, found.values()), others)
    return found | _same(_without(wanted, found), away)


def _same(new: Mapping[str, Marks], left: Mapping[str, Marks]) -> dict[str, str]:
    """Those that say in all the same. Of several, those of one name go together, and then each with the next: what is
    alike cannot be mistaken."""
    found = _paired(_by(_named, new), _by(_named, left))
    rest, remaining = _without(new, found), _without(left, found.values())
    return found | _paired(_by(_whole, rest), _by(_whole, remaining))


def _paired(new: Mapping[Hashable, Sequence[str]], left: Mapping[Hashable, Sequence[str]]) -> dict[str, str]:
    return {path: ledger for said in new for path, ledger in zip(new[said], left.get(said, ()), strict=False)}


def _alone(
    sign: Callable[[Marks], Hashable], new: Mapping[str, Marks], left: Mapping[str, Marks], others: Iterable[Marks]
) -> dict[str, str]:
    """Those of which one on each side has the sign, and nobody else."""
    mine, theirs = (_by(lambda _, marks: sign(marks), each) for each in (new, left))
    found: dict[str, str] = {}
    if both := mine.keys() & theirs.keys():
        both -= set(map(sign, others))
    for said in both:
        (path, *more), (ledger, *rest) = mine[said], theirs[said]
        if not more and not rest and (sign is SIGNS[1] or not new[path].is_elsewhere(left[ledger])):
            found[path] = ledger
    return found


def _named(path: str, marks: Marks) -> Hashable:
    return _whole(path, marks) and (path.rpartition("/")[2], marks)


def _whole(_: str, marks: Marks) -> Hashable:
    """All that it says, where that is enough."""
    return marks if any(sign(marks) for sign in SIGNS) else None


def _by(said: Callable[[str, Marks], Hashable], each: Mapping[str, Marks]) -> dict[Hashable, list[str]]:
    found: dict[Hashable, list[str]] = defaultdict(list)
    for path, marks in each.items():
        if what := said(path, marks):
            found[what].append(path)
    return found


def _without(each: Mapping[str, Marks], paths: Iterable[str]) -> dict[str, Marks]:
    known = {*paths}
    return {path: marks for path, marks in each.items() if path not in known}
