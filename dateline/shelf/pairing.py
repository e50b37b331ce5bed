"""Drafts and the shelf -> slots: which draft belongs to which file, and where a new one goes."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dateline.model import Problem
from dateline.shelf import records
from dateline.shelf.owners import Owners
from dateline.shelf.records import SIGNS
from dateline.shelf.standing import Slot
from dateline.tools.folder import ARTICLES, LEDGER

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from dateline.drafts import Drafted
    from dateline.shelf.standing import File, Memory, Origin, Shelf

_NOWHERE: Origin = ("", None)


def pair(
    drafts: Sequence[Drafted], shelf: Shelf, seeds: Container[str] | None = None
) -> tuple[list[Slot], list[Problem]]:
    """Find each draft's file. Slots are in the order of their paths. `seeds`: every file of seeds/, where there is one.

    An article is found by its path, or by the seed that its front matter names (so it may be renamed), or by its seed's
    SHA-256 (so the seed may be renamed, or packed), or by what it said: so a seed that holds many may be saved anew
    (`records`). Which ledger is whose, `owners` says; one without a file means that a person deleted the article.
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
        for origin, bytes_before in _packed(self.drafts).items():
            self.bytes_at[bytes_before].append(origin)
        self.problems: list[Problem] = []
        self.found: dict[str, Slot] = {}
        self.seed_of = self.seeds_of_ledgers()
        self.withdrawn = {
            (kind, said): path
            for path, entry in shelf.ledgers.items()
            if entry.for_good
            for kind, sign in enumerate(SIGNS)
            for marks in (entry.marks, entry.before)
            if marks and (said := sign(marks))
        }
        self.owners = Owners(shelf)

    def slots(self) -> tuple[list[Slot], list[Problem]]:
        left = dict(self.drafts)
        claimed: dict[Origin, str] = {}
        for path in sorted(self.shelf.files, key=self.turn):
            self.place_file(path, left, claimed)
        self.place_withdrawn(left)
        for origin in sorted(left, key=lambda origin: (origin[0], origin[1] or 0)):
            draft = left[origin]
            path = draft.otherwise if draft.path in self.found else draft.path
            if origin in self.shelf.held or path in self.shelf.unread - self.shelf.files.keys():
                continue  # it may be withdrawn: the broken ledger is a problem that a person must mend first
            if gone := self.gone_for_good(draft):
                self.problems.append(_gone(draft, gone))
                continue
            self.found[path] = Slot(path, draft, draft.sha256)
        return [self.found[path] for path in sorted(self.found)], self.problems

    def seeds_of_ledgers(self) -> dict[str, Origin]:
        """Path of each ledger -> where its seed stands now; nowhere, where its file no longer holds it."""
        found = {path: self.moved(entry) for path, entry in self.shelf.ledgers.items()}
        lost = {path: entry for path, entry in self.shelf.ledgers.items() if self.is_lost(entry, found[path])}
        taken = {found[path] for path in found.keys() - lost.keys()}
        free = {origin: draft for origin, draft in self.drafts.items() if origin[1] is not None and origin not in taken}
        held = {seed for seed, _ in self.drafts}
        found |= {path: _NOWHERE for path, entry in lost.items() if entry.seed in held}
        return found | records.follow(lost, free)

    def is_lost(self, entry: Memory, origin: Origin) -> bool:
        """Is it one of many in a file that is another now?"""
        draft = self.drafts.get(origin)
        return entry.record is not None and (draft is None or draft.sha256 != entry.sha256)

    def moved(self, entry: Memory) -> Origin:
        """Where the seed of a ledger stands now, if it was renamed without a change."""
        origin = (entry.seed, entry.record)
        draft = self.drafts.get(origin)
        if not entry.sha256 or (draft and draft.sha256 == entry.sha256):
            return origin
        found = self.bytes_at.get((entry.sha256, entry.record), ())
        return next((other for other in found if other not in self.known), origin)

    def turn(self, path: str) -> tuple[bool, bool, str]:
        """Of two that name one seed, the one that is remembered as its article comes first, and not a copy of it."""
        entry = self.shelf.ledgers.get(self.owners.ledger_of.get(path, ""))
        return not (entry and entry.seed), path not in self.shelf.ledgers, path

    def place_file(self, path: str, left: dict[Origin, Drafted], claimed: dict[Origin, str]) -> None:
        file = self.shelf.files[path]
        ledger_path = self.owners.ledger_of.get(path, "")
        entry = self.shelf.ledgers.get(ledger_path)
        origin = self.seed_of[ledger_path] if entry and entry.seed else (file.seed, file.record)
        if not (entry and entry.seed) and self.is_another_row(origin, file, entry):
            origin = _NOWHERE
        if path in self.owners.astray:
            self.problems.append(_astray(path, file, self.shelf.ledgers[path]))
        if origin in claimed and origin not in self.drafts and ledger_path == path and origin[1] is not None:
            origin = _NOWHERE  # two rows of a table that is away, of which one was gone before
        if origin[0] and origin in claimed:
            shown = f"{ARTICLES}/{path}"
            line = file.lines.get("seed", 1)
            hint = "Delete one of the two, or take the `seed:` line out of the one that is your own text."
            message = f"comes from the same seed as {ARTICLES}/{claimed[origin]}: seeds/{origin[0]}"
            self.problems.append(Problem(shown, line, "C10", message, hint, "warning"))
            origin = _NOWHERE
        draft = left.pop(origin, None)
        sha = draft.sha256 if draft else entry.sha256 if entry else ""
        if origin[0]:
            claimed[origin] = path
            if not sha and self.seeds is not None and not _is_in(origin[0], self.seeds):
                hint = "Correct the name, or take the line out: then the article counts as your own text."
                message = f"names a seed that is not there and never was: seeds/{origin[0]}"
                where = f"{ARTICLES}/{path}"
                self.problems.append(Problem(where, file.lines.get("seed", 1), "C27", message, hint, "warning"))
        elsewhere = ledger_path if ledger_path != path else ""
        frozen = path in self.shelf.unread or path in self.owners.astray
        fresh, is_replaced = path in self.owners.fresh, elsewhere in self.owners.fresh | self.owners.refuge.keys()
        self.found[path] = Slot(path, draft, sha, file, entry, elsewhere, frozen, fresh, is_replaced)

    def is_another_row(self, origin: Origin, file: File, entry: Memory | None) -> bool:
        """Does a row stand where the file says that its own stood, and has nothing of what the article says? So it is
        with a copy when the table is saved anew."""
        marks = file.marks or (entry.marks if entry else None)
        draft = self.drafts.get(origin)
        return draft is not None and marks is not None and origin[1] is not None and not draft.marks.is_near(marks)

    def gone_for_good(self, draft: Drafted) -> str:
        """Path of the article that was withdrawn and that this would bring back, by its address, text or headline and
        date; empty: none."""
        for kind, sign in enumerate(SIGNS):
            path = self.withdrawn.get((kind, sign(draft.marks)), "")
            marks = self.shelf.ledgers[path].marks if path else None
            if marks and (sign is SIGNS[1] or not marks.is_elsewhere(draft.marks)):
                return path
        return ""

    def place_withdrawn(self, left: dict[Origin, Drafted]) -> None:
        taken = set(self.owners.ledger_of.values()) | self.shelf.unread
        for path, entry in self.shelf.ledgers.items():
            if path in taken or (path in self.shelf.files and path not in self.owners.astray):
                continue
            row = left.pop(self.seed_of[path], None)
            if path not in self.owners.astray:
                self.found[path] = Slot(path, None, entry.sha256, None, entry, row=row)
        for path, stood in self.owners.refuge.items():
            entry = self.shelf.ledgers[stood]
            self.found[path] = Slot(path, None, entry.sha256, None, entry, stood, replaces=True, is_replaced=True)
        for path in self.shelf.unread - self.shelf.files.keys():  # an article that cannot be read at all
            if path in self.seed_of:
                left.pop(self.seed_of[path], None)


