"""Roles of the site's vocabulary + a text and its date -> who "the Estonian prime minister" is there.

Only offices that the site's own people.yaml states count here; the shipped ones help with surnames alone (roles).
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from dateline.tagging.people.own.roles import held_at, held_throughout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.model import When
    from dateline.vocabulary import Country, Role, Vocabulary

    Office = tuple[str, str]  # of which country or organisation, and which; both plain

RULE = "people.role"  # of a mention
_GAP = "[ \u00a0\u2011-]"
_APOSTROPHE = re.compile("['’ʼ]s?$")
_SEPARATORS = re.compile("[ \u00a0\u2011-]+")
_SAME = {"pm": "prime minister"}  # what else an office is called
# Constituent countries have offices of their own, though they name their state for the tags of countries.
_PARTS = (
    ("england", "english"),
    ("scotland", "scottish"),
    ("wales", "welsh"),
    ("northern ireland", "northern irish"),
)
_PORTFOLIO = frozenset(["minister", "secretary", "secretary of state"])  # Minister of Defence: of which country?
# before an office: somebody else's, or nobody's
_OTHERS = frozenset(
    [
        "a",
        "an",
        "any",
        "every",
        "each",
        "no",
        "another",
        "some",
        "former",
        "ex",
        "late",
        "next",
        "future",
        "previous",
        "last",
        "first",
        "second",
        "then",
        "deputy",
        "vice",
        "acting",
        "interim",
        "aspiring",
        "onetime",
        "shadow",
        "assistant",
        "associate",
        "honorary",
        "north",
        "south",
        "east",
        "west",
        "incoming",
        "would-be",
        "one-time",
        "self-proclaimed",
        "self-declared",
    ]
)
_NOT_IN_OFFICE = re.compile(
    rf"{_GAP}(?:of|for|elect|designate|candidate|nominee|hopeful|contender|emeritus|in exile)\b"
)
_NAME_AFTER = re.compile(r"[ \u00a0]?[,(–—-]?[ \u00a0]?\Z")
_NAME_BEFORE = re.compile(
    r"[ \u00a0]?[,(–—-]?[ \u00a0]?(?:(?:who|is|was|as|became|now|currently)[ \u00a0])*(?:the[ \u00a0])?\Z"
)
_LONGEST_GAP = 24  # characters between a name and its office


class Held(NamedTuple):
    """An office in a text, and who may hold it at its date: one name where that is sure."""

    start: int  # characters
    end: int
    names: tuple[str, ...]
    sure: bool


class Offices:
    """Built once from a vocabulary; without a role of the site's own it finds nothing and costs nothing."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._holders: dict[Office, list[tuple[str, Role]]] = defaultdict(list)
        self._named: dict[str, str] = {}  # what names a place that has an office here -> which
        own = [(person.name, r) for person in vocabulary.people.values() for r in person.roles if not r.shipped]
        if not own:
            return
        self._places, groups = _places(vocabulary.countries.values())
        for name, role in own:
            if office := self._office(role.title):
                self._holders[office].append((name, role))
        wanted = {place for place, _ in self._holders}
        for place in wanted:
            self._places.setdefault(place, place)
        self._named = {form: place for form, place in self._places.items() if place in wanted}
        ends = tuple(f" {end}" for end in self._named)
        self._longer = {form for form in self._places.keys() | groups if form.endswith(ends)}
        for group in groups:
            self._places.pop(group, None)
        # a space before "pm": it stands in many words
        self._last_words = {_last(office) for _, office in self._holders} | {f" {short}" for short in _SAME}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return _pattern(self._named.keys() | self._longer, {office for _, office in self._holders})

    def signs(self) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
        """Who holds an office; words, one of which stands wherever that is named; and what names its place, likewise.

        Where a text has none of either beside a place or an office of any other, the office changes nothing in it.
        """
        forms: dict[str, set[str]] = defaultdict(set)
        for form, place in self._named.items():
            forms[place].add(form)
        for (place, office), held in self._holders.items():
            ends = frozenset(_last(name) for name in (office, *(s for s, long in _SAME.items() if long == office)))
            for name, _ in held:
                yield name, ends, frozenset(forms[place])

    def find(self, text: str, date: When | None) -> Iterator[Held]:
        """Each place where the text says an office of the site's vocabulary that somebody held at its date."""
        if not self._holders or date is None:
            return
        lower = text.lower()
        if not any(word in lower for word in self._last_words):
            return  # the pattern is slow: most texts are spared it
        for match in self._pattern.finditer(text):
            place, office = match["place"] or match["place_after"], match["office"] or match["office_before"]
            plain = _plain(place)
            if len(plain.replace(".", "")) <= 3 and not place.isupper():
                continue  # "told us president …"
            known = self._holders.get((self._places.get(plain, ""), _office(_plain(office))))
            if known and not _somebody_else(text, match.start(), match.end()):
                names = tuple(dict.fromkeys(name for name, role in known if held_at(role, date)))
                if names:
                    sure = any(name == names[0] and held_throughout(role, date) for name, role in known)
                    yield Held(match.start(), match.end(), names, sure and len(names) == 1)

    def _office(self, title: str) -> Office | None:
        """Of which place, and which office; None for a title that says not of what it is one."""
        plain = _plain(title)
        pieces = plain.split(" of ")
        for i in range(len(pieces) - 1, 0, -1):
            place = " of ".join(pieces[i:]).removeprefix("the ")
            if place in self._places:
                return self._places[place], _office(" of ".join(pieces[:i]))
        words = plain.split(" ")
        for i in range(len(words) - 1, 0, -1):
            place = _APOSTROPHE.sub("", " ".join(words[:i]))
            if place in self._places:
                return self._places[place], _office(" ".join(words[i:]))
        if len(pieces) > 1:
            office = _office(pieces[0])
            return None if office in _PORTFOLIO else (" of ".join(pieces[1:]).removeprefix("the "), office)
        first = title.split(" ")[0]
        return (words[0], _office(" ".join(words[1:]))) if first.isupper() and len(words) > 1 else None


