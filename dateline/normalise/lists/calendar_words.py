"""A word -> the month that it names, in some language. From CLDR, by dateline/data/make/months.py."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files


@cache
def _tables() -> tuple[dict[str, dict[str, int]], frozenset[str]]:
    document = json.loads(files("dateline.data").joinpath("months.json").read_text(encoding="utf-8"))
    return document["months"], frozenset(document["weekdays"])


def month(word: str, language: str = "") -> int:
    """1-12, or 0 where the word names no month, or another one in each language and `language` is unknown."""
    by_language = _tables()[0].get(word.casefold().rstrip("."), {})
    return by_language.get("") or by_language.get(language) or 0


def is_weekday(word: str) -> bool:
    """Whether the word names a day of the week in some language."""
    return word.casefold().rstrip(".,") in _tables()[1]
