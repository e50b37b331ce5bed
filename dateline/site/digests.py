"""Library -> digests of its articles and subjects, of which the inputs of pages are put together; each made once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dateline.site.planned import digest, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.cards import Key
    from dateline.library import Item, Library


class Digests:
    """What pages say of articles and subjects, as digests.

    faces: of a subject, all that a link to it says.
    rows: of an article by its number, all that it says itself, and the faces of its tags as lists order them.
    links: of an article, what a link to it says: its title, address and date.
    sizes: of a subject, how many articles it has.
    places: of an article, what counts and charts take of it: address, date and tags.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self.faces: Mapping[Key, bytes] = {
            subject.key: digest(subject.facet, subject.name, subject.slug, subject.code)
            for subjects in library.subjects.values()
            for subject in subjects.values()
        }
        self.sizes: Mapping[Key, int] = {
            subject.key: len(subject.items) for subjects in library.subjects.values() for subject in subjects.values()
        }
        self.links: Sequence[bytes] = [digest(item.title, item.address, item.when) for item in library.items]
        self.rows: Sequence[bytes] = [joined(item.own + self._tags(item)) for item in library.items]
        self.places: Sequence[bytes] = [
            digest(item.address, item.when, b"".join([self.faces[key] for key in item.keys])) for item in library.items
        ]

    def _tags(self, item: Item) -> bytes:
        """A row shows the rarest topics first, so their order counts too (`Parts._telling`)."""
        topics = [key for key in item.keys if key[0] == "topics"]
        topics.sort(key=self.sizes.__getitem__)
        return b"".join([self.faces[key] for key in (*item.keys, *topics)])

    def row(self, item: Item) -> bytes:
        return self.rows[item.number]

    def link(self, item: Item | None) -> bytes:
        return self.links[item.number] if item else b""

    def face(self, key: Key) -> bytes:
        return self.faces[key]

    def group(self, items: Iterable[Item]) -> bytes:
        """Everything that a list of these articles can say, in this order."""
        rows = self.rows
        return joined(b"".join([rows[item.number] for item in items]))

    @cached_property
    def whole(self) -> bytes:
        """Everything that all articles say."""
        return digest(b"".join(self.rows))

    @cached_property
    def shape(self) -> bytes:
        """Dates and tags of all articles: whatever is counted, ranked, drawn, paired or found to be related."""
        return digest(b"".join(self.places))

    @cached_property
    def topics(self) -> bytes:
        """Which topics the corpus has."""
        return digest([self.faces["topics", name] for name in sorted(self.library.subjects["topics"])])