def beside(text: str, held: Held, names: Iterable[tuple[int, int]]) -> bool:
    """True where the office describes a name (start, end) that stands directly before or after it."""
    for start, end in names:
        if start < held.end and held.start < end:
            return True
        if 0 <= start - held.end <= _LONGEST_GAP and _NAME_AFTER.match(text[held.end : start]):
            return True
        if 0 <= held.start - end <= _LONGEST_GAP and _NAME_BEFORE.match(text[end : held.start]):
            return True
    return False


def _plain(text: str) -> str:
    return _SEPARATORS.sub(" ", text.replace("’", "'").replace("ʼ", "'")).strip().casefold()


def _last(office: str) -> str:
    """The last word of an office, as far as it is spelt in one way: defence, defense."""
    return office.split(" ")[-1].replace("defence", "defen")


def _office(plain: str) -> str:
    plain = plain.replace("defense", "defence")
    return _SAME.get(plain, plain)


def _places(countries: Iterable[Country]) -> tuple[dict[str, str], set[str]]:
    """What names a country, as its own key; and what names a people within one (Arab-American), apart.

    Such a people is listed with and without a hyphen.
    """
    places: dict[str, str] = {}
    groups: set[str] = set()
    for country in countries:
        hyphened = {_plain(form) for form in country.also if "-" in form}
        spaced = {_plain(form) for form in country.also if "-" not in form}
        groups |= {form for form in hyphened & spaced if form.rpartition(" ")[2] in spaced}
        for form in map(_plain, (country.name, *country.also)):
            owner = places.setdefault(form, country.name)
            if owner != country.name:
                places[form] = form  # of two countries: itself alone
    for forms in _PARTS:
        places.update(dict.fromkeys(forms, forms[0]))
    return places, groups


def _pattern(places: Iterable[str], offices: Iterable[str]) -> re.Pattern[str]:
    other_names = {name for name, office in _SAME.items() if office in offices}
    place = _any_of(places)
    office = _any_of([*offices, *other_names]).replace("defence", "defen[cs]e")
    return re.compile(
        rf"(?<![\w&/\u2011-])(?:(?P<place>{place})(?:['’ʼ]s?)?{_GAP}(?P<office>{office})"
        rf"|(?P<office_before>{office}){_GAP}of{_GAP}(?:the{_GAP})?(?P<place_after>{place}))"
        r"(?![\w])(?![\u2011-]\w)",
        re.IGNORECASE,
    )


def _any_of(texts: Iterable[str]) -> str:
    ordered = sorted(set(texts), key=lambda text: (-len(text), text))
    return "(?:" + "|".join(re.escape(text).replace(r"\ ", _GAP).replace("'", "['’ʼ]") for text in ordered) + ")"


def _somebody_else(text: str, start: int, end: int) -> bool:
    """True beside words that speak of another holder, or of none: former, an, vice-; -elect, candidate."""
    before = text[max(0, start - 30) : start].split()
    words = before[-1].casefold().strip("\"“‘'(").split("-") if before else []
    last = words[-1] if words else ""
    return (
        last in _OTHERS or (bool(before) and before[-1].casefold() in _OTHERS) or bool(_NOT_IN_OFFICE.match(text, end))
    )
