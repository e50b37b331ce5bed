"""One article's files -> what it says by itself; that and the corpus's word on it -> what becomes of the article.

Both are pure functions of one article, of the vocabulary and of what they are given, so that they can be cached and
spread over processes. Between them stands only what all articles decide together.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dateline import cache as work
from dateline import cards, duplicates, ledger, shelf, tagging
from dateline.articles import changes, entries, places
from dateline.articles.changes import Files, article_path, ledger_path
from dateline.articles.places import Claim  # noqa: TC001  msgspec reads the types at run time
from dateline.cards import Card  # noqa: TC001  msgspec reads the types at run time
from dateline.content.parse import parse
from dateline.journal import Change  # noqa: TC001  likewise
from dateline.model import TAG_FACETS, Article, Entry, Tag
from dateline.plaintext import mask
from dateline.reconcile import Merged, merge_fields, merge_tags
from dateline.shelf import Memory, Standing
from dateline.tagging import Named, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.articles.material import Item
    from dateline.vocabulary import Vocabulary


class Trail(Struct, frozen=True, array_like=True):
    """What the corpus asks of one article."""

    people: bytes  # `tagging.Trace`, packed: it is large, and not always asked for
    claim: Claim
    seed: str
    record: int | None
    body: str  # its digest
    sample: bytes  # `duplicates.sketch` of it


class Alone(Struct, frozen=True, array_like=True):
    """One article by itself, whole."""

    files: Files
    stated: frozenset[str]  # the keys that its file has
    merged: Merged  # without tags
    reading: Reading


class Verdict(Struct, frozen=True, array_like=True):
    """What the corpus decided for one article."""

    address: str
    people: bytes = b""  # whom figures of its reading mean, packed; empty where no text is tagged
    said: str = ""  # digest of what the site's own vocabulary says of them


class After(Struct, frozen=True, array_like=True):
    """How the article will stand once its changes are made, where it comes to the same then."""

    file: str  # digest of the article's file; empty: it stays as it is
    ledger: str  # digest of the ledger's
    memory: Memory
    standing: Standing | None  # None: as it stands, but for the memory
    claim: Claim
    origin: shelf.Origin


class Settled(Struct, frozen=True, array_like=True):
    """What becomes of one article."""

    entry: Entry
    card: Card
    changes: tuple[Change, ...] = ()  # of its files
    won: tuple[str, ...] = ()  # tags
    lost: tuple[str, ...] = ()
    after: After | None = None


class Outcome(Struct, frozen=True, array_like=True):
    """What becomes of one article; what is long is packed."""

    entry: bytes
    told: bytes  # what it tells of each of its tags: `cards.tell`; empty: nothing of any
    changes: bytes  # empty: none
    settled: Settled  # the rest


class Desk(Struct, frozen=True, dict=True):
    """Where single articles are worked on. The tagger is made when it is first needed, in each process that needs it:
    it is too large to be sent."""

    vocabulary: Vocabulary
    tags_texts: bool  # false: the lists that articles have are all
    finds_quotes: bool = True

    @cached_property
    def own(self) -> tagging.OwnPeople:
        """The people that the site's own vocabulary speaks of."""
        return tagging.OwnPeople(self.vocabulary)

    @cached_property
    def tagger(self) -> tagging.Tagger:
        return tagging.Tagger(self.vocabulary)

    def read(self, items: Sequence[Item]) -> list[tuple[bytes, bytes]]:
        """Each article by itself, and its trail, both packed."""
        pack = msgspec.msgpack.encode
        return [(pack(alone), pack(trail(alone))) for alone in self._read(items)]

    def foresee(self, items: Sequence[Item]) -> list[tuple[Outcome, bytes]]:
        """What becomes of each article if it gets the address that it asks for, and its trail, packed: where no text
        is tagged, others have no say in more."""
        made = ((alone, trail(alone)) for alone in self._read(items))
        return [(self._outcome(alone, foreseen(said)), msgspec.msgpack.encode(said)) for alone, said in made]

    def settle(self, item: tuple[bytes, Verdict]) -> Outcome:
        """What becomes of an article."""
        return self._outcome(msgspec.msgpack.decode(item[0], type=Alone), item[1])

    def _read(self, items: Sequence[Item]) -> Iterator[Alone]:
        merged = [_merged(files, packed) for files, packed in items]
        readings = self._readings([(files.path, fields.article) for files, _, fields in merged])
        return (Alone(*parts, reading) for parts, reading in zip(merged, readings, strict=True))

    def _outcome(self, alone: Alone, verdict: Verdict) -> Outcome:
        settled = self._settled(alone, verdict)
        entry, planned = settled.entry, settled.changes
        pack, card = msgspec.msgpack.encode, settled.card
        told = pack(cards.tell(cards.sound(entry), card.keys[:-1])) if card.tells else b""
        rest = replace(settled, entry=_NOTHING, changes=())
        return Outcome(pack(entry), told, pack(planned) if planned else b"", rest)

    def _readings(self, articles: Sequence[tuple[str, Article]]) -> list[Reading]:
        """What each text says; several at once, for that is quicker."""
        if not self.tags_texts:
            return [Reading(path, article.date) for path, article in articles]
        documents = [tagging.Document(path, mask(it.body), it.title, it.date, it.language) for path, it in articles]
        return self.tagger.read_all(documents)

    def tags(self, alone: Alone, verdict: Verdict) -> tuple[Tag, ...]:
        """What the machine thinks, before any person's hand."""
        if self.tags_texts:
            people = msgspec.msgpack.decode(verdict.people, type=Named)
            return tagging.settle(self.vocabulary, alone.reading, people)
        return entries.named(self.vocabulary, alone.merged.article)

    def _settled(self, alone: Alone, verdict: Verdict) -> Settled:
        files, tags = alone.files, self.tags(alone, verdict)
        merged = self._tagged(alone, tags)
        memory = changes.remember(files, merged, verdict.address)
        entry = entries.entry_of(self.vocabulary, files, merged, memory, tags)
        entry = replace(entry, quotes=entries.quoted(entry) if self.finds_quotes else ())
        planned = changes.plan(files, merged, memory)
        won, lost = changes.moved(files.article, merged.article) if files.article and files.ledger else ((), ())
        after = self._after(alone, verdict, tags, entry, planned) if planned else None
        return Settled(entry, cards.card(cards.sound(entry)), planned, tuple(won), tuple(lost), after)

    def _tagged(self, alone: Alone, tags: Sequence[Tag]) -> Merged:
        thinks = entries.names(tags) if self.tags_texts else None
        other = partial(entries.other_names, self.vocabulary, tags)
        return merge_tags(alone.merged, thinks, alone.stated, alone.files.ledger, other)

    def _after(
        self, alone: Alone, verdict: Verdict, tags: Sequence[Tag], entry: Entry, planned: Sequence[Change]
    ) -> After | None:
        """What the next run would find, worked out here: else it would have to read every new article once more.

        None where the article would then be another, so that the next run sees for itself.
        """
        files, texts = alone.files, {change.path: change.after for change in planned}
        where = article_path(files.path)
        text, memory = texts.get(where, files.text), texts.get(ledger_path(files.path), files.memory)
        if text is None or memory is None:
            return None
        parsed = parse(text, where) if text != files.text else None
        article, stated = (parsed.article, parsed.stated) if parsed else (files.article, alone.stated)
        if article is None:
            return None
        recalled = ledger.parse(memory)
        then = files.written(text, article, memory, recalled)
        is_settled = parsed is None and self._is_all_a_persons(files)
        again = alone if is_settled else self._again(alone, then, stated, verdict, tags, entry)
        if again is None:
            return None
        digests = (work.digest(text.encode("utf-8")) if parsed else "", work.digest(memory.encode("utf-8")))
        stands = shelf.memory_of(recalled)
        standing = Standing(shelf.file_of(parsed), stands, parsed.problems) if parsed else None
        article = again.merged.article
        return After(*digests, stands, standing, places.claim(article, recalled), (article.seed, article.record))

    def _is_all_a_persons(self, files: Files) -> bool:
        """Has the machine never had a say in the article, and has none now? Then it comes to what its file says."""
        return not self.tags_texts and files.draft is None and files.ledger is None

    def _again(
        self, alone: Alone, then: Files, stated: frozenset[str], verdict: Verdict, tags: Sequence[Tag], entry: Entry
    ) -> Alone | None:
        """The article by itself as the next run finds it; None where that would come to anything else."""
        draft, was = then.draft.article if then.draft else None, alone.merged.article
        fields = merge_fields(draft, then.article, stated, then.ledger)
        now = fields.article
        if (was.body, was.title, was.date) != (now.body, now.title, now.date):
            return None
        again = Alone(then, stated, fields, alone.reading)
        tags = tags if self.tags_texts else self.tags(again, verdict)
        merged = self._tagged(again, tags)
        remembered = changes.remember(then, merged, verdict.address)
        found = replace(entries.entry_of(self.vocabulary, then, merged, remembered, tags), quotes=entry.quotes)
        return None if found != entry or changes.plan(then, merged, remembered) else again


