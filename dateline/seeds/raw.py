"""A file as the readers get it: path, bytes, digest; and what they make of it: Seed or Problem."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from msgspec import Struct, field

from dateline.characters import sound
from dateline.model import Problem, Seed, SetAside, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Item = Seed | Problem
MAX_UNPACKED = 200_000_000  # bytes of one file with all archives in it; a corpus in one export has been seen at 60 MB


class Allowance(Struct):
    """How much may still be unpacked from one file; shared by everything within it, however nested."""

    left: int = MAX_UNPACKED  # bytes

    def take(self, size: int) -> None:
        """Use some of it."""
        self.left -= size


class Raw(Struct, frozen=True):
    """One file, or one member of an archive."""

    path: str  # relative to seeds/: of the archive, for a member
    data: bytes
    name: str = ""  # of the member of an archive; its suffix says what it is
    sha256: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)  # a site's own: name of a column -> field of an article
    depth: int = 0  # archives around it
    allowance: Allowance = field(default_factory=Allowance)
    member_sha256: str = ""  # of a member: that of its own bytes

    @classmethod
    def of(cls, path: str, data: bytes, columns: Mapping[str, str]) -> Raw:
        """The file itself."""
        return cls(path, data, sha256=hashlib.sha256(data).hexdigest(), columns=columns)

    def member(self, name: str, data: bytes) -> Raw:
        """A file inside this one; it keeps the address and the digest of the whole."""
        full = f"{self.name}!{name}" if self.name else name
        own = hashlib.sha256(data).hexdigest()
        return Raw(self.path, data, full, self.sha256, self.columns, self.depth + 1, self.allowance, own)

    @property
    def suffix(self) -> str:
        """The last suffix of the name, lower case, without the dot; of a file `mbox` of Apple Mail, its name."""
        name = (self.name or self.path).replace("\\", "/").rpartition("/")[2].rpartition("!")[2]
        stem, dot, last = name.rpartition(".")
        return last.casefold() if (dot and stem) or last == "mbox" else ""

    def seed(
        self,
        text: str,
        kind: str = "text",
        fields: Mapping[str, str] | None = None,
        record: int | None = None,
        first_line: int = 1,
        apart: Iterable[SetAside] = (),
    ) -> Seed:
        """A raw article in it."""
        known = {name: sound(value) for name, value in (fields or {}).items() if value}
        if self.name:
            known.setdefault("member", self.name)
        beside = tuple(SetAside(one.line, sound(one.text), one.reason) for one in apart)
        own = self.member_sha256
        return Seed(self.path, self.sha256, sound(text), record, kind, known, first_line, beside, own)

    def problem(self, code: str, message: str, hint: str, line: int = 0, severity: Severity = "error") -> Problem:
        """Something wrong with it."""
        inside = f"{self.name}: " if self.name else ""
        return Problem(f"seeds/{self.path}", line, code, inside + message, hint, severity)
