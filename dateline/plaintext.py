"""Markdown -> the same text with its syntax blanked out, character for character.

Offsets into the result are offsets into the Markdown, so a mention found in the one can be marked in the other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# Every alternative begins with a character of its own, so that the search passes over all others at full speed.
_WITHIN = re.compile(
    r"""
      \( (?<=\]\() [^()\s]* (?:\([^()\s]*\)[^()\s]*)* (?:\s+"[^"\n]*")? \)    # [words](address "title")
    | <https?://\S+ | h (?<!\wh) ttps?://\S+
    | </?[A-Za-z][^<>\n]*> | <!--.*?-->
    | \\ [!-/:-@\[-`{-~]
    | \* | ` | \[ | \] | ! (?=\[) | _ (?<!\w_) _* (?=\S) | _ (?<=\S_) _* (?!\w)
    """,
    re.VERBOSE | re.DOTALL,
)
# [id]: address; headings, quotations, lists, rules
_LINES = re.compile(
    r"^(?:[ ]{0,3}\[[^\]\n]+\]:[^\n]*|[ \t]*(?:\#{1,6}[ ]|>[ ]?|[-*+][ ]|\d{1,9}[.)][ ]|(?:[-*_][ ]?){3,}$))",
    re.MULTILINE,
)
# None of these signs, no address and no line like an item's, and there is nothing to blank: true of most news texts.
_SIGNS = "*_`[]<>\\#"
_ITEM = re.compile(r"\n[ \t]*[-+\d]")  # found at the speed at which ends of lines are


@lru_cache(maxsize=2)  # one article's body is asked for by its reader, its quotes and its card
def mask(markdown: str) -> str:
    """Blank everything that is not the words of the article; the result is as long as the input."""
    return _without(markdown, _blank) if _may_have_syntax(markdown) else markdown


def _may_have_syntax(markdown: str) -> bool:
    """Ten times faster than one pattern for all of it."""
    return any(sign in markdown for sign in _SIGNS) or "http" in markdown or _ITEM.search(f"\n{markdown}") is not None


def _without(markdown: str, instead: Callable[[re.Match[str]], str]) -> str:
    """Hand every piece of syntax to `instead`: what makes a line something, then what stands within lines."""
    lines = [_LINES.sub(instead, line) if line and not line[0].isalpha() else line for line in markdown.split("\n")]
    return _WITHIN.sub(instead, "\n".join(lines))


def _blank(match: re.Match[str]) -> str:
    syntax = match.group()
    if syntax[0] == "\\":
        return " " + syntax[1]
    return re.sub(r"[^\n]", " ", syntax) if "\n" in syntax else " " * len(syntax)


def _gone(match: re.Match[str]) -> str:
    syntax = match.group()
    return syntax[1] if syntax[0] == "\\" else ""


def readable(markdown: str) -> str:
    """The words of a piece of Markdown as one line of plain text."""
    return " ".join((_without(markdown, _gone) if _may_have_syntax(markdown) else markdown).split())
