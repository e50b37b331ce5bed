"""CLDR (through babel) -> dateline/data/months.json: names of months and weekdays in the languages with a daily press.

    python dateline/data/make/months.py

Run again after babel is upgraded. The file: {"months": {name: {language: month}}, "weekdays": [names]}; where every
language that has the name agrees on the month, {"": month} alone.
"""

from __future__ import annotations

import json
import unicodedata
from collections import defaultdict
from pathlib import Path

from babel import Locale

# Of CLDR's other languages many have month names that are common words here ("see", "man", "sun").
LANGUAGES = """
af am ar ar_LB ar_MA ar_TN az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it
ja ka kk km kn ko ky lb lo lt lv mk ml mn mr ms mt my nb ne nl nn no or pa pl ps pt ro ru sd si sk sl so sq sr sr_Latn
sv sw ta te tg th tk tr uk ur uz vi xh yo zh zu
""".split()  # noqa: SIM905 - eighty quoted tags are harder to read than four lines of words
# What weblogs abbreviate otherwise than CLDR does: to three letters
MORE = {"uk": {"кві": 4, "тра": 5, "чер": 6, "сер": 8, "жов": 10, "лис": 11, "гру": 12}}
PLAIN = {ord(alef): "ا" for alef in "أإآ"}  # as the same letter is often typed
TARGET = Path(__file__).resolve().parent.parent / "months.json"


def main() -> None:
    """Write the file."""
    months: dict[str, dict[str, int]] = defaultdict(dict)
    weekdays: set[str] = set()
    for tag in LANGUAGES:
        locale = Locale.parse(tag)
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in locale.months[context][width].items():
                    for key in filter(None, (usable(name), usable(name).translate(PLAIN))):
                        months[key].setdefault(tag[:2], number)
                for name in locale.days[context][width].values():
                    if key := usable(name):
                        weekdays.add(key)
    for tag, names in MORE.items():
        for name, number in names.items():
            months[name].setdefault(tag, number)
    table = {name: agreed(by_language) for name, by_language in sorted(months.items())}
    document = {"months": table, "weekdays": sorted(weekdays)}
    TARGET.write_text(json.dumps(document, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def usable(name: str) -> str:
    """The name as texts are searched for it, or nothing where it is a number or a single letter."""
    key = unicodedata.normalize("NFC", name).casefold().strip().rstrip(".")
    letters = sum(char.isalpha() for char in key)
    return key if letters >= 2 and not any(char.isdigit() for char in key) and " " not in key else ""


def agreed(by_language: dict[str, int]) -> dict[str, int]:
    """{"": month} where all languages agree."""
    numbers = set(by_language.values())
    return {"": numbers.pop()} if len(numbers) == 1 else by_language


if __name__ == "__main__":
    main()
