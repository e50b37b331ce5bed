"""What a person may change of a site -> the sets of paths that did change, as the system tells."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import watch

from dateline.tools.folder import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from watchfiles import Change

    from dateline.tools.folder import Folder

STEP = 30  # milliseconds without a change after which those before are told together
LONGEST = 500  # milliseconds after which they are told in any case
IDLE = 250  # milliseconds without any change after which that is told


def watched(folder: Folder) -> list[Path]:
    """What a person may change: seeds, content, templates and static files, the program's own among them."""
    paths = [folder.seeds, folder.content, folder.templates, folder.static, shipped("templates"), shipped("static")]
    return list(dict.fromkeys(path.resolve() for path in paths if path.exists()))


def changes(look: Callable[[], Sequence[Path]]) -> Iterator[frozenset[Path]]:
    """Files that were made, changed or taken away, in sets; an empty one whenever nothing happens.

    `look` says which folders there are. One that comes or goes, or is put in another's place, is itself told as
    changed: such as templates/, which few sites begin with, or content/, which the first build makes. Watching begins
    when the first set is asked for. Where the system watches no more folders, they are looked through.
    """
    polling: bool | None = None
    there: dict[Path, int] = {}
    changed: frozenset[Path] = frozenset()
    while True:
        before, there = there, _identities(look())
        if before:
            changed |= {path for path, _ in before.items() ^ there.items()}
        try:
            for found in _changes(list(there), polling=polling):
                yield found | changed  # by now they are watched: nothing is missed
                changed = frozenset()
                if _identities(look()) != there:
                    break
        except FileNotFoundError:  # gone since it was looked for
            continue
        except (OSError, RuntimeError):  # of watchfiles: the limit of the system is reached
            if polling:
                raise
            polling = True


def _identities(paths: Sequence[Path]) -> dict[Path, int]:
    found = {}
    for path in paths:
        with suppress(OSError):
            found[path] = path.stat().st_ino
    return found


def _changes(paths: Sequence[Path], *, polling: bool | None) -> Iterator[frozenset[Path]]:
    for found in watch(
        *paths,
        watch_filter=_counts,
        debounce=LONGEST,
        step=STEP,
        rust_timeout=IDLE,
        yield_on_timeout=True,
        force_polling=polling,
    ):
        yield frozenset(Path(path) for _, path in found)


def _counts(_: Change, path: str) -> bool:
    """Not what editors keep beside a file while it is open."""
    name = Path(path).name
    return not name.startswith(".") and not name.endswith("~")
