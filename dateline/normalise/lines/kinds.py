"""Text -> bytes that say of each character which kind it is: what is asked of a line's shape is then counted.

A pattern goes from character to character; counting in bytes goes ten times as fast.
"""

from __future__ import annotations

from dateline.characters import spaced

CAPITAL, SMALL, DIGIT, SPACE, SIGN = b"A", b"a", b"0", b" ", b"."  # what is not ASCII comes to several signs
_WORD_BEGINS = SPACE + CAPITAL
_APOSTROPHE = "’"
_GLUED = SMALL + CAPITAL + SMALL


def _kind(byte: int) -> bytes:
    character = chr(byte)
    if not character.isascii():
        return SIGN
    if character.isalpha():
        return CAPITAL if character.isupper() else SMALL
    return DIGIT if character.isdigit() else SPACE if character.isspace() else SIGN


_KINDS = b"".join(map(_kind, range(256)))


def is_plain(text: str) -> bool:
    """Whether all its letters and digits are ASCII, as those of most English texts."""
    return text.isascii() or spaced(text).replace(_APOSTROPHE, " ").isascii()


def of(text: str) -> bytes:
    """The kinds of the characters, in their order."""
    return text.encode("utf-8", "replace").translate(_KINDS)


def digits(kinds: bytes) -> int:
    """How many there are, ASCII only."""
    return kinds.count(DIGIT)


def glued(kinds: bytes) -> bool:
    """Whether a capital stands between small letters: "HomeNews"."""
    return _GLUED in kinds


def capitalised(kinds: bytes) -> int:
    """Words that begin with a capital letter."""
    return kinds.count(_WORD_BEGINS) + kinds.startswith(CAPITAL)


def joints(kinds: bytes) -> int:
    """Where a word that begins with a capital may be glued to what stands before it; capitals in a row are one word."""
    glued = kinds.count(CAPITAL + SMALL) - kinds.count(_WORD_BEGINS + SMALL) - kinds.startswith(CAPITAL + SMALL)
    if CAPITAL + CAPITAL in kinds:
        glued += sum([kinds.count(before + CAPITAL + CAPITAL) for before in (SMALL, DIGIT, SIGN)])
    return glued
