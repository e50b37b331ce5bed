"""Files of the vocabulary that are not there -> what to say of those that seem to be meant, or of those that were."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dateline.model import Problem
from dateline.tools import files
from dateline.vocabulary.other_files import CountriesFile, TopicsFile
from dateline.vocabulary.people_file import PeopleFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FILES = (PeopleFile.name, CountriesFile.name, TopicsFile.name)


def gone(folder: Path, shown_as: str, before: Iterable[str]) -> list[Problem]:
    """What to say of the files that the last build had, by their names, and that are not there."""
    missing = [name for name in FILES if name in before and not (folder / name).exists()]
    hint = "Put it back; where nothing of it shall count any more, put an empty file there."
    message = "was there at the last build, and is gone"
    known = misnamed(folder, shown_as) if missing else {}
    return sorted({known.get(name) or Problem(f"{shown_as}/{name}", 0, "V24", message, hint) for name in missing})


def misnamed(folder: Path, shown_as: str) -> dict[str, Problem]:
    """Name of a file that is not there -> what is wrong with the one that has nearly its name; or with the folder in
    which all may stand."""
    stops = "nothing is built until then, for tags would be other ones."
    if not folder.exists():
        near = files.meant(folder.name, _names(folder.parent, _has_files))
        where = shown_as.removesuffix(folder.name) + near
        hint = f"Rename it to {folder.name}, or make an empty folder of that name: {stops}"
        wrong = Problem(where, 0, "V23", f"is not read: the vocabulary stands in {shown_as}/", hint)
        return dict.fromkeys(FILES, wrong) if near else {}
    names = _names(folder, Path.is_file)
    found: dict[str, Problem] = {}
    for name in FILES:
        if name not in names and (near := files.meant(name, {*names} - {*FILES})):
            hint = f"Rename it to {name}, or put an empty file of that name beside it: {stops}"
            found[name] = Problem(f"{shown_as}/{near}", 0, "V23", f"is not read: that part stands in {name}", hint)
    return found


def _names(folder: Path, is_one: Callable[[Path], bool]) -> list[str]:
    try:
        return [each.name for each in folder.iterdir() if is_one(each)]
    except OSError:
        return []


def _has_files(folder: Path) -> bool:
    return folder.is_dir() and any(each.is_file() for each in folder.iterdir())
