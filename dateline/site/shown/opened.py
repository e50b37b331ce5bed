"""An article in its place -> what its page and the files beside it say, put together once for all of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.cards import sayings

if TYPE_CHECKING:
    from dateline.cards import Saying
    from dateline.library import Item
    from dateline.model import Entry, Tag
    from dateline.site.shown.parts import Parts

WORDINGS = 12  # of a tag, at most


class Basis(Struct, frozen=True):
    """What a tag rests on."""

    tag: Tag
    wordings: tuple[tuple[str, int], ...]  # the words that stand for it and how often, most frequent first
    rules: tuple[str, ...]  # by name, in the order of its mentions


class Opened(Struct, frozen=True):
    """An article with all that is known of it."""

    item: Item
    entry: Entry
    tags: tuple[Basis, ...]
    sayings: tuple[Saying, ...]  # who says what
    records: tuple[str, ...]  # what cites it, in each of `citing.FORMATS`; none where the site has no citations


def open_up(parts: Parts, item: Item) -> Opened:
    """It may have to be fetched."""
    entry = item.entry
    records = parts.records.of(item) if parts.config.has("citations") else ()
    return Opened(item, entry, tuple([_basis(tag) for tag in entry.tags]), sayings(entry), records)


def _basis(tag: Tag) -> Basis:
    words = [" ".join(mention.text.split()) for mention in tag.mentions]
    wordings = Counter(words).most_common(WORDINGS) if words else ()  # lists that a person wrote rest on no words
    rules = dict.fromkeys([mention.rule for mention in tag.mentions if mention.rule])
    if tag.rule:
        rules[tag.rule] = None
    return Basis(tag, tuple(wordings), tuple(rules))
