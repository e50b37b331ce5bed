"""Text as found -> text of characters only; text as set -> mostly ASCII, which is read in a fraction of the time."""

from __future__ import annotations

import re

# Halves of characters, and the code points that Unicode keeps for no character: a file or a page may not hold them.
_NO_CHARACTER = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
# How UTF-8 begins what is above U+CFFF, private use apart: few texts have any of these, which is seen at once.
_LEADS = tuple(bytes([lead]) for lead in (0xED, 0xEF, 0xF0, 0xF1, 0xF2, 0xF3, 0xF4))
_TYPOGRAPHIC = "“”‘–—…\u00a0"  # with an apostrophe, all that is not ASCII in most English texts
_WESTERN = "latin-1"  # one byte a character: of a text that has it, letters are told from signs in no time
_OF_WORDS = bytes(code if chr(code).isalnum() else ord(" ") for code in range(256))
_SIGNS = "’„•€"  # what the press of the West has besides
_NO_WORD = re.compile(r"[^\w ]")


def sound(text: str) -> str:
    """The text with U+FFFD for what is no character; its length stays."""
    if text.isascii():
        return text
    data = text.encode("utf-8", "surrogatepass")
    return _NO_CHARACTER.sub("\ufffd", text) if any(lead in data for lead in _LEADS) else text


def spaced(text: str) -> str:
    """The text with a blank for each typographic mark; an apostrophe, which is part of a word, stays."""
    if not text.isascii():
        for mark in _TYPOGRAPHIC:
            text = text.replace(mark, " ")
    return text


def apart(text: str) -> str:
    """The text with a blank for whatever is no letter and no digit; its length stays."""
    if text.isalnum():
        return text
    plain = spaced(text)
    if not plain.isascii():
        for mark in _SIGNS:
            plain = plain.replace(mark, " ")
    try:
        return plain.encode(_WESTERN).translate(_OF_WORDS).decode(_WESTERN)
    except UnicodeEncodeError:
        return _NO_WORD.sub(" ", plain.replace("_", " "))
