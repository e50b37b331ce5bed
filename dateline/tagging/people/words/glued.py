"""A surname that has lost the blank behind it -> where it ends: Jane TammRead more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.tagging.people.lists.lexicon import fold

if TYPE_CHECKING:
    from dateline.tagging.people.lists.lexicon import Lexicon
    from dateline.tagging.people.words.word import Word

_GLUED = re.compile(r"[^\W\d_]{3,}?(?<=[^\W\d_A-Z])(?=[A-Z][a-z]*)")
_OWNER = re.compile(r"(?<=[a-z])['’]s(?=[A-Z])")
_SHOUTED = re.compile(r"[A-Z]{3,}(?=[A-Z][a-z]+$)")  # JANE TAMMIn a speech: a heading and the sentence behind it
_OPENINGS = frozenset(["mac", "fitz", "van", "von", "vande", "vander", "vanden", "den", "del", "della", "dela", "dal"])


def end(before: Word, word: Word, lexicon: Lexicon) -> int:
    """The length of the surname in characters; 0 for MacLeod, VanDyke, and where no given name stands before it."""
    if "s" in word.text[1:-1] and (owner := _OWNER.search(word.text)):
        return owner.start()  # Jane Tamm'sA Matter
    if before.text.isupper() and 0 < before.given <= 2 and (shouted := _SHOUTED.match(word.text)):
        return shouted.end()
    match = _GLUED.match(word.text)
    if not match or word.family or not (before.given in (1, 2) or before.kind == "initial"):
        return 0
    surname = fold(match[0])
    if surname in _OPENINGS:
        return 0
    known = lexicon.family.tier(surname) and surname not in lexicon.words
    rest = fold(word.text[match.end() :])
    told = rest.startswith(before.folded) or (rest in lexicon.words and surname not in lexicon.words)
    return match.end() if known or told else 0
