"""Articles -> for each the articles that share its rarest tags, and which tags those are.

What was found for one article stands when others come: how rare a tag is counts in steps, which seldom change, and of
each tag only the articles nearest in time are looked at. So after an edit few are looked for again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence  # noqa: TC003  msgspec reads the types at run time
from functools import cache
from heapq import nlargest
from itertools import islice, repeat
from math import log2
from typing import TYPE_CHECKING

from msgspec import Struct, field

from dateline.cards import Key  # noqa: TC001  msgspec reads the types at run time
from dateline.site.planned import SIZE, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dateline.library import Item, Library, Subject

    Finder = Callable[[Sequence[int]], Iterable[tuple[int, ...]]]  # numbers of articles -> the relations of each

SHOWN = 3
FOUND = 8  # of which those are shown that tell different things
PER_TAG = 24  # candidates that one tag brings: its articles nearest in time
REASONS = 4
STEPS = 8  # of rarity, until a tag is half as rare


class Relations(Struct, frozen=True, array_like=True):
    """The related articles of each article, and all that they hang on."""

    ground: str = ""  # what else they are found by: the program
    found: Sequence[tuple[int, ...]] = ()  # their numbers, by the number of the article
    tags: bytes = b""  # digest of each article's tags, one behind the other
    sizes: Mapping[Key, int] = field(default_factory=dict)  # how many articles each tag has


def relations(library: Library, last: Relations, ground: str, tags: Sequence[bytes], find: Finder) -> Relations:
    """Of all articles. `last`: as they were; `tags`: of each article, as digests; `find`: asked for those of some."""
    said, count = b"".join(map(joined, tags)), len(library.items)
    lacking = sorted(_other(library, last, said)) if last.ground == ground else range(count)
    found = [*last.found[:count], *repeat((), count - len(last.found))]
    for number, own in zip(lacking, find(lacking), strict=True):
        found[number] = own
    return Relations(ground, found, said, {subject.key: len(subject.numbers) for subject in _subjects(library)})


def _other(library: Library, last: Relations, tags: bytes) -> set[int]:
    """The articles whose relations may be other ones than they were.

    Those from the first on whose tags are not those that stood in its place; those with a tag that is rarer or more
    frequent by a step; and those to which a tag brought, or brings, an article that comes after that first one.
    """
    count, before = len(library.items), len(last.found)
    if _step(count + 1) != _step(before + 1):
        return set(range(count))
    most = min(count, before) * SIZE
    first = next((at for at in range(0, most, SIZE) if tags[at : at + SIZE] != last.tags[at : at + SIZE]), most) // SIZE
    other = set(range(first, count))
    for subject in _subjects(library):
        numbers, had = subject.numbers, last.sizes.get(subject.key, 0)
        if had and _step(had) != _step(len(numbers)):
            other.update(numbers)
            continue
        early = bisect_left(numbers, first)  # so many of its articles stand where they stood
        if early < max(len(numbers), had):
            other.update(numbers[early - PER_TAG // 2 + 1 : early] if early >= PER_TAG else numbers[:early])
    return other


def related(library: Library, items: Iterable[Item]) -> Iterator[tuple[int, ...]]:
    """For each of the items, the numbers of the articles that share most with it, best first.

    A tag counts by its rarity: how often all articles are to be halved until there are as many as have it, in steps,
    plus one so that even a tag that every article has decides between equals. Sources do not count: an outlet is not
    a subject. It hangs on nothing but the tags of all articles and their order.
    """
    places, holders, weights = _numbered(library)
    own = [frozenset([places[key] for key in item.keys if key in places]) for item in library.items]
    weight = weights.__getitem__
    for item in items:
        number, tags = item.number, own[item.number]
        near: set[int] = set()
        for tag in tags:
            near.update(_nearest(holders[tag], number))
        near.discard(number)
        found = [sum(map(weight, tags & own[other])) for other in near]
        least = min(nlargest(FOUND, found), default=0)
        best = sorted([(-n, abs(other - number), other) for n, other in zip(found, near, strict=True) if n >= least])
        yield tuple([other for _, _, other in best[:FOUND]])


def told_apart(library: Library, numbers: Sequence[int]) -> list[int]:
    """Those of related articles that are shown: of one headline the first alone, as long as others are left.

    A story that ten papers print would be related to nothing but itself.
    """
    front = numbers[:SHOWN]
    if len({library.items[number].title.casefold() for number in front}) == len(front):  # nearly always
        return [*front]
    seen: set[str] = set()
    first: list[int] = []
    again: list[int] = []
    for number in numbers:
        title = library.items[number].title.casefold()
        (again if title in seen else first).append(number)
        seen.add(title)
    chosen = {*first[:SHOWN], *again[: max(0, SHOWN - len(first))]}
    return [number for number in numbers if number in chosen]


def shared(tags: Sequence[Key], other: Item) -> list[Key]:
    """The first of an article's tags that another has too; `tags`: the rarest first."""
    return list(islice(filter(frozenset(other.keys[:-1]).__contains__, tags), REASONS))


def rarest(library: Library, item: Item) -> list[Key]:
    """The tags of an article, the rarest first."""
    return sorted(item.keys[:-1], key=library.rarity.__getitem__)


def _subjects(library: Library) -> list[Subject]:
    """All that relate."""
    return [subject for facet, own in library.subjects.items() if facet != "sources" for subject in own.values()]


def _numbered(library: Library) -> tuple[dict[Key, int], list[Sequence[int]], list[int]]:
    """Tags as small numbers, which are quicker to compare; of each the numbers of its articles, and its weight."""
    subjects, rarest = _subjects(library), _step(len(library.items) + 1)
    return (
        {subject.key: place for place, subject in enumerate(subjects)},
        [subject.numbers for subject in subjects],
        [1 + rarest - _step(len(subject.numbers)) for subject in subjects],
    )


@cache
def _step(articles: int) -> int:
    return round(STEPS * log2(articles))


def _nearest(numbers: Sequence[int], number: int) -> Sequence[int]:
    """At most PER_TAG of the numbers, those that stand closest in the order of time."""
    if len(numbers) <= PER_TAG:
        return numbers
    start = min(max(0, bisect_left(numbers, number) - PER_TAG // 2), len(numbers) - PER_TAG)
    return numbers[start : start + PER_TAG]
