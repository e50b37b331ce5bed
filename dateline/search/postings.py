"""Rising numbers <-> a line of letters: differences, five bits a letter, the last letter of each marked.

Sixty-four letters that need no escape within quotes. A number's lower five bits come first; a letter of the upper
half says that more follow. Half of all differences within common words fit one letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def _digits(number: int) -> str:
    found = ""
    while number > 31:
        found += LETTERS[32 + (number & 31)]
        number >>= 5
    return found + LETTERS[number]


_SHORT = tuple(_digits(number) for number in range(1 << 15))


def encode(numbers: Iterable[int]) -> str:
    """Numbers from 0 on, each greater than the one before."""
    found, last = [], -1
    for number in numbers:
        gap = number - last - 1
        found.append(_SHORT[gap] if gap < len(_SHORT) else _digits(gap))
        last = number
    return "".join(found)


def decode(line: str) -> list[int]:
    """The numbers of a line, as the reader's side gets them."""
    found, last, number, shift = [], -1, 0, 0
    for letter in line:
        digit = LETTERS.index(letter)
        number |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            last += number + 1
            found.append(last)
            number = shift = 0
    return found
