"""An article's name -> the article taken out for good, and a list of what still holds it."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline import changes, corpus, journal, ledger, pipeline
from dateline.cache import Cache
from dateline.explain import Explained, meant

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dateline.folder import Folder
    from dateline.model import Entry
    from dateline.progress import Progress


def withdraw(folder: Folder, wanted: str, why: str, progress: Progress) -> Explained:
    """Delete the article, leave a tombstone in the ledger that keeps it away, and build the site without it."""
    made = corpus.read(folder, Cache(None), progress)
    journal.carry_out(made.changes, folder.root, folder.cache / "journal.json")  # the ledger as it should be
    entry = meant(made.entries, wanted)
    if isinstance(entry, Explained):
        return entry
    path, memory = changes.ledger_path(folder, entry.path), folder.ledger / entry.path
    old = memory.with_suffix(".json").read_text(encoding="utf-8")
    tombstone = ledger.render(replace(ledger.parse(old), withdrawn=True, why=why))
    shown = folder.shown(folder.articles / entry.path)
    group = [
        journal.Change(shown, journal.digest(folder.articles / entry.path), None),
        journal.Change(path, journal.digest(folder.root / path), tombstone),
    ]
    journal.carry_out([group], folder.root, folder.cache / "journal.json")
    pipeline.build(folder, progress)
    return Explained("\n".join(_report(folder, entry, shown, path)), found=True)


def _report(folder: Folder, entry: Entry, shown: str, ledger_path: str) -> Iterator[str]:
    yield f"Withdrawn: {shown}"
    yield f"Its page {entry.address} is gone from public/; publish the site for it to be gone there."
    yield "What still holds it:"
    yield f"  {ledger_path}: the tombstone, with its headline and what was set aside; it keeps the article away"
    if entry.article.seed:
        yield f"  seeds/{entry.article.seed}: the raw text; delete it if you may not keep it"
    for path in (shown, f"seeds/{entry.article.seed}" if entry.article.seed else ""):
        for commit in _commits(folder.root, path) if path else ():
            yield f"  git history: {commit} {path}"
    yield "Delete the file content/ledger/… to let its seed be imported again."


def _commits(root: Path, path: str) -> list[str]:
    """The commits in which a file stands, as far as there is a repository here."""
    git = shutil.which("git")
    if git is None:
        return []
    command = [git, "-C", str(root), "log", "--all", "--format=%h %as", "--", path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  git, with a path of ours
    return done.stdout.splitlines() if done.returncode == 0 else []
