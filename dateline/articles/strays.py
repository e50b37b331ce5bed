"""A site folder -> files that nothing reads, though by their names or places they are meant to be read."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from dateline.inputs.room import split
from dateline.model import Problem
from dateline.tools import files
from dateline.tools.folder import ARTICLES, shipped
from dateline.vocabulary import FILES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from dateline.inputs import Inputs
    from dateline.tools.folder import Folder

# Pictures and the like may lie beside articles; of these it is more likely that somebody waits for a page.
_WRITTEN = re.compile(
    r".+\.(?:md|markdown|mdown|mdwn|mkd|mdx|txt|text|rst|html?|docx?|odt|rtf|pdf|eml|mbox|jsonl?|csv|tsv|xlsx?)",
    re.IGNORECASE,
)
_TEMPLATES = (".html", ".htm", ".j2", ".jinja")


def find(folder: Folder, seen: Inputs) -> Iterator[Problem]:
    """Of each a warning, with the name that was meant where one is near."""
    content, templates = folder.shown(folder.content), folder.shown(folder.templates)
    own: list[str] = []
    for room in seen.rooms:
        name = _decoded(room.name)
        if f"{name}/".startswith(f"{ARTICLES}/"):
            if room.files.count(b".md\0") != room.files.count(b"\0"):  # of many folders the most hold nothing else
                yield from _articles(name, _names(room.files))
        elif name == content:
            hold = {_decoded(each.name).removeprefix(f"{name}/").partition("/")[0] for each in seen.rooms if each.files}
            # One that is empty says nothing: that it comes and goes, no build would see.
            yield from _content(name, _names(room.files), [each for each in _names(room.folders) if each in hold])
        elif name == folder.shown(folder.vocabulary):
            yield from _vocabulary(name, _names(room.files))
        elif f"{name}/".startswith(f"{templates}/"):
            own += [f"{name}/{file}".removeprefix(f"{templates}/") for file in _names(room.files)]
    yield from _templates(folder, own)


def _names(joined: bytes) -> list[str]:
    return [name for name in map(_decoded, split(joined)) if not files.is_left_over(name)]


def _decoded(name: bytes) -> str:
    return name.decode("utf-8", "backslashreplace")


def _articles(room: str, names: Collection[str]) -> Iterator[Problem]:
    for name in names:
        if not name.endswith(".md") and _WRITTEN.fullmatch(name):
            article = f"{name.rpartition('.')[0]}.md"
            meant = "" if article in names else f"Rename it to {article} if it is an article with a head. "
            hint = f"{meant}A raw text goes into seeds/."
            yield _unread(f"{room}/{name}", "C28", "is not read: the files of articles end in .md", hint)


def _content(room: str, names: Collection[str], folders: Collection[str]) -> Iterator[Problem]:
    for name in names:
        near = _near(name, ("site.yaml", *FILES))
        if near in FILES:
            hint = f"Did you mean {room}/vocabulary/{near}?"
            yield _unread(f"{room}/{name}", "F24", "is not read: the vocabulary has its own folder", hint)
        elif near and near != name and near in names:  # where that is not there, it is an error of the settings
            hint = f"Put what it says into {near}, and take it away."
            yield _unread(f"{room}/{name}", "F24", f"is not read: the settings stand in {near}", hint)
    known = ("articles", "ledger", "vocabulary")
    meant = "" if "vocabulary" in folders else files.meant("vocabulary", folders)  # which is an error
    for name in folders:
        near = _near(name, known)
        if near and name not in known and name != meant:
            yield _unread(f"{room}/{name}", "F24", "is not read", f"Did you mean {room}/{near}/?")


def _vocabulary(room: str, names: Collection[str]) -> Iterator[Problem]:
    named = {files.meant(name, {*names} - {*FILES}) for name in FILES if name not in names}  # which is an error
    for name in names:
        near = _near(name, FILES)
        if name not in FILES and name not in named and (near or name.casefold().endswith((".yaml", ".yml"))):
            meant = f"Did you mean {near}? " if near else ""
            hint = f"{meant}The vocabulary is read from {', '.join(FILES[:-1])} and {FILES[-1]}."
            yield _unread(f"{room}/{name}", "V22", "is not read", hint)


def _templates(folder: Folder, own: Collection[str]) -> Iterator[Problem]:
    """A name that Dateline's templates do not have counts only where another one asks for it."""
    if not own:
        return
    room = shipped("templates")
    known = [path.relative_to(room).as_posix() for path in room.rglob("*.html")]
    for name in (name for name in own if name not in known and name.casefold().endswith(_TEMPLATES)):
        if not any(name in _text(folder, other) for other in own if other != name):
            near = _near(name, known)
            hint = f"Did you mean {near}? " if near else ""
            hint += "A template overrides the one of Dateline's that has its name, or another includes it."
            yield _unread(f"{folder.shown(folder.templates)}/{name}", "F25", "overrides no template", hint)


def _text(folder: Folder, name: str) -> str:
    try:
        return (folder.templates / name).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _near(name: str, known: Collection[str]) -> str:
    return (*difflib.get_close_matches(name.casefold(), known, n=1, cutoff=0.75), "")[0]


def _unread(path: str, code: str, message: str, hint: str) -> Problem:
    return Problem(path, 0, code, message, hint, "warning")
