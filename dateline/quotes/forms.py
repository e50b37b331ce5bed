"""The places where a speaker may stand, as patterns that are compiled when they are first needed.

They run over a shadow of the text, of the same length, in which every character of a person's name is NAME and every
character of a quote, its marks included, is QUOTE.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal

from msgspec import Struct

NAME, QUOTE = "\ue000", "\ue001"
DASHES = "[–—-]"
Kind = Literal["name", "pronoun", "role"]
KINDS: tuple[Kind, ...] = ("name", "pronoun", "role")  # in the order in which they are tried


class Pattern(Struct, frozen=True, dict=True):
    """Compiled when it is first needed: all patterns of a language take 100 ms, and few articles need all."""

    source: str
    flags: int = 0

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.source, self.flags)


class Form(Struct, frozen=True, dict=True):
    """A place where a speaker stands: its pattern matches from its beginning on, and has the group `who`."""

    rule: str
    kind: Kind
    source: str
    lead: str = ""  # the word with which it begins, where that is always the same

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when it is first needed."""
        return re.compile(self.source)

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The place, where it begins at `start`."""
        return self.pattern.match(text, start, end) if text.startswith(self.lead, start) else None


class Place(Struct, frozen=True):
    """The forms of one place: those that a verb ends are matched fully by the words up to it."""

    up_to_verb: tuple[Form, ...]
    others: tuple[Form, ...]
