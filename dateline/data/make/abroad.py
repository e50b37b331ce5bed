"""CLDR (through babel) -> countries/abroad.json: what countries are called in texts of other languages than English.

    python -m dateline.data.make.abroad

Run again after babel is upgraded. The file: {language: {code: [names]}}; under no code stand phrases that hide a name.
Left out are names that English has too, for the forms of countries.yaml know more of these; and names that are common
words, saints or foreign cities there, and the shortest ones. Endings are added where they follow from the name alone.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from babel import Locale

FOLDER = Path(__file__).resolve().parent.parent / "countries"
SHORTEST = 4  # letters: Togo in Russian is "of that", Italy in Vietnamese "idea"
# Languages with capitals of which `languages.json` has the common words, so that a text can be told to be in one
LANGUAGES = """
af az be bg bs ca cs da de es et eu fi fr gl hr hu id is it lb lt lv mk ms nl nn no pl pt ro ru sk sl sq sr sv tr uk uz
vi
""".split()  # noqa: SIM905 - forty quoted tags are harder to read than a line of words
LOCALES = {"sr": "sr_Cyrl", "no": "nb"}
# What newspapers call them, where that is not CLDR's name
MORE = {
    "US": {
        "bg": ["САЩ"],
        "bs": ["SAD"],
        "ca": ["EUA"],
        "de": ["Vereinigte Staaten"],
        "es": ["EE.UU.", "EE. UU.", "EEUU"],
        "et": ["Ühendriigid"],
        "fr": ["Etats-Unis"],
        "gl": ["EUA"],
        "hr": ["SAD"],
        "lt": ["JAV"],
        "lv": ["ASV"],
        "pt": ["EUA"],
        "ro": ["SUA"],
        "ru": ["США"],
        "tr": ["ABD"],
        "uk": ["США"],
    },
    "GB": {
        "ca": ["Gran Bretanya"],
        "cs": ["Velká Británie", "Británie"],
        "da": ["Storbritannien"],
        "de": ["Großbritannien", "Grossbritannien"],
        "es": ["Gran Bretaña"],
        "et": ["Suurbritannia"],
        "fi": ["Iso-Britannia", "Britannia"],
        "fr": ["Grande-Bretagne"],
        "gl": ["Gran Bretaña"],
        "it": ["Gran Bretagna"],
        "nl": ["Groot-Brittannië"],
        "pl": ["Wielka Brytania"],
        "pt": ["Grã-Bretanha"],
        "ro": ["Marea Britanie"],
        "ru": ["Великобритания"],
        "sk": ["Veľká Británia"],
        "tr": ["İngiltere"],
        "uk": ["Велика Британія"],
    },
    "AE": {"ru": ["ОАЭ"], "uk": ["ОАЕ"]},
    "BY": {"de": ["Weißrussland"], "ru": ["Белоруссия"], "uk": ["Білорусь"]},
    "CZ": {"de": ["Tschechien"], "es": ["República Checa"], "fr": ["République tchèque"], "it": ["Repubblica Ceca"]},
    "EG": {"ru": ["Египта", "Египту", "Египтом", "Египте"]},
    "HK": {"de": ["Hongkong"], "nl": ["Hongkong"], "sv": ["Hongkong"], "ru": ["Гонконг"]},
    "KP": {"ru": ["КНДР", "Северная Корея"]},
    "KR": {"ru": ["Южная Корея"]},
    "MD": {"ru": ["Молдавия"]},
    "PS": {
        "ca": ["Palestina"],
        "de": ["Palästina"],
        "es": ["Palestina"],
        "et": ["Palestiina"],
        "fi": ["Palestiina"],
        "fr": ["Palestine"],
        "it": ["Palestina"],
        "nl": ["Palestina"],
        "pl": ["Palestyna"],
        "pt": ["Palestina"],
        "ru": ["Палестина"],
        "sv": ["Palestina"],
    },
    "VA": {
        "de": ["Vatikan"],
        "fr": ["Vatican"],
        "es": ["Vaticano"],
        "it": ["Vaticano"],
        "pt": ["Vaticano"],
        "ru": ["Ватикан"],
    },
}
LONGEST = 3  # words
# Seas and states whose names hold a country's, or look like a person's
NOT = {
    "ca": ["Golf de Mèxic", "Nou Mèxic", "Mar del Nord"],
    "da": ["Den Mexicanske Golf"],
    "de": ["Golf von Mexiko", "Neu-Mexiko"],
    "es": ["Golfo de México", "golfo de México", "Nuevo México", "Mar del Norte", "mar del Norte"],
    "fr": ["Golfe du Mexique", "golfe du Mexique", "Nouveau-Mexique", "Mer du Nord"],
    "gl": ["Golfo de México", "Novo México", "Mar do Norte"],
    "it": ["Golfo del Messico", "golfo del Messico", "Nuovo Messico", "Mare del Nord", "mare del Nord"],
    "pt": ["Golfo do México", "golfo do México", "Novo México", "Mar do Norte"],
    "ro": ["Golful Mexic", "New Mexico", "Marea Nordului"],
}
_SAINT = re.compile(
    r"(?:Sankt|Sint|São|San(?:t[oa]?)?|Saint(?:e|s)?|St\.|Sveti|Svätý|Svatý|Szent|Pyhä|Святы?й|Святая|Сент|Сен|Сан)\b"
)
# What more people and places are called than the country is: Rhode Island, Maurice, Guadalupe, Granada
OTHERS = frozenset(
    """
    Island Islands Norfolk Norfolki Jersey Jerseys Salvador Reunion Reunión Maurice Mauricio Maurício Dominique Dominika
    Dominica Dominicas Guadalupe Granada Grenade Union Джерси Гренада Доминика Того
    """.split()  # noqa: SIM905 - likewise
)
_BRACKET = re.compile(r"\s*\(.*\)")
# Last letters of a name of one word -> what stands for them in its other cases; the first that fits
ENDINGS: dict[str, list[tuple[str, list[str]]]] = {
    "ru": [
        ("ия", ["ии", "ию", "ией"]),
        ("ка", ["ки", "ке", "ку", "кой"]),
        ("а", ["ы", "е", "у", "ой"]),
        ("ь", ["и", "ю", "ью", "я", "ем", "е"]),
        ("й", ["я", "ю", "ем", "е"]),
        (r"([бвгджзклмнпрстфхц])", [r"\1а", r"\1у", r"\1ом", r"\1е"]),
    ],
    "uk": [
        ("ія", ["ії", "ію", "ією"]),
        ("а", ["и", "і", "у", "ою"]),
        ("ь", ["і", "ю", "лю", "я", "ем"]),
        ("й", ["ю", "єм", "ї"]),
        (r"([бвгджзклмнпрстфхц])", [r"\1у", r"\1ом", r"\1і", r"\1а"]),
    ],
    "et": [("([aeiouõäöü])", [rf"\1{end}" for end in ("s", "st", "sse", "le", "l", "lt", "ga", "ni", "ks")])],
    "fi": [
        ("([aou])", [rf"\1{end}" for end in ("n", "ssa", "sta", "lla", "lle", "lta", "a", "an")]),
        ("([eäöy])", [rf"\1{end}" for end in ("n", "ssä", "stä", "llä", "lle", "ltä", "ä", "än")]),
        ("i", [f"i{end}" for end in ("n", "ssa", "sta", "in", "a")]),
    ],
    "cs": [("sko", ["ska", "sku", "skem"]), ("ie", ["ii", "ií"]), ("ína", ["íny", "íně", "ínu", "ínou"])],
    "sk": [("sko", ["ska", "sku", "skom"]), ("ína", ["íny", "íne", "ínu", "ínou"])],
    "pl": [
        ("ja", ["ji", "ję", "ją"]),
        ("ia", ["ii", "ię", "ią"]),
        ("na", ["ny", "nie", "nę", "ną"]),
        ("ska", ["ski", "sce", "skę", "ską"]),
    ],
    "de": [(r"([^szxß])", [r"\1s"])],
    "lb": [(r"([^szxß])", [r"\1s"])],
    "sv": [(r"([^szx])", [r"\1s"])],
    "da": [(r"([^szx])", [r"\1s"])],
    "no": [(r"([^szx])", [r"\1s"])],
    "nn": [(r"([^szx])", [r"\1s"])],
}


def main() -> None:
    """Write the file."""
    (FOLDER / "abroad.json").write_text(compiled(), encoding="utf-8")


def compiled() -> str:
    """The text of the file."""
    english = json.loads((FOLDER / "forms.json").read_text(encoding="utf-8"))["forms"]
    forms = {form for kinds in english.values() for form in kinds}
    cities = _cities()
    common = json.loads((FOLDER.parent / "languages.json").read_text(encoding="utf-8"))
    table: dict[str, dict[str, list[str]]] = {}
    for language in LANGUAGES:
        names = _names(language, english)
        words = frozenset(common.get(language, "").split())
        owners: dict[str, set[str]] = {}
        for code, found in names.items():
            for name in found:
                owners.setdefault(name, set()).add(code)
        table[language] = {
            code: kept
            for code, found in names.items()
            if (
                kept := [
                    name
                    for name in found
                    if name not in forms
                    and name not in OTHERS
                    and name.casefold() not in words
                    and cities.get(name, code) == code
                    and len(owners[name]) == 1
                ]
            )
        }
        if language in NOT:
            table[language][""] = NOT[language]
    lines = [f"{json.dumps(language)}: {json.dumps(names, ensure_ascii=False)}" for language, names in table.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _names(language: str, codes: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    """Code -> the country's names in one language, with their endings."""
    territories = Locale.parse(LOCALES.get(language, language)).territories
    found = {}
    for code in codes:
        given = [_BRACKET.sub("", territories.get(code, "")), *MORE.get(code, {}).get(language, [])]
        plain = [name for name in given if _is_fit(name)]
        found[code] = list(dict.fromkeys(form for name in plain for form in (name, *_inflected(name, language))))
    return found


def _is_fit(name: str) -> bool:
    if len(name) < SHORTEST and not (name.isupper() and len(name) > 2):
        return False
    return name[:1].isupper() and not _SAINT.match(name) and len(name.split()) <= LONGEST and name not in OTHERS


def _inflected(name: str, language: str) -> list[str]:
    if " " in name or "-" in name or not name[1:].islower():
        return []
    for ending, others in ENDINGS.get(language, []):
        if re.search(f"{ending}$", name):
            return [re.sub(f"{ending}$", other, name) for other in others]
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
