"""What an article has become -> the files of content/ that must change for it to say so, and what moved."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dateline import __version__, ledger
from dateline.content import write
from dateline.journal import Change
from dateline.ledger import Ledger
from dateline.model import TAG_FACETS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.folder import Folder
    from dateline.reconcile import Merged
    from dateline.shelf import Slot


def remember(slot: Slot, merged: Merged, address: str) -> Ledger:
    """What the ledger shall say of an article that stands at `address`."""
    old = slot.ledger or Ledger()
    draft = slot.draft
    formerly = [place for place in (*old.formerly, old.address) if place and place != address]
    return replace(
        old,
        seed=draft.article.seed if draft else old.seed,
        record=draft.article.record if draft else old.record,
        sha256=slot.sha256,
        withdrawn=False,
        address=address,
        formerly=tuple(dict.fromkeys(formerly)),
        wrote=merged.wrote,
        added=merged.added,
        removed=merged.removed,
        evidence=draft.evidence if draft else old.evidence,
        set_aside=draft.set_aside if draft else old.set_aside,
    )


def plan(folder: Folder, slot: Slot, merged: Merged, memory: Ledger) -> tuple[Change, ...]:
    """The changes to one article's file and ledger; none where both say it already."""
    if slot.frozen:
        return ()
    article_path = folder.shown(folder.articles / slot.path)
    memory_path = ledger_path(folder, slot.path)
    changes: list[Change] = []
    if slot.file is None:
        changes.append(Change(article_path, None, write.render(merged.article)))
    elif slot.file.parsed.article is not None:
        text = write.update(slot.file.text, slot.file.parsed.article, merged.article)
        if text != slot.file.text:
            changes.append(Change(article_path, _sha(slot.file.text), text))
    if slot.ledger_path and slot.ledger:
        old = ledger.render(slot.ledger)
        changes.append(Change(ledger_path(folder, slot.ledger_path), _sha(old), None))
    if memory != slot.ledger or slot.ledger_path:
        before = _sha_of(folder, memory_path)
        changes.append(Change(memory_path, before, ledger.render(replace(memory, program=__version__))))
    return tuple(changes)


def withdraw(folder: Folder, slot: Slot) -> tuple[Change, ...]:
    """A person deleted the article: the ledger remembers, or goes too where no seed could bring the article back."""
    if slot.ledger is None or slot.ledger.withdrawn:
        return ()
    path = ledger_path(folder, slot.path)
    after = ledger.render(replace(slot.ledger, withdrawn=True)) if slot.ledger.seed else None
    return (Change(path, _sha_of(folder, path), after),)


@dataclass(frozen=True, slots=True)
class Moves:
    """Which tags articles that were there before have won and lost in this build, by the machine's doing."""

    won: tuple[tuple[str, int], ...] = ()  # name -> articles, the most first
    lost: tuple[tuple[str, int], ...] = ()


def moves(slots: Iterable[tuple[Slot, Merged]]) -> Moves:
    """Compare what was last written with what will be."""
    won: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for slot, merged in slots:
        if slot.ledger is None or slot.file is None or slot.file.parsed.article is None:
            continue
        for facet in TAG_FACETS:
            before = set(getattr(slot.file.parsed.article, facet))
            now = set(getattr(merged.article, facet))
            won.update(now - before)
            lost.update(before - now)
    return Moves(_ranked(won), _ranked(lost))


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def ledger_path(folder: Folder, article: str) -> str:
    """Where the ledger of an article stands, relative to the site folder."""
    return folder.shown(folder.ledger / PurePosixPath(article).with_suffix(".json"))


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _sha_of(folder: Folder, path: str) -> str | None:
    file = folder.root / path
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.exists() else None
