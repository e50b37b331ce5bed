"""What the machine now thinks + what the file says + what the machine wrote last -> what the file shall say.

The promise to the person who curates: edit anything, your edit stays. A field that still has the value that the machine
wrote last is the machine's, and follows it; any other is the person's. Tag lists are merged as sets.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.content.fields import value_of, with_value
from dateline.model import TAG_FACETS, Article

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.ledger import Ledger, Value

FIELDS = (
    "title", "title_derived", "date", "place", "source", "author", "section", "language", "summary",
    "url", "image_credit", "seed", "record",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Merged:
    """An article as its file shall say it, and what the ledger shall remember of it."""

    article: Article
    wrote: Mapping[str, Value]
    by_person: frozenset[str]  # fields whose value, or a part of it, is a person's


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
    wrote: dict[str, Value] = dict(ledger.wrote) if ledger else {}
    article, mine = current, set()
    for name in FIELDS:
        have = value_of(current, name)
        is_machines = have == wrote.get(name, _empty(have)) and (ledger is not None or name not in stated)
        if not is_machines:
            mine.add(name)
        elif draft is not None:
            article = with_value(article, name, value_of(draft, name))
            wrote[name] = value_of(draft, name)
    if ledger is None or wrote.get("body") != body_digest(current):
        mine.add("body")
    elif draft is not None:
        article = replace(article, body=draft.body)
        wrote["body"] = body_digest(draft)
    if "title" in mine and "title_derived" not in mine:
        article = replace(article, title_derived=False)
        wrote["title_derived"] = ""
    return Merged(article, wrote, frozenset(mine))


def merge_tags(merged: Merged, machine: Mapping[str, Sequence[str]], stated: frozenset[str]) -> Merged:
    """Merge the tag lists: what a person added stays added, what a person took away stays away.

    machine: facet -> names, strongest first. stated: the keys that the file has; empty for a new article.
    """
    article, wrote, mine = merged.article, dict(merged.wrote), set(merged.by_person)
    for facet in TAG_FACETS:
        current = getattr(article, facet)
        remembered = wrote.get(facet)
        if remembered is None and facet in stated and current:  # a list that no machine has written
            remembered = [name for name in machine.get(facet, ()) if name not in current]
        names, base = merge_list(current, remembered or (), machine.get(facet, ()))
        if set(names) ^ set(base):
            mine.add(facet)
        article = with_value(article, facet, names)
        wrote[facet] = base
    return Merged(article, wrote, frozenset(mine))


def merge_list(current: Sequence[str], wrote: Sequence[str], machine: Sequence[str]) -> tuple[list[str], list[str]]:
    """One list -> (what the file shall say, what the ledger shall remember).

    added = current - wrote; removed = wrote - current; the list becomes (machine + added) - removed. The memory becomes
    (machine - added) + removed, from which the next run reads the same two sets again, whatever the machine thinks.
    """
    if list(current) == list(wrote):
        return list(machine), list(machine)
    added = [name for name in current if name not in wrote]
    removed = [name for name in wrote if name not in current]
    wanted = {*machine, *added}
    kept = [name for name in current if name in wanted]
    names = kept + [name for name in machine if name not in kept and name not in removed]
    base = [name for name in machine if name not in added]
    return names, base + [name for name in removed if name not in base]


def body_digest(article: Article) -> str:
    """SHA-256 of an article's body."""
    return hashlib.sha256(article.body.encode("utf-8")).hexdigest()


def _values(article: Article) -> dict[str, Value]:
    return {name: value_of(article, name) for name in FIELDS if value_of(article, name)}


def _empty(value: Value) -> Value:
    return [] if isinstance(value, list) else ""
