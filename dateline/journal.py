"""Many files changed as one: what is planned is written down first, so that an interrupted run can be finished.

An article and its ledger say the same thing twice. Were only one of them written, the next run would take the
machine's own value for a person's edit. So the journal is laid first, the files after it, and it goes last.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from dateline import files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Change:
    """One file to write (`after` is its text) or to take away (`after` is None)."""

    path: str  # relative to the site folder
    before: str | None  # SHA-256 of the bytes that stood there when the change was planned; None: no file
    after: str | None


def digest(path: Path) -> str | None:
    """SHA-256 of a file's bytes; None where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None


def carry_out(groups: Sequence[Sequence[Change]], root: Path, journal: Path) -> None:
    """Make all changes; those of one group belong together. OSError where a file cannot be written."""
    if not groups:
        return
    files.write(journal, msgspec.json.encode(groups), durable=True)
    for group in groups:
        for change in group:
            _apply(change, root)
    journal.unlink()


def recover(root: Path, journal: Path) -> int:
    """Finish what an interrupted run had planned; the number of groups that it still had to touch.

    A group in which a person has changed a file since is left as it stands: the person's hand goes first.
    """
    try:
        groups = msgspec.json.decode(journal.read_bytes(), type=list[list[Change]])
    except FileNotFoundError:
        return 0
    except msgspec.DecodeError:  # killed while the journal itself was laid: nothing had been touched
        groups = []
    done = 0
    for group in groups:
        now = [digest(root / change.path) for change in group]
        after = [_sha(change.after) for change in group]
        known = all(have in (change.before, want) for change, have, want in zip(group, now, after, strict=True))
        if known and now != after:
            done += 1
            for change in group:
                _apply(change, root)
    journal.unlink(missing_ok=True)
    return done


def _apply(change: Change, root: Path) -> None:
    path = root / change.path
    if change.after is None:
        files.remove(path, root)
    else:
        files.write_if_changed(path, change.after.encode("utf-8"))


def _sha(text: str | None) -> str | None:
    return None if text is None else hashlib.sha256(text.encode("utf-8")).hexdigest()
