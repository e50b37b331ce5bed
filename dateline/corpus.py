"""A site folder -> its articles, tagged and reconciled, and what must change in content/ for it to say so.

Seeds become drafts, drafts meet the files that a person may have edited, the articles that come of it are tagged, and
the tags meet the person's lists. Nothing is written here: `Corpus.changes` is the plan.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from dateline import cache as work
from dateline import changes, config, duplicates, places, quotes, shelf, tagging, vocabulary
from dateline.changes import Moves
from dateline.intake import take_in
from dateline.model import TAG_FACETS, Entry, Mention, Problem, Quote, Tag
from dateline.plaintext import mask, readable
from dateline.reconcile import Merged, merge_fields, merge_tags
from dateline.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.cache import Cache
    from dateline.config import Config
    from dateline.folder import Folder
    from dateline.journal import Change
    from dateline.ledger import Ledger
    from dateline.model import Article
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
    readings: tuple[tagging.Reading, ...] = ()  # what the tagger read, in the order of the entries
    decided: tuple[tuple[Tag, ...], ...] = ()  # what it then decided, before any person's hand
    moves: Moves = field(default_factory=Moves)
    new: int = 0  # articles made from seeds in this run
    withdrawn: int = 0  # articles that a person deleted


ALONE = Workers()


def read(folder: Folder, cache: Cache, progress: Progress, workers: Workers = ALONE) -> Corpus:
    """Everything up to the site, without writing a file."""
    settings, problems = config.load(folder.config, folder.shown(folder.config))
    words, wrong = vocabulary.load(
        folder.vocabulary, folder.shown(folder.vocabulary), settings.language, cities=settings.cities
    )
    standing = shelf.read(folder, cache, progress, workers)
    imported = frozenset(entry.seed for entry in standing.ledgers.values())
    taken = take_in(folder, settings, imported, cache, progress, workers)
    slots, unclear = shelf.pair(taken.drafts, standing)
    problems += [*wrong, *standing.problems, *taken.problems, *unclear]

    live = [slot for slot in slots if not slot.waits and (slot.file or slot.draft)]
    merged = [_fields(slot) for slot in live]
    if settings.tagging:
        readings, tags = _tag(folder, words, live, merged, cache, progress, workers)
    else:
        readings = [tagging.Reading(slot.path, each.article.date) for slot, each in zip(live, merged, strict=True)]
        tags = [_named(words, each.article) for each in merged]
    thought = [_names(found) if settings.tagging else None for found in tags]
    merged = [
        merge_tags(each, thinks, _stated(slot), slot.ledger, partial(_other_names, words, found))
        for slot, each, found, thinks in zip(live, merged, tags, thought, strict=True)
    ]
    stands = places.assign(live, merged)
    problems += places.clashes(folder, live, merged, stands)
    problems += duplicates.problems([_text(folder, *pair) for pair in zip(live, merged, strict=True)], cache, workers)
    ledgers = [changes.remember(slot, each, where) for slot, each, where in zip(live, merged, stands, strict=True)]
    entries = [
        _entry(slot, each, memory, found) for slot, each, memory, found in zip(live, merged, ledgers, tags, strict=True)
    ]
    entries = _with_quotes(entries, cache, progress, workers)
    planned = [
        changes.plan(folder, slot, each, memory) for slot, each, memory in zip(live, merged, ledgers, strict=True)
    ]
    gone = [slot for slot in slots if slot.file is None and slot.draft is None]
    planned += [changes.withdraw(folder, slot) for slot in gone]
    return Corpus(
        settings,
        words,
        tuple(entries),
        tuple(sorted(problems)),
        tuple(group for group in planned if group),
        tuple(readings),
        tuple(tags),
        moves=changes.moves(zip(live, merged, strict=True)),
        new=sum(slot.file is None for slot in live),
        withdrawn=sum(1 for slot in gone if slot.ledger and slot.ledger.seed),
    )


def _text(folder: Folder, slot: Slot, merged: Merged) -> duplicates.Text:
    path = folder.shown(folder.articles / slot.path)
    return duplicates.Text(path, merged.article.body, merged.article.seed, merged.article.record)


def _named(words: Vocabulary, article: Article) -> tuple[Tag, ...]:
    """The lists of an article as tags, where no text is read for them; known countries and topics have their codes."""
    known = {"countries": words.countries, "topics": words.topics}
    return tuple(
        Tag(facet, name, getattr(known.get(facet, {}).get(name), "code", ""))
        for facet in TAG_FACETS
        for name in getattr(article, facet)
    )


def _names(tags: Sequence[Tag]) -> dict[str, list[str]]:
    return {facet: [tag.name for tag in tags if tag.facet == facet] for facet in TAG_FACETS}


def _other_names(words: Vocabulary, tags: Sequence[Tag], name: str) -> set[str]:
    """What the vocabulary and the text itself call whom the machine gives that name; a topic's words are no names."""
    named = (tag for tag in tags if tag.name == name and tag.facet != "topics")
    written = {mention.text for tag in named for mention in tag.mentions}
    person = words.people.get(name)
    return written.union(person.also) if person else written


