"""An article and the machine's tags -> the lists of its file, and its Entry: the tags that those lists name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline.model import TAG_FACETS, Entry, Tag
from dateline.plaintext import mask, readable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.articles.changes import Files
    from dateline.ledger import Ledger
    from dateline.model import Article, Facet, Mention, Quote
    from dateline.reconcile import Merged
    from dateline.vocabulary import Country, Person, Topic, Vocabulary


def names(tags: Sequence[Tag]) -> dict[str, list[str]]:
    """The lists of an article that has these tags."""
    return {facet: [tag.name for tag in tags if tag.facet == facet] for facet in TAG_FACETS}


def named(words: Vocabulary, article: Article) -> tuple[Tag, ...]:
    """The lists of an article as tags, where no text is read for them."""
    return tuple(_named(words, facet, name) for facet in TAG_FACETS for name in getattr(article, facet))


def _named(words: Vocabulary, facet: Facet, name: str) -> Tag:
    """A tag that no text names; known countries and topics have their codes."""
    known = {"countries": words.countries, "topics": words.topics}
    return Tag(facet, name, getattr(known.get(facet, {}).get(name), "code", ""))


def other_names(words: Vocabulary, tags: Sequence[Tag], name: str) -> set[str]:
    """What the vocabulary and the text itself call what the machine gives that name; a topic's cues are no names."""
    so_named = (tag for tag in tags if tag.name == name and tag.facet != "topics")
    written = {mention.text for tag in so_named for mention in tag.mentions}
    known: tuple[Mapping[str, Person | Country | Topic], ...] = (words.people, words.countries, words.topics)
    return written.union(*(entry.also for entries in known if (entry := entries.get(name))))


def entry_of(words: Vocabulary, files: Files, merged: Merged, memory: Ledger, machine: Sequence[Tag]) -> Entry:
    """The tags that the article's lists name: the machine's with their mentions, the person's as such."""
    article = merged.article
    known = {(tag.facet, tag.name): tag for tag in machine}
    tags: list[Tag] = []
    for facet in TAG_FACETS:
        by_hand = merged.added.get(facet, ())
        for name in getattr(article, facet):
            tag = known.get((facet, name)) or _named(words, facet, name)
            tags.append(replace(tag, by="person") if name in by_hand else tag)
    return Entry(
        article=article,
        path=files.path,
        address=memory.address,
        tags=tuple(tags),
        evidence=memory.evidence,
        set_aside=memory.set_aside,
        sha256=memory.sha256,
        by_person=merged.by_person,
        formerly=memory.formerly,
        removed=merged.removed,
    )


def quoted(entry: Entry) -> tuple[Quote, ...]:
    """Who says what in it, by its tags."""
    from dateline import quotes  # here: many sites leave quotes out, and many builds have no text to read

    body = entry.article.body
    found = quotes.read(mask(body), _people(entry), entry.article.language or "en")
    return tuple(replace(quote, text=readable(body, quote.start, quote.end)) for quote in found)


def _people(entry: Entry) -> list[Mention]:
    return [mention for tag in entry.tags if tag.facet == "people" for mention in tag.mentions]
