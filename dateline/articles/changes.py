"""What an article has become -> the files of content/ that must change for it to say so, and what moved."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Self

from msgspec import Struct
from msgspec.structs import replace

from dateline import __version__, ledger
from dateline.content import write
from dateline.drafts import Marks
from dateline.journal import Change
from dateline.ledger import Ledger, Now
from dateline.model import TAG_FACETS, Article, Draft
from dateline.shelf import last_said
from dateline.tools.folder import ARTICLES, LEDGER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.drafts import Drafted
    from dateline.reconcile import Merged
    from dateline.tools.folder import Folder


class Files(Struct, frozen=True, array_like=True):
    """What there is of one article, whole."""

    path: str  # relative to content/articles/
    text: str | None  # of its file
    article: Article | None  # as the file says it
    memory: str | None  # the text of its ledger
    ledger: Ledger | None
    draft: Draft | None
    sha256: str  # of the seed
    ledger_path: str = ""  # where the ledger stands now, if elsewhere than the article
    frozen: bool = False  # its ledger cannot be read, so neither file may be written
    replaced: str | None = None  # the text of a ledger that stands where its own goes
    is_replaced: bool = False  # another's ledger goes where this one stands now

    def written(self, text: str, article: Article, memory: str, ledger: Ledger) -> Self:
        """When these say so, each in its own place."""
        return replace(
            self,
            text=text,
            article=article,
            memory=memory,
            ledger=ledger,
            ledger_path="",
            replaced=None,
            is_replaced=False,
        )


def remember(files: Files, merged: Merged, address: str) -> Ledger:
    """What the ledger shall say of an article that stands at `address`."""
    old = files.ledger or Ledger()
    draft = files.draft
    formerly = [place for place in (*old.formerly, old.address) if place and place != address]
    return replace(
        old,
        seed=draft.article.seed if draft else old.seed,
        record=draft.article.record if draft else old.record,
        sha256=files.sha256,
        withdrawn=False,
        address=address,
        formerly=tuple(dict.fromkeys(formerly)),
        signs=_signs(old, draft, merged),
        now=None if draft else old.now,
        wrote=merged.wrote,
        added=merged.added,
        removed=merged.removed,
        evidence=draft.evidence if draft else old.evidence,
        set_aside=draft.set_aside if draft else old.set_aside,
    )


def _signs(old: Ledger, draft: Draft | None, merged: Merged) -> Mapping[str, str]:
    """Those that the rest of the ledger does not say: what a row said is no more what was written last where a person
    has edited that."""
    if draft is None:
        return old.signs if old.seed else Marks.of_article(merged.article).written
    row = Marks.of_article(draft.article)
    return row.written if draft.article.record is not None and row != last_said(merged.wrote) else {}


def plan(files: Files, merged: Merged, memory: Ledger) -> tuple[Change, ...]:
    """The changes to one article's file and ledger; none where both say it already."""
    if files.frozen:
        return ()
    changes: list[Change] = []
    if files.text is None:
        changes.append(Change(article_path(files.path), None, write.render(merged.article)))
    elif files.article is not None:
        text = write.update(files.text, files.article, merged.article)
        if text != files.text:
            changes.append(Change(article_path(files.path), _sha(files.text), text))
    if files.ledger_path and files.memory is not None and not files.is_replaced:
        changes.append(Change(ledger_path(files.ledger_path), _sha(files.memory), None))
    if memory != files.ledger or files.ledger_path:
        stands = files.replaced if files.ledger_path or files.memory is None else files.memory
        text = ledger.render(replace(memory, program=__version__))
        changes.append(Change(ledger_path(files.path), None if stands is None else _sha(stands), text))
    return tuple(changes)


def away(folder: Folder, path: str, row: Drafted | None, *, gone: bool, to: str = "") -> tuple[Change, ...]:
    """What the ledger at `path` shall say of an article that is a draft, or that a person deleted, so that it stays
    away whatever becomes of its seed: `row`, if that has changed. One that could not be known again is forgotten.

    to: path of the article whose ledger, which another takes along, it shall replace."""
    text, stands = ((folder.root / ledger_path(name)).read_bytes().decode("utf-8") for name in (path, to or path))
    old = ledger.parse(text)
    new = replace(old, withdrawn=old.withdrawn or gone)
    if row:
        new = replace(new, now=Now(row.seed, row.sha256, row.record), signs=row.marks.written)
    after = ledger.render(new) if new.seed or new.signs else None
    return () if new == old and not to else (Change(ledger_path(to or path), _sha(stands), after),)


class Moves(Struct, frozen=True):
    """Which tags articles that were there before have won and lost in this build, by the machine's doing."""

    won: tuple[tuple[str, int], ...] = ()  # name -> articles, the most first
    lost: tuple[tuple[str, int], ...] = ()


def moved(before: Article, now: Article) -> tuple[list[str], list[str]]:
    """The tags that an article has won, and those that it has lost."""
    had, has = ({(facet, name) for facet in TAG_FACETS for name in getattr(each, facet)} for each in (before, now))
    return sorted(name for _, name in has - had), sorted(name for _, name in had - has)


def moves(each: Iterable[tuple[Sequence[str], Sequence[str]]]) -> Moves:
    """Those of all articles, counted."""
    won: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for more, fewer in each:
        won.update(more)
        lost.update(fewer)
    return Moves(_ranked(won), _ranked(lost))


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def article_path(article: str) -> str:
    """Where an article stands, relative to the site folder."""
    return f"{ARTICLES}/{article}"


def ledger_path(article: str) -> str:
    """Where the ledger of an article stands, relative to the site folder."""
    return f"{LEDGER}/{article.removesuffix('.md')}.json"


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
