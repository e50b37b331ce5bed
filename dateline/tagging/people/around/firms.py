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


def is_employer(words: Sequence[str], roles: Container[str]) -> bool:
    """True where the words before a name say that somebody works there: "a drug analyst at"."""
    return len(words) > 1 and words[-1] == "at" and words[-2].lower() in roles


def goes_on(text: str, end: int) -> bool:
    """True where a name that ends at `end` goes on as a firm's: Lind & Sons, Lind <LND>."""
    behind = text[end : end + 2]
    if behind in (" <", " (", "<"):
        return _TICKER.match(text, end) is not None
    return behind in (" &", " a", " A") and _HOUSE.match(text, end) is not None
