"""One file's path and bytes -> its raw articles, or the problem with it.

Problems: S10 empty, S11 not text, S12 a kind of file that is not read, S13 white space only.
"""

from __future__ import annotations

import hashlib

from dateline.model import Problem, Seed
from dateline.seeds.decoding import NotTextError, decode

TEXTS = frozenset({"txt", "text"})
KINDS = "Dateline reads .txt"


def read(path: str, data: bytes) -> list[Seed | Problem]:
    """The seeds in one file; `path` is relative to seeds/. An unusable file gives exactly one problem."""
    if not data:
        return [problem(path, "S10", "is empty", "Delete it, or put the article's text into it.")]
    if suffix(path) not in TEXTS:
        return [problem(path, "S12", "is of a kind that is not read", f"{KINDS}. Convert it, or take it away.")]
    try:
        text = decode(data)
    except NotTextError as error:
        return [problem(path, "S11", str(error), "Save it as UTF-8 text.")]
    if not text.strip("\ufeff\u200b \t\n\r\x0b\x0c\xa0"):
        return [problem(path, "S13", "holds nothing but white space", "Delete it, or put the article's text into it.")]
    return [Seed(path=path, sha256=hashlib.sha256(data).hexdigest(), text=text)]


def suffix(path: str) -> str:
    """The last suffix of the file's name, lower case, without the dot."""
    stem, dot, last = path.rpartition("/")[2].rpartition(".")
    return last.casefold() if dot and stem else ""


def problem(path: str, code: str, message: str, hint: str, line: int = 0) -> Problem:
    """A problem with a file of seeds/."""
    return Problem(f"seeds/{path}", line, code, message, hint)
