"""What the machine now thinks + what the file says + what the machine wrote last -> what the file shall say.

The promise to the person who curates: edit anything, your edit stays. A field that still has the value that the machine
wrote last is the machine's, and follows it; any other is the person's. Tag lists are merged as sets.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping  # noqa: TC003  the cache reads these types at run time
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from dateline.content.fields import value_of, with_value
from dateline.ledger import Value  # noqa: TC001  likewise
from dateline.model import TAG_FACETS, Article

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from dateline.ledger import Ledger

FIELDS = (
    "title", "title_derived", "date", "place", "source", "author", "section", "language", "summary",
    "url", "image_credit", "seed", "record",
)  # fmt: skip


class Merged(Struct, frozen=True, array_like=True):
    """An article as its file shall say it, and what the ledger shall remember of it."""

    article: Article
    wrote: Mapping[str, Value | None]
    by_person: frozenset[str]  # fields whose value, or a part of it, is a person's
    added: Mapping[str, list[str]] = field(default_factory=dict)  # facet -> names that a person put in
    removed: Mapping[str, list[str]] = field(default_factory=dict)  # facet -> names that a person took away


def merge_fields(
    draft: Article | None, current: Article | None, stated: frozenset[str], ledger: Ledger | None
) -> Merged:
    """Merge everything but the tags. One of `draft` and `current` is there.

    draft: what the normaliser makes of the seed now; None where there is no seed. current: what the file says; None
    where there is no file yet. stated: the keys that the file has. ledger: None where none was ever written, or it was
    lost; then all that the file says is a person's.
    """
    if current is None:
        if draft is None:
            raise ValueError("neither a draft nor a file")
        return Merged(draft, {**_values(draft), "body": body_digest(draft)}, frozenset())
    wrote: dict[str, Value | None] = dict(ledger.wrote) if ledger else {}
    if ledger is None and draft is not None:
        wrote |= dict.fromkeys((name for name in FIELDS if name in stated), None)
    article, mine = current, set()
    for name in FIELDS:
        have = value_of(current, name)
        if have != wrote.get(name, _empty(have)):
            mine.add(name)
            wrote[name] = wrote.get(name) or None  # where nothing was written, emptying it again is a deed too
        elif draft is not None:
            article = with_value(article, name, value_of(draft, name))
            wrote[name] = value_of(draft, name)
    if "body" not in wrote or ledger is None or wrote["body"] != body_digest(current):
        mine.add("body")
    elif draft is not None:
        article = replace(article, body=draft.body)
        wrote["body"] = body_digest(draft)
    if "title" in mine and "title_derived" not in mine:
        article = replace(article, title_derived=False)
        wrote["title_derived"] = ""
    empty = [name for name in FIELDS if name in wrote and wrote[name] in ("", [])]
    return Merged(article, {name: value for name, value in wrote.items() if name not in empty}, frozenset(mine))


def merge_tags(
    merged: Merged,
    machine: Mapping[str, Sequence[str]] | None,
    stated: frozenset[str],
    ledger: Ledger | None,
    also: Callable[[str], Collection[str]] = lambda _: (),
) -> Merged:
    """Merge the tag lists: what a person added stays added, what a person took away stays away.

    machine: facet -> names, strongest first; None where nothing is read for tags: then all lists stay as they are, and
    none is remembered that was not before. stated: the keys that the file has; empty for a new article. also: name ->
    the others that its bearer goes by. Who was taken away under one of them does not come back under another.
    """
    article, wrote, mine = merged.article, dict(merged.wrote), set(merged.by_person)
    added: dict[str, list[str]] = {}
    removed: dict[str, list[str]] = {}
    for facet in TAG_FACETS:
        current, remembered = getattr(article, facet), wrote.get(facet)
        thinks = machine.get(facet, ()) if machine is not None else remembered or ()
        if remembered is None and facet in stated and current:  # a list that no machine has written
            before = Hand([], [name for name in thinks if name not in current])
        else:
            before = Hand(*((ledger.added.get(facet, []), ledger.removed.get(facet, [])) if ledger else ([], [])))
        names, hand = merge_list(current, remembered or (), thinks, before)
        if hand.removed:
            names = [name for name in names if name in current or not {*hand.removed} & {*also(name)}]
        if hand.added or hand.removed:
            mine.add(facet)
        added |= {facet: hand.added} if hand.added else {}
        removed |= {facet: hand.removed} if hand.removed else {}
        article = with_value(article, facet, names)
        if machine is not None or remembered is not None:
            wrote[facet] = names
    return Merged(article, wrote, frozenset(mine), added, removed)


class Hand(Struct, frozen=True):
    """What a person has done to one list so far."""

    added: list[str]
    removed: list[str]


def merge_list(
    current: Sequence[str], wrote: Sequence[str], machine: Sequence[str], before: Hand
) -> tuple[list[str], Hand]:
    """One list -> (what the file shall say, what the person has now done to it).

    What the file says beyond what was last written, the person added; what it lacks of that, the person took away;
    the later deed counts. The list is then (machine + added) - removed, in the order of the file, new names last; an
    untouched list has the machine's order.
    """
    newly = [name for name in current if name not in wrote]
    gone = [name for name in wrote if name not in current]
    added = [name for name in (*before.added, *newly) if name not in gone]
    removed = [name for name in (*before.removed, *gone) if name not in newly]
    hand = Hand(list(dict.fromkeys(added)), list(dict.fromkeys(removed)))
    wanted = {*machine, *added} - {*removed}
    untouched = list(current) == list(wrote) and not (added or removed)
    kept = [] if untouched else [name for name in current if name in wanted]
    return kept + [name for name in (*machine, *hand.added) if name in wanted and name not in kept], hand


def body_digest(article: Article) -> str:
    """SHA-256 of an article's body."""
    return hashlib.sha256(article.body.encode("utf-8")).hexdigest()


def _values(article: Article) -> dict[str, Value]:
    return {name: value_of(article, name) for name in FIELDS if value_of(article, name)}


def _empty(value: Value) -> Value:
    return [] if isinstance(value, list) else ""
