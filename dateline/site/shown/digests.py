"""Library -> digests of its articles and subjects, of which the inputs of pages are put together; each made once."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import chain, repeat
from typing import TYPE_CHECKING

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
    tags: of an article by its number, the faces of its tags.
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
        self.links: Sequence[bytes] = [item.link for item in library.items]
        self.tags: Sequence[bytes] = [self._faces(item.keys) for item in library.items]
        self.rows: Sequence[bytes] = [
            joined(item.own + tags + self._topics(item)) for item, tags in zip(library.items, self.tags, strict=True)
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

    def beside(self) -> Sequence[bytes]:
        """Of each article by its number, the links to those before and after it, itself between them.

        All that `onward.beside` finds of one article, found for all in one walk.
        """
        dated, count = len(self.library.dated), len(self.library.items)
        return [*self._along(range(dated)), *self._along(range(dated, count))]

    def stories(self) -> Sequence[bytes]:
        """Of each article by its number its tags, the rarest first, each with what stands beside it in their stories.

        All that `onward.stories` and `related.rarest` find of one article, found for all in one walk along each story.
        """
        found: list[list[bytes]] = [[] for _ in self.library.items]
        for key in self.library.rarity:
            if key[0] != "sources":
                numbers, face = self.library.subject(key).numbers, self.faces[key]
                dated = numbers[: bisect_left(numbers, len(self.library.dated))]
                for number, links in zip(numbers, chain(self._along(dated), repeat(b"")), strict=False):
                    found[number].append(face + links)
        return list(map(b"".join, found))

    def _along(self, numbers: Sequence[int]) -> list[bytes]:
        """Of each of several articles the links to the one before it, to itself and to the one after it."""
        line = b"".join([NOTHING, *map(self.links.__getitem__, numbers), NOTHING])
        return [line[at : at + 3 * SIZE] for at in range(0, len(numbers) * SIZE, SIZE)]

    def link(self, item: Item) -> bytes:
        return self.links[item.number]

    def face(self, key: Key) -> bytes:
        return self.faces[key]

    def group(self, items: Iterable[Item]) -> bytes:
        """Everything that a list of these articles can say, in this order."""
        return self.numbered([item.number for item in items])

    def numbered(self, numbers: Iterable[int]) -> bytes:
        """The same of articles by their numbers."""
        return joined(b"".join(map(self.rows.__getitem__, numbers)))

    @cached_property
    def told(self) -> Sequence[bytes]:
        """Of an article by its number, all that it says itself, and the faces of its tags in its own order."""
        return [joined(item.own + tags) for item, tags in zip(self.library.items, self.tags, strict=True)]

    @cached_property
    def whole(self) -> bytes:
        """Everything that all articles say."""
        return digest(b"".join(self.rows))

    @cached_property
    def shape(self) -> bytes:
        """Dates and tags of all articles: whatever is counted, ranked, drawn, paired or found to be related."""
        items = self.library.items
        return digest([item.address for item in items], [item.when for item in items], self.tags)

    @cached_property
    def topics(self) -> bytes:
        """Which topics the corpus has."""
        return digest([self.faces["topics", name] for name in sorted(self.library.subjects["topics"])])
