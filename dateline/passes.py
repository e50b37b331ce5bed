"""Places of articles -> what becomes of each: work on single articles, with what they decide together in the middle.

Three passes over the corpus: `read` (each by itself), `decide` (all together), `settle` (each again). What an earlier
run has done is found by the digests of all that went into it. Where no text is tagged, little is decided together: what
becomes of an article is foreseen in the first pass, and seldom worked on again.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dateline import cache as work
from dateline import duplicates, places, shelf
from dateline.cards import Shared
from dateline.changes import article_path
from dateline.duplicates import Overlap
from dateline.journal import Change
from dateline.material import Material
from dateline.model import Entry
from dateline.reach import Reach
from dateline.shelf import Kept, Place
from dateline.single import Alone, Trail, Verdict, foreseen
from dateline.tagging import Trace
from dateline.workers import Lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dateline.cache import Cache
    from dateline.cards import Card
    from dateline.folder import Folder
    from dateline.material import Item
    from dateline.model import Problem, Tag
    from dateline.places import Claim
    from dateline.progress import Progress
    from dateline.shelf import Book, Shelf, Slot
    from dateline.single import Desk, Outcome
    from dateline.spool import Spool
    from dateline.tagging import Reading
    from dateline.workers import Workers

T = TypeVar("T")
TOGETHER = 16  # articles that are read at once, each in three quarters of the time; more make it no quicker


class Stores(Struct, frozen=True):
    """Where work is kept."""

    version: str  # of all that it hangs on besides the articles
    base: str  # of the same without what the site says of single people
    cache: Cache  # from one run to the next
    desk: Spool  # until the build is done
    book: Book  # of each place, from one run to the next


class Decided(NamedTuple):
    """What the corpus decided of the people of one article."""

    people: bytes = b""  # whom each figure means, packed
    said: str = ""  # digest of what the site's own vocabulary says of them


class Changed(NamedTuple):
    """What the machine changes of an article's files."""

    key: str  # of the changes
    won: tuple[str, ...]  # tags
    lost: tuple[str, ...]


