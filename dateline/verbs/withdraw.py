"""An article's name -> the article taken out for good, and a list of what still holds it."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline import corpus, duplicates, journal, ledger, pipeline, seeds, stamp
from dateline.articles import changes
from dateline.blame import ALL_STAYS, MistakeError
from dateline.cache import Cache
from dateline.meant import Explained, meant
from dateline.model import visible
from dateline.tools import repository
from dateline.tools.exclusive import alone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from dateline.model import Entry, Problem
    from dateline.tools.folder import Folder
    from dateline.tools.progress import Progress


def withdraw(folder: Folder, wanted: str, why: str, progress: Progress) -> Explained:
    """Delete the article, leave a tombstone in the ledger that keeps it away, and build the site without it.

    What is published stays made for the address that the last build was given.
    """
    with alone(folder.cache / "lock", progress.say):
        report = _take_out(folder, wanted, why, progress)
    if report.found:
        last = stamp.read(folder.cache / "built.json")
        try:
            pipeline.build(folder, progress, base_url=last.base_url if last else "")
        except MistakeError as error:
            shown = "It shows the article until it is built again."
            return Explained(f"{report.text}\n{error}\n{shown}", found=False)
        shutil.rmtree(folder.cache / "spare", ignore_errors=True)  # the site before, which had it
    return report


def _take_out(folder: Folder, wanted: str, why: str, progress: Progress) -> Explained:
    if gone := stamp.gone(folder, stamp.read(folder.cache / "built.json")):
        raise MistakeError(gone, ALL_STAYS)
    journal.recover(folder.root, folder.journal)  # what an interrupted run had planned is not lost
    made = corpus.read(folder, Cache(folder.cache / "work.sqlite"), progress)
    journal.carry_out(made.changes, folder.root, folder.journal)  # the ledger as it should be
    entry = meant(folder, made, wanted)
    if isinstance(entry, Explained):
        return entry
    path, memory = changes.ledger_path(entry.path), folder.ledger / entry.path
    old = memory.with_suffix(".json").read_text(encoding="utf-8")
    tombstone = ledger.render(replace(ledger.parse(old), withdrawn=True, why=why))
    shown = folder.shown(folder.articles / entry.path)
    group = [
        journal.Change(shown, journal.digest(folder.articles / entry.path), None),
        journal.Change(path, journal.digest(folder.root / path), tombstone),
    ]
    if journal.carry_out([group], folder.root, folder.journal):
        return Explained(f"{shown} was changed meanwhile; nothing was withdrawn. Try again.", found=False)
    alike = _alike(made.problems, shown)
    return Explained("\n".join(map(visible, _report(folder, entry, shown, path, alike))), found=True)


def _report(folder: Folder, entry: Entry, shown: str, ledger_path: str, alike: Iterable[str]) -> Iterator[str]:
    yield f"Withdrawn: {shown}"
    yield f"Its page {entry.address} is gone from public/; publish the site for it to be gone there."
    yield "What still holds it:"
    yield f"  {ledger_path}: the tombstone, with its headline and what was set aside; it keeps the article away"
    if entry.article.seed:
        yield f"  {_raw(entry)}"
        for twin in _twins(folder, entry):
            yield f"  {twin}: the same bytes again; delete it too"
        yield "  .cache/: work on the raw text, for as long as the seed is there; safe to delete"
    raw = [f"seeds/{entry.article.seed}"] if entry.article.seed else []
    for each in alike:
        yield f"  {each}"
    yield from _history(folder.root, [shown, ledger_path, *raw], entry.article.seed)
    if entry.article.seed:
        yield f"To let its seed be imported again, delete {ledger_path}."


def _raw(entry: Entry) -> str:
    record = entry.article.record
    if record is None:
        return f"seeds/{entry.article.seed}: the raw text; delete it if you may not keep it"
    place = f"seeds/{entry.article.seed}, record {record} (the first is 0)"
    return f"{place}: the raw text, among others; take it out there if you may not keep it"


def _alike(problems: Iterable[Problem], shown: str) -> Iterator[str]:
    """Articles that say nearly the same, in the words in which `check` says so."""
    for problem in problems:
        if problem.code == duplicates.CODE and (problem.path == shown or shown in problem.message.split(": ")[0]):
            yield f"{problem.path} {problem.message}"


def _twins(folder: Folder, entry: Entry) -> Iterator[str]:
    """Other seeds with the bytes of this one, which was imported once."""
    for path in seeds.listing(folder.seeds)[0] if entry.sha256 else ():
        data, _ = seeds.load(folder.seeds, path)
        if path != entry.article.seed and data and hashlib.sha256(data).hexdigest() == entry.sha256:
            yield f"seeds/{path}"


def _history(root: Path, paths: list[str], seed: str) -> Iterator[str]:
    """The commits in which the article stands, as far as there is a repository here; it may have had other names."""
    said = set()
    for path in paths:
        said |= {f"{commit} {path}" for commit in repository.asked(root, "log", "--all", "--format=%h %as", "--", path)}
    commit = ""
    if seed:
        found = repository.asked(
            root, "log", "--all", "--no-renames", "--format=commit %h %as", "--name-only", f"-Sseed: {seed}", "--",
            "content",
        )  # fmt: skip
        for line in filter(None, found):
            if line.startswith("commit "):
                commit = line.removeprefix("commit ")
            else:
                said.add(f"{commit} {line}")
    for row in sorted(said):
        yield f"  git history: {row}"
