"""Rich Text Format -> its text, a blank line between paragraphs.

After Microsoft's specification 1.9.1, as far as it says what is text: paragraphs, tabs and breaks, signs in the code
page of their font or in Unicode. What is none (fonts, styles, pictures, comments, the lines at the edges of pages, all
that is marked to be passed over by who does not know it) is left out, and so is how it looks. Notes stand behind the
text. striprtf (BSD), which is known for this, leaves notes out and deleted words in, and halves signs beyond U+FFFF.
"""

from __future__ import annotations

import codecs
import re

BEGINS = b"{\\rtf"
_TOKEN = re.compile(
    rb"\\(?:([A-Za-z]{1,32})(-?\d{1,10})? ?|'([0-9A-Fa-f]{2})|([^A-Za-z]))|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\", re.DOTALL
)
_NO_TEXT = re.compile(
    "annotation|atnauthor|atnid|colortbl|datastore|deleted|filetbl|footer[flr]?|generator|header[flr]?|info|listtable|"
    "listoverridetable|listtext|nonshppict|object|pict|pgptbl|pntext|pntxt[ab]|revtbl|rsidtbl|shppict|stylesheet|template|"
    "themedata|xe|tc"
)
_NOTE = "footnote"
_SIGNS = {
    **dict.fromkeys(["par", "sect", "page", "row", "nestrow"], "\n\n"),
    **dict.fromkeys(["line", "column"], "\n"),
    **dict.fromkeys(["tab", "cell", "nestcell"], "\t"),
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    **dict.fromkeys(["emspace", "enspace", "qmspace"], " "),
}  # fmt: skip
_SYMBOLS = {"~": " ", "_": "-", "-": "", "\n": "\n\n", "\r": "\n\n"}
# https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-wmf: CharacterSet
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437",
}  # fmt: skip
DEEPEST = 1000  # groups in each other

_State = tuple[list[str] | None, str, int, bool]


def text(data: bytes) -> str:
    """The text; of what is no RTF whatever it comes to."""
    return _Reader(data).text()


class _Reader:
    """One pass over all tokens. What holds until its group ends is kept in a copy for each group."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.whole = "cp1252"  # code page of the document
        self.fonts: dict[int, str] = {}
        self.font = 0  # the last one of the table
        self.body: list[str] = []
        self.notes: list[str] = []
        self.bytes = bytearray()  # signs in a code page that are not read yet: one sign may be two of them
        self.at = 0
        self.skip = 0  # signs to come that stand for one that was said in Unicode
        self.starred = False  # may the word to come be passed over, with its group?
        # where words go (none: nowhere), code page, signs that stand for one in Unicode, is this the table of fonts
        self.state: _State = (self.body, "", 1, False)
        self.groups: list[_State] = []

    def text(self) -> str:
        """The paragraphs, those of notes last."""
        while match := _TOKEN.match(self.data, self.at):
            self.at = match.end()
            word, number, byte, symbol, brace, words = match.groups()
            if brace:
                self.group(begins=brace == b"{")
            elif word:
                self.word(word.decode("ascii"), int(number) if number else None)
            elif symbol:
                self.symbol(symbol.decode("latin-1"))
            elif byte or words:
                self.said(bytes.fromhex(byte.decode()) if byte else words)
        self.read()
        lines = "".join([*self.body, "\n\n", *self.notes]).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", lines)).strip("\n")

    def group(self, *, begins: bool) -> None:
        self.read()
        self.skip, self.starred = 0, False
        if begins and len(self.groups) < DEEPEST:
            self.groups.append(self.state)
        elif not begins and self.groups:
            self.state = self.groups.pop()

    def said(self, signs: bytes) -> None:
        """Signs in a code page; the first may stand for one that was said in Unicode."""
        passed = min(self.skip, len(signs))
        self.skip -= passed
        if self.state[0] is not None:
            self.bytes += signs[passed:]
        self.starred = False

    def symbol(self, symbol: str) -> None:
        if self.skip and symbol in "\\{}":
            self.skip -= 1
            return
        self.read()
        self.starred = symbol == "*"
        self.put(symbol if symbol in "\\{}" else _SYMBOLS.get(symbol, ""))

    def word(self, name: str, value: int | None) -> None:
        if name == "bin":
            self.at += max(0, value or 0)
        elif name == "u" and value is not None:
            self.read()
            self.put(chr(value & 0xFFFF))  # of UTF-16, so that two of them may be one sign
            self.skip = self.state[2]
        else:
            self.read()
            self.control(name, value)
            self.skip = 0
        self.starred = False

    def control(self, name: str, value: int | None) -> None:
        """What a word changes for what stands behind it in its group."""
        target, page, fallback, is_table = self.state
        if self.starred or (value != 0 and _NO_TEXT.fullmatch(name)):
            target = None
        elif name == _NOTE:
            target = None if target is None else self.notes
            self.put("\n\n", target)
        elif name == "fonttbl":
            target, is_table = None, True
        elif name == "ansicpg":
            self.whole = _known(f"cp{value}", self.whole)
        elif name in ("mac", "pc", "pca"):
            self.whole = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[name]
        elif name == "f" and is_table:
            self.font = value or 0
        elif name == "fcharset" and is_table and value in _CHARSETS:
            self.fonts[self.font] = _CHARSETS[value]
        elif name in ("f", "plain"):
            page = self.fonts.get(value or 0, "") if name == "f" else ""
        elif name == "uc":
            fallback = value or 0
        elif name in _SIGNS:
            self.put(_SIGNS[name])
        self.state = (target, page, fallback, is_table)

    def read(self) -> None:
        """What stands in a code page, as far as it goes."""
        words, self.bytes = self.bytes, bytearray()
        if words:
            self.put(words.decode(self.state[1] or self.whole, "replace"))

    def put(self, words: str, target: list[str] | None = None) -> None:
        place = target if target is not None else self.state[0]
        if place is not None and words:
            place.append(words)


def _known(name: str, otherwise: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return otherwise
