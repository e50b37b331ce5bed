"""The text around a name -> whether it is a firm's: an analyst at Jane Tamm, Jane Tamm <JTM>, Jane Tamm and Co."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

# What news agencies and papers put behind a company on the stock exchange: <TAM>, (TAM.N), (NYSE: TAM)
_TICKER = re.compile(
    r" ?(?:<[A-Z][A-Z0-9.]{0,7}>|\([A-Z0-9]{1,6}\.[A-Z]{1,2}\)|\((?:NYSE|NASDAQ|Nasdaq|AMEX|LSE|ASX|TSX|OTC)\b)"
)
# An upper-case word too, in a heading: JANE TAMM AND CO
_HOUSE = re.compile(r" (?:&|and|AND) (?:Sons?|Daughters?|Brothers|Bros|Co|CO|Company|Partners|Associates)\b")


# What a firm's people are called behind its name: the Jane Tamm analyst Ann Lee; a politician's are others
_STAFF = ("analyst", "economist", "strategist", "trader")
_BEFORE_STAFF = (" a", " e", " s", " t", " c", " r", " m", " f")
_STAFF_BEHIND = re.compile(
    rf" (?:(?:chief|senior|research|equity|market|financial) ){{0,2}}(?:{'|'.join(_STAFF)})(?:s\b|(?= [A-Z]))"
)


def is_employer(words: Sequence[str], roles: Container[str]) -> bool:
    """True where the words before a name say that somebody works there: "a drug analyst at", "an economist with"."""
    if len(words) < 2:
        return False
    return words[-2].lower() in roles if words[-1] == "at" else words[-1] == "with" and words[-2] in _STAFF


def goes_on(text: str, end: int) -> bool:
    """True where a name that ends at `end` goes on as a firm's: Lind & Sons, Lind <LND>."""
    behind = text[end : end + 2]
    if behind in (" <", " (", "<"):
        return _TICKER.match(text, end) is not None
    if behind in (" &", " a", " A") and _HOUSE.match(text, end):
        return True
    return behind in _BEFORE_STAFF and _STAFF_BEHIND.match(text, end) is not None
