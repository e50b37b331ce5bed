"""Rising numbers <-> a line of letters: differences, five bits a letter, the last letter of each in the lower half.

Sixty-four printable letters in the order of their codes, so that a reader's browser needs no table of them; one of
them, the backslash, is two in JSON. Half of all differences within common words fit one letter.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, chain
from operator import sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST = ord("?")
LETTERS = "".join(map(chr, range(FIRST, FIRST + 64)))
_NUMBER = re.compile(r"[_-~]*[?-^]")  # letters of the upper half, then one of the lower


@cache
def _said(step: int) -> str:
    """How far the next number is from the one before."""
    found = LETTERS[step & 31]
    while step := step >> 5:
        found = LETTERS[32 + (step & 31)] + found
    return found


@cache
def _meant(said: str) -> int:
    number = 0
    for letter in said:
        number = number << 5 | (ord(letter) - FIRST) & 31
    return number


def encode(numbers: Sequence[int]) -> str:
    """Numbers from 0 on, each greater than the one before."""
    return "".join(map(_said, map(sub, numbers, chain((0,), numbers))))


def decode(line: str) -> list[int]:
    """The numbers of a line, as the reader's side gets them."""
    return list(accumulate(map(_meant, _NUMBER.findall(line))))
