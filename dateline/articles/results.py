"""What becomes of each article -> what the rest of the build asks of it, and what the next run will find again.

What an earlier run has made of an article is found by the digests of all that went into it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dateline import cache as work
from dateline import shelf
from dateline.articles.single import Trail
from dateline.cards import Shared
from dateline.journal import Change
from dateline.shelf import Kept, Place
from dateline.tools.clock import Span
from dateline.workers.demand import Lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.articles.reach import Reach
    from dateline.articles.single import After, Outcome, Verdict
    from dateline.cache import Cache
    from dateline.cards import Card
    from dateline.model import Problem
    from dateline.shelf import Book, Shelf, Slot, Standing
    from dateline.tools.progress import Progress
    from dateline.tools.spool import Spool
    from dateline.workers import Workers

    Moved = Sequence[tuple[tuple[str, ...], tuple[str, ...]]]  # tags that articles have won, and lost


class Stores(Struct, frozen=True):
    """Where work is kept."""

    version: str  # of all that it hangs on besides the articles
    base: str  # of the same without what the site says of single people
    cache: Cache  # from one run to the next
    desk: Spool  # until the build is done
    book: Book  # of each place, from one run to the next


class Changed(NamedTuple):
    """What the machine changes of an article's files."""

    key: str  # of the changes
    won: tuple[str, ...]  # tags
    lost: tuple[str, ...]


class Found(Struct, frozen=True):
    """What becomes of all articles, in the order of their paths."""

    entries: Sequence[str]  # keys
    cards: tuple[Card, ...]
    problems: tuple[Problem, ...]
    changes: Sequence[tuple[Change, ...]]
    moved: Moved
    new: int
    withdrawn: int
    days: Span = Span()  # on which the same comes of the same seeds


