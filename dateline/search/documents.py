"""What the index is made from: documents and the names that they carry. Values only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dateline.model import Facet, When

Key = tuple["Facet", str]  # facet, canonical name


class Name(Struct, frozen=True):
    """A person, country, topic or source by which articles are found and narrowed."""

    facet: Facet
    name: str  # as pages show it
    slug: str  # of its page: people/jaan-tamm/ has jaan-tamm
    numbers: Sequence[int]  # of the documents that carry it: they rise

    @property
    def address(self) -> str:
        """Of its page, from the root of the site."""
        return f"{self.facet}/{self.slug}/"


class Text(Struct, frozen=True):
    """One article as it may be searched and shown; rights are settled before."""

    title: str
    address: str
    language: str  # primary tag; empty: not known
    text: str  # all that is searched besides the title
    opening: str  # shown below the title
    words: int
    called: tuple[tuple[Key, str], ...]  # wordings that stand for names; as often as they do


class Document(Struct, frozen=True):
    """One article in its place among all."""

    digest: bytes  # of all that its text hangs on: the same digest, the same text
    when: When | None
    names: tuple[Key, ...]  # none twice, the strongest of each facet first
    read: Callable[[], Text]  # asked for only where the digest is a new one
