"""Text as found -> text of characters only."""

from __future__ import annotations

import re

# Halves of characters, and the code points that Unicode keeps for no character: a file or a page may not hold them.
_NO_CHARACTER = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_BEYOND = re.compile("[\ud800-\U0010ffff]")  # few texts have any of these, and one range is soon looked through


def sound(text: str) -> str:
    """The text with U+FFFD for what is no character; its length stays."""
    return text if text.isascii() or not _BEYOND.search(text) else _NO_CHARACTER.sub("\ufffd", text)