class Results:
    """Of one run. The lists are in the order of `live`."""

    def __init__(self, live: Sequence[Slot], standing: Shelf, stores: Stores, reach: Reach) -> None:
        self._live = live
        self._standing = standing
        self._stores = stores
        self._reach = reach
        self._reached: Sequence[str] = ()  # what the vocabulary says of people who may be named in each
        self.keys: Sequence[str] = ()  # of what each article says by itself
        self.entries: list[str] = [""] * len(live)  # keys
        self._shared = Shared()
        self._cards: dict[int, Card] = {}  # of each article of which it is known what becomes of it
        self._changed: dict[int, Changed] = {}  # those of them whose files will change
        self._after: dict[int, After | None] = {}  # how these will stand then, where that is known

    def begin(self, progress: Progress, workers: Workers) -> None:
        """Find the keys, by which all else is found."""
        bases = list(map(self._base_now, self._live))
        self._reached = self._reach.of(bases, self._live, progress, workers)
        self.keys = list(map(_read_key, bases, self._reached))

    def _base_now(self, slot: Slot) -> str:
        place = self._standing.places.get(slot.path, Place(slot.path))
        remembers = self._standing.places.get(slot.ledger_path, place) if slot.ledger_path else place
        replaced = place.ledger if slot.replaces else ""
        return self._base(slot, place.file, remembers.ledger if slot.ledger else "", slot.ledger_path, replaced)

    def _base(self, slot: Slot, file: str, memory: str, elsewhere: str = "", replaced: str = "") -> str:
        draft = slot.draft.digest if slot.draft else ""
        parts = (slot.path, file, memory, draft, slot.sha256, elsewhere, slot.frozen, replaced, slot.is_replaced)
        return work.key("base", self._stores.base, parts)

    def was(self, number: int, place: Place, verdict: Verdict) -> tuple[str, str]:
        """The keys of what an article said by itself and of what became of it, when its files stood so."""
        base = self._base(self._live[number], place.file, place.ledger)
        key = _read_key(base, self._reach.of_last(base))
        return key, _settled_key(key, verdict)

    def others_stand(self) -> None:
        """These are not all articles: what is kept of others is kept."""
        self._reach.stand()

    def stands(self, number: int, verdict: Verdict) -> bool:
        """Has an earlier run made of the article what would become of it now? Then that is taken."""
        cache, kept = self._stores.cache, self._standing.kept.get(self._live[number].path)
        key = _settled_key(self.keys[number], verdict)
        card = kept.card if kept and kept.settled == key else None
        if not card:
            return False
        keys = (key, *told_keys(key, card))
        if not cache.has(*keys):
            return False
        cache.used.update(keys)
        self._cards[number], self.entries[number] = self._shared.card(card), key
        return True

    def keep(self, number: int, verdict: Verdict, outcome: Outcome, trail: bytes, *, torn: bool) -> None:
        """Keep what became of an article for the next run, which will find it as `settled.after` says.

        Where it cannot say so, nothing is kept of an article that is to be changed: the changes may not be made.
        trail: packed. torn: its files were changed while this was at work.
        """
        settled, cache = outcome.settled, self._stores.cache
        slot, after = self._live[number], settled.after
        key = _settled_key(self.keys[number], verdict)
        self._cards[number] = self._shared.card(settled.card)
        self._changed.pop(number, None)  # what was foreseen, and is not so
        self._after.pop(number, None)
        if outcome.changes:
            self._stores.desk.put(key, outcome.changes)
            self._changed[number] = Changed(key, settled.won, settled.lost)
            self._after[number] = after
        kept = self._standing.kept.get(slot.path)
        if after and not torn:
            now = replace(slot, ledger=shelf.Memory("", None, "", False), is_replaced=False)
            file = after.file or self._standing.places[slot.path].file
            base = self._base(now, file, after.ledger)
            self._reach.note(base, self._reached[number])
            reads = _read_key(base, self._reached[number])
            key = _settled_key(reads, verdict)
            standing = after.standing or replace(self._standing.kept[slot.path].standing, memory=after.memory)
            seed, record = after.origin
            then = replace(msgspec.msgpack.decode(trail, type=Trail), claim=after.claim, seed=seed, record=record)
            place = Place(slot.path, file, after.ledger)
            self._stores.book.put(place, Kept.of(standing, reads, msgspec.msgpack.encode(then), key, settled.card))
        elif kept and not outcome.changes and not torn:
            now_kept = Kept.of(kept.standing, self.keys[number], trail, key, settled.card)
            self._stores.book.put(self._standing.places[slot.path], now_kept)
        cache.put(key, outcome.entry)
        for name in told_keys(key, settled.card):
            cache.put(name, outcome.told)
        self.entries[number] = key

    def close(self) -> None:
        """There are no more."""
        self._reach.keep()
        for path in self._standing.fresh - {slot.path for slot in self._live}:
            self._stores.book.put(self._standing.places[path], self._standing.kept[path])
        self._stores.book.close(self._standing.places)

    def changes(self, more: Sequence[tuple[Change, ...]]) -> Sequence[tuple[Change, ...]]:
        """What content/ lacks, and `more`; files of one group belong together."""
        planned = [each.key for _, each in sorted(self._changed.items())]
        last, desk = len(planned), self._stores.desk

        def several(places: Sequence[int]) -> list[tuple[Change, ...]]:
            stored = desk.demand([planned[n] for n in places if n < last], tuple[Change, ...])
            return [*stored, *(more[n - last] for n in places if n >= last)]

        return Lazy(last + len(more), lambda n: several([n])[0], several)

    @property
    def cards(self) -> list[Card]:
        """What lists tell of each article."""
        return [self._cards[number] for number in range(len(self._live))]

    @property
    def after(self) -> list[Place] | None:
        """How all articles whose files will change will stand then; None where that is not known, or where one of them
        would say something else to the others, or something wrong on another line."""
        places = []
        for number, after in self._after.items():
            path = self._live[number].path
            kept = self._standing.kept.get(path)  # nothing, of one that is new
            now = kept.standing if kept else None
            if after is None or not _says_the_same(after.standing, now):
                return None
            places.append(Place(path, after.file or self._standing.places[path].file, after.ledger))
        return places

    @property
    def moved(self) -> Moved:
        """The tags that articles have won and lost."""
        return [(each.won, each.lost) for each in self._changed.values()]


def _says_the_same(after: Standing | None, now: Standing | None) -> bool:
    """But for the ledger. `after` None: as it stands. `now` None: a draft, whose file will have nothing wrong in it."""
    if after is None or now is None:
        return after is not now and not (after and after.problems)
    return (after.file, after.problems) == (now.file, now.problems)


def told_keys(key: str, card: Card) -> tuple[str, ...]:
    """`told_key` of an article that tells anything."""
    return (told_key(key),) if card.tells else ()


def told_key(key: str) -> str:
    """Under which the cache has what an article tells of its tags; `key`: that of its entry."""
    return f"{key} told"


def _read_key(base: str, reached: str) -> str:
    """Of what an article says by itself."""
    return work.key("read", base, reached) if reached else base


def _settled_key(key: str, verdict: Verdict) -> str:
    """Of what becomes of it."""
    return work.key("settled", key, verdict.address, verdict.people, verdict.said)