class Passes:
    """One run over the corpus. The lists are in the order of `live`."""

    def __init__(self, folder: Folder, desk: Desk, live: Sequence[Slot], standing: Shelf, stores: Stores) -> None:
        self.material = Material(folder, standing, stores.cache, stores.desk)
        self.desk = desk
        self.live = live
        self.standing = standing
        self.stores = stores
        self.program = work.program()
        self.reach = Reach(folder, desk.own, standing.places, stores.cache)
        self.reached: list[str] = []  # what the vocabulary says of people who may be named in each
        self.keys = [self._key(slot) for slot in live]  # of what each article says by itself
        self.trails: list[bytes] = [b""] * len(live)  # packed
        self.people: Sequence[Decided] = ()  # of each article; none where no text is tagged
        self.addresses: list[str] = []
        self.entries: list[str] = [""] * len(live)  # keys
        self.shared = Shared()
        self.found: dict[int, Card] = {}  # of each article of which it is known what becomes of it
        self.changed: dict[int, Changed] = {}  # those of them whose files will change
        self.foreseen: dict[int, Verdict] = {}  # what must be decided of an article for what was found to be so

    def read(self, progress: Progress, workers: Workers) -> None:
        """Let each article say what it says by itself."""
        lacking = []
        for number, (slot, key) in enumerate(zip(self.live, self.keys, strict=True)):
            kept = self.standing.kept.get(slot.path)
            if kept and kept.read == key:
                self.trails[number] = kept.trail
            else:
                lacking.append(number)
        found = self.stores.desk.find([_trail_key(self.keys[number]) for number in lacking], bytes)
        for number, packed in zip(list(lacking), found, strict=True):
            self.trails[number] = packed or b""
        lacking = [number for number in lacking if not self.trails[number]]
        if self.desk.tags_texts:
            self._work(lacking, progress, workers)
        else:
            self._foresee(lacking, progress, workers)

    def _work(self, numbers: Sequence[int], progress: Progress, workers: Workers) -> None:
        for number, (alone, trail) in self._each("Tagging", self.desk.read, numbers, progress, workers):
            self.stores.desk.put(self.keys[number], alone)
            self.stores.desk.put(_trail_key(self.keys[number]), msgspec.msgpack.encode(trail))
            self.trails[number] = trail

    def _foresee(self, numbers: Sequence[int], progress: Progress, workers: Workers) -> None:
        """What becomes of the articles as far as they alone have a say; `settle` sees whether it does."""
        for number, (outcome, trail) in self._each("Taking in", self.desk.foresee, numbers, progress, workers):
            self.trails[number] = trail
            self.foreseen[number] = foreseen(self._trail(number))
            self._keep(number, self.foreseen[number], outcome)

    def _each(
        self,
        label: str,
        work: Callable[[Sequence[Item]], Sequence[T]],
        numbers: Sequence[int],
        progress: Progress,
        workers: Workers,
    ) -> Iterator[tuple[int, T]]:
        """Each article and what `work` makes of it."""
        groups = [numbers[first : first + TOGETHER] for first in range(0, len(numbers), TOGETHER)]
        items = Lazy(len(groups), lambda place: self.material.of([self.live[number] for number in groups[place]]))
        made = progress.watch(label, chain.from_iterable(workers.map(work, items)), len(numbers))
        return zip(numbers, made, strict=True)

    def _key(self, slot: Slot) -> str:
        place = self.standing.places.get(slot.path, Place(slot.path))
        remembers = self.standing.places.get(slot.ledger_path, place) if slot.ledger_path else place
        memory = remembers.ledger if slot.ledger else ""
        base = self._base(slot, place.file, memory, slot.ledger_path)
        self.reached.append(self.reach.of(base, slot))
        return work.key("read", base, self.reached[-1]) if self.reached[-1] else base

    def _base(self, slot: Slot, file: str, memory: str, elsewhere: str) -> str:
        parts = (slot.path, file, memory, slot.draft.digest if slot.draft else "", slot.sha256, elsewhere, slot.frozen)
        return work.key("base", self.stores.base, parts)

    def decide(self) -> Iterator[Problem]:
        """Let all together say who is who and which page stands where; what is wrong between them."""
        if self.desk.tags_texts:
            self.people = self._who()
        claims: list[Claim] = []
        texts: list[duplicates.Text] = []
        for number, slot in enumerate(self.live):
            trail = self._trail(number)
            claims.append(trail.claim)
            texts.append(duplicates.Text(article_path(slot.path), trail.sample, trail.seed, trail.record))
        self.addresses = places.assign(self.live, claims)
        yield from places.clashes(self.live, claims, self.addresses)
        compare = duplicates.comparing(self._body)

        def compared(one: int, other: int) -> Overlap:
            key = work.key("overlap", self._trail(one).body, self._trail(other).body)
            return self.stores.cache.get(key, Overlap, lambda: compare(one, other))

        samples = [text.sample for text in texts]  # which most edits leave as they are
        key = work.key("similar", self.program, samples)
        similar = self.stores.cache.get(key, tuple[tuple[int, int], ...], lambda: tuple(duplicates.seeming(samples)))
        yield from duplicates.problems(texts, compared, similar)

    def _who(self) -> Sequence[Decided]:
        """Whom figures mean hangs on the traces of all articles; most edits change none of them."""
        traces = [work.digest(self._trail(number).people) for number in range(len(self.live))]
        return self.stores.cache.get(work.key("who", self.stores.version, traces), tuple[Decided, ...], self._decided)

    def _decided(self) -> tuple[Decided, ...]:
        people = self.desk.tagger.people(Lazy(len(self.live), self._trace))
        each = map(people.who, range(len(self.live)))
        return tuple(Decided(msgspec.msgpack.encode(who), self.desk.own.of([one.name for one in who])) for who in each)

    def _trail(self, number: int) -> Trail:
        return msgspec.msgpack.decode(self.trails[number], type=Trail)

    def _trace(self, number: int) -> Trace:
        return msgspec.msgpack.decode(self._trail(number).people, type=Trace)

    def _body(self, number: int) -> str:
        kept = self.standing.kept.get(self.live[number].path)
        if kept and kept.read == self.keys[number]:
            (entry,) = self.stores.cache.find([kept.settled], Entry)
            if entry:
                return entry.article.body
        return self._alone(number).merged.article.body

    def _alone(self, number: int) -> Alone:
        (found,) = self.stores.desk.find([self.keys[number]], Alone)
        return found or msgspec.msgpack.decode(self._read_one(number), type=Alone)

    def _read_one(self, number: int) -> bytes:
        [(alone, _)] = self.desk.read(self.material.of([self.live[number]]))
        return alone

    def _verdict(self, number: int) -> Verdict:
        return Verdict(self.addresses[number], *(self.people[number] if self.people else Decided()))

    def settle(self, progress: Progress, workers: Workers) -> None:
        """Let each article become what it is now."""
        verdicts: dict[int, Verdict] = {}  # of those on which there is work to do
        cache = self.stores.cache
        for number, slot in enumerate(self.live):
            verdict = self._verdict(number)
            if self.foreseen.get(number) == verdict:
                continue
            key = _settled_key(self.keys[number], verdict)
            kept = self.standing.kept.get(slot.path)
            if kept and kept.card and kept.settled == key and cache.has(key, *told_keys(key, kept.card)):
                self.found[number], self.entries[number] = self.shared.card(kept.card), key
            else:
                verdicts[number] = verdict
        lacking = list(verdicts)
        for number, card in self.found.items():
            cache.used.update((self.entries[number], *told_keys(self.entries[number], card)))
        self._work([number for number in lacking if not self._on_desk(number)], progress, workers)

        def several(places: Sequence[int]) -> list[tuple[bytes, Verdict]]:
            numbers = [lacking[place] for place in places]
            halves = self.stores.desk.fetch([self.keys[number] for number in numbers])
            return [(halves.get(self.keys[each]) or self._read_one(each), verdicts[each]) for each in numbers]

        items = Lazy(len(lacking), lambda place: several([place])[0], several)
        made = progress.watch("Finding quotes", workers.map(self.desk.settle, items), len(lacking))
        for number, outcome in zip(lacking, made, strict=True):
            self._keep(number, verdicts[number], outcome)
        self.reach.keep()
        for path in self.standing.fresh - {slot.path for slot in self.live}:
            self.stores.book.put(self.standing.places[path], self.standing.kept[path])
        self.stores.book.close(self.standing.places)

    def _on_desk(self, number: int) -> bool:
        return self.keys[number] in self.stores.desk

    def _keep(self, number: int, verdict: Verdict, outcome: Outcome) -> None:
        """Keep what became of an article for the next run, which will find it as `settled.after` says.

        Where it cannot say so, nothing is kept of an article that is to be changed: the changes may not be made.
        """
        settled, cache = outcome.settled, self.stores.cache
        slot, after = self.live[number], settled.after
        key = _settled_key(self.keys[number], verdict)
        self.found[number] = self.shared.card(settled.card)
        self.changed.pop(number, None)  # what was foreseen, and is not so
        if outcome.changes:
            self.stores.desk.put(key, outcome.changes)
            self.changed[number] = Changed(key, settled.won, settled.lost)
        kept = self.standing.kept.get(slot.path)
        if after and slot.path not in self.material.torn:
            now = replace(slot, ledger=shelf.Memory("", None, "", False))
            file = after.file or self.standing.places[slot.path].file
            base = self._base(now, file, after.ledger, "")
            self.reach.note(base, self.reached[number])
            reads = work.key("read", base, self.reached[number]) if self.reached[number] else base
            key = _settled_key(reads, verdict)
            standing = after.standing or replace(self.standing.kept[slot.path].standing, memory=after.memory)
            (seed, record), trail = after.origin, self._trail(number)
            trail = replace(trail, claim=after.claim, seed=seed, record=record)
            place = Place(slot.path, file, after.ledger)
            self.stores.book.put(place, Kept(standing, reads, msgspec.msgpack.encode(trail), key, settled.card))
        elif kept and not outcome.changes and slot.path not in self.material.torn:
            place = self.standing.places[slot.path]
            self.stores.book.put(
                place, replace(kept, read=self.keys[number], trail=self.trails[number], settled=key, card=settled.card)
            )
        cache.put(key, outcome.entry)
        for name in told_keys(key, settled.card):
            cache.put(name, outcome.told)
        self.entries[number] = key

    def changes(self, more: Sequence[tuple[Change, ...]]) -> Sequence[tuple[Change, ...]]:
        """What content/ lacks, and `more`; files of one group belong together."""
        planned = [each.key for _, each in sorted(self.changed.items())]
        last = len(planned)

        def several(places: Sequence[int]) -> list[tuple[Change, ...]]:
            stored = self.stores.desk.demand([planned[n] for n in places if n < last], tuple[Change, ...])
            return [*stored, *(more[n - last] for n in places if n >= last)]

        return Lazy(last + len(more), lambda n: several([n])[0], several)

    @property
    def cards(self) -> list[Card]:
        """What lists tell of each article."""
        return [self.found[number] for number in range(len(self.live))]

    @property
    def moved(self) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """The tags that articles have won and lost."""
        return [(each.won, each.lost) for each in self.changed.values()]

    @property
    def told(self) -> list[str]:
        """The keys of what each article tells of its tags; those of which `Card.tells` says so are there."""
        return [told_key(key) for key in self.entries]

    def readings(self, progress: Progress, workers: Workers) -> list[tuple[Reading, tuple[Tag, ...]]]:
        """What was read in each article, and what the machine makes of it before any person's hand."""
        numbers = range(len(self.live))
        self._work([number for number in numbers if not self._on_desk(number)], progress, workers)
        each = ((self._alone(number), self._verdict(number)) for number in numbers)
        return [(alone.reading, self.desk.tags(alone, verdict)) for alone, verdict in each]


def told_keys(key: str, card: Card) -> tuple[str, ...]:
    """`told_key` of an article that tells anything."""
    return (told_key(key),) if card.tells else ()


def told_key(key: str) -> str:
    """Under which the cache has what an article tells of its tags; `key`: that of its entry."""
    return f"{key} told"


def _trail_key(key: str) -> str:
    return f"{key} trail"


def _settled_key(key: str, verdict: Verdict) -> str:
    return work.key("settled", key, verdict.address, verdict.people, verdict.said)
