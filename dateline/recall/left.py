"""What a run leaves of the whole corpus for the next one, and when there is too little known to leave it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dateline import cache as work
from dateline.articles.changes import article_path, ledger_path
from dateline.inputs.room import digest as room_digest
from dateline.model import Problem  # noqa: TC001  the cache reads these types at run time
from dateline.tools.clock import Span
from dateline.tools.folder import ARTICLES, LEDGER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.articles.passes import Passes
    from dateline.articles.results import Found
    from dateline.cache import Cache
    from dateline.config import Config
    from dateline.inputs import Inputs
    from dateline.shelf import Place
    from dateline.tools.folder import Folder

NAME = work.key("last corpus")


class Last(Struct, frozen=True, array_like=True):
    """What a run leaves for the next besides the rows of its book."""

    version: str  # of all that the corpus hangs on besides the files of articles
    rooms: dict[str, str]  # each folder of articles or ledgers -> a digest of its files when all was written
    size: int  # of the book, in rows
    silent: frozenset[str]  # paths of those that are no articles: withdrawn, or not to be read
    rivals: frozenset[str]  # paths of articles of which every word counts in what is decided: `Passes.rivals`
    who: str  # key of what was decided of people, of each article; empty where no text is tagged
    problems: tuple[Problem, ...]
    withdrawn: int
    seeds: str = ""  # digest of all that drafts are made from; empty where there is no such folder
    days: Span = Span()  # on which the same comes of the same seeds
    drafts: str = ""  # key of the drafts of articles, by their paths; empty where there is no such folder


def last(folder: Folder, settings: Config, run: Passes, seen: Inputs, found: Found) -> Last:
    """What is to be left of a run over the whole corpus."""
    drafts = {slot.path: slot.draft for slot in run.live if slot.draft}
    key, made_from = "", seeds(folder, settings, seen)
    if made_from:
        packed = msgspec.msgpack.encode(drafts)
        key = work.key("last drafts", work.digest(packed))
        run.stores.cache.put(key, packed)
    places = run.standing.places.keys()
    return Last(
        run.stores.version,
        {},
        len(places | {slot.path for slot in run.live}),
        frozenset(places - {slot.path for slot in run.live}),
        run.rivals,
        run.who,
        found.problems,
        found.withdrawn,
        made_from,
        found.days,
        key,
    )


def take(cache: Cache, version: str) -> Last | None:
    """What the last run left, once: what the book holds from now on may be of another corpus."""
    (last,) = cache.find([NAME], Last)
    cache.put(NAME, msgspec.msgpack.encode(None))
    return last if last and last.version == version else None


def leave(run: Passes, seen: Inputs, last: Last, found: Found) -> None:
    """Let the next run find it, where it is known how files will stand when what is found has been written."""
    after = run.results.after
    if after is None or len(after) != len(found.changes) or run.material.torn or run.standing.torn:
        return
    new = {article_path(slot.path) for slot in run.live if slot.file is None}
    if any(problem.path in new and not problem.line for problem in found.problems):
        return  # of which the next run can tell the line
    run.stores.cache.put(NAME, msgspec.msgpack.encode(replace(last, rooms=rooms(seen, after))))


def rooms(seen: Inputs, after: Iterable[Place] = ()) -> dict[str, str]:
    """Each folder of articles or ledgers -> a digest of its files; `after`: how some of them will stand."""
    known = {room.name: room for room in seen.rooms}
    files: dict[bytes, dict[bytes, bytes]] = {}
    for place in after:
        for path, digest in ((article_path(place.path), place.file), (ledger_path(place.path), place.ledger)):
            room, _, name = path.encode().rpartition(b"/")
            if room not in files:
                files[room] = known[room].known if room in known else {}
            files[room][name] = digest.encode()
    wholes = {name: room.whole for name, room in known.items()}
    wholes |= {name: room_digest(held.keys(), held.values()) for name, held in files.items()}
    named = ((name.decode("utf-8", "backslashreplace"), whole) for name, whole in wholes.items())
    return {name: whole for name, whole in named if whole and f"{name}/".startswith((f"{ARTICLES}/", f"{LEDGER}/"))}


def seeds(folder: Folder, settings: Config, seen: Inputs) -> str:
    """A digest of all that drafts are made from, in seeds/ and the settings; empty where there is no such folder."""
    if not os.path.lexists(folder.seeds):
        return ""
    top = f"{folder.shown(folder.seeds)}/".encode()
    rooms = (room for room in seen.rooms if (room.name + b"/").startswith(top))
    return work.key("seeds", sorted((room.name, room.whole) for room in rooms), settings)
