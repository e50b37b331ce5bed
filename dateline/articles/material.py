"""Places of articles -> what work on them starts from: their files, whole, and what was made of their seeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline import cache as work
from dateline import drafts, shelf
from dateline.articles.changes import Files, article_path, ledger_path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.cache import Cache
    from dateline.shelf import Shelf, Slot
    from dateline.tools.folder import Folder
    from dateline.tools.spool import Spool

Item = tuple[Files, bytes]  # with the files, if the article's was parsed already, its `shelf.Written`, packed


class Material:
    """Reads the files again, but for those that this build has read."""

    def __init__(self, folder: Folder, standing: Shelf, cache: Cache, desk: Spool) -> None:
        self.torn: set[str] = set()  # paths of articles whose files were changed while this was at work
        self._folder = folder
        self._standing = standing
        self._cache = cache
        self._desk = desk
        self._program = work.program()

    def of(self, slots: Sequence[Slot]) -> list[Item]:
        """What work on each of these articles starts from."""
        written = self._desk.fetch([self._key(slot) for slot in slots])
        return [self._item(slot, written) for slot in slots]

    def _key(self, slot: Slot) -> str:
        return shelf.text_key(self._program, slot.path, self._standing.places[slot.path].file) if slot.file else ""

    def _item(self, slot: Slot, written: Mapping[str, bytes]) -> Item:
        packed, text, memory = b"", None, None
        if slot.file:
            packed = written.get(self._key(slot), b"")
            digest = self._standing.places[slot.path].file
            text = None if packed else self._text(slot, article_path(slot.path), digest)
        if slot.ledger:
            path = slot.ledger_path or slot.path
            memory = self._text(slot, ledger_path(path), self._standing.places[path].ledger)
        replaced = None
        if slot.replaces:
            replaced = self._text(slot, ledger_path(slot.path), self._standing.places[slot.path].ledger)
        draft = drafts.whole(self._cache, slot.draft) if slot.draft else None
        stands = slot.ledger_path, slot.frozen, replaced, slot.is_replaced
        return Files(slot.path, text, None, memory, None, draft, slot.sha256, *stands), packed

    def _text(self, slot: Slot, path: str, digest: str) -> str:
        data = (self._folder.root / path).read_bytes()
        if work.digest(data) != digest:
            self.torn.add(slot.path)  # what comes of it now is not what would come of what was seen
        return data.decode("utf-8")
