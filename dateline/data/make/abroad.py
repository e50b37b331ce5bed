"""CLDR (through babel) + countries/abroad.yaml -> countries/abroad.json: what countries are called in other languages.

    python -m dateline.data.make.abroad

Run again after babel is upgraded or the other file edited. The file: {language: {names, hidden, cities, adjectives}}.
Left out are names that English has too, for the forms of countries.yaml know more of these; names that are saints or
foreign cities there, and the shortest ones. Endings are added where they follow from the name alone.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from babel import Locale

from dateline.tools import yamlio

FOLDER = Path(__file__).resolve().parent.parent / "countries"
SHORTEST = 4  # letters: Togo in Russian is "of that", Italy in Vietnamese "idea"
# Languages with capitals that a text can be told to be in, by their common words or their letters
LANGUAGES = """
af az be bg bs ca cs da de el es et eu fi fr gl hr hu id is it lb lt lv mk ms nl nn no pl pt ro ru sk sl sq sr sv tr uk
uz vi
""".split()  # noqa: SIM905 - forty quoted tags are harder to read than a line of words
WITH_PLACES_IN_CASES = frozenset(["et", "fi", "hu", "lt", "lv"])  # where no preposition stands before a city
LOCALES = {"sr": "sr_Cyrl", "no": "nb"}
LONGEST = 3  # words
_SAINT = re.compile(
    r"(?:Sankt|Sint|São|San(?:t[oa]?)?|Saint(?:e|s)?|St\.|Sveti|Svätý|Svatý|Szent|Pyhä|Святы?й|Святая|Сент|Сен|Сан)\b"
)
# What more people and places are called than the country is: Rhode Island, Maurice, Guadalupe, Granada; not where the
# file by hand names it in a language, which then has the other places in its `hidden`
OTHERS = frozenset(
    """
    Island Islands Norfolk Norfolki Jersey Jerseys Salvador Reunion Reunión Maurice Mauricio Maurício Dominique Dominika
    Dominica Dominicas Guadalupe Granada Grenade Union Джерси Гренада Доминика Того
    """.split()  # noqa: SIM905 - likewise
)
ISLAND = "Island"  # Iceland in Germanic languages and Estonian
_BRACKET = re.compile(r"\s*\(.*\)")
_COMMA_BELOW = str.maketrans("ȘșȚț", "ŞşŢţ")  # Romanian is written with cedillas as often


def main() -> None:
    """Write the file."""
    (FOLDER / "abroad.json").write_text(compiled(), encoding="utf-8")


def compiled() -> str:
    """The text of the file."""
    english = json.loads((FOLDER / "forms.json").read_text(encoding="utf-8"))["forms"]
    by_hand = yamlio.parse((FOLDER / "abroad.yaml").read_text(encoding="utf-8")).value
    forms = {form for kinds in english.values() for form in kinds}
    cities = _cities()
    table: dict[str, dict[str, Any]] = {}
    for language in LANGUAGES:
        names = _names(language, english, by_hand)
        told = {name for listed in by_hand["names"].get(language, {}).values() for name in listed}
        owners: dict[str, set[str]] = {}
        for code, found in names.items():
            for name in found:
                owners.setdefault(name, set()).add(code)
        table[language] = {
            "names": {
                code: kept
                for code, found in names.items()
                if (
                    kept := [
                        name
                        for name in found
                        if name not in forms
                        and (name not in OTHERS or name in told)
                        and cities.get(name, code) == code
                        and len(owners[name]) == 1
                    ]
                )
            }
        }
        hidden = [*by_hand["hidden"].get(language, []), *(by_hand["hidden"][ISLAND] if ISLAND in told else [])]
        if hidden:
            table[language]["hidden"] = hidden
        if language in WITH_PLACES_IN_CASES:
            table[language]["cities"] = _cities_abroad(language)
        if adjectives := _adjectives(language, by_hand["adjectives"]):
            table[language]["adjectives"] = adjectives
    lines = [f"{json.dumps(language)}: {json.dumps(names, ensure_ascii=False)}" for language, names in table.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _cities_abroad(language: str) -> list[str]:
    """What large cities are called in one language, where that is another name than the English one."""
    zones = Locale.parse(language).time_zones.items()
    named = ((zone.rpartition("/")[2].replace("_", " "), told["city"]) for zone, told in zones if "city" in told)
    return sorted({city for english, city in named if city != english and " " not in city and city not in OTHERS})


def _names(language: str, codes: dict[str, Any], by_hand: dict[str, Any]) -> dict[str, list[str]]:
    """Code -> the country's names in one language, with their endings."""
    territories = Locale.parse(LOCALES.get(language, language)).territories
    more = by_hand["names"].get(language, {})
    endings = by_hand["endings"].get(language, [])
    found = {}
    for code in codes:
        name = _BRACKET.sub("", territories.get(code, ""))
        plain = [*([name] if _is_fit(name) else []), *more.get(code, [])]
        forms = [form for name in plain for form in (name, *_inflected(name, endings))]
        if language == "ro":
            forms += [form.translate(_COMMA_BELOW) for form in forms]
        found[code] = list(dict.fromkeys(forms))
    return found


def _adjectives(language: str, by_hand: dict[str, Any]) -> dict[str, Any]:
    """Endings, stems and whole forms of one language; of two that share them, those of the other."""
    entry = by_hand.get(language)
    if not entry:
        return {}
    entry = by_hand[entry["like"]] if "like" in entry else entry
    listed = {
        key: {code: forms if isinstance(forms, list) else [forms] for code, forms in entry[key].items()}
        for key in ("stems", "whole")
        if key in entry
    }
    return {"endings": entry["endings"], "capital": entry.get("capital") == "true", **listed}


def _is_fit(name: str) -> bool:
    if len(name) < SHORTEST and not (name.isupper() and len(name) > 2):
        return False
    return name[:1].isupper() and not _SAINT.match(name) and len(name.split()) <= LONGEST and name not in OTHERS


def _inflected(name: str, endings: list[Any]) -> list[str]:
    last = name.rpartition("-")[2]
    if " " in name or not last[1:].islower():
        return []
    for ending, others in endings:
        if re.search(f"(?:{ending})$", name):
            return [re.sub(f"(?:{ending})$", other, name) for other in others]
    return []


def _cities() -> dict[str, str]:
    """Every city of cities.txt, with the code of its country."""
    found = {}
    for line in (FOLDER / "cities.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            code, _, names = line.partition(" ")
            found.update({name.lstrip("~"): code for name in names.split("|")})
    return found


if __name__ == "__main__":
    main()
