"""Library -> digests of its articles and subjects, of which the inputs of pages are put together; each made once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dateline.model import TAG_FACETS
from dateline.site.planned import SIZE, digest, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.cards import Key
    from dateline.library import Item, Library

NOTHING = bytes(SIZE)  # in place of a digest, where there is nothing


class Digests:
    """What pages say of articles and subjects, as digests.

    faces: of a subject, all that a link to it says.
    rows: of an article by its number, all that it says itself, and the faces of its tags as lists order them.
    links: of an article, what a link to it says: its title, address and date.
    sizes: of a subject, how many articles it has.
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
        self._tags: Sequence[bytes] = [self._faces(item.keys) for item in library.items]
        self.rows: Sequence[bytes] = [
            joined(item.own + tags + self._topics(item)) for item, tags in zip(library.items, self._tags, strict=True)
        ]

    def _faces(self, keys: Iterable[Key]) -> bytes:
        return b"".join(map(self.faces.__getitem__, keys))

    def _topics(self, item: Item) -> bytes:
        """A row shows the rarest topics first, so their order counts too (`Parts._telling`)."""
        topics = [key for key in item.keys if key[0] == "topics"]
        if len(topics) < 2:
            return b""
        topics.sort(key=self.sizes.__getitem__)
        return self._faces(topics)

    @cached_property
    def stories(self) -> Sequence[bytes]:
        """Of each article by its number, the links to those before and after it in the story of each of its tags.

        All that `onward.stories` finds of one article, found for all in one walk along each story.
        """
        found = [b""] * len(self.library.items)
        for facet in TAG_FACETS:
            for _, subject in sorted(self.library.subjects[facet].items()):
                numbers = [item.number for item in subject.dated]
                links = [NOTHING, *[self.links[number] for number in numbers], NOTHING]
                for number, earlier, later in zip(numbers, links, links[2:], strict=False):
                    found[number] += earlier + later
        return found

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
        items = self.library.items
        return digest([item.address for item in items], [item.when for item in items], self._tags)

    @cached_property
    def topics(self) -> bytes:
        """Which topics the corpus has."""
        return digest([self.faces["topics", name] for name in sorted(self.library.subjects["topics"])])
