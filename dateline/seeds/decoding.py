"""Bytes -> text: byte order mark, then strict UTF-8, then what chardet finds. Never a replacement character.

Order and choice of chardet 7 are measured: 188 of 188 news files in legacy encodings, where charset-normalizer had
.835 of them.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = ((b"%PDF-", "a PDF"), (b"{\\rtf", "RTF"), (b"PK\x03\x04", "a zip file"), (b"\x1f\x8b", "a gzip file"))
MAX_NULS = 0.2  # of the characters: some systems pad with them
SAMPLE = 200_000  # bytes that chardet sees; it is slow, and its answer does not change after a few thousand
MAX_CONTROLS = 0.01  # of the characters; text has tabs, line ends and now and then a stray one
_SURROGATES = re.compile(r"[\udc80-\udcff]")
_MANGLED = re.compile(r"â€[\x80-\xbf™œ\x9d“”˜¦]|Ã[\x80-\xbf]|Ð[\x80-\xbf]")
_MANGLED_LEADS = ("â€", "Ã", "Ð")  # found ten times faster than the pattern
_NEXT = "\x80-\xbf" + bytes(range(0x80, 0xC0)).decode("windows-1252", "ignore")  # a second or third byte, read so
_PIECE = re.compile(f"â€[{_NEXT}]?|[Â-ß][{_NEXT}]|[à-ï][{_NEXT}]{{2}}")
MANY_PIECES = 5
FEW_BYTES = 20  # on which a guess of the encoding rests: too few to be sure
_DOS = re.compile(r"(?:cp|ibm)[478]\d\d$", re.IGNORECASE)  # of all guesses from few bytes the least likely for news
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])


class NotTextError(ValueError):
    """The bytes are no text that can be told. The message ends a sentence that begins with the file's name."""


def decode(data: bytes) -> str:
    """The text, with line ends as \\n. Raises NotTextError."""
    return told(data)[0]


def told(data: bytes) -> tuple[str, str]:
    """The same, and what had to be mended in it, as the end of a sentence; empty where nothing had."""
    if kind := next((name for sign, name in SIGNATURES if data.startswith(sign)), ""):
        raise NotTextError(f"is not text: it is {kind}")
    text, note = _decode(data)
    if text.count("\0") <= len(text) * MAX_NULS:
        text = text.replace("\0", " ")
    if _controls(text) > max(3, len(text) * MAX_CONTROLS):
        raise NotTextError("is not text: it holds binary data")
    turned_back = _unmangled(text)
    if turned_back != text:
        note += ("; and it " if note else "") + "was read in a wrong encoding before it was saved, which is turned back"
    return turned_back.replace("\r\n", "\n").replace("\r", "\n"), note


def _controls(text: str) -> int:
    """Counted in bytes, which takes a tenth of the time that a pattern takes."""
    data = text.encode("utf-8", "surrogatepass")
    return len(data) - len(data.translate(None, _CONTROLS))


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding), ""
    if wide := _wide(data):
        return _strictly(data, wide), ""
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return data[: error.start].decode("utf-8"), "breaks off within its last character"
    with suppress(UnicodeError):  # CESU-8: characters outside the basic plane in halves, as old databases write them
        return data.decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16"), ""
    mended, foreign = _mended(data)
    if mended:
        return mended, f"is UTF-8 but for {foreign:,} bytes, which are read as Windows-1252"
    return _guessed(data)


def _mended(data: bytes) -> tuple[str, int]:
    """UTF-8 with a few bytes of Windows-1252 pasted into it, and how many; empty where it is rather something else."""
    text = data.decode("utf-8", "surrogateescape")
    foreign = _SURROGATES.findall(text)
    others = sum(char > "\x7f" for char in text) - len(foreign)
    if len(foreign) > others:  # what is valid by chance is rare: one in a hundred bytes of a legacy encoding
        return "", 0
    mended = _SURROGATES.sub(lambda match: bytes([ord(match.group()) - 0xDC00]).decode("windows-1252", "replace"), text)
    return mended, len(foreign)


def _unmangled(text: str) -> str:
    """UTF-8 that was once read as Windows-1252 and saved so.

    Where all of it can be turned back, it is certain; where some of it was lost since, each piece is that says one
    character of several bytes, if there are punctuation marks of three among them or many others.
    """
    if not any(lead in text for lead in _MANGLED_LEADS) or not _MANGLED.search(text):
        return text
    try:
        return b"".join(_byte(char) for char in text).decode("utf-8")
    except (UnicodeError, ValueError):
        pieces = _PIECE.findall(text)
        certain = any(piece.startswith("â€") for piece in pieces) or len(pieces) >= MANY_PIECES
        return _PIECE.sub(_turned_back, text) if certain else text


def _turned_back(match: re.Match[str]) -> str:
    if match[0] == "â€":  # its third byte, 9D, is nothing in Windows-1252, and some programs drop it
        return "”"
    try:
        return b"".join(_byte(char) for char in match[0]).decode("utf-8")
    except (UnicodeError, ValueError):
        return match[0]


def _byte(char: str) -> bytes:
    try:
        return char.encode("windows-1252")
    except UnicodeEncodeError:
        return bytes([ord(char)])  # the five codes that Windows-1252 leaves open; ValueError for a true character


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise NotTextError(f"begins like {encoding.upper()}, but is not") from None


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every second byte of western text is nought."""
    sample = data[:2000]
    if len(sample) < 4 or sample.count(0) < len(sample) * 0.3:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 10 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 10 * odd else ""


def _guessed(data: bytes) -> tuple[str, str]:
    if data.count(0) > len(data) * MAX_NULS:
        raise NotTextError("is not text: it holds binary data")
    import chardet  # only now: most files are UTF-8, and its tables take 50 ms to load

    foreign = sum(byte > 0x7F for byte in data[:SAMPLE])
    likely = chardet.detect(data[:SAMPLE])["encoding"] or ""
    if foreign <= FEW_BYTES and _DOS.match(likely):
        likely = "Windows-1252"
    for encoding in (likely, "Windows-1252"):
        try:
            if encoding:
                note = f"is not UTF-8: {foreign} bytes of it are read as {encoding}, which is a guess"
                return data.decode(encoding), note if foreign <= FEW_BYTES else ""
        except (UnicodeDecodeError, LookupError):
            continue
    raise NotTextError("is not text in any encoding that is known")
