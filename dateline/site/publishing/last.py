"""A site as it was last made: of each thing what it was made from, and what all things together hang on.

Kept from one build to the next. Where it cannot be read, the next site is made anew.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  msgspec reads the types at run time
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, field

from dateline.cards import Key  # noqa: TC001  msgspec reads the types at run time
from dateline.site.relating.related import Relations
from dateline.tools import files
from dateline.workers import collector

if TYPE_CHECKING:
    from pathlib import Path


class Left(Struct, frozen=True, array_like=True):
    """What one thing was made from, and what it left."""

    inputs: bytes
    files: tuple[tuple[str, bytes], ...]  # path; digest of what a page's template was given, empty of other files
    listed: tuple[str, ...]  # addresses of pages that search engines may list


class Making(Struct, frozen=True):
    """What a site was last made from."""

    ground: bytes = b""  # digest of what all things are made from besides their own inputs
    shared: bytes = b""  # digest of what all pages show besides what their templates are given
    things: Mapping[str, Left] = field(default_factory=dict)
    shape: bytes = b""  # digest of dates and tags of all articles
    relations: Relations = field(default_factory=Relations)
    pairs: Mapping[tuple[Key, Key], str] = field(default_factory=dict)
    decided: Mapping[str, bytes] = field(default_factory=dict)  # as `Parts` has it

    @property
    def paths(self) -> list[str]:
        """Every file of the site."""
        return [path for left in self.things.values() for path, _ in left.files]


def read(path: Path) -> Making:
    """The making of the last site; an empty one where none can be read."""
    with collector.making_what_lasts(), suppress(OSError, msgspec.DecodeError, msgspec.ValidationError):
        return msgspec.msgpack.decode(path.read_bytes(), type=Making)
    return Making()


def write(path: Path, making: Making) -> None:
    """Keep a making for the next build."""
    files.write(path, msgspec.msgpack.encode(making))
