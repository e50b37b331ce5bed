"""Places of articles -> what of the site's own people.yaml may have a say in each.

A person adds a name; the articles that have no word of it read as before, and what was found in them stands.
"""

from __future__ import annotations

from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from dateline import cache as work
from dateline import drafts
from dateline.articles.changes import article_path, ledger_path
from dateline.tools import files
from dateline.workers import Workers
from dateline.workers.demand import Lazy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.cache import Cache
    from dateline.shelf import Place, Slot
    from dateline.tagging.people.own.concerned import OwnPeople
    from dateline.tools.folder import Folder
    from dateline.tools.progress import Progress

TOGETHER = 64  # articles whose files are open at once, at most two of each
File = tuple[str, str]  # its path, and the digest that it is known by


class Sought(Struct, frozen=True):
    """What an article is made from, as far as there is such."""

    files: tuple[File, ...]  # its own, then its ledger's
    texts: tuple[str, ...]  # of its draft


class Reach:
    """Whom of the vocabulary's own people each article has words of; looked up once for each state of its files."""

    def __init__(self, folder: Folder, own: OwnPeople, places: Mapping[str, Place], cache: Cache) -> None:
        self._folder = folder
        self._own = own
        self._places = places
        self._cache = cache
        self._key = work.key("reach", work.program(), own.whole)
        self._known = cache.get(self._key, dict[str, str], dict) if own.whole else {}
        self._now: dict[str, str] = {}

    def of(self, bases: Sequence[str], slots: Sequence[Slot], progress: Progress, workers: Workers) -> list[str]:
        """Of each article a digest of what the vocabulary says of them.

        bases: of all else that work on each hangs on.
        """
        own = self._own
        if not own.whole:
            return [""] * len(slots)
        lacking = [number for number, base in enumerate(bases) if base not in self._known]
        groups = [lacking[first : first + TOGETHER] for first in range(0, len(lacking), TOGETHER)]
        sought = Lazy(len(groups), lambda place: [self._sought(slots[number]) for number in groups[place]])
        here = workers if workers.are_here else Workers()  # a file is read in less time than it takes to send it
        each = chain.from_iterable(here.map(partial(_said, own), sought))
        found = progress.watch("Looking for names", each, len(lacking))
        anew = {bases[number]: said for number, said in zip(lacking, found, strict=True) if said is not None}
        self._now = {base: self._known[base] for base in bases if base in self._known} | anew
        return [self._now.get(base, own.whole) for base in bases]

    def note(self, base: str, found: str) -> None:
        """What will be found of the same article under another base, once its files are written."""
        if self._own.whole:
            self._now[base] = found

    def of_last(self, base: str) -> str:
        """What the last run found under a base."""
        return self._known.get(base, "")

    def stand(self) -> None:
        """What is known of articles that are not looked at stands."""
        self._now = self._known | self._now

    def keep(self) -> None:
        """Leave what was found for the next run."""
        if self._now != self._known:
            self._cache.put(self._key, msgspec.msgpack.encode(self._now))

    def _sought(self, slot: Slot) -> Sought:
        root = self._folder.root
        own, remembers = self._places.get(slot.path), self._places.get(slot.ledger_path or slot.path)
        draft = drafts.whole(self._cache, slot.draft).article if slot.draft else None
        found = []
        if slot.file and own:
            found.append((f"{root}/{article_path(own.path)}", own.file))
        if slot.ledger and remembers:
            found.append((f"{root}/{ledger_path(remembers.path)}", remembers.ledger))
        said = (f"language: {draft.language}", draft.title, draft.body) if draft else ()
        return Sought(tuple(found), said)


def _said(own: OwnPeople, several: Sequence[Sought]) -> list[str | None]:
    """Of each article; None: a file is gone, or was changed while this was at work."""
    found = files.read_all([path for sought in several for path, _ in sought.files])
    return [_said_of(own, sought, list(islice(found, len(sought.files)))) for sought in several]


def _said_of(own: OwnPeople, sought: Sought, found: Sequence[bytes | OSError]) -> str | None:
    texts = []
    for (_, digest), text in zip(sought.files, found, strict=True):
        if isinstance(text, OSError) or work.digest(text) != digest:
            return None
        texts.append(text.decode("utf-8", "replace"))
    return own.in_article(*texts, *sought.texts)
