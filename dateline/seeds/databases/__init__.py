"""Text exports of news databases (Nexis, LexisNexis, Factiva) -> one seed an article.

A text is one only where articles are parted as theirs are, and at least one of them has a whole head of theirs; all
others are read as any text. Problems: S32 an article among them whose head is not understood, S45 lines that are none
of an article's (a note).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.seeds.databases import factiva, nexis
from dateline.seeds.databases.entries import Entry
from dateline.tools.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.seeds.raw import Item, Raw

KINDS = (nexis, factiva)
HINT = "Compare its first lines with those of the other articles, or give it a file of its own."


def may_be(text: str) -> bool:
    """Whether a text has one of the signs that every such export has."""
    return any(sign in text for kind in KINDS for sign in kind.SIGNS)


def read(raw: Raw, text: str) -> list[Item]:
    """The articles; nothing where it is no such export."""
    for kind in KINDS:
        if any(sign in text for sign in kind.SIGNS):
            lines = text.split("\n")
            starts = kind.starts(lines)
            if not starts:
                continue
            starts[0] = 0
            entries = [
                Entry(lines[start:end], start + 1) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
            ]
            known = [kind.told(entry) for entry in entries]
            if any(known):
                return list(_items(raw, zip(entries, known, strict=True)))
    return []


def _items(raw: Raw, entries: Iterable[tuple[Entry, bool]]) -> Iterator[Item]:
    number = 0
    beyond: list[int] = []
    for entry, known in entries:
        if not known and not entry.places:
            continue
        if not known:
            message = "an article of a news database whose head is not understood; it is read as a plain text"
            yield raw.problem("S32", message, HINT, entry.first + entry.places[0], "warning")
        yield entry.seed(raw, number, "export" if known else "text")
        number += 1
        beyond += [entry.first + i for i in sorted(entry.beyond)]
    if beyond:
        said = f"has {counted(len(beyond), 'line')} above, between or below its articles that are none of theirs"
        yield raw.problem("S45", said, "Look at them if they may be more than the cover.", beyond[0], "note")
