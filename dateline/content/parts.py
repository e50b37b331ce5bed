"""A file of content/articles/ -> head, body and the lines that part them: one answer for reading and writing."""

from __future__ import annotations

import re
from typing import NamedTuple

# A line of dashes and nothing but white space of any kind: what python-frontmatter takes for one, blank lines apart.
BOUNDARY = re.compile(r"^(-{3,}[^\S\n]*)$", re.MULTILINE)


class Parts(NamedTuple):
    """Lines as they stand, each part with the ends of its lines; the body begins under the closing line."""

    opening: str
    head: str
    closing: str
    body: str


def split(text: str) -> Parts | None:
    """None: it does not begin with a line of dashes, or none closes the head."""
    pieces = BOUNDARY.split(text, 2)
    if len(pieces) < 5 or pieces[0]:
        return None
    _, opening, head, closing, body = pieces
    return Parts(f"{opening}\n", head[1:], f"{closing}\n", body[1:])
