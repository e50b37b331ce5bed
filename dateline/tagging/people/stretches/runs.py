"""Text -> runs of capitalised words: "Harbour Master General Jaan Tamm", "Ada von der Weide"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# `re` has no class of capital letters. Latin, Greek, Cyrillic, Armenian; other scripts have no capitals.
CAPITAL = "[" + "".join(chr(c) for c in range(0x2000) if chr(c).isupper()) + "]"
# A list of words is tried word by word: what is no word of it should be seen before, by its first letter or its end.
_LETTERS = r"[^\W\d_]"
_SPACE = r"[ \u00a0]{1,2}"
APOSTROPHE = "['’ʼ`]"
# Before a capital in the middle of a name: al-Assad, d'Estaing, O'Neill, McCain
_PREFIX = rf"(?:(?=[a-z])(?:(?:al|el|ul|as|ash|ar|at|ad|an|az|bin|ben|abu)-|[dl]{APOSTROPHE}))"
_LONGEST_PREFIX = 4
_ABBREVIATIONS = (
    "Mrs?|Ms|Messrs|Dr|Prof|Rev|Fr|Msgr|Mme|Mlle|Gen|Lt|Col|Maj|Capt|Cmdr|Cdr|Sgt|Cpl|Adm|Brig|Gov|Sens?|Reps?|Hon"
    "|Pres|Supt|Insp|Det|Ste?|Jr|Sr|Mohd|Muhd|Md|Ven|Barr|Comr|Amb|Pol|Engr|Chr|Wm|Geo|Alex|Jos|Chas|Thos|Jas|Robt|Benj|Saml|Edw|Fredk|MRS?|MS|DR|PROF|REV"
    "|GEN|SEN|REP|GOV"
)
_ENDS = r"(?![a-z\d]|(?<=[JS]r\.)\w)"  # Sen. Tamm, Sen.Tamm; not Jaan Tamm Jr.The
_ABBREVIATION = rf"(?=[A-Za-z]{{2,6}}+\.)(?:{_ABBREVIATIONS})\.{_ENDS}"
_MORE_INITIALS = rf"\.(?:-?{CAPITAL}\.)*"
_ALNUM = r"[^\W_]*+"
# Achieng' Odhiambo, Dato' Azman: an apostrophe that ends a word of a name
_LAST = rf"(?:['’ʼ](?<=(?:eng|ato).)(?={_SPACE}{CAPITAL}))?"
# Behind a full stop only where it ends no sentence that has lost its space: "said Tamm.The", "John Tamm Jr.The"
_JOINT = rf"[-.’'ʼ‑](?!(?<=[a-z]{{4}}\.){CAPITAL}|(?<=[A-Z][a-z][a-z]\.){CAPITAL}|(?<=\b[JS]r\.))"
_MORE_LETTERS = rf"{_ALNUM}(?:{_JOINT}(?=\w){_LETTERS}{_ALNUM})*{_LAST}"
_WORD = rf"{_PREFIX}?{CAPITAL}{_MORE_LETTERS}"
_PARTICLE = (
    r"(?:(?=[a-z'’])(?:['’]t|van|von|der|den|de|del|dela|delos|della|di|da|do|dos|das|du|la|le|los|las|el|al|bin|ibn|ben|bint|ter|ten|zu"
    r"|af|av|ul|y|lo|abu|arap|[sd]/o|a/[lp]))"
)
_ONE = rf"(?:{_ABBREVIATION}|{CAPITAL}{_MORE_INITIALS}|{_WORD})"
# Also in brackets, where cuts.py says whether it is one: Edward (Ted) Lind
_QUOTED = r"[\"“‘'][\w.-]+(?: [\w.-]+){0,2}[\"”’']"
_NICKNAME = rf"(?:{_QUOTED}|\((?:[A-Z][a-z]{{1,11}}|{_QUOTED})\))"


def _after_capital() -> str:
    """What follows the capital of a run's first word."""
    short = "|".join(rf"(?<={word[0]}){word[1:]}" for word in _ABBREVIATIONS.split("|"))
    return rf"(?:(?=[A-Za-z]{{1,5}}+\.)(?:{short})\.{_ENDS}|{_MORE_INITIALS}|{_MORE_LETTERS})"


# It begins with the capital itself, and only then asks what stands before it: `re` skips to the next one of a set of
# characters, but to nothing else. A prefix before the first word is looked for apart.
_RUN = re.compile(
    rf"{CAPITAL}(?<![\w@#&].)(?<![^a-z]/.)(?:(?<!\w\..)|(?<=[a-z]{{4}}\..)|(?<=[A-Z][a-z][a-z]\..)|(?<=\d\..)){_after_capital()}"
    rf"(?:[])]?{_SPACE}(?:{_NICKNAME}{_SPACE})?(?:{_PARTICLE}{_SPACE}){{0,3}}{_ONE}|(?<=\.)(?:{_PARTICLE}{_SPACE})?{_WORD})*"
    rf"(?:,?{_SPACE}(?:Jr|Sr)\b\.?)?"
)
_PREFIX_BEFORE = re.compile(rf"(?<![\w@#/])(?<!\w\.){_PREFIX}\Z")
_PREFIX_ENDS = "-'’ʼ`"
_PLATFORM = re.compile(r"X\.(?: |(?=\w[a-z]))\s*")  # which ends a sentence: "wrote on X. Tamm said", "on X.The"
_ON_PLATFORM = (" on ", " to ", " via ", " and ", " or ")
_PIECE = re.compile(rf"{_NICKNAME}|{_ONE}|{_PARTICLE}(?!\w)")
QUOTES = "\"“‘'("  # with which a nickname opens


def find(text: str) -> Iterator[tuple[int, str]]:
    """Every run of capitalised words with the particles between them, and where it starts; never across a line end.

    A bracket may close between two of them, as a quote's additions do: cuts.py says whether a name goes on behind it.
    Behind a slash, what stands before that says whether it is one: candidates.py.
    """
    for match in _RUN.finditer(text):
        start = match.start()
        if start and text[start - 1] in _PREFIX_ENDS:
            prefix = _PREFIX_BEFORE.search(text, max(0, start - _LONGEST_PREFIX), start)
            if prefix:
                yield prefix.start(), prefix[0] + match[0]
                continue
        run = match[0]
        if run.startswith("X.") and text.endswith(_ON_PLATFORM, max(0, start - 5), start):
            ends = _PLATFORM.match(run)  # two spaces may follow, or none
            start, run = (start + ends.end(), run[ends.end() :]) if ends else (start, run)
        yield start, run


def pieces(run: str) -> Iterator[tuple[str, int]]:
    """The words of a run, each with its offset in it."""
    if not run.replace(" ", "").isalpha():
        yield from ((match[0], match.start()) for match in _PIECE.finditer(run))
        return
    start = 0  # nothing but letters and spaces, as most runs are: what the pattern would find, in half the time
    for word in run.split(" "):
        if word:
            yield word, start
        start += len(word) + 1
