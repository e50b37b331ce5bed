"""A form that matches -> Found: the place of the words for a speaker, cut where other words begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from dateline.quotes.forms import Form, Kind
    from dateline.quotes.grammar import Grammar

_ELIDED = re.compile(r"[^\W\d_]+['’](?=\w)")


class Found(Struct, frozen=True):
    """Where a speaker stands: `start` and `end` of the words, and how they name somebody."""

    kind: Kind
    start: int
    end: int
    rule: str
    spoken: bool = True  # a comma, a colon or "that" ties the quote to its verb
    stop: int = 0  # where the words about the speaker end


def found_by(grammar: Grammar, form: Form, match: re.Match[str], stop: int, *, spoken: bool = True) -> Found | None:
    """The speaker whom a form names; nothing where the words for a role begin with what names nobody."""
    start, end = match.span("who")
    if form.kind != "role":
        return Found(form.kind, start, end, form.rule, spoken, stop)
    end = start + len(_cut(grammar, match.string, start, end))
    cited = grammar.quoted.compiled.search(match.string, start, end)
    if cited:
        return Found("name", cited.start("who"), cited.end("who"), form.rule, spoken, stop)
    words = match.string[start:end]
    first = words.partition(" ")[0].lower()
    elided = _ELIDED.match(first)  # all'amica: to whom
    if not words or first in grammar.nobody or words.lower() in grammar.definite:
        return None
    return (
        None if elided and elided.group() in grammar.nobody else Found(form.kind, start, end, form.rule, spoken, stop)
    )


def _cut(grammar: Grammar, text: str, start: int, end: int) -> str:
    """The words for a role up to somebody else's clause, without what cannot end them."""
    cuts = grammar.breaks.compiled.finditer(text, start + 1, end)
    end = next((cut.start() for cut in cuts if cut.group() not in grammar.pairing), end)
    words = text[start:end].rstrip()
    while words and words.rpartition(" ")[2] in grammar.nobody:
        words = words.rpartition(" ")[0].rstrip()
    if words.endswith(" -") or words == "-":
        words = words[:-1].rstrip()
    abbreviated = words[:-1].rpartition(" ")[2].lower() in grammar.dotted or "." in words[:-1]
    return words[:-1] if words.endswith(".") and not abbreviated else words  # the end of the sentence
