"""An article -> the ways on from it: earlier and later in the archive, and in the story of each of its tags."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dateline.model import TAG_FACETS
from dateline.site.relating.related import rarest, shared, told_apart
from dateline.site.views import Neighbours, Related, Within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.library import Item, Key
    from dateline.site.shown.parts import Parts


def beside(parts: Parts, item: Item) -> tuple[Item | None, Item | None]:
    """The articles before and after this one, each among its like: those that have a date, or those that have none."""
    items = parts.library.items
    earlier = items[item.number - 1] if item.number else None
    later = items[item.number + 1] if item.number + 1 < len(items) else None
    dated = bool(item.when)
    return (
        earlier if earlier and bool(earlier.when) == dated else None,
        later if later and bool(later.when) == dated else None,
    )


def stories(parts: Parts, item: Item) -> Iterator[tuple[Key, Item | None, Item | None]]:
    """The dated articles before and after this one within each of its people, countries and topics."""
    if not item.when or not parts.config.has("related"):
        return
    for key in item.keys:
        if key[0] in TAG_FACETS:
            subject = parts.library.subject(key)
            items, at = subject.items, bisect_left(subject.numbers, item.number)
            earlier = items[at - 1] if at else None
            later = items[at + 1] if at + 1 < len(items) and items[at + 1].when else None
            yield key, earlier, later


def within(parts: Parts, item: Item) -> tuple[Within, ...]:
    """The way on in the stories of its tags, where it is not the one of the archive."""
    plain = (None, *beside(parts, item))
    return tuple(
        Within(parts.tag(key), neighbours(parts, earlier, later))
        for key, earlier, later in stories(parts, item)
        if not (earlier in plain and later in plain)
    )


def neighbours(parts: Parts, earlier: Item | None, later: Item | None) -> Neighbours:
    if not any(item.when for item in (earlier, later) if item):
        links = [parts.link(item) if item else None for item in (earlier, later)]
        return Neighbours(earlier=links[0], later=links[1], by_time=False)
    return Neighbours(
        parts.link(earlier) if earlier else None,
        parts.language.date(earlier.when) if earlier else "",
        parts.link(later) if later else None,
        parts.language.date(later.when) if later else "",
    )


def related(parts: Parts, item: Item) -> tuple[Related, ...]:
    """The articles that share most with this one, each with the reason."""
    numbers = told_apart(parts.library, parts.related[item.number])
    tags = rarest(parts.library, item) if numbers else ()
    return tuple([_related(parts, parts.library.items[number], tags) for number in numbers])


def _related(parts: Parts, other: Item, tags: Sequence[Key]) -> Related:
    """Another article, and which of these tags it shares."""
    names = ", ".join([parts.name(key) for key in shared(tags, other)])
    reason = parts.language.text("Shares %(tags)s", tags=names)
    return Related(parts.row(other, snippet=False, tags=False), reason)
