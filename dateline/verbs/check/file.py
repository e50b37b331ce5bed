"""An article -> its file, and the lines of its keys."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dateline.content.parse import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.model import Entry
    from dateline.tools.folder import Folder


class File:
    """Of one article; read when a line is asked for."""

    def __init__(self, folder: Folder, entry: Entry) -> None:
        self.entry = entry
        self._path = folder.articles / entry.path
        self.path = folder.shown(self._path)

    def line(self, name: str) -> int:
        """The line of a key; 0 where the file does not stand yet."""
        return 0 if self._lines is None else self._lines.get(name, 1)

    @cached_property
    def _lines(self) -> Mapping[str, int] | None:
        try:
            text = self._path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None
        return parse(text, self.entry.path).lines or {}
