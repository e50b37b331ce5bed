"""What stands in content/ of one article, as far as others hang on it; of all of them, the shelf."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Self

import msgspec
from msgspec import Raw, Struct, field
from msgspec.structs import replace

from dateline import cache as work
from dateline.cards import Card
from dateline.content.parse import Parsed  # noqa: TC001  likewise
from dateline.drafts import Marks
from dateline.model import Problem  # noqa: TC001  likewise

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.drafts import Drafted
    from dateline.ledger import Ledger, Value

Origin = tuple[str, int | None]  # seed, record
_NOTHING = Raw(msgspec.msgpack.encode(None))


class File(Struct, frozen=True, array_like=True):
    """One file of content/articles/, as far as others hang on it."""

    is_sound: bool  # it can be read as an article
    seed: str
    record: int | None
    lines: dict[str, int]  # of `seed` and `slug`, where it has them
    marks: Marks | None = None  # of what it says; None where it cannot be read


class Memory(Struct, frozen=True, array_like=True):
    """One ledger, as far as others hang on it."""

    seed: str  # where it stands now
    record: int | None
    sha256: str  # of the seed
    withdrawn: bool
    for_good: bool = False  # by the verb, for a reason: no other seed shall bring it back
    # Of what its seed said last, where the file holds many, or it went for good; of what it said itself, where it has
    # no seed. None: that is not known, or not asked for.
    marks: Marks | None = None
    before: Marks | None = None  # likewise, of what its seed said when it went for good
    named: Origin | None = None  # the seed that its file names, if that stands elsewhere now

    @property
    def origin(self) -> Origin:
        """Where its seed stands."""
        return self.seed, self.record

    @property
    def said(self) -> Origin:
        """The seed that its file names."""
        return self.named or self.origin

    @property
    def is_by_hand(self) -> bool:
        """Is it of an article of no seed, and knows what that said last?"""
        return not self.seed and self.marks is not None

    def may_be_of(self, file: File) -> bool:
        """Has a file that stands in its place anything of what the article of no seed said there?"""
        return self.marks is None or file.marks is None or self.marks.is_near(file.marks)


class Standing(Struct, frozen=True, array_like=True):
    """What stands at one article's place."""

    file: File | None = None
    memory: Memory | None = None
    problems: tuple[Problem, ...] = ()
    held: Origin | None = None  # what a ledger that cannot be read speaks of: it may be all that keeps one away

    def says_the_same(self, other: Self) -> bool:
        """To all other articles? What a file says is asked only where its ledger may be another's."""
        return self == other or (self._is_its_own and other._is_its_own and self._unmarked == other._unmarked)

    @property
    def _is_its_own(self) -> bool:
        return bool(self.file and self.memory and not self.memory.withdrawn and self.memory.may_be_of(self.file))

    @property
    def _unmarked(self) -> Self:
        return replace(self, file=replace(self.file, marks=None)) if self.file else self


class Kept(Struct, frozen=True, array_like=True):
    """What the cache has of one place: how it stands, and what came of it when it last stood so.

    Of most places little is asked, so nothing is unpacked before; unpacked at once, all would take thrice the memory.
    """

    packed: Raw  # a Standing
    read: str = ""  # key of what the article says by itself
    trail: bytes = b""  # what the corpus asks of that, packed
    settled: str = ""  # key of what became of it
    told: Raw = _NOTHING  # a Card, or nothing

    @classmethod
    def of(
        cls, standing: Standing, read: str = "", trail: bytes = b"", settled: str = "", card: Card | None = None
    ) -> Self:
        return cls(_packed(standing), read, trail, settled, _packed(card))

    @property
    def standing(self) -> Standing:
        """Unpacked, each time that it is asked for."""
        return _standing(self.packed)

    @property
    def card(self) -> Card | None:
        """Unpacked, each time that it is asked for; None where it became no article."""
        found: Card | None = _card(self.told)
        return found


_standing = msgspec.msgpack.Decoder(Standing).decode
_card = msgspec.msgpack.Decoder(Card | None).decode


def _packed(value: Standing | Card | None) -> Raw:
    return Raw(msgspec.msgpack.encode(value))


class Place(Struct, frozen=True, array_like=True):
    """The two files of one article, by the digests of their bytes; empty: there is none, or it cannot be read."""

    path: str  # of the article, relative to content/articles/
    file: str = ""
    ledger: str = ""


