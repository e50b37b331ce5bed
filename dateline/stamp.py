"""What the last build was made from -> whether there is anything to do, if nobody has touched what it `published`.

`inputs` are compared by digests of their bytes, the program by name, size and time.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from dateline import cache
from dateline.model import Problem
from dateline.tools import files
from dateline.tools.clock import Span, today
from dateline.tools.folder import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.tools.folder import Folder


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


def gone(folder: Folder, last: Stamp | None) -> list[Problem]:
    """What to say where site.yaml, or a file of the vocabulary, was there at the last build, and is not; and where the
    folder of the articles is not there, though ledgers remember some, or that of the ledgers has another name."""
    problems = [*_articles_gone(folder), *_ledgers_gone(folder)]
    if last and last.has_settings and not folder.config.exists():
        from dateline import config  # here: with YAML it is a tenth of a build that finds nothing changed

        problems += config.gone(folder.config, folder.shown(folder.config))
    if last and not all((folder.vocabulary / name).exists() for name in last.vocabulary):
        from dateline import vocabulary  # likewise

        problems += vocabulary.gone(folder.vocabulary, folder.shown(folder.vocabulary), last.vocabulary)
    return problems


def _articles_gone(folder: Folder) -> list[Problem]:
    """Each article would count as deleted by a person, and the site be emptied."""
    if folder.articles.exists() or not any(map(_stands, sorted(folder.ledger.rglob("*.json")))):
        return []
    name, ledgers = folder.shown(folder.articles), folder.shown(folder.ledger)
    near = _near(folder, folder.articles)
    back = f"Rename {folder.shown(folder.content / near)}/ to it" if near else "Put it back"
    hint = (
        f"{back}; to withdraw them all, put an empty folder there; to have all seeds imported anew, take {ledgers}/ "
        "away too: then what you edited is forgotten."
    )
    return [Problem(name, 0, "F27", f"is gone, and {ledgers}/ has articles that nobody withdrew", hint)]


def _ledgers_gone(folder: Folder) -> list[Problem]:
    """All that articles say would count as a person's, and what is written anew would stand beside the old ones."""
    near = "" if folder.ledger.exists() else _near(folder, folder.ledger)
    if not near or not any((folder.content / near).rglob("*.json")):
        return []
    place, name = folder.shown(folder.content / near), folder.shown(folder.ledger)
    hint = f"Rename it to {name}/: without that, all that your articles say would count as yours."
    return [Problem(place, 0, "F28", f"is not read: what is remembered of articles stands in {name}/", hint)]


def _near(folder: Folder, room: Path) -> str:
    """The folder in content/ that has nearly the name of this one, which is not there."""
    try:
        return files.meant(room.name, [each.name for each in folder.content.iterdir() if each.is_dir()])
    except OSError:
        return ""


def _stands(path: Path) -> bool:
    """Is this the ledger of an article that is not withdrawn? One that cannot be read may be."""
    from dateline import ledger  # likewise

    try:
        return not ledger.parse(path.read_text(encoding="utf-8")).withdrawn
    except (OSError, ValueError):
        return True


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
