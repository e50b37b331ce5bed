"""data/ as it was last made -> which of its bytes still hold.

What is published is the store: of each file it is known what it was made from and its SHA-256, and of a table or of
records by article where each article's end. A file that somebody has touched is simply made anew; where it is sure
that nobody has touched any, what the published package says of them is believed, and no file is read for that.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from dateline import cache
from dateline.site.planned import digest
from dateline.site.tables.aligned import Aligned, align
from dateline.site.tables.former import Former, Kept
from dateline.tools import files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dateline.site.shown.parts import Parts

NAME = "tables.msgpack"
PACKAGE = "data/datapackage.json"
COMPRESSED = ".gz"
FORMAT = 4


class State(msgspec.Struct, array_like=True):
    """All of data/."""

    ground: bytes = b""  # digest of what every row hangs on besides its article
    articles: list[bytes] = []  # digest of all that the rows of each say, but for its place, which is that in here
    files: dict[str, Kept] = {}  # as they are called in public/: some are compressed


@dataclass(slots=True)
class Last:
    """The state of the last making, and what becomes of it in this one."""

    parts: Parts
    before: State = field(init=False)
    now: State = field(init=False)
    aligned: Aligned = field(init=False)
    stated: Mapping[str, str] = field(init=False)  # file -> its SHA-256 as published, where that is sure

    def __post_init__(self) -> None:
        parts = self.parts
        self.stated = _stated(parts.public) if parts.public and parts.untouched else {}
        ground = digest(FORMAT, cache.program(), parts.config, parts.vocabulary.beside_people, parts.links)
        self.now = State(ground, list(parts.digests.told), {})
        found = _read(parts.cache / NAME) if parts.cache else State()
        self.before = found if found.ground == ground else State()
        self.aligned = align(self.before.articles, self.now.articles)

    def stands(self, name: str) -> Kept | None:
        """A file that is known and there, compressed or not. Whether it is as it was, `former` finds out."""
        found = self._found(name)
        if found and self.parts.public and (self.parts.public / "data" / found).exists():
            return self.before.files[found]
        return None

    def former(self, name: str) -> Former | None:
        """A file as it was last made; None where that is not known, or it is not there as it was."""
        found = self._found(name)
        if not found or self.parts.public is None:
            return None
        try:
            content = (self.parts.public / "data" / found).read_bytes()
        except OSError:
            return None
        kept = self.before.files[found]
        if self.stated.get(found) != kept.sha256 and hashlib.sha256(content).hexdigest() != kept.sha256:
            return None  # touched, or left by a build that made more and published nothing
        return Former(found, content, kept, self.aligned)

    def _found(self, name: str) -> str:
        """As it is called in public/; empty: it was not made."""
        return next((known for known in (name, f"{name}{COMPRESSED}") if known in self.before.files), "")

    def keep(self) -> None:
        """Write down what was made now. Where that cannot be, the next making begins anew."""
        if self.parts.cache:
            with suppress(OSError):
                self.parts.cache.mkdir(parents=True, exist_ok=True)
                files.write_if_changed(self.parts.cache / NAME, msgspec.msgpack.encode(self.now))


def _stated(public: Path) -> Mapping[str, str]:
    """What the package that is published says."""
    try:
        resources = json.loads((public / PACKAGE).read_bytes())["resources"]
        return {each["path"]: each["hash"].removeprefix("sha256:") for each in resources}
    except (OSError, ValueError, KeyError, TypeError):  # of another version
        return {}


def _read(path: Path) -> State:
    with suppress(OSError, msgspec.DecodeError):
        return msgspec.msgpack.decode(path.read_bytes(), type=State)
    return State()
