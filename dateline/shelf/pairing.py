"""Drafts and the shelf -> slots: which draft belongs to which file, and where a new one goes."""

from __future__ import annotations

from collections import defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dateline.model import Problem
from dateline.shelf.standing import Slot

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from dateline.drafts import Drafted
    from dateline.shelf.standing import Memory, Origin, Shelf


def pair(
    drafts: Sequence[Drafted], shelf: Shelf, seeds: Container[str] | None = None
) -> tuple[list[Slot], list[Problem]]:
    """Find each draft's file. Slots are in the order of their paths. `seeds`: every file of seeds/, where there is one.

    An article is found by its path, or by the seed that its front matter names (so it may be renamed), or by its seed's
    SHA-256 (so the seed may be renamed). A ledger without a file means that a person deleted the article.
    """
    return _Pairing(drafts, shelf, seeds).slots()


class _Pairing:
    def __init__(self, drafts: Sequence[Drafted], shelf: Shelf, seeds: Container[str] | None) -> None:
        self.shelf = shelf
        self.seeds = seeds
        self.drafts = {(draft.seed, draft.record): draft for draft in drafts}
        self.known = {(entry.seed, entry.record) for entry in shelf.ledgers.values()}
        self.bytes_at: dict[tuple[str, int | None], list[Origin]] = defaultdict(list)
        for origin, draft in self.drafts.items():
            self.bytes_at[draft.sha256, draft.record].append(origin)
        self.problems: list[Problem] = []
        self.found: dict[str, Slot] = {}
        self.ledger_of = self.ledgers_of_files()

    def slots(self) -> tuple[list[Slot], list[Problem]]:
        left = dict(self.drafts)
        claimed: dict[Origin, str] = {}
        for path in sorted(self.shelf.files, key=lambda path: (path not in self.shelf.ledgers, path)):
            self.place_file(path, left, claimed)
        self.place_withdrawn(left)
        for origin in sorted(left, key=lambda origin: (origin[0], origin[1] or 0)):
            draft = left[origin]
            path = draft.otherwise if draft.path in self.found else draft.path
            if origin in self.shelf.held or path in self.shelf.unread - self.shelf.files.keys():
                continue  # it may be withdrawn: the broken ledger is a problem that a person must mend first
            self.found[path] = Slot(path, draft, draft.sha256)
        return [self.found[path] for path in sorted(self.found)], self.problems

    def ledgers_of_files(self) -> dict[str, str]:
        """Path of a file -> path of its ledger: its own, or that of a file that is gone and had the same seed."""
        files, ledgers = self.shelf.files, self.shelf.ledgers
        orphans = {
            (entry.seed, entry.record): path
            for path, entry in ledgers.items()
            if path not in files and path not in self.shelf.unread and entry.seed
        }
        found = {path: path for path in files if path in ledgers}
        for path, file in files.items():
            origin = (file.seed, file.record)
            if path not in found and origin in orphans:
                found[path] = orphans.pop(origin)
        return found

    def place_file(self, path: str, left: dict[Origin, Drafted], claimed: dict[Origin, str]) -> None:
        file = self.shelf.files[path]
        ledger_path = self.ledger_of.get(path, "")
        entry = self.shelf.ledgers.get(ledger_path)
        origin = (entry.seed, entry.record) if entry and entry.seed else (file.seed, file.record)
        if origin[0] and origin in claimed:
            shown = f"content/articles/{path}"
            line = file.lines.get("seed", 1)
            hint = "Delete one of the two, or take the `seed:` line out of the one that is your own text."
            message = f"comes from the same seed as content/articles/{claimed[origin]}: seeds/{origin[0]}"
            self.problems.append(Problem(shown, line, "C10", message, hint, "warning"))
            origin = ("", None)
        origin = self.moved(origin, entry)
        draft = left.pop(origin, None)
        sha = draft.sha256 if draft else entry.sha256 if entry else ""
        if origin[0]:
            claimed[origin] = path
            if not sha and self.seeds is not None and not _is_in(origin[0], self.seeds):
                hint = "Correct the name, or take the line out: then the article counts as your own text."
                message = f"names a seed that is not there and never was: seeds/{origin[0]}"
                where = f"content/articles/{path}"
                self.problems.append(Problem(where, file.lines.get("seed", 1), "C27", message, hint, "warning"))
        elsewhere = ledger_path if ledger_path != path else ""
        self.found[path] = Slot(path, draft, sha, file, entry, elsewhere, frozen=path in self.shelf.unread)

    def moved(self, origin: Origin, entry: Memory | None) -> Origin:
        """Where the seed of a ledger stands now, if it was renamed without a change."""
        if origin in self.drafts or entry is None or not entry.sha256:
            return origin
        return next(
            (other for other in self.bytes_at.get((entry.sha256, entry.record), ()) if other not in self.known), origin
        )

    def place_withdrawn(self, left: dict[Origin, Drafted]) -> None:
        taken = set(self.ledger_of.values()) | self.shelf.unread
        for path, entry in self.shelf.ledgers.items():
            if path in taken or path in self.shelf.files:
                continue
            left.pop(self.moved((entry.seed, entry.record), entry), None)
            self.found[path] = Slot(path, None, entry.sha256, None, entry)
        for path in self.shelf.unread - self.shelf.files.keys():  # an article that cannot be read at all
            entry_there = self.shelf.ledgers.get(path)
            if entry_there:
                left.pop((entry_there.seed, entry_there.record), None)


def _is_in(seed: str, seeds: Container[str]) -> bool:
    """Is there this file, or an archive in which it may lie?"""
    return any(str(path) in seeds for path in (PurePosixPath(seed), *PurePosixPath(seed).parents))
