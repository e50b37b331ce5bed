"""Markdown -> how many words a reader sees in it.

Every article's are counted, so its syntax is not blanked first, as `plaintext.mask` does, where it has no words of its
own. A test holds the count equal to that of the pattern over the masked text, which takes four times as long.
"""

from __future__ import annotations

import re
from contextlib import suppress

from dateline.characters import spaced
from dateline.plaintext import mask

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
_A, _JOIN = b"a", b"-"  # stand for all that words are of, and for all that joins their parts
_WESTERN = {  # one byte a character: a text that has it is counted in a fraction of the pattern's time
    encoding: b"".join(  # of each byte what its character is in a word
        _JOIN if each in "'’.,-" else _A if _WORD.match(each) else b" "
        for each in (bytes([byte]).decode(encoding, "replace") for byte in range(256))
    )
    for encoding in ("latin-1", "cp1252")  # the second has more letters, such as š, and takes ten times as long
}
# Where none of this is, no syntax has words of its own but the addresses of links; all else that is blanked is between
# words anyway. In code, links and addresses are words.
_HIDING = ("<", "_", "\\", "]:", "```", "~~~")
_NUMBERED = re.compile(r"\n[ \t]*\d{1,9}[.)][ ]")
_LINKED = re.compile(r"""\[([^\[\]\n]*)\]\([^()\s"']*(?:\([^()\s"']*\)[^()\s"']*)*\)""")
_ADDRESS = re.compile(r"http(?<!\whttp)s?://\S+")


def words(markdown: str) -> int:
    """The number of words that a reader sees."""
    text = _LINKED.sub(r" \1 ", markdown) if "](" in markdown else markdown
    text = _ADDRESS.sub(" ", text) if _hides_no_words(markdown, text) else mask(markdown)
    text = spaced(text).replace("’", "'")
    kinds = _kinds(text)
    if kinds is None:
        return len(_WORD.findall(text))
    if _JOIN + _JOIN in kinds:
        return sum(kinds.count(before + _A) for before in (b" ", b" " + _JOIN, _JOIN + _JOIN))  # where one begins
    return kinds.replace(_JOIN, b"").count(b" " + _A)


def _kinds(text: str) -> bytes | None:
    """A blank, and what each character is in a word, where a byte is enough for each."""
    for encoding, kinds in _WESTERN.items():
        with suppress(UnicodeEncodeError):
            return b" " + text.encode(encoding).translate(kinds)
    return None


def _hides_no_words(markdown: str, unlinked: str) -> bool:
    if "](" in unlinked or any([sign in markdown for sign in _HIDING]) or _NUMBERED.search(f"\n{markdown}"):
        return False
    return "`" not in markdown or not ("](" in markdown or "http" in markdown)
