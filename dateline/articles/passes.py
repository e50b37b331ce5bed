"""Places of articles -> what becomes of each: work on single articles, with what they decide together in the middle.

Three passes over the corpus: `read` (each by itself), `decide` (all together), `settle` (each again). Where no text is
tagged, little is decided together: what becomes of an article is foreseen in the first, and seldom worked on again.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, repeat
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from dateline import cache as work
from dateline import duplicates
from dateline.articles import places
from dateline.articles.changes import article_path
from dateline.articles.material import Material
from dateline.articles.reach import Reach
from dateline.articles.results import Results
from dateline.articles.single import Alone, Trail, Verdict, foreseen
from dateline.duplicates import Overlap
from dateline.model import Entry
from dateline.tagging import Trace
from dateline.workers.demand import Lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dateline.articles.material import Item
    from dateline.articles.results import Stores
    from dateline.articles.single import Desk, Outcome
    from dateline.model import Problem, Tag
    from dateline.shelf import Shelf, Slot
    from dateline.tagging import Reading
    from dateline.tools.folder import Folder
    from dateline.tools.progress import Progress
    from dateline.workers import Workers

T = TypeVar("T")
unpacked = msgspec.msgpack.Decoder(Trail).decode  # a trail; most are held packed, and so is the trace in each
_TRACE = msgspec.msgpack.Decoder(Trace)
TOGETHER = 16  # articles that are read at once, each in three quarters of the time; more make it no quicker


class Decided(NamedTuple):
    """What the corpus decided of the people of one article."""

    people: bytes = b""  # whom figures mean, packed
    said: str = ""  # digest of what the site's own vocabulary says of them


class Passes:
    """One run over the corpus. The lists are in the order of `live`."""

    def __init__(self, folder: Folder, desk: Desk, live: Sequence[Slot], standing: Shelf, stores: Stores) -> None:
        self.material = Material(folder, standing, stores.cache, stores.desk)
        self.desk = desk
        self.live = live
        self.standing = standing
        self.stores = stores
        self.results = Results(live, standing, stores, Reach(folder, desk.own, standing.places, stores.cache))
        self.trails: list[bytes] = [b""] * len(live)  # packed
        self.people: Sequence[Decided] = ()  # of each article; none where no text is tagged
        self.addresses: list[str] = []
        self.rivals: frozenset[str] = frozenset()  # paths of articles that seem to say the same, or want one address
        self.who = ""  # key of what is decided of people
        self.foreseen: dict[int, Verdict] = {}  # what must be decided of an article for what was found to be so

    def read(self, progress: Progress, workers: Workers) -> None:
        """Let each article say what it says by itself."""
        self.results.begin(progress, workers)
        lacking = []
        for number, (slot, key) in enumerate(zip(self.live, self.results.keys, strict=True)):
            kept = self.standing.kept.get(slot.path)
            if kept and kept.read == key:
                self.trails[number] = kept.trail
            else:
                lacking.append(number)
        found = self.stores.desk.find([_trail_key(self.results.keys[number]) for number in lacking], bytes)
        for number, packed in zip(list(lacking), found, strict=True):
            self.trails[number] = packed or b""
        lacking = [number for number in lacking if not self.trails[number]]
        if self.desk.tags_texts:
            self._work(lacking, progress, workers)
        else:
            self._foresee(lacking, progress, workers)

    def _work(self, numbers: Sequence[int], progress: Progress, workers: Workers) -> None:
        for number, (alone, trail) in self._each("Tagging", self.desk.read, numbers, progress, workers):
            self.stores.desk.put(self.results.keys[number], alone)
            self.stores.desk.put(_trail_key(self.results.keys[number]), msgspec.msgpack.encode(trail))
            self.trails[number] = trail

    def _foresee(self, numbers: Sequence[int], progress: Progress, workers: Workers) -> None:
        """What becomes of the articles as far as they alone have a say; `settle` sees whether it does."""
        for number, (outcome, trail) in self._each("Taking in", self.desk.foresee, numbers, progress, workers):
            self.trails[number] = trail
            self.foreseen[number] = foreseen(unpacked(trail))
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

    def decide(self) -> Iterator[Problem]:
        """Let all together say who is who and which page stands where; what is wrong between them."""
        trails = [unpacked(packed) for packed in self.trails]
        if self.desk.tags_texts:
            self.people = self._who([trail.people for trail in trails])
        claims = [trail.claim for trail in trails]
        texts = [
            duplicates.Text(article_path(slot.path), trail.sample, trail.seed, trail.record)
            for slot, trail in zip(self.live, trails, strict=True)
        ]
        self.addresses = places.assign(self.live, claims)
        yield from places.clashes(self.live, claims, self.addresses)
        compare = duplicates.comparing(self._body)

        def compared(one: int, other: int) -> Overlap:
            key = work.key("overlap", trails[one].body, trails[other].body)
            return self.stores.cache.get(key, Overlap, lambda: compare(one, other))

        samples = [text.sample for text in texts]  # which most edits leave as they are
        key = work.key("similar", work.program(), samples)
        similar = self.stores.cache.get(key, tuple[tuple[int, int], ...], lambda: tuple(duplicates.seeming(samples)))
        wanted = Counter(claim.wish.address for claim in claims)
        contested = (
            number for number, each in enumerate(claims) if wanted[each.wish.address] > 1 or places.hides(each)
        )
        self.rivals = frozenset(self.live[number].path for number in chain(contested, *similar))
        yield from duplicates.problems(texts, compared, similar)

    def stand(self, verdicts: Sequence[Verdict]) -> None:
        """Instead of `decide`: these articles are not all, and what was decided for them stands."""
        self.addresses = [verdict.address for verdict in verdicts]
        self.people = [Decided(verdict.people, verdict.said) for verdict in verdicts]
        self.results.others_stand()

    def _who(self, traces: Sequence[bytes]) -> Sequence[Decided]:
        """Whom figures mean hangs on the traces of all articles, which are packed; most edits change none of them."""
        self.who = work.key("who", self.stores.version, list(map(work.digest, traces)))
        return self.stores.cache.get(self.who, tuple[Decided, ...], lambda: tuple(self._decided(traces)))

    def _decided(self, traces: Sequence[bytes]) -> Iterator[Decided]:
        each = Lazy(len(traces), lambda number: _TRACE.decode(traces[number]))
        people, own = self.desk.tagger.people(each), self.desk.own
        for who in map(people.who, each):
            yield Decided(msgspec.msgpack.encode(who), own.of([one.name for _, one in who]) if own.whole else "")

    def _body(self, number: int) -> str:
        kept = self.standing.kept.get(self.live[number].path)
        if kept and kept.read == self.results.keys[number]:
            (entry,) = self.stores.cache.find([kept.settled], Entry)
            if entry:
                return entry.article.body
        return self._alone(number).merged.article.body

    def _alone(self, number: int) -> Alone:
        (found,) = self.stores.desk.find([self.results.keys[number]], Alone)
        return found or msgspec.msgpack.decode(self._read_one(number), type=Alone)

    def _read_one(self, number: int) -> bytes:
        [(alone, _)] = self.desk.read(self.material.of([self.live[number]]))
        return alone

    def _verdicts(self) -> Iterator[Verdict]:
        people = self.people or repeat(Decided(), len(self.live))
        return (Verdict(address, *decided) for address, decided in zip(self.addresses, people, strict=True))

    def settle(self, progress: Progress, workers: Workers) -> None:
        """Let each article become what it is now."""
        verdicts = {  # of those on which there is work to do
            number: verdict
            for number, verdict in enumerate(self._verdicts())
            if self.foreseen.get(number) != verdict and not self.results.stands(number, verdict)
        }
        lacking = list(verdicts)
        self._work([number for number in lacking if not self._on_desk(number)], progress, workers)

        def several(places: Sequence[int]) -> list[tuple[bytes, Verdict]]:
            numbers = [lacking[place] for place in places]
            halves = self.stores.desk.fetch([self.results.keys[number] for number in numbers])
            return [(halves.get(self.results.keys[each]) or self._read_one(each), verdicts[each]) for each in numbers]

        items = Lazy(len(lacking), lambda place: several([place])[0], several)
        made = progress.watch("Finding quotes", workers.map(self.desk.settle, items), len(lacking))
        for number, outcome in zip(lacking, made, strict=True):
            self._keep(number, verdicts[number], outcome)
        self.results.close()

    def _on_desk(self, number: int) -> bool:
        return self.results.keys[number] in self.stores.desk

    def _keep(self, number: int, verdict: Verdict, outcome: Outcome) -> None:
        torn = self.live[number].path in self.material.torn
        self.results.keep(number, verdict, outcome, self.trails[number], torn=torn)

    def readings(self, progress: Progress, workers: Workers) -> list[tuple[Reading, tuple[Tag, ...]]]:
        """What was read in each article, and what the machine makes of it before any person's hand."""
        numbers = range(len(self.live))
        self._work([number for number in numbers if not self._on_desk(number)], progress, workers)
        each = zip(map(self._alone, numbers), self._verdicts(), strict=True)
        return [(alone.reading, self.desk.tags(alone, verdict)) for alone, verdict in each]


def _trail_key(key: str) -> str:
    return f"{key} trail"
