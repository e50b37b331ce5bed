"""Markdown -> how many words a reader sees in it.

Every article's are counted, so its syntax is not blanked first, as `plaintext.mask` does, where it has no words of its
own. A test holds the count equal to that of the pattern over the masked text, which takes four times as long.
"""

from __future__ import annotations

import re

from dateline.characters import spaced
from dateline.plaintext import mask

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
_WESTERN = "cp1252"  # one byte a character: of a text that has it, words are counted in a quarter of the pattern's time
_A, _JOIN = b"a", b"-"  # stand for all that words are of, and for all that joins their parts
_KINDS = b"".join(  # of each byte what its character is in a word
    _JOIN if each in "'’.,-" else _A if _WORD.match(each) else b" "
    for each in (bytes([byte]).decode(_WESTERN, "replace") for byte in range(256))
)
# Where none of this is, no syntax has words of its own but the addresses of links, which begin so that they are found
# at once; all else that is blanked is between words anyway.
_HIDING = ("<", "_", "\\", "]:")
_NUMBERED = re.compile(r"\n[ \t]*\d{1,9}[.)][ ]")
_LINKED = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")
_TITLED = re.compile(r"\]\((?:[^()\s]|\([^()\s]*\))*+\s")  # a link that may have a title, on whatever line
_GLUED = re.compile(r"http\S*?\]\(")  # an address that may take a link behind it for its own
_ADDRESS = re.compile(r"http(?<!\whttp)s?://\S+")


def words(markdown: str) -> int:
    """The number of words that a reader sees."""
    text = _ADDRESS.sub(" ", _LINKED.sub(" ", markdown)) if _hides_no_words(markdown) else mask(markdown)
    text = spaced(text).replace("’", "'")
    try:
        kinds = b" " + text.encode("ascii" if text.isascii() else _WESTERN).translate(_KINDS)
    except UnicodeEncodeError:
        return len(_WORD.findall(text))
    if _JOIN + _JOIN in kinds:
        return sum(kinds.count(before + _A) for before in (b" ", b" " + _JOIN, _JOIN + _JOIN))  # where one begins
    return kinds.replace(_JOIN, b"").count(b" " + _A)


def _hides_no_words(markdown: str) -> bool:
    odd = _NUMBERED.search(f"\n{markdown}") or _TITLED.search(markdown) or _GLUED.search(markdown)
    return not (odd or any(sign in markdown for sign in _HIDING))
