"""A Jinja template -> the same without the white space that no browser shows: some hundred bytes of every page.

Templates are written a thing a line. Around what stands as a block, as a list item does and a link does not, the ends
of lines say nothing; they are taken out when a template is compiled, so that rendering costs no more for it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2.ext import Extension
from jinja2.lexer import Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2.lexer import TokenStream

# What HTML's standard has a browser lay out as a block or not at all, of what our templates have; but not `pre`, whose
# first line may be indented. A list item or a heading that a stylesheet makes inline has its space from there.
BLOCKS = (
    "article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h[1-6] head header html "
    "legend li link main meta nav ol p script section summary table tbody td th thead title tr ul"
)
_TAG = f"</?(?:{'|'.join(BLOCKS.split())})"
_BEFORE = re.compile(rf"\s*\n\s*(?={_TAG}(?:[\s>]|$))")
_AFTER = re.compile(rf"({_TAG}(?:\s[^<>]*)?>)\s*\n\s*")


class Lean(Extension):
    """For an environment; what a template's expressions say is left as it is."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in stream:
            yield Token(token.lineno, token.type, lean(token.value)) if token.type == "data" else token


def lean(text: str) -> str:
    """A piece of a template between its expressions."""
    return _AFTER.sub(r"\1", _BEFORE.sub("", text))
