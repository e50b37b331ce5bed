"""Rising numbers <-> a line of letters: differences, five bits a letter, the last letter of each in the lower half.

Sixty-four printable letters in the order of their codes, so that a reader's browser needs no table of them; one of
them, the backslash, is two in JSON. Half of all differences within common words fit one letter.

Where all numbers from one on rise by one, a single difference becomes another. So a line is cut and joined: what
stands before a place is added up, many letters at once, and what comes after it is not looked at.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from itertools import accumulate, chain
from operator import sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Stretch = tuple[int, int, int]  # first number, the one after the last, and by how much all of them rise
ENDLESS = sys.maxsize  # the end of a stretch that none of the numbers is beyond

FIRST = ord("?")
LETTERS = "".join(map(chr, range(FIRST, FIRST + 64)))
_NUMBER = re.compile(r"[_-~]*[?-^]")  # letters of the upper half, then one of the lower
_LOWER, _UPPER = LETTERS[:32].encode(), LETTERS[32:].encode()
_WORTH = bytes.maketrans(_LOWER + _UPPER, bytes([*range(32), *[0] * 32]))  # of a letter of the lower half
_WORTH_UPPER = bytes.maketrans(_UPPER, bytes(range(32)))
_IS_UPPER = bytes.maketrans(_LOWER + _UPPER, bytes([*[0] * 32, *[1] * 32]))
_LONG = bytes((1, 1))  # of a difference of three letters or more
NEAR = 32  # letters that are looked at one by one


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


def encode(numbers: Sequence[int], before: int = 0) -> str:
    """Numbers from 0 on, each greater than the one before. `before`: the last of those that they follow."""
    return "".join(map(_said, map(sub, numbers, chain((before,), numbers))))


def decode(line: str) -> list[int]:
    """The numbers of a line, as the reader's side gets them."""
    return list(accumulate(map(_meant, _NUMBER.findall(line))))


def ended(line: str, last: Sequence[int], others: Sequence[int]) -> str:
    """A line whose last numbers, which are these, are replaced by others that are above the rest as well."""
    start = end = len(line)
    for _ in last:
        start, end = start - 1, start
        while start and line[start - 1] > LETTERS[31]:
            start -= 1
    before = last[0] - _meant(line[start:end]) if last else _sum(line.encode())
    return line[:start] + encode(others, before)


def moved(line: str, stretches: Sequence[Stretch], more: Sequence[int]) -> str:
    """The line of the numbers within stretches, each as it has risen, and of `more`, which rise and are none of them.

    Stretches rise as well, and none reaches into another, neither before nor after.
    """
    letters = line.encode()
    parts: list[str] = []
    start = before = last = put = 0  # in the line; the number before that place; the one last written; how many of more
    reached = 0  # the number of which `start` is the place
    for first, end, by in stretches:
        while put < len(more) and more[put] < first + by:
            parts.append(_said(more[put] - last))
            last = more[put]
            put += 1
        if first > reached:
            start, before = _found(letters, start, before, first)
        stop, until = len(letters), 0
        if end != ENDLESS or put < len(more):
            stop, until = _found(letters, start, before, end)
        if start < stop:
            rest = next(i for i in range(start, stop) if letters[i] in _LOWER) + 1
            parts += _said(before + _meant(line[start:rest]) + by - last), line[rest:stop]
            last = until + by
        start, before, reached = stop, until, end
    for number in more[put:]:
        parts.append(_said(number - last))
        last = number
    return "".join(parts)


def _found(letters: bytes, start: int, before: int, number: int) -> tuple[int, int]:
    """Where in a line the first number stands that is not below this one, and the number before that place.

    Looked for from `start` on; `before`: the number that stands before it.
    """
    size, stride, further = len(letters), NEAR, True
    while start < size and stride >= NEAR:
        end = min(start + stride, size)
        while letters[end - 1] not in _LOWER:  # a difference is not cut
            end += 1
        total = before + _sum(letters[start:end])
        if total < number:
            start, before = end, total
        else:
            further = False
        stride = stride * 2 if further else stride // 2
    at, step = start, 0
    while at < size:
        letter = letters[at] - FIRST
        at, step = at + 1, step << 5 | letter & 31
        if letter < 32:
            if before + step >= number:
                break
            start, before, step = at, before + step, 0
    return start, before


def _sum(letters: bytes) -> int:
    """Of whole differences."""
    total = sum(letters.translate(_WORTH))
    upper = letters.translate(_WORTH_UPPER, _LOWER)
    if upper and _LONG in letters.translate(_IS_UPPER):
        return sum(map(_meant, _NUMBER.findall(letters.decode())))
    return total + (sum(upper) << 5)
