"""A site folder -> its articles, tagged and reconciled, and what must change in content/ for it to say so.

Seeds become drafts, drafts meet the files that a person may have edited, the articles that come of it are tagged, and
the tags meet the person's lists. Nothing is written here: `Corpus.changes` is the plan.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dateline import __version__, addresses, config, ledger, shelf, tagging, vocabulary
from dateline import cache as work
from dateline.content import write
from dateline.intake import take_in
from dateline.journal import Change
from dateline.ledger import Ledger
from dateline.model import TAG_FACETS, Article, Entry, Problem, Tag
from dateline.plaintext import mask
from dateline.reconcile import Merged, merge_fields, merge_tags

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.cache import Cache
    from dateline.config import Config
    from dateline.folder import Folder
    from dateline.progress import Progress
    from dateline.shelf import Slot
    from dateline.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that a site is made from."""

    config: Config
    vocabulary: Vocabulary
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    changes: tuple[tuple[Change, ...], ...] = ()  # what content/ lacks; files of one group belong together
    new: int = 0  # articles made from seeds in this run
    withdrawn: int = 0  # articles that a person deleted


def read(folder: Folder, cache: Cache, progress: Progress) -> Corpus:
    """Everything up to the site, without writing a file."""
    settings, problems = config.load(folder.config, folder.shown(folder.config))
    words, wrong = vocabulary.load(folder.vocabulary, folder.shown(folder.vocabulary), settings.language)
    standing = shelf.read(folder)
    imported = frozenset(entry.seed for entry in standing.ledgers.values())
    taken = take_in(folder, settings, imported, cache, progress)
    slots, unclear = shelf.pair(taken.drafts, standing)
    problems += [*wrong, *standing.problems, *taken.problems, *unclear]

    live = [slot for slot in slots if not slot.waits and (slot.file or slot.draft)]
    merged = [_fields(slot) for slot in live]
    tags = _tag(folder, words, live, merged, cache, progress)
    merged = [
        merge_tags(each, _names(found), _stated(slot), slot.ledger)
        for slot, each, found in zip(live, merged, tags, strict=True)
    ]
    places = _addresses(live, merged)
    problems += _clashes(folder, live, merged, places)
    ledgers = [_ledger(slot, each, where) for slot, each, where in zip(live, merged, places, strict=True)]
    entries = [
        _entry(slot, each, memory, found) for slot, each, memory, found in zip(live, merged, ledgers, tags, strict=True)
    ]
    changes = [_changes(folder, slot, each, memory) for slot, each, memory in zip(live, merged, ledgers, strict=True)]
    gone = [slot for slot in slots if slot.file is None and slot.draft is None]
    changes += [_withdraw(folder, slot) for slot in gone]
    return Corpus(
        settings,
        words,
        tuple(entries),
        tuple(sorted(problems)),
        tuple(group for group in changes if group),
        new=sum(slot.file is None for slot in live),
        withdrawn=sum(1 for slot in gone if slot.ledger and slot.ledger.seed),
    )


def _names(tags: Sequence[Tag]) -> dict[str, list[str]]:
    return {facet: [tag.name for tag in tags if tag.facet == facet] for facet in TAG_FACETS}


def _stated(slot: Slot) -> frozenset[str]:
    return slot.file.parsed.stated if slot.file else frozenset()


def _fields(slot: Slot) -> Merged:
    current = slot.file.parsed.article if slot.file else None
    draft = slot.draft.article if slot.draft else None
    return merge_fields(draft, current, _stated(slot), slot.ledger)


def _tag(
    folder: Folder,
    words: Vocabulary,
    live: Sequence[Slot],
    merged: Sequence[Merged],
    cache: Cache,
    progress: Progress,
) -> list[tuple[Tag, ...]]:
    edited = [path.read_bytes() for path in sorted(folder.vocabulary.glob("*.yaml")) if path.is_file()]
    version = work.key("vocabulary", work.program(), edited)
    tagger = tagging.Tagger(words)

    def reading(pair: tuple[Slot, Merged]) -> tagging.Reading:
        slot, each = pair
        article = each.article
        document = tagging.Document(slot.path, mask(article.body), article.title, article.date)
        return cache.get(work.key("tag", version, document), tagging.Reading, lambda: tagger.read(document))

    readings = list(progress.over("Tagging", list(zip(live, merged, strict=True)), reading))
    return [tuple(tags) for tags in tagger.decide(readings)]


