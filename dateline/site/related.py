"""Articles -> for each the articles that share its rarest tags, and which tags those are."""

from __future__ import annotations

from bisect import bisect_left
from heapq import nlargest
from itertools import islice
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.cards import Key
    from dateline.library import Item, Library

SHOWN = 3
PER_TAG = 24  # candidates that one tag brings: its articles nearest in time
REASONS = 4
FINE = 1e9  # weights are whole numbers of this part, so that their sum does not hang on the order


def related(library: Library, items: Iterable[Item]) -> Iterator[tuple[int, ...]]:
    """For each of the items, the numbers of the articles that share most with it, best first.

    A tag counts by its rarity: log of all articles over those that have it, plus one so that even a tag that
    every article has decides between equals. Sources do not count: an outlet is not a subject. It hangs on nothing
    but the tags of all articles and their order.
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
        least = min(nlargest(SHOWN, found), default=0)
        best = sorted([(-n, abs(other - number), other) for n, other in zip(found, near, strict=True) if n >= least])
        yield tuple([other for _, _, other in best[:SHOWN]])


def shared(tags: Sequence[Key], other: Item) -> list[Key]:
    """The first of an article's tags that another has too; `tags`: the rarest first."""
    return list(islice(filter(frozenset(other.keys[:-1]).__contains__, tags), REASONS))


def rarest(library: Library, item: Item) -> list[Key]:
    """The tags of an article, the rarest first."""
    return sorted(item.keys[:-1], key=library.rarity.__getitem__)


def _numbered(library: Library) -> tuple[dict[Key, int], list[Sequence[int]], list[int]]:
    """Tags as small numbers, which are quicker to compare; of each the numbers of its articles, and its weight."""
    subjects = [subject for facet, own in library.subjects.items() if facet != "sources" for subject in own.values()]
    total = len(library.items) + 1
    return (
        {subject.key: place for place, subject in enumerate(subjects)},
        [subject.numbers for subject in subjects],
        [round(log(total / len(subject.items)) * FINE) for subject in subjects],
    )


def _nearest(numbers: Sequence[int], number: int) -> Sequence[int]:
    """At most PER_TAG of the numbers, those that stand closest in the order of time."""
    if len(numbers) <= PER_TAG:
        return numbers
    start = min(max(0, bisect_left(numbers, number) - PER_TAG // 2), len(numbers) - PER_TAG)
    return numbers[start : start + PER_TAG]
