"""Files of articles, and ledgers -> which ledger is whose: files are renamed, moved, copied, put in place of others.

A file has the ledger in its place, unless that is another's; else that of a file that is gone and had the same seed,
or, where neither has one, said the same (`by_hand`).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dateline.shelf import by_hand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.shelf.standing import File, Origin, Shelf


class Owners:
    """Whose each ledger of a shelf is."""

    ledger_of: dict[str, str]  # path of a file -> path of its ledger
    astray: set[str]  # paths of files that stand where the ledger is another's: they are left as they are
    fresh: set[str]  # paths of files that take nothing over from the ledger in their place
    refuge: dict[str, str]  # place that a ledger leaves -> that of one whose article is away, and whose place is taken

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.ledgers_at: dict[Origin, list[str]] = defaultdict(list)  # several, where rows of a table are gone
        for path, entry in shelf.ledgers.items():
            if entry.seed:
                self.ledgers_at[entry.said].append(path)
        self.strange = by_hand.strangers(shelf)
        self.astray = {path for path, file in shelf.files.items() if self.is_anothers(path, file)}
        self.fresh = set()
        self.ledger_of = self.found()
        self.refuge = self.refuges()

    def found(self) -> dict[str, str]:
        files, ledgers = self.shelf.files, self.shelf.ledgers
        found = {path: path for path in files if path in ledgers and path not in self.astray | self.strange}
        self.by_seed(found)
        self.by_hand(found)
        self.by_seed(found)  # those of which the place is now known to be taken
        self.vacate(found)
        return found

    def by_seed(self, found: dict[str, str]) -> None:
        """Add files that name the seed of one that is gone."""
        files, ledgers, taken = self.shelf.files, self.shelf.ledgers, {*found.values()}
        for path, file in files.items():
            if path in found or not file.seed:
                continue
            theirs = [
                each
                for each in self.ledgers_at.get((file.seed, file.record), ())
                if each not in taken and (each not in files or each in self.astray) and each not in self.shelf.unread
            ]
            if theirs:
                found[path] = min(theirs, key=lambda each: ledgers[each].withdrawn)
                taken.add(found[path])

    def by_hand(self, found: dict[str, str]) -> None:
        """Add files of articles of no seed whose ledger is known by what they say."""
        files, ledgers = self.shelf.files, self.shelf.ledgers
        in_place = {
            path
            for path, ledger in found.items()
            if not files[path].seed and ledgers[ledger].seed and path not in self.shelf.unread
        }
        new = (files.keys() - found.keys() - self.shelf.unread) | in_place
        known = by_hand.follow(self.shelf, new, self.strange)
        self.astray |= known.keys() & in_place  # where one of a seed stood
        found |= known
        for path in self.strange - self.astray - known.keys():
            if path in found or ledgers[path].withdrawn or path in known.values():
                self.fresh.add(path)
            else:
                found[path] = path  # it was rewritten in its place
        self.fresh |= (self.strange & known.keys()) - self.astray

    def vacate(self, found: Mapping[str, str]) -> None:
        """Of files that stand where the ledger is another's, find those of which that other takes it along in this run:
        theirs goes in its place."""
        files = self.shelf.files
        takers = {ledger: path for path, ledger in found.items() if path != ledger and files[path].is_sound}
        while waiting := {path for path in self.fresh if takers.get(path) in self.astray}:
            self.astray |= waiting
            self.fresh -= waiting
        sound = {path for path in takers if path in files and files[path].is_sound}
        while free := {path for path in self.astray & sound if takers[path] not in self.astray}:
            self.astray -= free
            self.fresh |= free

    def refuges(self) -> dict[str, str]:
        """Where an article stood that is away, another stands now, which came from elsewhere: what is remembered of the
        first goes where the last of those that moved up came from, and is not lost."""
        files, taken = self.shelf.files, {*self.ledger_of.values()}
        found = {}
        for path in sorted(self.fresh - taken - self.shelf.unread):
            left = path
            while left in files and left in self.ledger_of and left not in self.astray | self.shelf.unread:
                left = self.ledger_of[left]
            if left not in files and left not in self.shelf.unread:
                found[left] = path
        return found

    def is_anothers(self, path: str, file: File) -> bool:
        """Does a file stand where the ledger is that of another article, which it would inherit?"""
        entry, said = self.shelf.ledgers.get(path), (file.seed, file.record)
        if entry is None or path in self.shelf.unread:
            return False
        if entry.is_by_hand and (entry.withdrawn or path not in self.strange):
            return entry.for_good and path in self.strange
        if said == entry.said:
            return False
        if entry.withdrawn:
            return entry.for_good or file.seed != entry.said[0]  # an older copy of it may name an older row
        others = self.ledgers_at.get(said, ()) if file.seed else ()
        there = [self.shelf.files.get(other) for other in others if other != path]
        return bool(there) and not any(each and (each.seed, each.record) == said for each in there)