def _addresses(live: Sequence[Slot], merged: Sequence[Merged]) -> list[str]:
    """Each article's address; one that was given before is kept, whatever became of its title or date."""
    wanted: dict[str, Article] = {}
    for slot, each in zip(live, merged, strict=True):
        held = slot.ledger.address.strip("/") if slot.ledger else ""
        found_a_date = held.startswith("undated/") and each.article.date is not None
        keeps = held and not found_a_date and not each.article.slug
        wanted[slot.path] = replace(each.article, slug=held) if keeps else each.article
    places = addresses.assign(wanted)
    return [places[slot.path] for slot in live]


def _clashes(
    folder: Folder, live: Sequence[Slot], merged: Sequence[Merged], places: Sequence[str]
) -> Iterator[Problem]:
    """Of two articles whose `slug:` leads to one address, one would hide the other."""
    wanted: dict[str, str] = {}
    for slot, each, place in sorted(zip(live, merged, places, strict=True), key=lambda row: row[2] != _wish(row[1])):
        if not each.article.slug:
            continue
        first = wanted.setdefault(_wish(each), slot.path)
        if first != slot.path:
            line = (slot.file.parsed.lines or {}).get("slug", 0) if slot.file else 0
            message = f"has the slug of content/articles/{first}; its page stands at {place} instead"
            hint = "Give one of the two another `slug:`."
            yield Problem(folder.shown(folder.articles / slot.path), line, "C24", message, hint, "warning")


def _wish(merged: Merged) -> str:
    return addresses.address(merged.article)


def _ledger(slot: Slot, merged: Merged, address: str) -> Ledger:
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


def _entry(slot: Slot, merged: Merged, memory: Ledger, machine: Sequence[Tag]) -> Entry:
    """The tags that the article's lists name: the machine's with their mentions, the person's as such."""
    article = merged.article
    known = {(tag.facet, tag.name): tag for tag in machine}
    tags: list[Tag] = []
    for facet in TAG_FACETS:
        by_hand = merged.added.get(facet, ())
        for name in getattr(article, facet):
            tag = known.get((facet, name), Tag(facet, name))
            tags.append(replace(tag, by="person") if name in by_hand else tag)
    return Entry(
        article,
        slot.path,
        memory.address,
        tuple(tags),
        memory.evidence,
        memory.set_aside,
        memory.sha256,
        merged.by_person,
        memory.formerly,
    )


def _changes(folder: Folder, slot: Slot, merged: Merged, memory: Ledger) -> tuple[Change, ...]:
    if slot.frozen:
        return ()
    article_path = folder.shown(folder.articles / slot.path)
    ledger_path = _ledger_path(folder, slot.path)
    changes: list[Change] = []
    if slot.file is None:
        changes.append(Change(article_path, None, write.render(merged.article)))
    elif slot.file.parsed.article is not None:
        text = write.update(slot.file.text, slot.file.parsed.article, merged.article)
        if text != slot.file.text:
            changes.append(Change(article_path, _sha(slot.file.text), text))
    if slot.ledger_path and slot.ledger:
        old = ledger.render(slot.ledger)
        changes.append(Change(_ledger_path(folder, slot.ledger_path), _sha(old), None))
    if memory != slot.ledger or slot.ledger_path:
        before = _sha_of(folder, ledger_path)
        changes.append(Change(ledger_path, before, ledger.render(replace(memory, program=__version__))))
    return tuple(changes)


def _withdraw(folder: Folder, slot: Slot) -> tuple[Change, ...]:
    """A person deleted the article: the ledger remembers, or goes too where no seed could bring the article back."""
    if slot.ledger is None or slot.ledger.withdrawn:
        return ()
    path = _ledger_path(folder, slot.path)
    after = ledger.render(replace(slot.ledger, withdrawn=True)) if slot.ledger.seed else None
    return (Change(path, _sha_of(folder, path), after),)


def _ledger_path(folder: Folder, article: str) -> str:
    return folder.shown(folder.ledger / PurePosixPath(article).with_suffix(".json"))


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _sha_of(folder: Folder, path: str) -> str | None:
    file = folder.root / path
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.exists() else None
