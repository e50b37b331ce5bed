"""Whether an office in capitals says who bears the name beside it: "the Minister of Ports, Ann Lee"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

FEATURE = "office-in-apposition"
# "Minister of Ports, ", "Commissioner, ", "Director of Public Health (DPH) "
_PART = r"(?:[A-Z][\w-]*|and|the|of|&)"
_BEFORE = re.compile(rf"\b([A-Z][\w-]+)(?: (?:of|for) {_PART}(?: {_PART}){{0,6}})?(?:, | \([A-Z]{{2,5}}\),? )\Z")
_ENDS = (", ", ") ")
# ", the Assistant Commissioner of", ", Chairman"
_AFTER = re.compile(r", (?:(?:the|a|an|its|their|current|former|acting|new) ){0,2}((?:[A-Z][\w-]+ ?){1,5})")

# "its special envoy, " before a name and a comma
_ROLE_BEFORE = re.compile(r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y)|['’]s?) (?:[a-z-]+ ){0,3}([a-z]+), \Z")


_OF = frozenset(["of", "for", "at", "in", "general", "from"])
_OTHERS = frozenset(
    ("where", "when", "which", "whose", "who", "and", "or", "but", "as", "after", "said", "was", "is", "with", "by")
)
_FARTHEST = 6  # words

# "Head of the Presidential Secretariat", directly before a name
_OF_ORGANISATION = re.compile(r"\b(\w+) of (?:the )?(?:[A-Z][\w&'’-]+ (?:(?:and|for|of|the) ){0,2})+\Z")


def heads(before: str, offices: Container[str]) -> bool:
    """True where the organisation that ends the text before a name is one that its bearer has an office in."""
    role = _OF_ORGANISATION.search(before)
    return role is not None and (role[1] in ("Head", "head") or role[1].lower() in offices)


def is_told(before: str, after: str, roles: Container[str]) -> bool:
    """True where a name between commas says who has the role before it: "Tamm's special envoy, Ann Lee, stated"."""
    if not (before.endswith(", ") and after.startswith(",")):
        return False
    role = _ROLE_BEFORE.search(before)
    return role is not None and role[1] in roles


def stands(before: str, after: str, offices: Container[str], held: Container[str]) -> bool:
    """True where the text before a full name, or that after it, is an office that it bears.

    `offices`: folded words; `held`: those that say so in small letters, too.
    """
    if before.endswith(_ENDS) and (office := _BEFORE.search(before)):
        return office[1].lower() in offices
    if not after.startswith(", "):
        return False
    words = _AFTER.match(after)
    return (words is not None and any(word.lower() in offices for word in words[1].split())) or _is_held(after, held)


def _is_held(after: str, held: Container[str]) -> bool:
    """True for ", head of", ", the Estonian foreign minister,": an office that is no firm's or town's."""
    words = after[2:].split(None, _FARTHEST + 1)
    for word, following in pairwise(words[: _FARTHEST + 1]):
        plain = word.rstrip(",.")
        if plain in held:
            return plain != word or following in _OF
        if plain != word or word in _OTHERS:
            return False
    return False
