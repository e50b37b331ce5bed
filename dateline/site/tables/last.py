"""data/ as it was last made -> which of its bytes still hold.

What is published is the store: of each file it is known what it was made from and its SHA-256, and of a table by
article where each article's rows end. A file that somebody has touched is simply made anew; where it is sure that
nobody has touched any, what the published package says of them is believed, and no file is read for that.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from dateline import cache, files
from dateline.site.planned import digest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dateline.site.parts import Parts

NAME = "tables.msgpack"
PACKAGE = "data/datapackage.json"
FORMAT = 1


class Kept(msgspec.Struct, array_like=True):
    """One file."""

    inputs: bytes  # digest of what it was made from besides the rows of articles
    sha256: str
    rows: int | None
    ends: list[int]  # bytes before the first article's rows, and up to the end of each article's; else empty
    counts: list[int]  # rows of each article


class State(msgspec.Struct, array_like=True):
    """All of data/."""

    ground: bytes = b""  # digest of what every row hangs on besides its article
    articles: list[bytes] = []  # digest of each, by its place
    files: dict[str, Kept] = {}


class Former(Struct, frozen=True):
    """A file that is published as it was last made."""

    content: bytes
    kept: Kept
    changed: tuple[int, ...]  # places of articles that are other ones now, or new; in their order
    articles: int  # how many there were


@dataclass(slots=True)
class Last:
    """The state of the last making, and what becomes of it in this one."""

    parts: Parts
    before: State = field(init=False)
    now: State = field(init=False)
    changed: tuple[int, ...] = field(init=False)
    stated: Mapping[str, str] = field(init=False)  # file -> its SHA-256 as published, where that is sure

    def __post_init__(self) -> None:
        parts = self.parts
        self.stated = _stated(parts.public) if parts.public and parts.untouched else {}
        ground = digest(FORMAT, cache.program(), parts.config, parts.vocabulary.beside_people, parts.links)
        self.now = State(ground, list(parts.digests.rows), {})
        found = _read(parts.cache / NAME) if parts.cache else State()
        self.before = found if found.ground == ground else State()
        old, new = self.before.articles, self.now.articles
        self.changed = tuple(n for n, own in enumerate(new) if n >= len(old) or old[n] != own)

    def stands(self, name: str) -> bool:
        """Is a file known and there? Whether it is as it was, `former` finds out."""
        return (
            name in self.before.files and self.parts.public is not None and (self.parts.public / "data" / name).exists()
        )

    def former(self, name: str) -> Former | None:
        """A file as it was last made; None where that is not known, or it is not there as it was."""
        kept = self.before.files.get(name)
        if kept is None or self.parts.public is None:
            return None
        try:
            content = (self.parts.public / "data" / name).read_bytes()
        except OSError:
            return None
        if self.stated.get(name) != kept.sha256 and hashlib.sha256(content).hexdigest() != kept.sha256:
            return None  # touched, or left by a build that made more and published nothing
        return Former(content, kept, self.changed, len(self.before.articles))

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
