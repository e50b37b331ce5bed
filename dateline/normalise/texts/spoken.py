"""What an article says, as words that carry meaning, for asking whether a headline says it too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.normalise.lines.line import CONTENT_LETTERS, STEM, WIDE, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.normalise.lines.line import Line

OWNS = ("'s", "’s")


def vocabulary(lines: Iterable[Line]) -> frozenset[str]:
    """All that some lines say."""
    found: set[str] = set()
    for line in lines:
        if line.wide:
            found.update(content(line.text))
        else:
            found.update(line.stems, line.tokens)  # short words too, for names of a few capitals are asked for
            found.update(_owner(part)[:STEM] for part in line.tokens if part.endswith(OWNS))
    return frozenset(found)


def share(text: str, spoken: frozenset[str]) -> float:
    """The share of what a text says that is said elsewhere."""
    said = content(text)
    return sum(part in spoken for part in said) / len(said) if said else 0.0


def content(text: str) -> list[str]:
    """The words that carry meaning, cut to a stem's length; pairs of characters where a script has no spaces."""
    if WIDE.search(text):
        return [text[i : i + 2] for i in range(len(text) - 1) if WIDE.match(text[i])]
    found = (_owner(part) for part in words(text))
    return [part.casefold()[:STEM] for part in found if len(part) >= CONTENT_LETTERS or part.isupper()]


def _owner(word: str) -> str:
    """ "Lind's" -> "Lind"."""
    return word[:-2] if word.endswith(OWNS) else word
