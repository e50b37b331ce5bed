"""Rising numbers <-> a line of letters: differences, five bits a letter, the last letter of each marked.

Sixty-four letters that need no escape within quotes. A number's lower five bits come first; a letter of the upper
half says that more follow. Half of all differences within common words fit one letter.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, chain
from operator import sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_NUMBER = re.compile(r"[g-z0-9_-]*[A-Za-f]")  # letters of the upper half, then one of the lower


@cache
def _said(step: int) -> str:
    """How far the next number is from the one before, from 1 on."""
    found, number = "", step - 1
    while number > 31:
        found += LETTERS[32 + (number & 31)]
        number >>= 5
    return found + LETTERS[number]


@cache
def _meant(said: str) -> int:
    return sum((LETTERS.index(letter) & 31) << (5 * place) for place, letter in enumerate(said)) + 1


def encode(numbers: Sequence[int]) -> str:
    """Numbers from 0 on, each greater than the one before."""
    return "".join(map(_said, map(sub, numbers, chain((-1,), numbers))))


def decode(line: str) -> list[int]:
    """The numbers of a line, as the reader's side gets them."""
    return list(accumulate(map(_meant, _NUMBER.findall(line)), initial=-1))[1:]
