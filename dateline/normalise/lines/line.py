"""A seed's text -> its non-blank lines, folded, with the shape that the other modules decide by."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from dateline.characters import spaced
from dateline.normalise.lines import glue, kinds

SENTENCE_ENDS = ".!?…。！？؟।۔։"
CLOSERS = "\"'”’»)]›」』）"
CLOSED = CLOSERS + " "
SENTENCE_WITHIN = re.compile(r"[.!?…。！？؟।۔][\"'”’»)]*\s+[\"“„«(]?\w")
ENDS, ASKING = frozenset(SENTENCE_ENDS), frozenset("?!…？！؟")
WIDE = re.compile(r"[぀-ヿ㐀-鿿가-힯฀-๿]")  # scripts of which one character says as much as two of ours, or more
_LEADS_OF_WIDE = (0xE0, *range(0xE3, 0xEE))  # how UTF-8 begins them; ten times faster than to look for them
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\ufff9-\ufffb\ud800-\udfff]")
_INVISIBLE_ASCII = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_C1 = re.compile(r"[\x80-\x84\x86-\x9f]")
_WINDOWS = {  # control codes that no text has: Windows-1252 read as Latin-1
    code: bytes([code]).decode("windows-1252", "ignore") for code in range(0x80, 0xA0) if code != 0x85
}
_COLUMNS = re.compile(r"(?<=\S)[ \t\xa0]{4,}(?=\S)")  # what stands apart on a page, in one line of its text
_NO_KEY = re.compile(r"[\W_]+")
_LOWER = bytes(range(256)).lower()
_SIGNS = bytes(byte for byte in range(128) if not chr(byte).isalnum())
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_JOINERS = "'.-"  # of ASCII; between letters or digits they are part of a word
_APART = bytes(byte if chr(byte).isalnum() or chr(byte) in _JOINERS else 0x20 for byte in range(128)).ljust(256)
_SIGNED = re.compile(r"[.!?…][\"”»“’]?\s?[(/][\w ./-]{2,20}[)/]?$")  # "… over.” (phy)": who wrote or sent it
_HASHTAGS = re.compile(r"(?:\s+#\w+)+$")  # "… she said. #news #lund"
_WORKED = re.compile(  # "… over. (Reporting by Anna Lind; editing by Bo Ek)"
    r"[.!?…][\"”»’]?\s?\((?:additional )?(?:reporting|writing|editing|edited|written|compiled|translated)\b[^()]*\)$",
    re.IGNORECASE,
)
URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
SIGN = 30  # characters of a line's end
SHORT = 60  # characters of a line that may well stand in other texts too
REMEMBERED = 4_000  # such lines: 4 MB, and more than an outlet has
SAID = 5_000  # characters of a line whose words are looked at: a line of megabytes has the same answers
CONTENT_LETTERS, STEM = 4, 6  # shorter words are mostly grammar in the languages with spaces
PROSE_LENGTH = 60  # characters of a short paragraph of one sentence; headings and captions are mostly shorter
ASKING_LENGTH = 110
LONG_LENGTH = 160  # from here on a line is prose even without a full stop: the median headline has 65, 1 in 200 has 150


class Line(Struct, frozen=True):
    """One non-blank line. `text` is what it says: white space folded, invisible characters dropped, NFC."""

    number: int  # 1-based, in the file
    text: str
    indent: int  # characters of white space before it
    gap: int  # blank lines between it and the line before
    words: int
    length: int  # characters, those of wide scripts counted twice
    wide: int  # how many of them there are
    ends: bool  # closes with a sentence's punctuation, quotes and brackets set aside
    prose: bool  # long enough for a paragraph, and a sentence
    tokens: tuple[str, ...] = ()  # its words, lower case
    stems: frozenset[str] = frozenset()  # how the longer ones begin: those that mostly carry meaning
    parts: tuple[tuple[int, str], ...] = ()  # (number, text) of the lines that were joined to this one

    @property
    def physical(self) -> tuple[tuple[int, str], ...]:
        """(number, text) of each line of the file that it is made of."""
        return self.parts or ((self.number, self.text),)


def fold(text: str) -> str:
    """One line of plain words: every kind of white space is one space, what cannot be seen is gone, NFC."""
    if text.isprintable():  # as nearly every line is: of all white space it has none but spaces
        text = " ".join(text.split()) if "  " in text else text.strip(" ")
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    if text.isascii():
        return " ".join(_INVISIBLE_ASCII.sub("", text).split())
    if _C1.search(text):
        text = text.translate(_WINDOWS)
    return unicodedata.normalize("NFC", " ".join(_INVISIBLE.sub("", text).split()))


def words(text: str) -> list[str]:
    """The words of a text, as they stand."""
    text = spaced(text)
    if text.isascii():
        text = f"{text} ".encode("ascii").translate(_APART).replace(b". ", b"  ").decode("ascii")
        if not any([sign in text for sign in _JOINERS]):
            return text.split()
    found: list[str] = []
    for part in text.split():  # most of them are words, or words with a comma: what the pattern finds, but sooner
        if part.isalnum():
            found.append(part)
        elif part[:-1].isalnum() and part[-1] != "_":
            found.append(part[:-1])
        else:
            found += _WORD.findall(part)
    return found


def make(number: int, raw: str, gap: int) -> Line:
    """The line of `raw`; its text is empty where nothing in it can be seen."""
    if len(raw) > SHORT:
        return _made(number, raw, gap)
    return replace(_remembered(raw), number=number, gap=gap)


@lru_cache(maxsize=REMEMBERED)
def _remembered(raw: str) -> Line:
    """A short line, for whatever number: menus, labels and notices stand in every text of a source."""
    return _made(0, raw, 0)


def _made(number: int, raw: str, gap: int) -> Line:
    text = fold(raw)
    wide = _wide(text)
    tokens = tuple(words(spaced(text[:SAID]).casefold()))  # what is ASCII then is folded in no time
    length = len(text) + wide
    ends = _ends(text)
    return Line(
        number=number,
        text=text,
        indent=len(raw) - len(raw.lstrip()),
        gap=gap,
        words=len(tokens) + wide // 2,
        length=length,
        wide=wide,
        tokens=tokens,
        stems=frozenset([word[:STEM] for word in tokens if len(word) >= CONTENT_LETTERS]),
        ends=ends,
        prose=length >= LONG_LENGTH or (ends and length >= (ASKING_LENGTH if _asks(text) else PROSE_LENGTH)),
    )


def _wide(text: str) -> int:
    if text.isascii() or not any(map(text.encode("utf-8", "replace").__contains__, _LEADS_OF_WIDE)):
        return 0
    return len(WIDE.findall(text))


def _columns(raw: str) -> list[str]:
    apart = "    " in raw or "\t" in raw or "\xa0" in raw  # nearly no line has them, and this is soon seen
    return _COLUMNS.split(raw) if apart else [raw]


def _asks(text: str) -> bool:
    """Headlines end with a question mark too, so it proves less."""
    return text.rstrip(CLOSED)[-1:] in ASKING


def _ends(text: str) -> bool:
    if text.rstrip(CLOSED)[-1:] in ENDS:
        return True
    if "#" in text and (tags := _HASHTAGS.search(text)):
        return _ends(text[: tags.start()])
    if text.endswith(")") and _WORKED.search(text):
        return True
    signed = _SIGNED.search(text, max(0, len(text) - SIGN))
    return signed is not None and signed.start() > 0


def split(text: str, first_line: int = 1) -> list[Line]:
    """The non-blank lines of a text; `first_line` is the number of its first one."""
    found: list[Line] = []
    gap = 0
    for number, raw in enumerate(text.split("\n"), first_line):
        if not raw or raw.isspace():
            gap += 1
            continue
        made = [make(number, part, gap) for piece in _columns(raw) for part in glue.parts(piece)]
        made = [line for line in made if line.text]
        gap = 0 if made else gap + 1
        found += [line if i == 0 else replace(line, gap=0) for i, line in enumerate(made)]
    return found


@lru_cache(maxsize=1_000)  # the lines of one text are asked for several times
def key(text: str) -> str:
    """Letters and digits alone, for asking whether two texts say the same."""
    if kinds.is_plain(text):
        return text.encode("ascii", "ignore").translate(_LOWER, _SIGNS).decode("ascii")
    return _NO_KEY.sub("", unicodedata.normalize("NFKC", text).casefold())
