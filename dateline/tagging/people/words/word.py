"""A word of a run, as written -> Word: what it does to a name, and what the lists know of it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dateline.tagging.people import names
from dateline.tagging.people.lists.lexicon import fold
from dateline.tagging.people.stretches.runs import APOSTROPHE, QUOTES

if TYPE_CHECKING:
    from dateline.tagging.people.lists.lexicon import Lexicon
    from dateline.tagging.people.lists.listed import Listed

REMEMBERED = 50_000
LONGEST_ACRONYM = 4  # letters of what is no title in capitals: GEN, REP, CHAIR
_PARENT = re.compile("(?:grand)?(?:father|mother|dad|mum|mom)-of-")  # Father-of-two John Tamm
_GLUED_TO_HEADING = re.compile("[A-Z]{5,}[a-z]+$")  # CAMPAIGNAs, of a heading and the sentence behind it
_PREFIXES = frozenset(["semi", "non", "anti", "pre", "post", "multi", "mid", "sub", "pro"])
_PARTY_AND_PLACE = re.compile(r"(?:[A-Z]{2,4}|[DR])-[A-Z][a-z.]")  # DFL-Cook, EU-Turkey, D-Santa; not J-Hope
_POSSESSIVE = re.compile(rf"(?:{APOSTROPHE}s|(?<=s){APOSTROPHE})$", re.IGNORECASE)


class Word(NamedTuple):
    """One word. The tiers are 1 for the surest, 0 for a word that is on no list."""

    text: str  # without the possessive 's
    folded: str
    possessive: bool  # a name ends here
    kind: str  # "name" and "initial" are part of a name, "suffix" and "particle" may be
    given: int  # tier among given names
    family: int  # likewise
    place: int  # likewise
    ordinary: bool  # written in lower case in ordinary text

    @property
    def is_nickname(self) -> bool:
        """True for what stands in quotes."""
        return self.text[0] in QUOTES

    @property
    def is_plain(self) -> bool:
        """True for an ordinary word that is nobody's name."""
        return self.ordinary and not (self.given or self.family or self.possessive)


class Words:
    """Looks words up in one lexicon, and remembers them: to ask eight lists each time is slow."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.look_up = lru_cache(REMEMBERED)(self._look_up)

    def _look_up(self, written: str) -> Word:
        lexicon = self._lexicon
        owner = _POSSESSIVE.search(written) if len(written) > 3 else None
        text = written[: owner.start()] if owner else written
        folded = fold(text)
        of_words = "-" in text and _is_of_words(folded, lexicon)
        return Word(
            text,
            folded,
            owner is not None,
            _kind(text, folded, lexicon),
            lexicon.given.tier(folded) or (0 if of_words else _of_part(lexicon.given, text, folded, 0)),
            lexicon.family.tier(folded) or _of_part(lexicon.family, text, folded, -1),
            lexicon.places.tier(folded),
            of_words or (text.isascii() and folded in lexicon.words),  # Støre is no store
        )


def _of_part(names: Listed, text: str, folded: str, part: int) -> int:
    """The tier of a double name by its first or last part: Laurent-Désiré, Rees-Mogg; not of Geun-hye."""
    parts = folded.split("-")
    double = len(parts) == 2 and len(parts[0]) > 2 and text[len(text) - len(parts[1]) :][:1].isupper()
    return names.tier(parts[part]) if double else 0


def _is_of_words(folded: str, lexicon: Lexicon) -> bool:
    """True for Second-Degree and Semi-Truck: words of which the last is no common name; not for Grace-Hope."""
    first, *others = folded.split("-")
    last = folded.rpartition("-")[2]
    common = 1 in (lexicon.given.tier(last), lexicon.family.tier(last)) or lexicon.family.tier(folded)
    plain = first in lexicon.words or first in _PREFIXES
    return plain and not common and all(part in lexicon.words for part in others)


def _kind(text: str, folded: str, lexicon: Lexicon) -> str:
    if text[0] in QUOTES:
        return "nickname"
    if len(text) == 1:
        if text == "Ó":
            return "particle"  # Jaan Ó Tamm, in Irish
        return "initial" if text.isascii() and text not in "AI" else "function"  # words of Russian have one letter
    if text[1] == ".":
        return _of_letters(folded, lexicon)
    if text.isupper():
        if folded in lexicon.classes["rank in capitals"]:
            return "honorific"
        known = "number" if names.is_number(folded) else lexicon.kind(folded)
        if known in ("honorific", "office") and (len(text) > LONGEST_ACRONYM or text[-1] == "."):
            return known  # MR. JONES, PRESIDENT JONES
        return known if known in ("country", "suffix", "number", "function") else "acronym"
    if text[0].islower() and folded in lexicon.classes["particle"]:
        return "particle"
    if "-" in text and (kind := _of_hyphened(text, folded, lexicon)):
        return kind
    if text[1].isupper() and _GLUED_TO_HEADING.match(text):
        return "function"
    return "name" if folded in lexicon.words and not text.isascii() else lexicon.kind(folded)  # Støre is no store


def _of_letters(folded: str, lexicon: Lexicon) -> str:
    """The kind of letters with points: H.E., U.N., J.R."""
    if folded in lexicon.classes["honorific"]:
        return "honorific"
    if folded in lexicon.classes["letters"]:
        return "acronym"
    return "country" if folded in lexicon.demonyms or folded in lexicon.countries else "initial"


def _of_hyphened(text: str, folded: str, lexicon: Lexicon) -> str:
    """The kind of a word that its hyphen tells, if it does."""
    if lexicon.is_compound(text) and folded not in lexicon.classes["office"]:
        return "function"  # US-led; President-elect is a title
    if folded.replace("-", " ") in lexicon.phrases:
        return "organisation"  # Hewlett-Packard
    if _PARENT.match(folded) or (folded.startswith("co-") and _is_person(folded[len("co-") :], lexicon)):
        return "office"
    if folded.endswith("year-old"):
        return "modifier"  # 16-Year-Old Jane Tamm
    if _PARTY_AND_PLACE.match(text) or _is_member_for(folded, lexicon):
        return "acronym"
    return ""


def _is_person(noun: str, lexicon: Lexicon) -> bool:
    """True for defendant and defendants."""
    return noun in lexicon.persons or noun.removesuffix("s") in lexicon.persons


def _is_member_for(folded: str, lexicon: Lexicon) -> bool:
    """True for D-Calif., R-Texas and I-Vermont, where a name has been; not for J-Hope."""
    party, _, place = folded.partition("-")
    return party in ("d", "r", "i") and (place in lexicon.classes["state"] or lexicon.places.tier(place) in (1, 2))
