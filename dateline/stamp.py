"""What the last build was made from -> whether there is anything to do, if nobody has touched what it `published`.

`inputs` are compared by digests of their bytes, the program by name, size and time.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from dateline import cache, files
from dateline.clock import Span, today
from dateline.folder import shipped
from dateline.model import Problem  # noqa: TC001  msgspec reads the types at run time

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.folder import Folder


class Stamp(Struct, frozen=True):
    """One build that published."""

    inputs: str  # digest of all that went in, as it stood afterwards
    articles: int
    withdrawn: int
    files: int  # published
    problems: tuple[Problem, ...]
    ground: str = ""  # digest of the inputs that much hangs on, of settings and program
    has_settings: bool = False  # was there a site.yaml?
    vocabulary: tuple[str, ...] = ()  # names of the files of the site's own
    days: Span = Span()  # on which the same comes of the same
    base_url: str = ""  # that it was given

    def holds(self, key: str) -> bool:
        """Would a build today make the same of what has this `key`?"""
        return self.inputs == key and self.days.has(today())


def look(folder: Folder) -> str:
    """A digest of all inputs by name, size and time: quick enough for waiting until nobody writes."""
    return cache.key("look", [_times(room) for room in (folder.seeds, folder.content, folder.templates, folder.static)])


def key(whole: str, base_url: str) -> str:
    """One digest of all inputs, the settings of this run and the program; `whole`: of `inputs.Inputs`."""
    program = [cache.program(), *(_times(shipped(name)) for name in ("templates", "static"))]
    return cache.key("inputs", whole, base_url, program)


def read(path: Path) -> Stamp | None:
    """The last build's stamp, if it left one that can be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Stamp)
    except (OSError, msgspec.DecodeError):
        return None


def settings_gone(folder: Folder, last: Stamp | None) -> list[Problem]:
    """What to say where site.yaml, or a file of the vocabulary, was there at the last build, and is not."""
    problems: list[Problem] = []
    if last and last.has_settings and not folder.config.exists():
        from dateline import config  # here: with YAML it is a tenth of a build that finds nothing changed

        problems += config.gone(folder.config, folder.shown(folder.config))
    if last and not all((folder.vocabulary / name).exists() for name in last.vocabulary):
        from dateline import vocabulary  # likewise

        problems += vocabulary.gone(folder.vocabulary, folder.shown(folder.vocabulary), last.vocabulary)
    return problems


def vocabulary_of(folder: Folder) -> tuple[str, ...]:
    """Names of the files of the vocabulary that are there."""
    return tuple(sorted(path.name for path in folder.vocabulary.glob("*.yaml")))


def write(path: Path, stamp: Stamp) -> None:
    """Leave a stamp for the next build."""
    files.write_if_changed(path, msgspec.json.encode(stamp))


def _times(folder: Path) -> str:
    rows = []
    for name, entry in files.walk(folder):  # what it passes over, reading it will say
        found = entry.stat(follow_symlinks=False)
        rows.append(f"{name}\0{found.st_size}\0{found.st_mtime_ns}")
    return cache.key("times", os.fsencode("\n".join(sorted(rows))))
