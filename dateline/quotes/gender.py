"""A full name -> whether it is a woman's or a man's, by dateline/data/names/genders.txt.

That list has given names that are known to be borne by women before all, then those by men; of all others nothing is
said. A single name may be a surname, and says nothing.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from anyascii import anyascii


@cache
def of(name: str) -> str:
    """`f`, `m`, or nothing where it is not known."""
    words = [word for word in name.split() if len(word) > 1 and not word.endswith(".")]  # no initials
    if len(words) < 2:
        return ""
    line = f"\n{anyascii(words[0]).lower()}\n"
    return next((gender for gender, names in _lists().items() if line in names), "")


@cache
def _lists() -> dict[str, str]:
    """The text of either list: to look for the few names of an article there is less work than to split it."""
    text = files("dateline.data").joinpath("names", "genders.txt").read_text(encoding="utf-8")
    women, _, men = text.partition("\n\n")
    return {"f": f"\n{women}\n", "m": f"\n{men}\n"}