def _stated(slot: Slot) -> frozenset[str]:
    return slot.file.parsed.stated if slot.file else frozenset()


def _fields(slot: Slot) -> Merged:
    current = slot.file.parsed.article if slot.file else None
    draft = slot.draft.article if slot.draft else None
    return merge_fields(draft, current, _stated(slot), slot.ledger)


@dataclass(frozen=True)
class Reader:
    """A tagger that is made when it is first needed, in each process that needs it: it is too large to be sent."""

    vocabulary: Vocabulary

    @cached_property
    def tagger(self) -> tagging.Tagger:
        return tagging.Tagger(self.vocabulary)

    def read(self, document: tagging.Document) -> tagging.Reading:
        return self.tagger.read(document)

    def __getstate__(self) -> dict[str, Vocabulary]:
        return {"vocabulary": self.vocabulary}


def _tag(
    folder: Folder,
    words: Vocabulary,
    live: Sequence[Slot],
    merged: Sequence[Merged],
    cache: Cache,
    progress: Progress,
    workers: Workers,
) -> tuple[list[tagging.Reading], list[tuple[Tag, ...]]]:
    edited = [path.read_bytes() for path in sorted(folder.vocabulary.glob("*.yaml")) if path.is_file()]
    named = [(country.name, len(country.cities)) for country in words.countries.values()]  # as site.yaml has them
    version = work.key("vocabulary", work.program(), edited, named)
    reader = Reader(words)
    documents = [
        tagging.Document(slot.path, mask(each.article.body), each.article.title, each.article.date)
        for slot, each in zip(live, merged, strict=True)
    ]
    found = cache.each(documents, partial(work.key, "tag", version), tagging.Reading, reader.read, workers)
    readings = list(progress.watch("Tagging", found, len(documents)))
    return readings, [tuple(tags) for tags in reader.tagger.decide(readings)]


Told = tuple[str, list[Mention], str]  # what quotes are read from: body, mentions of people, language


def _with_quotes(entries: Sequence[Entry], cache: Cache, progress: Progress, workers: Workers) -> list[Entry]:
    told = [(entry.article.body, _people(entry), entry.article.language or "en") for entry in entries]
    key = partial(work.key, "quotes", work.program())
    found = cache.each(told, key, tuple[Quote, ...], _quotes, workers)
    return [
        replace(entry, quotes=these)
        for entry, these in zip(entries, progress.watch("Finding quotes", found, len(told)), strict=True)
    ]


def _people(entry: Entry) -> list[Mention]:
    return [mention for tag in entry.tags if tag.facet == "people" for mention in tag.mentions]


def _quotes(told: Told) -> tuple[Quote, ...]:
    body, people, language = told
    found = quotes.read(mask(body), people, language)
    return tuple(replace(quote, text=readable(body[quote.start : quote.end])) for quote in found)


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
        article=article,
        path=slot.path,
        address=memory.address,
        tags=tuple(tags),
        evidence=memory.evidence,
        set_aside=memory.set_aside,
        sha256=memory.sha256,
        by_person=merged.by_person,
        formerly=memory.formerly,
    )
