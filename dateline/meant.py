"""What a person typed -> the one article that is meant; or what to say where it is none, or several."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline import ledger
from dateline.model import visible
from dateline.tools import web

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.corpus import Corpus
    from dateline.model import Entry
    from dateline.tools.folder import Folder

SHORTEST = 2  # characters of a part that names an article: nobody means one by "" or "."
OFFERED, SEVERAL = 10, 20  # articles that are named where none is meant, or more than one
_WORD = re.compile(r"[^\W_]{4,}")


class Explained(Struct, frozen=True):
    """The text to print; `found` is false where no one article was meant."""

    text: str
    found: bool


def meant(folder: Folder, made: Corpus, wanted: str) -> Entry | Explained:
    """The one article that a text names, or what to say where it names none or several."""
    entries = made.entries
    hits = find(entries, wanted)
    if len(hits) == 1:
        return hits[0]
    if hits:
        several = "\n".join(f"  content/articles/{entry.path}" for entry in hits[:SEVERAL])
        return Explained(f"'{wanted}' names {len(hits)} articles; say more of one of these:\n{several}", found=False)
    lines = [*_unread(made, wanted), *_withdrawn(folder, wanted)]
    if lines:
        lines.insert(0, f"No article is named by '{wanted}'. What may be meant:")
    elif entries:
        lines = [f"No article is named by '{wanted}'. Some that are there:"]
        lines += [f"  content/articles/{entry.path}" for entry in _nearest(entries, wanted)]
    else:
        lines = ["There are no articles yet: put raw ones into seeds/ and build."]
    return Explained("\n".join(map(visible, lines)), found=False)


def find(entries: Sequence[Entry], wanted: str) -> list[Entry]:
    """The articles that a text names: exactly by path, address, slug or seed, or else by a part of one.

    An address may be whole, as a browser has it, or that of the original.
    """
    text = wanted.removeprefix("./").strip("/")
    names = [(entry, _names(entry)) for entry in entries]
    exact = [entry for entry, known in names if text in known or Path(text).as_posix().endswith(entry.path)]
    if page := web.split(wanted).netloc and web.split(wanted).path:
        exact = [entry for entry in entries if f"{page.rstrip('/')}/".endswith(f"/{entry.address}")]
        exact = exact or [entry for entry in entries if entry.article.url and _page(entry.article.url) == _page(wanted)]
    if exact or len(text) < SHORTEST:
        return exact
    lower = text.lower()
    return [entry for entry, known in names if any(lower in name.lower() for name in known)]


def _names(entry: Entry) -> tuple[str, ...]:
    article = entry.article
    seed = (article.seed, f"seeds/{article.seed}") if article.seed else ()
    return (entry.path, f"content/articles/{entry.path}", entry.address.strip("/"), *seed, article.title)


def _page(address: str) -> tuple[str, str, str]:
    """What tells one page from another: neither the protocol nor a slash at the end, nor www."""
    parts = web.split(address)
    return parts.netloc.casefold().removeprefix("www."), parts.path.rstrip("/"), parts.query


def _unread(made: Corpus, wanted: str) -> Iterator[str]:
    """What is wrong with raw files of that name, of which no article was made."""
    lower = wanted.removeprefix("./").removeprefix("seeds/").lower()
    raw = (problem for problem in made.problems if problem.path.startswith("seeds/") and len(lower) >= SHORTEST)
    for problem in islice((one for one in raw if lower in f"{one.path} {one.message}".lower()), OFFERED):
        yield from (f"  {line}" for line in str(problem).split("\n"))


def _withdrawn(folder: Folder, wanted: str) -> Iterator[str]:
    """The ledgers of that name, or of that seed, which keep an article away."""
    lower = wanted.removeprefix("./").removeprefix("seeds/").removesuffix(".md").lower()
    if len(lower) < SHORTEST:
        return
    for path in islice(_tombstones(folder, lower), OFFERED):
        yield f"  {folder.shown(path)} says that it was withdrawn; delete that file to have it back from its seed"


def _tombstones(folder: Folder, part: str) -> Iterator[Path]:
    for path in sorted(folder.ledger.rglob("*.json")):
        try:
            text = path.read_text(encoding="utf-8")
            memory = ledger.parse(text) if '"withdrawn": true' in text else None
        except (OSError, ValueError):
            continue
        if memory and any(part in name.lower() for name in (folder.shown(path), memory.seed)):
            yield path


def _nearest(entries: Sequence[Entry], wanted: str) -> list[Entry]:
    """Those that share the most words with a text; of none, the first."""
    words = {word.lower() for word in _WORD.findall(wanted)}
    scores = [len(words.intersection(_WORD.findall(" ".join(_names(entry)).lower()))) for entry in entries]
    order = sorted(range(len(entries)), key=lambda number: -scores[number])
    return [entries[number] for number in order[:OFFERED] if scores[number] or not any(scores)]
