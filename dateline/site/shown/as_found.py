"""An article's seed -> its lines as found: kept, evidence of a field, or set aside with the reason.

Only of seeds that are a text in a file of its own: nobody would compare the source of a page or the cells of an export.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from dateline.model import Seed
from dateline.plaintext import snippets
from dateline.site.planned import digest
from dateline.site.shown import reasons
from dateline.site.shown.digests import NOTHING
from dateline.site.views import FoundLine
from dateline.site.words import glosses

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.library import Item
    from dateline.model import Entry
    from dateline.site.words.language import Language

KINDS = frozenset({"text", "markdown"})
SUFFIXES = (".txt", ".text", ".md", ".markdown")
WHOLE = 30_000  # characters: what a page repeats of its own text compresses to little only within so much
BEGINNING = 60  # characters of a kept line of a longer text


def lines(folder: Path | None, entry: Entry, language: Language) -> tuple[FoundLine, ...]:
    """Every line that is not blank; none where the seed is of another kind, not there, or no longer the same."""
    seed = _seed(folder, entry)
    if seed is None or seed.format not in KINDS:
        return ()
    aside = {part.line: part for part in entry.set_aside}
    fields = _fields(entry, language)
    whole = len(seed.text) <= WHOLE
    found = []
    for number, text in enumerate(seed.text.splitlines(), seed.first_line):
        words = text.strip()
        if not words:
            continue
        part = aside.get(number)
        note = glosses.reason(part.reason, language) if part else fields.get(number, "")
        out = part is not None and part.text.strip() == words
        found.append(FoundLine(number, words if whole or out else snippets.opening(words, BEGINNING), note, out))
    return tuple(found)


def trace(folder: Path | None, item: Item) -> bytes:
    """Size and time of the file that an article's seed is, if it is such: what the lines hang on besides the entry."""
    if folder is None or item.record is not None or not item.seed.lower().endswith(SUFFIXES):
        return NOTHING
    try:
        found = (folder / item.seed).stat()
    except (OSError, ValueError):
        return NOTHING
    return digest(found.st_size, found.st_mtime_ns)


def _seed(folder: Path | None, entry: Entry) -> Seed | None:
    """The article's seed, where it is a file of its own: a file of many would be read again for each of them."""
    path = entry.article.seed
    if folder is None or entry.article.record is not None or not path.lower().endswith(SUFFIXES):
        return None
    from dateline import seeds  # here: readers of all formats, for sites that show what was found

    data, _ = seeds.load(folder, path)
    if data is None or hashlib.sha256(data).hexdigest() != entry.sha256:
        return None
    return next((item for item in seeds.read(path, data) if isinstance(item, Seed)), None)


def _fields(entry: Entry, language: Language) -> dict[int, str]:
    """Line -> the fields that it is the evidence of."""
    found: dict[int, list[str]] = {}
    for name, evidence in entry.evidence.items():
        if evidence.line is not None and name != "summary" and name not in entry.by_person:
            found.setdefault(evidence.line, []).append(reasons.field(name, language))
    return {line: ", ".join(names) for line, names in found.items()}