def trail(alone: Alone) -> Trail:
    """What the corpus asks of an article."""
    article = alone.merged.article
    return Trail(
        msgspec.msgpack.encode(tagging.trace(alone.reading)),
        places.claim(article, alone.files.ledger),
        article.seed,
        article.record,
        work.digest(article.body.encode("utf-8", "surrogatepass")),
        duplicates.sketch(article.body),
    )


def foreseen(said: Trail) -> Verdict:
    """What the corpus will decide of an article whose text is not tagged, unless another asks for its address, too."""
    return Verdict(said.claim.wish.address)


_NOTHING = Entry(Article("", ""), "", "", ())  # stands for an entry that went elsewhere


def _merged(files: Files, packed: bytes) -> tuple[Files, frozenset[str], Merged]:
    """The files with what they hold, the keys that the article's has, and all of them as one."""
    written = msgspec.msgpack.decode(packed, type=shelf.Written) if packed else None
    text = written.text if written else files.text
    parsed = written.whole if written else parse(text, files.path) if text is not None else None
    memory = ledger.parse(files.memory) if files.memory is not None else None
    stated = parsed.stated if parsed else frozenset()
    if memory and not memory.seed and (files.ledger_path or memory.withdrawn) and stated.isdisjoint(TAG_FACETS):
        # It is back without any list, as it was before it first came here: so nobody has taken tags out of one.
        memory = replace(memory, wrote={name: said for name, said in memory.wrote.items() if name not in TAG_FACETS})
    files = replace(files, text=text, article=parsed.article if parsed else None, ledger=memory)
    draft = files.draft.article if files.draft else None
    return files, stated, merge_fields(draft, files.article, stated, memory)
