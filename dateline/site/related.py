"""An article -> the articles that share its rarest tags, each with the reason."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from dateline.library import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.library import Item, Key, Library

SHOWN = 3
PER_TAG = 24  # candidates that one tag brings: its articles nearest in time
REASONS = 4


def related(library: Library, item: Item) -> list[tuple[Item, Sequence[Key]]]:
    """The articles that share most with this one, best first, with the tags that they share, rarest first.

    A tag counts by its rarity: log of all articles over those that have it, plus one so that even a tag that
    every article has decides between equals. Sources do not count: an outlet is not a subject.
    """
    own = [key for key in item.keys if key[0] != "sources"]
    candidates: dict[int, Item] = {}
    for key in own:
        for other in nearest(library.subject(key).items, item.number, PER_TAG):
            if other.number != item.number:
                candidates[other.number] = other
    total = len(library.items)
    weight = {key: log((total + 1) / len(library.subject(key).items)) for key in own}
    scored = []
    for other in candidates.values():
        shared = [key for key in own if key in other.keys]
        distance = abs(other.number - item.number)
        scored.append((-sum(weight[key] for key in shared), distance, other.number, other, shared))
    scored.sort(key=lambda entry: entry[:3])
    best = scored[:SHOWN]
    return [(other, sorted(shared, key=lambda key: (-weight[key], key))[:REASONS]) for *_, other, shared in best]
