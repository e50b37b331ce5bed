"""Documents -> tags: read each by itself, then decide once over the corpus who is who.

Written for English. Of other languages people are found where the lists know the given name or a title stands before
the name (Finanzminister, peaminister; `people.stretches.foreign`), in the cases of Russian and others
(`people.together.inflection`); countries by their names in that language (`abroad`; `tongue` tells which it is);
topics by words of German, French, Spanish, Portuguese, Italian, Dutch, Russian and Estonian, else only so far as their
words are the same (`topics.abroad`). Scripts without capitals give next to nothing, rather than something wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.tagging.document import Document, Figure, Named, Reading, Trace, Who, trace
from dateline.tagging.people.own.concerned import OwnPeople

if TYPE_CHECKING:
    from dateline.tagging.tagger import Tagger, settle

__all__ = ["Document", "Figure", "Named", "OwnPeople", "Reading", "Tagger", "Trace", "Who", "settle", "trace"]


def __getattr__(name: str) -> Any:
    """What reads texts is loaded when it is asked for: many builds have no text to read, and some sites none at all."""
    if name in ("Tagger", "settle"):
        from dateline.tagging import tagger

        return getattr(tagger, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
