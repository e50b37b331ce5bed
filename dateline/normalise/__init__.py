"""Seed -> Draft: headline, date, place, outlet, authors, language, body; and for each the evidence.

`normalise(seed, context)` is a pure function of two picklable values, ready for any Executor.

plain marked export document page   a module for each format of a seed, on all of the rooms below
doubts accounting                   what is odd about a draft; whether a line of its seed was lost

pages/ texts/                       what a page states and shows · what plain text shows
stated context                      what a format's fields say · what site.yaml and the other seeds say
body/                               which lines are the article, and why the others are none
authors/ outlets/ dating/ blocks/   names, outlets and dates as they are written · HTML to Markdown
lines/ lists/ findings              one line by itself · what lists know of a word · field by field what was found

Each may import those below it; tests/test_architecture.py holds that.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline.normalise import doubts
from dateline.normalise.body.repetition import Trace, trace
from dateline.normalise.context import Context, context
from dateline.normalise.doubts import until

if TYPE_CHECKING:
    from dateline.model import Draft, Seed

__all__ = ["Context", "Trace", "context", "normalise", "trace", "until"]
# Format of a seed -> module, imported on first use; all others are plain text.
FORMATS = {"page": "page", "markdown": "marked", "export": "export", "document": "document"}


def normalise(seed: Seed, context: Context) -> Draft:
    """The article of one seed, without tags, and the reasons."""
    module = import_module(f"dateline.normalise.{FORMATS.get(seed.format, 'plain')}")
    draft = module.normalise(seed, context.of(seed))
    if seed.apart:
        together = sorted((*draft.set_aside, *seed.apart), key=lambda part: part.line)
        draft = replace(draft, set_aside=tuple(together))
    return doubts.told(seed, draft)