def _packed(drafts: Mapping[Origin, Drafted]) -> dict[Origin, tuple[str, int | None]]:
    """Of what is packed the SHA-256 and the record that it had as a file of its own, where they are sure: a file packed
    alone has the same records; of several packed together, one that holds a single article has none."""
    members: dict[str, Counter[str]] = defaultdict(Counter)
    for (seed, _), draft in drafts.items():
        if draft.member_sha256:
            members[seed][draft.member_sha256] += 1
    found: dict[Origin, tuple[str, int | None]] = {}
    for (seed, record), draft in drafts.items():
        if (own := draft.member_sha256) and len(members[seed]) == 1:
            found[seed, record] = own, record
        elif own and members[seed][own] == 1:
            found[seed, record] = own, None
    return found


def _astray(path: str, file: File, entry: Memory) -> Problem:
    stood = f"the article of seeds/{entry.seed}" if entry.seed else "another article"
    was = f"{stood} was withdrawn" if entry.withdrawn else f"{stood} stood"
    message = f"stands where {was}, and is another; it is left as it is"
    hint = "Rename the file, to a name that no article had: what is remembered of it will follow it."
    return Problem(f"{ARTICLES}/{path}", file.lines.get("seed", 1), "C31", message, hint)


def _gone(draft: Drafted, path: str) -> Problem:
    message = f"is left out: its address, its text, or its headline and date are those of {ARTICLES}/{path}, withdrawn"
    hint = f"To let it in, delete {LEDGER}/{path.removesuffix('.md')}.json."
    return Problem(f"seeds/{draft.seed}", 0, "C32", message, hint, "warning")


def _is_in(seed: str, seeds: Container[str]) -> bool:
    """Is there this file, or an archive in which it may lie?"""
    return any(str(path) in seeds for path in (PurePosixPath(seed), *PurePosixPath(seed).parents))
