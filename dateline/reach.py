"""Places of articles -> what of the site's own people.yaml may have a say in each.

A person adds a name; the articles that have no word of it read as before, and what was found in them stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline import cache as work
from dateline import drafts
from dateline.changes import article_path, ledger_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dateline.cache import Cache
    from dateline.folder import Folder
    from dateline.shelf import Place, Slot
    from dateline.tagging.people.own import OwnPeople


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

    def of(self, base: str, slot: Slot) -> str:
        """A digest of what the vocabulary says of them; `base`: of all else that work on the article hangs on."""
        if not self._own.whole:
            return ""
        found = self._known.get(base)
        if found is None:
            try:
                found = self._own.in_article(*self._texts(slot))
            except OSError:  # gone, or changed while this was at work
                return self._own.whole
        self._now[base] = found
        return found

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

    def _texts(self, slot: Slot) -> Iterator[str]:
        place = self._places.get(slot.path)
        yield self._text(article_path(slot.path), place.file) if slot.file and place else ""
        remembers = self._places.get(slot.ledger_path or slot.path)
        if slot.ledger and remembers:
            yield self._text(ledger_path(remembers.path), remembers.ledger)
        if slot.draft:
            draft = drafts.whole(self._cache, slot.draft)
            yield draft.article.title
            yield draft.article.body

    def _text(self, path: str, digest: str) -> str:
        data = (self._folder.root / path).read_bytes()
        if work.digest(data) != digest:
            raise OSError(path)
        return data.decode("utf-8", "replace")
