"""Many files changed as one: what is planned is written down first, so that an interrupted run can be finished.

An article and its ledger say the same thing twice. Were only one of them written, the next run would take the
machine's own value for a person's edit. So the journal is laid first, the files after it, and it goes last.
"""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from dateline.tools import files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

BATCH = 1000  # groups that are laid down at once: of a large corpus, all would not fit into memory
ROOM = "content"  # the only folder in which this writes, beside where the journal itself lies


class Change(Struct, frozen=True):
    """One file to write (`after` is its text) or to take away (`after` is None)."""

    path: str  # relative to the site folder
    before: str | None  # SHA-256 of the bytes that stood there when the change was planned; None: no file
    after: str | None


def digest(path: Path) -> str | None:
    """SHA-256 of a file's bytes; None where there is none."""
    try:
        return hashlib.sha256(files.read(path)).hexdigest()
    except FileNotFoundError:
        return None


def carry_out(groups: Sequence[Sequence[Change]], root: Path, journal: Path) -> int:
    """Make all changes; those of one group belong together. How many groups had to be left out.

    A group of which a person has changed a file since it was planned is left out: the person's hand goes first, and the
    next run sees it. What was carried out before stays as it is. OSError where a file cannot be written; the next run
    then finishes what the journal says.
    """
    return sum(_carry_out(groups[first : first + BATCH], root, journal) for first in range(0, len(groups), BATCH))


def _carry_out(groups: Sequence[Sequence[Change]], root: Path, journal: Path) -> int:
    for change in (change for group in groups for change in group):
        if not _is_ours(change):
            raise ValueError(f"'{change.path}' is not to be written")
    files.write(journal, msgspec.json.encode(groups), durable=True)
    left_out = 0
    for group in groups:
        now = [digest(root / change.path) for change in group]
        if now == [change.before for change in group]:
            _apply(group, root, journal.parent)
        elif now != [_sha(change.after) for change in group]:  # else it was made before
            left_out += 1
    journal.unlink()
    return left_out


def recover(root: Path, journal: Path) -> int:
    """Finish what an interrupted run had planned; the number of groups that it still had to touch.

    A group in which a person has changed a file since is left as it stands: the person's hand goes first.
    """
    files.clear_parts(journal.parent)
    try:
        groups = msgspec.json.decode(journal.read_bytes(), type=list[list[Change]])
    except FileNotFoundError:
        return 0
    except msgspec.DecodeError:  # killed while the journal itself was laid: nothing had been touched
        groups = []
    if not all(_is_ours(change) for group in groups for change in group):
        groups = []  # no run of ours planned that
    done = 0
    for group in groups:
        now = {change: digest(root / change.path) for change in group}
        left = [change for change in group if now[change] != _sha(change.after)]
        if left and all(now[change] == change.before for change in left):
            done += 1
            _apply(left, root, journal.parent)
    journal.unlink(missing_ok=True)
    return done


def _is_ours(change: Change) -> bool:
    """Is it a file of content/? A journal that came with somebody's folder may name any."""
    path = PurePosixPath(change.path)
    return path.parts[:1] == (ROOM,) and len(path.parts) > 1 and ".." not in path.parts and "\\" not in change.path


def _apply(group: Sequence[Change], root: Path, aside: Path) -> None:
    for change in group:
        path = root / change.path
        if change.after is None:
            files.remove(path, root)
        else:
            files.write(path, change.after.encode("utf-8"), aside=aside)


def _sha(text: str | None) -> str | None:
    return None if text is None else hashlib.sha256(text.encode("utf-8")).hexdigest()
