"""Seeds -> drafts, each made once for what it says and what all seeds say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline import cache as work
from dateline import normalise
from dateline.drafts import Drafted, drafted, whole
from dateline.model import Seed
from dateline.tools.clock import Span, is_to_come
from dateline.workers.demand import Lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.cache import Cache
    from dateline.model import When
    from dateline.tools.progress import Progress
    from dateline.workers import Workers

Asked = tuple[str, normalise.Context]  # the key of a seed, and what all seeds tell of it
_Item = tuple[str, bytes, normalise.Context]  # the key of the draft, the seed packed


def draft_all(
    asked: Sequence[Asked], cache: Cache, today: When, progress: Progress, workers: Workers
) -> tuple[list[Drafted], Span]:
    """The draft of each seed, in their order, and the days on which they are these. Of none the date is later than
    `today`."""
    program = work.program()
    keys = [work.key("normalise", program, seed, context) for seed, context in asked]
    found = list(cache.find([_held(key) for key in keys], Drafted))
    lacking = [n for n, one in enumerate(found) if one is None or not cache.has(one.key)]

    def item(place: int) -> _Item:
        number = lacking[place]
        seed, context = asked[number]
        return keys[number], cache.demand(seed), context

    made = workers.map(_draft, Lazy(len(lacking), item))
    made = progress.watch("Normalising", made, len(lacking))
    for number, (draft, packed, held) in zip(lacking, made, strict=True):
        found[number] = held
        cache.put(keys[number], draft)
        cache.put(_held(keys[number]), packed)
    cache.used.update(keys)
    drafts = [one for one in found if one]
    return [_until(one, today, cache) for one in drafts], Span.of((one.date for one in drafts), today)


def _held(key: str) -> str:
    """Under which the cache has what is held of a draft."""
    return f"{key} held"


def _draft(item: _Item) -> tuple[bytes, bytes, Drafted]:
    key, packed, context = item
    seed = msgspec.msgpack.decode(packed, type=Seed)
    draft, held = drafted(key, normalise.normalise(seed, context), seed.sha256, seed.member_sha256)
    return draft, msgspec.msgpack.encode(held), held


def _until(one: Drafted, today: When, cache: Cache) -> Drafted:
    """The same, but for a date that is still to come: then it is another draft."""
    if one.date is None or not is_to_come(one.date, today):
        return one
    undated = normalise.until(whole(cache, one), today)
    packed, held = drafted(f"{one.key} undated", undated, one.sha256, one.member_sha256)
    cache.put(held.key, packed)
    return held
