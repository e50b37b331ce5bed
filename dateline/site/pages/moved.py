"""Library -> a page at every address that an article had before; it leads to where the article is now.

The same for the pages of people, countries and topics whose names the site's vocabulary has put together, or changed.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dateline.addresses import is_sound, slugify
from dateline.site.planned import Planned
from dateline.site.shown.parts import head
from dateline.site.views import Link, Moved, Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dateline.model import Facet
    from dateline.site.shown.parts import Parts
    from dateline.vocabulary import Country, Person, Topic, Vocabulary


def moved(parts: Parts) -> Iterator[Planned]:
    """Of two articles that had one address, the older one's reader is led on; an address in use stays in use."""
    taken = {item.address for item in parts.library.items}
    for item in parts.library.items:
        for address in item.formerly:
            if address not in taken and is_sound(address):
                taken.add(address)
                yield Planned(address, parts.digests.link(item), partial(_page, parts, address, parts.link(item)))


def renamed(parts: Parts) -> Iterator[Planned]:
    """A name that somebody bears today keeps its own page."""
    for facet, entries in _named(parts.vocabulary):
        subjects = parts.library.subjects[facet]
        taken = {subject.slug for subject in subjects.values()}
        for name, subject in subjects.items():
            for old in entries[name].formerly if name in entries else ():
                slug = slugify(old)
                if slug and slug not in taken:
                    taken.add(slug)
                    address, link = f"{facet}/{slug}/", Link(subject.name, subject.address)
                    yield Planned(address, parts.digests.faces[subject.key], partial(_page, parts, address, link))


def _named(words: Vocabulary) -> tuple[tuple[Facet, Mapping[str, Person | Country | Topic]], ...]:
    return ("people", words.people), ("countries", words.countries), ("topics", words.topics)


def _page(parts: Parts, address: str, now: Link) -> Iterator[Page]:
    said = head(parts.language.text("This page has moved"), now.text, address, index=False)
    yield Page(f"{address}index.html", "moved", Moved(head=said, here=parts.here(()), now=now))
