"""Articles -> for each the articles that share its rarest tags, and which tags those are."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from dateline.library import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
    weights = _weights(library)
    own = [frozenset(key for key in item.keys if key[0] != "sources") for item in library.items]
    for item in items:
        tags = own[item.number]
        near = {other.number for key in tags for other in nearest(library.subject(key).items, item.number, PER_TAG)}
        near.discard(item.number)
        scored = [
            (-sum([weights[key] for key in tags & own[number]]), abs(number - item.number), number) for number in near
        ]
        scored.sort()
        yield tuple(number for _, _, number in scored[:SHOWN])


def shared(library: Library, item: Item, other: Item) -> list[Key]:
    """The tags that two articles have in common, the rarest first."""
    return [key for key in rarest(library, item) if key in other.keys][:REASONS]


def rarest(library: Library, item: Item) -> list[Key]:
    """The tags of an article, the rarest first."""
    keys = [key for key in item.keys if key[0] != "sources"]
    return sorted(keys, key=lambda key: (len(library.subject(key).items), key))


def _weights(library: Library) -> Mapping[Key, int]:
    total = len(library.items) + 1
    return {
        subject.key: round(log(total / len(subject.items)) * FINE)
        for facet in library.subjects.values()
        for subject in facet.values()
    }
