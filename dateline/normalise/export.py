"""A seed that is one record of an export -> Draft. Its text is plain, or HTML as content systems keep it."""

from __future__ import annotations

import re
from importlib.util import find_spec
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline.model import Evidence
from dateline.normalise import findings, plain, stated
from dateline.normalise.blocks import markup
from dateline.normalise.blocks.markdown import render
from dateline.normalise.blocks.tree import parse, tagless
from dateline.normalise.findings import Finding
from dateline.normalise.lines import language
from dateline.normalise.pages import extraction

if TYPE_CHECKING:
    from dateline.model import Draft, Seed
    from dateline.normalise.context import Context

_MARKUP = re.compile(
    r"</(?:p|div|h[1-6]|li|ul|a|span|strong|em|b|i|blockquote|table|article)>|<br\s*/?>|<p[\s>]", re.IGNORECASE
)


def is_markup(text: str) -> bool:
    """Whether a text has HTML elements in it."""
    return bool(_MARKUP.search(text))


def normalise(seed: Seed, context: Context) -> Draft:
    """The article of a record."""
    if not is_markup(seed.text):
        return plain.normalise(seed, context)
    if find_spec("lxml") is None:  # it comes with the extra for pages; without it the words are there, and no more
        return plain.normalise(replace(seed, text=tagless(seed.text)), context)
    found = stated.of(seed, context)
    tree = parse(seed.text)
    titles = [found["title"].value] if "title" in found else []
    blocks = extraction.without_apparatus(markup.blocks(tree), titles)
    tongue = language.detect("\n".join(block.text for block in blocks), context.language)
    found.setdefault("language", Finding(tongue, Evidence("language.words")))
    opening = next((block.text for block in blocks if block.kind == "paragraph"), "")
    if "title" not in found:
        found["title"] = plain.from_lead(opening or seed.path)
    if (summary := plain.summary(opening, None)) is not None:
        found.setdefault("summary", summary)
    lines = list(extraction.visible(tree))
    return findings.draft(seed, found, render(blocks), extraction.beside(lines, blocks, str(found["title"].value)))
