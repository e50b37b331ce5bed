"""Names in the cases of Russian -> as people are cited: Ивана Петрова, Ивану Петрову are Иван Петров.

It is made from the case where its words leave no choice; of "Александра Иванова" nobody knows without another place
whether that is a woman.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Case -> endings of a man's surname and those of its nominative; the first that fits. Nothing is known of "".
# Of what ends in a consonant and "к" or "ц" a vowel may have been lost: Снопка is of Снопок, or of Снопк.
_MEN = {
    "gen": [
        ("(ск|цк)ого", r"\1ий"),
        ("([ое]в|ёв|ин|ын)а", r"\1"),
        ("[ое]го", ""),
        ("ки", "ка"),
        ("(ко|[ыи]х|дзе|ия|[оеиуэю])", r"\1"),
        ("([бвгджзлмнпрстфхк])ы", r"\1а"),
        ("([бвгджзлмнпрстфхшщ]|[аеёиоуыэюя]к)а", r"\1"),
    ],
    "dat": [
        ("(ск|цк)ому", r"\1ий"),
        ("([ое]в|ёв|ин|ын)у", r"\1"),
        ("[ое]му", ""),
        ("(ко|[ыи]х|дзе|ия)", r"\1"),
        ("([бвгджзлмнпрстфхшщ]|[аеёиоуыэюя]к)у", r"\1"),
    ],
    "ins": [
        ("(ск|цк)им", r"\1ий"),
        ("([ое]в|ёв|ин|ын)ым", r"\1"),
        ("(ко|[ыи]х|дзе|ия)", r"\1"),
        ("([бвгджзлмнпрстфх]|[аеёиоуыэюя]к)ом", r"\1"),
    ],
    "pre": [("(ск|цк)ом", r"\1ий"), ("([ое]в|ёв|ин|ын)е", r"\1"), ("(ко|[ыи]х|дзе|ия)", r"\1")],
}
_WOMEN = {
    "acc": [
        ("[ое]в|ин", ""),
        ("(ск|цк)ую", r"\1ая"),
        ("([ое]в|ёв|ин|ын)у", r"\1а"),
        ("(ко|[ыи]х|дзе|ия|[бвгджзлмнпрстфхкь])", r"\1"),
    ],
    "obl": [
        ("[ое]в|ин", ""),
        ("(ск|цк)ой", r"\1ая"),
        ("([ое]в|ёв|ин|ын)ой", r"\1а"),
        ("(ко|[ыи]х|дзе|ия|[бвгджзлмнпрстфхкь])", r"\1"),
    ],
}
_FATHERS = [
    ("(ович|евич|ич)(?:а|у|ем|е)", r"\1"),
    ("(овн|евн|ичн)(?:ы|е|у|ой)", r"\1а"),
    ("(ович|евич|овна|евна)", r"\1"),
]
REMEMBERED = 50_000  # names and words: the same come again and again


@lru_cache(REMEMBERED)
def nominative(name: str) -> tuple[bool, str]:
    """A Russian name in another case -> whether nothing else can be meant, and the name as it is cited.

    Nothing where it is in the nominative, or its words do not go together.
    """
    given, *others = name.split(" ")
    for gender, case, first in _cases().get(given, ()):
        table = _MEN if gender == "m" else _WOMEN
        *middle, last = others
        between = [_first(_FATHERS, word) for word in middle]
        if (surname := _first(table[case], last)) and all(between):
            # A man's genitive may be a woman's nominative (Александра); Чернегу is of Чернега, but other names stay so
            open_to_doubt = case == "gen" and given in _women() and not last.endswith("ого")
            open_to_doubt |= case == "gen" and last.endswith(("у", "ю"))
            return not open_to_doubt, " ".join([first, *between, surname])
    return False, ""


@lru_cache(REMEMBERED)
def may_be(word: str) -> str:
    """Every word that a name's word may be in the nominative, and more."""
    plain = word.title() if word.isupper() else word
    given = [first for _, _, first in _cases().get(plain, ())]
    return " ".join([*given, *alone(plain), _first(_FATHERS, plain)])


def _first(endings: list[tuple[str, str]], word: str) -> str:
    for ending, nominal in endings:
        if re.search(rf"(?<=\w)(?:{ending})$", word):
            return re.sub(rf"(?:{ending})$", nominal, word) if nominal and "-" not in word else ""
    return ""


@lru_cache(REMEMBERED)
def alone(surname: str) -> tuple[str, ...]:
    """What a surname may be in the nominative."""
    forms = (_first(endings, surname) for table in (_MEN, _WOMEN) for endings in table.values())
    return tuple(filter(None, forms))


@cache
def _women() -> frozenset[str]:
    return frozenset(name for gender, name in _given() if gender == "f")


def is_given(word: str) -> bool:
    """Whether a word is a given name of Russia in some case, or in none."""
    return word in _cases() or word in _nominatives()


@cache
def _nominatives() -> frozenset[str]:
    return frozenset(name for _, name in _given())


def _given() -> Iterator[tuple[str, str]]:
    text = resources.files("dateline.data").joinpath("names", "russian.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            gender, *listed = line.split()
            yield from ((gender, name) for name in listed)


@cache
def _cases() -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """A given name in a case -> the genders, cases and nominatives that it may be."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for gender, name in _given():
        for case, forms in _forms(name, gender):
            for form in forms:
                found.setdefault(form, []).append((gender, case, name))
    return {form: tuple(those) for form, those in found.items()}


def _forms(name: str, gender: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The cases of a given name; a man's of the second declension are a woman's but for the surname."""
    stem = name[:-1]
    if name in ("Павел", "Лев"):
        stem = {"Павел": "Павл", "Лев": "Льв"}[name]
        name = f"{stem}б"  # as one that ends in a consonant
    if name[-1] in "йь" and gender == "m":
        yield from (("gen", (f"{stem}я",)), ("dat", (f"{stem}ю",)), ("ins", (f"{stem}ем",)))
        yield "pre", (f"{stem}и" if name.endswith("ий") else f"{stem}е",)
    elif name[-1] in "ая":
        soft = name[-1] == "я"
        genitive = f"{stem}и" if soft or stem[-1] in "гкхжшч" else f"{stem}ы"
        dative = f"{stem}и" if name.endswith("ия") else f"{stem}е"
        accusative = f"{stem}ю" if soft else f"{stem}у"
        instrumental = (f"{stem}ей",) if soft else (f"{stem}ой",)
        if gender == "f":
            yield from (("acc", (accusative,)), ("obl", (genitive, dative, *instrumental)))
        else:
            yield from (("gen", (genitive, accusative)), ("dat", (dative,)), ("ins", instrumental), ("pre", (dative,)))
    elif name == "Любовь":
        yield "obl", ("Любови", "Любовью")
    elif gender == "m" and name[-1] not in "оеиуэю":
        root = stem if name[-1] == "б" and stem in ("Павл", "Льв") else name
        yield from (("gen", (f"{root}а",)), ("dat", (f"{root}у",)), ("ins", (f"{root}ом",)), ("pre", (f"{root}е",)))