class Written(Struct, frozen=True, array_like=True):
    """One file of content/articles/ as a person sees it, and what it says."""

    text: str
    parsed: Parsed
    body: tuple[int, int] | None = None  # where in the text that of the article stands, which has none then

    @classmethod
    def of(cls, text: str, parsed: Parsed) -> Self:
        """A body that stands in the text is not said twice: it is most of the file."""
        article = parsed.article
        first = text.rfind(article.body) if article and article.body else -1
        if article is None or first < 0:
            return cls(text, parsed)
        without = replace(parsed, article=replace(article, body=""))
        return cls(text, without, (first, first + len(article.body)))

    @property
    def whole(self) -> Parsed:
        """What the file says."""
        if self.body is None or self.parsed.article is None:
            return self.parsed
        return replace(self.parsed, article=replace(self.parsed.article, body=self.text[slice(*self.body)]))


class Shelf(Struct, frozen=True):
    """All that content/ holds of articles."""

    files: dict[str, File] = field(default_factory=dict)
    ledgers: dict[str, Memory] = field(default_factory=dict)  # by the path of their article
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()  # paths of articles or ledgers that are there but cannot be read
    held: frozenset[Origin] = frozenset()  # what ledgers that cannot be read speak of
    places: dict[str, Place] = field(default_factory=dict)
    kept: dict[str, Kept] = field(default_factory=dict)
    fresh: frozenset[str] = frozenset()  # paths of what had to be read
    torn: bool = False  # some of it was no more as it was seen before


class Slot(Struct, frozen=True):
    """One article's place: its file, its ledger and its draft, whichever of them there are."""

    path: str  # relative to content/articles/
    draft: Drafted | None = None
    sha256: str = ""  # of the seed file
    file: File | None = None
    ledger: Memory | None = None
    ledger_path: str = ""  # where the ledger stands now, if elsewhere than the article
    frozen: bool = False  # its ledger cannot be read, so neither file may be written
    replaces: bool = False  # where its ledger goes stands one that is to go: of an article that is gone, or moves
    is_replaced: bool = False  # another's ledger goes where this one stands now
    row: Drafted | None = None  # of one that was deleted, what its seed says

    @property
    def is_live(self) -> bool:
        """Is it an article of the site?"""
        return not self.waits and bool(self.file or self.draft)

    @property
    def is_deleted(self) -> bool:
        """Has a person taken it away just now?"""
        return self.file is None and self.draft is None and bool(self.ledger and not self.ledger.withdrawn)

    @property
    def makes_way(self) -> bool:
        """Is it away, and does its ledger give its place to another's?"""
        return self.file is None and bool(self.ledger_path)

    @property
    def has_moved(self) -> bool:
        """Has the seed of one that is away changed?"""
        row, entry = self.draft or self.row, self.ledger
        if row is None or entry is None:
            return False
        return (row.seed, row.record, row.sha256) != (entry.seed, entry.record, entry.sha256)

    @property
    def waits(self) -> bool:
        """The file is there, but not readable: it is left as it is until a person has mended it."""
        return self.file is not None and not self.file.is_sound


def text_key(version: str, path: str, digest: str) -> str:
    """Under which the text of an article is found while a build lasts, if it was read in it."""
    return work.key("written", version, path, digest)


def file_of(parsed: Parsed) -> File:
    """What others ask of an article's file."""
    lines = {name: line for name, line in (parsed.lines or {}).items() if name in ("seed", "slug")}
    article = parsed.article
    marks = Marks.of_article(article) if article else None
    return File(article is not None, parsed.seed, parsed.record, lines, marks)


def memory_of(found: Ledger) -> Memory:
    """What others ask of a ledger; ValueError where a sign is no digest."""
    for_good, now = found.withdrawn and bool(found.why), found.now
    marks = Marks.read(found.signs) if found.signs else None
    before = last_said(found.wrote) if found.seed and (found.record is not None or for_good) else None
    if now is None:
        return Memory(found.seed, found.record, found.sha256, found.withdrawn, for_good, marks or before)
    named = found.seed, found.record
    return Memory(
        now.seed, now.record, now.sha256, found.withdrawn, for_good, marks, before if for_good else None, named
    )


def last_said(wrote: Mapping[str, Value | None]) -> Marks:
    """Of what the machine wrote last; of what a person has edited since, what it wrote before."""
    said = (wrote.get(name) for name in ("url", "title", "date", "body"))
    return Marks.of(*(value if isinstance(value, str) else "" for value in said))


def sha256(data: bytes) -> str:
    """The digest by which seeds are known."""
    return hashlib.sha256(data).hexdigest()
