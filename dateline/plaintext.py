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
_SIGNS = "*_`[]<\\"  # one of these is in all of them but for bare addresses
# How a line begins that is a heading, a quotation, an item, a rule; [id]: address is one all through.
_LINE = re.compile(r"[ ]{0,3}\[[^\]\n]+\]:.*|[ \t]*(?:\#{1,6}[ ]|>[ ]?|[-*+][ ]|\d{1,9}[.)][ ]|(?:[-*_][ ]?){3,}$)")
_ITEM = re.compile(r"\n[ \t]*[-+\d]")  # found at the speed at which ends of lines are


@lru_cache(maxsize=2)  # one article's body is asked for by its reader, its quotes and its card
def mask(markdown: str) -> str:
    """Blank everything that is not the words of the article; the result is as long as the input."""
    return _without(markdown, _blank) if _may_have_syntax(markdown) else markdown


def _may_have_syntax(markdown: str) -> bool:
    """Ten times faster than one pattern for all of it; of most news texts it is not true."""
    return _may_have_it_within(markdown) or "#" in markdown or ">" in markdown or bool(_ITEM.search(f"\n{markdown}"))


def _may_have_it_within(markdown: str) -> bool:
    """The same of what may stand anywhere in a line."""
    return any([sign in markdown for sign in _SIGNS]) or "http" in markdown


def _without(markdown: str, instead: Callable[[re.Match[str]], str]) -> str:
    """Hand every piece of syntax to `instead`: what makes a line something, then what stands within lines."""
    lines = markdown.split("\n")
    text = "\n".join([line if not line or line[0].isalpha() else _without_beginning(line, instead) for line in lines])
    return _WITHIN.sub(instead, text) if _may_have_it_within(text) else text


def _without_beginning(line: str, instead: Callable[[re.Match[str]], str]) -> str:
    syntax = _LINE.match(line)
    return instead(syntax) + line[syntax.end() :] if syntax else line


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
