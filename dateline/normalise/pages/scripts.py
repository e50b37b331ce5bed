"""The scripts of a page -> the HTML of its article, where it stands nowhere else until they have run."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.normalise.blocks.tree import Tree

_LITERAL = re.compile(r'"(?:[^"\\]|\\.){200,}"', re.DOTALL)
MIN_PARAGRAPHS = 3
MAX_SCRIPT = 5_000_000  # characters
LEVELS = 2  # frameworks put JSON into a string of JSON


def article(tree: Tree) -> str:
    """The longest string with paragraphs in it; empty where there is none."""
    found = (html for node in tree.iter("script") for html in _strings(node.text or "", LEVELS))
    return max(found, key=len, default="")


def _strings(text: str, levels: int) -> Iterator[str]:
    if levels == 0 or not 200 < len(text) <= MAX_SCRIPT:
        return
    for match in _LITERAL.finditer(text):
        try:
            value = json.loads(match.group(), strict=False)
        except ValueError:
            continue
        if value.count("<p") >= MIN_PARAGRAPHS and not value.lstrip().startswith(("{", "[", "<!", "<html")):
            yield value
        elif '"' in value:
            yield from _strings(value, levels - 1)
