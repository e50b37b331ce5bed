"""A site folder -> its articles, tagged and reconciled, and what must change in content/ for it to say so.

Seeds become drafts, drafts meet the files that a person may have edited, the articles that come of it are tagged, and
the tags meet the person's lists. Nothing is written here but to the cache: `Corpus.changes` is the plan.

Work on one article is done where its files, its draft or what the corpus decided for it have changed (`single`). Of
all others only the little is looked at that the articles decide together.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Raw, Struct, field

from dateline import cache as work
from dateline import config, inputs, recall, shelf, vocabulary
from dateline.articles import changes, single, strays
from dateline.articles.changes import Moves
from dateline.articles.passes import Passes
from dateline.articles.results import Found, Stores, told_key
from dateline.blame import ALL_STAYS, MistakeError
from dateline.cache import Stored
from dateline.model import Entry
from dateline.shelf import Book
from dateline.tools.clock import Span
from dateline.tools.spool import Spool
from dateline.workers import Workers, collector

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from dateline.cache import Cache
    from dateline.cards import Card, Telling
    from dateline.config import Config
    from dateline.inputs import Inputs
    from dateline.intake import Intake
    from dateline.journal import Change
    from dateline.model import Problem, Tag
    from dateline.tagging import OwnPeople, Reading
    from dateline.tools.folder import Folder
    from dateline.tools.progress import Progress
    from dateline.vocabulary import Vocabulary


class Corpus(Struct, frozen=True):
    """All that a site is made from. What is long is fetched when it is asked for."""

    config: Config
    vocabulary: Vocabulary
    entries: Sequence[Entry] = ()
    cards: tuple[Card, ...] = ()  # of the entries, in their order
    told: Sequence[Sequence[Telling]] = ()  # what each tells of its tags, likewise
    problems: tuple[Problem, ...] = ()
    changes: Sequence[tuple[Change, ...]] = ()  # what content/ lacks; files of one group belong together
    readings: tuple[Reading, ...] = ()  # what the tagger read, in the order of the entries, if asked for
    decided: tuple[tuple[Tag, ...], ...] = ()  # what it then decided, before any person's hand; likewise
    moves: Moves = field(default_factory=Moves)
    new: int = 0  # articles made from seeds in this run
    withdrawn: int = 0  # articles that a person deleted
    days: Span = Span()  # on which the same comes of the same seeds


ALONE = Workers()
STOPS = config.STOPS | vocabulary.STOPS  # codes of problems with which nothing may be made of the articles
TOLD = 32_000_000  # bytes of what articles tell of their tags, of some 19,000: each of their lists asks for it again


def read(
    folder: Folder,
    cache: Cache,
    progress: Progress,
    workers: Workers = ALONE,
    seen: Inputs | None = None,
    *,
    readings: bool = False,
    anyhow: bool = False,
) -> Corpus:
    """Everything up to the site, without writing a file.

    seen: the files of the site folder, where they are known (`inputs.look`). readings: hand out what the tagger read,
    too. MistakeError where the settings or the vocabulary cannot be read: what would come of the rest is not to be
    written, or shown. anyhow: then it is only a list of problems that is wanted, and they are among them.
    """
    settings, problems = config.load(folder.config, folder.shown(folder.config))
    words, wrong = vocabulary.load(
        folder.vocabulary, folder.shown(folder.vocabulary), settings.language, cities=settings.cities
    )
    told = sorted([*problems, *wrong])
    if not anyhow and any(problem.code in STOPS for problem in told):
        raise MistakeError(told, ALL_STAYS)
    seen = seen or inputs.look(folder)
    reader = single.Desk(words, settings.tagging, settings.has("quotes"))
    base = _base(folder, words, settings, reader.own)
    version = work.key("version", base, reader.own.whole)
    desk = Spool(desk_of(cache.path))
    stores = Stores(version, base, cache, desk, Book(cache, desk, work.program()))
    last, found = recall.take(cache, version), None
    if last and not readings:
        with collector.making_what_lasts():
            found = recall.again(folder, settings, seen, last, reader, stores, progress, workers)
    said: Sequence[tuple[Reading, tuple[Tag, ...]]] = ()
    if found is None:
        run, found = _anew(folder, settings, seen, reader, stores, progress, workers)
        said = run.readings(progress, workers) if readings else ()
    return Corpus(
        settings,
        words,
        Stored(cache, found.entries, Entry),
        found.cards,
        Stored(cache, [told_key(key) for key in found.entries], tuple[Raw, ...], TOLD),
        tuple(sorted([*told, *strays.find(folder, seen), *found.problems])),
        found.changes,
        tuple(reading for reading, _ in said),
        tuple(tags for _, tags in said),
        changes.moves(found.moved),
        new=found.new,
        withdrawn=found.withdrawn,
        days=found.days,
    )


def _anew(
    folder: Folder,
    settings: Config,
    seen: Inputs,
    reader: single.Desk,
    stores: Stores,
    progress: Progress,
    workers: Workers,
) -> tuple[Passes, Found]:
    """All articles, each of them looked at."""
    standing = shelf.read(folder, seen.digests, stores.book, stores.desk, progress, workers)
    imported = frozenset(entry.seed for entry in standing.ledgers.values())
    taken = _drafts(folder, settings, imported, stores.cache, progress, workers, seen.digests)
    with collector.making_what_lasts():
        slots, unclear = shelf.pair(taken.drafts if taken else (), standing, _seeds(folder, seen.digests))
    live = [slot for slot in slots if slot.is_live]
    gone = [slot for slot in slots if slot.file is None and slot.draft is None]
    with collector.making_what_lasts():
        run = Passes(folder, reader, live, standing, stores)
        run.read(progress, workers)
        problems = (*standing.problems, *(taken.problems if taken else ()), *unclear, *run.decide())
        run.settle(progress, workers)
    done = run.results
    away = [
        changes.away(
            folder,
            slot.ledger_path or slot.path,
            (slot.draft or slot.row) if slot.has_moved else None,
            gone=slot.file is None,
            to=slot.path if slot.makes_way else "",
        )
        for slot in slots
        if not slot.is_live
        and slot.ledger
        and not slot.frozen
        and (slot.is_deleted or slot.has_moved or slot.makes_way)
    ]
    found = Found(
        done.entries,
        tuple(done.cards),
        problems,
        done.changes(away),
        done.moved,
        new=sum(slot.file is None for slot in live),
        withdrawn=sum(1 for slot in gone if slot.ledger and slot.ledger.seed),
        days=taken.days if taken else Span(),
    )
    if not taken or taken.as_seen:
        recall.leave(run, seen, recall.last(folder, settings, run, seen, found), found)
    return run, found


def _drafts(
    folder: Folder,
    settings: Config,
    imported: frozenset[str],
    cache: Cache,
    progress: Progress,
    workers: Workers,
    digests: Mapping[str, str],
) -> Intake | None:
    """What is in seeds/. Where there is no such folder, nothing is loaded for it."""
    if not os.path.lexists(folder.seeds):
        return None
    from dateline.intake import take_in

    return take_in(folder, settings, imported, cache, progress, workers, digests)


def _seeds(folder: Folder, digests: Mapping[str, str]) -> frozenset[str] | None:
    """Every file of seeds/, by its path there; None where there is no such folder: seeds need not be kept."""
    if not os.path.lexists(folder.seeds):
        return None
    room = f"{folder.shown(folder.seeds)}/"
    return frozenset(path.removeprefix(room) for path in digests if path.startswith(room))


def clear(cache: Cache) -> None:
    """Take away what only the build needed that is done now: what is in `Corpus.changes` is gone with it."""
    place = desk_of(cache.path)
    if place:
        with suppress(OSError):  # where a file that is open stays, the next build uses what is in it
            place.unlink(missing_ok=True)


def desk_of(cache: Path | None) -> Path | None:
    """Where work lies that is needed only until its build is done; safe to delete."""
    return cache.with_name("desk") if cache else None


def _base(folder: Folder, words: Vocabulary, settings: Config, own: OwnPeople) -> str:
    """All that work on an article hangs on besides the article and what the site says of single people."""
    files = [path for path in sorted(folder.vocabulary.glob("*.yaml")) if path.is_file() and path.name != "people.yaml"]
    edited = [(path.name, path.read_bytes()) for path in files]
    named = [(country.name, len(country.cities)) for country in words.countries.values()]  # as site.yaml has them
    return work.key("vocabulary", work.program(), edited, named, own.rest, settings.tagging, settings.has("quotes"))
