"""The text around a name -> the names of the features that speak for or against a person: "role-after", "the-before".

Their weights stand in dateline/data/people/weights.json, beside those of `features`.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from dateline.tagging.people import apposition
from dateline.tagging.people.runs import APOSTROPHE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.tagging.people.cuts import Cut
    from dateline.tagging.people.lexicon import Lexicon

REACH = 60  # characters looked at on either side
REMEMBERED = 20_000  # words whose feature is kept
_SENTENCE_END = ".!?…"
_MARKS = "\"“”‘’'()[]*_"
_OPENING, _CLOSING = ('"', "“", "‘", "'", "«", "„"), ('"', "”", "’", "'", "»", "“")
_ONE_OF_THEM = re.compile(r"\b(?:an?|another|one)(?: [\w-]+){0,3}$")
_ENDING = re.compile(rf"{APOSTROPHE}[^\W\d_]+")  # of a case: in English none is left out of a name
_OF = {"of", "from", "to", "and"}  # before what is called a street, which few are called
_ON = {"on", "in", "at", "near", "along", "off", "onto", "across", "down", "between"}
_EITHER = "verb-or-noun-after"  # Jane Tamm plans; of a single word it says little: St. Paul plans, Toyota plans
_HOUSE = re.compile(r" & (?:Sons?|Daughters?|Brothers|Bros|Co|Company|Partners|Associates)\b")
_RESULT = re.compile(r"[^\n,\d]+ \d+, [^\n,\d]+ \d+\.?")  # a line of two sides and their points: Franklin 35, Salem 0
# "Head of the Presidential Secretariat", directly before a name
_OF_ORGANISATION = re.compile(r"\b(\w+) of (?:the )?(?:[A-Z][\w&'’-]+ (?:(?:and|for|of|the) ){0,2})+\Z")
_NAVAL = {"Admiral", "Marshal", "Commodore"}  # a person's has no article
_KNOWN_GIVEN = {"given-1", "given-2"}
# Of goals and points: "Cora Hill 24.13.157", "Cora Hill 4.13 (37)", "Tulla 1-11 - 0-12 John Roes"
_SCORE = re.compile(
    r"[^\n\d]+ \d+\.\d+[. ]\(?\d+\)?"
    r"|[^\n\d]+ \d-\d\d?,? (?:[-–v] )?(?:\d-\d\d? [^\n\d]+|[^\n\d]+ \d-\d\d?)"
)
_STATES = frozenset(
    ["la", "pa", "md", "ga", "va", "mo", "me", "ky", "ia", "ala", "fla", "del", "dak", "cal"]
)  # of America
_SECTIONS_BEFORE = (
    ("place preposition", "place-preposition"),
    ("agent preposition", "agent-preposition"),
    ("speech", "speech-before"),
    ("lower particle", "particle-word-before"),
)
# he, she, his, her, him; its. The first letter is asked first: `re` then skips to it, which halves the time.
_PRONOUN = re.compile(r"[HSIhsi](?<!\w.)(?:((?<=[Hh])(?:e|is|er)|(?<=h)im|(?<=[Ss])he)|(?<=[Ii])ts)\b")


class Surroundings:
    """Looks around names with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._roles = lexicon.persons | lexicon.classes["office"] | lexicon.classes["of somebody"]
        self._word_before = lru_cache(REMEMBERED)(partial(_word_before, lexicon))
        self._word_after = lru_cache(REMEMBERED)(partial(_word_after, lexicon))

    def of(self, cut: Cut, text: str, start: int, *, in_headline: bool) -> list[str]:
        """The features of a cut at `start`; `in_headline` where nearly all words have a capital."""
        found = list(cut.fixed)
        end = start + cut.length
        if len(cut.words) > 1 and self._bears_office(cut, text, start, end):
            found.append(apposition.FEATURE)
        if "organisation-before" in found and not _KNOWN_GIVEN.isdisjoint(cut.shape) and self._heads(text, start):
            found[found.index("organisation-before")] = "role-before"
        if cut.title and self._is_afloat(text, start, cut.title):
            found.append("vessel-before")
        if in_headline:
            found.append("headline")
            if cut.has_ordinary_word:
                found.append("headline-word")
        if cut.begins_run and cut.ends_run and text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING:
            found.append("quoted")  # “Gran Torino”; what somebody says has a comma or a stop before the closing mark
        if cut.begins_run:
            found.append(self._before(text, start, full=len(cut.words) > 1))
        if self._is_called_after(cut, text, start, end):
            found.append("eponymous")
        if cut.ends_run:
            after = self._behind(cut, text, start, end)
            if after == "organisation-after" and _HOUSE.match(text, end):
                found.append("eponymous")
            if after in ("word-after", "noun-after") and "the-before" in found:
                found.remove("the-before")
                found.append("eponym")  # the Roswell case: a person's, a place's, a firm's
            found.append(after)
        if len(cut.words) == 1:
            found += _of_single(cut.words[0], text, start, end)
        if pronoun := _PRONOUN.search(text, end, end + 2 * REACH):
            found.append("pronoun-near" if pronoun[1] else "its-near")
        return found

    def _behind(self, cut: Cut, text: str, start: int, end: int) -> str:
        """The feature of what stands behind it, which may hang on the name before."""
        after = self._after(text, end)
        if after == _EITHER:
            return "verb-after" if len(cut.words) > 1 else "word-after"
        if after in ("number-after", "line-end") and (result := _result(text, start, end)):
            if _SCORE.fullmatch(result):
                return "eponymous"  # a side's, though it may be called like somebody
            if after == "number-after" and len(cut.words) == 1 and _RESULT.fullmatch(result):
                return "organisation-after"
        return after

    def _bears_office(self, cut: Cut, text: str, start: int, end: int) -> bool:
        before = text[max(0, start - REACH) : start] if cut.begins_run else ""
        after = text[end : end + REACH] if cut.ends_run else ""
        offices = self._lexicon.classes["office"]
        return apposition.stands(before, after, offices) or apposition.is_told(before, after, self._roles)

    def _is_called_after(self, cut: Cut, text: str, start: int, end: int) -> bool:
        """True for Lou Lind's disease, and for Lind Lane."""
        if cut.is_possessive and self._owned(text, end) in self._lexicon.classes["after somebody"]:
            return True
        may_be_street = len(cut.words) > 1 and cut.words[-1] in self._lexicon.classes["street"]
        return may_be_street and self._is_street(cut, text, start)

    def _heads(self, text: str, start: int) -> bool:
        """True where the organisation before a name is one that its bearer has an office in."""
        role = _OF_ORGANISATION.search(text[max(0, start - 2 * REACH) : start])
        return role is not None and (role[1] in ("Head", "head") or role[1].lower() in self._lexicon.classes["office"])

    @staticmethod
    def _is_street(cut: Cut, text: str, start: int) -> bool:
        """True behind the prepositions of streets and a house's number: on Lacey Lane, the end of Nelson Street."""
        if "place-before" in cut.fixed:
            return True  # North John Street
        before = text[max(0, start - len("  2400 block of ")) : start].split()
        if not before:
            return False
        if before[-1] in _OF:
            return cut.words[-1] == "street" or before[-2:] == ["block", "of"]
        return before[-1] in _ON or before[-1].isdigit()

    @staticmethod
    def _owned(text: str, end: int) -> str:
        """The word after the possessive that ends at `end`."""
        words = text[end : end + REACH].split(None, 2)
        return words[1].strip("\"“”‘’'.,;:)").lower() if len(words) > 1 else ""

    def _before(self, text: str, start: int, *, full: bool) -> str:
        chunk = text[max(0, start - REACH) : start]
        words = chunk[chunk.rfind("\n") + 1 :].rsplit(None, 2)
        if not words:
            return "line-start"
        word = words[-1].strip(_MARKS)
        if self._is_vessel(words):
            return "vessel-before"
        if self._is_kind_of_group(word, words):
            return "kind-of-group-before"
        noun = words[-2].strip(_MARKS) if word == "of" and len(words) > 1 else ""
        if full and noun.lower() in self._lexicon.classes["of somebody"]:
            return "role-before"  # the widow of, the murder of
        if noun[:1].isupper():
            return "capital-of-before"
        return self._word_before(word)

    def _is_kind_of_group(self, word: str, words: Sequence[str]) -> bool:
        """True for the startup Mira Robotics, a drug maker called Tammexy; not where the paper called Jane Roe."""
        kinds = self._lexicon.classes["kind of group"]
        if word != "called" or len(words) < 3:
            return word in kinds
        return words[-2] in kinds and _ONE_OF_THEM.search(words[0]) is not None

    def _is_vessel(self, words: Sequence[str]) -> bool:
        """True where the last of some words is what a ship is: frigate, aircraft carrier; not mail carrier."""
        word = words[-1].strip(_MARKS)
        return word in self._lexicon.classes["vessel"] or [*words[-2:-1], word] == ["aircraft", "carrier"]

    def _is_afloat(self, text: str, start: int, title: str) -> bool:
        """True for a ship that is called after somebody with a rank: the frigate Admiral Lind, the Admiral Lind."""
        words = text[max(0, start - REACH) : start].removesuffix(f"{title} ").rsplit(None, 2)
        return bool(words) and ((title in _NAVAL and words[-1] in ("the", "The")) or self._is_vessel(words))

    def _after(self, text: str, end: int) -> str:
        chunk = text[end : end + REACH].split("\n", 1)[0]
        if chunk[:2].lstrip(" ")[:1] == ",":
            return _apposition(chunk.replace(",", ", ", 1).split()[1:], self._lexicon)
        words = chunk.split(None, 1)
        if not words:
            return "line-end"
        if chunk[0] not in " \u00a0":
            if ending := _ENDING.match(chunk):
                return self._after(text, end + ending.end())  # Tamm'ın (20)
            return "colon-after" if chunk[0] == ":" else "dash-after" if chunk[0] in "-–—/" else "end-after"
        return self._word_after(words[0])


def _of_single(word: str, text: str, start: int, end: int) -> Iterator[str]:
    """What the signs on both sides of a single word say of it."""
    before, after = text[max(0, start - 3) : start], text[end : end + 1]
    if after == ")" and before[1:] == " (" and before[0].isalpha():
        yield "in-brackets"  # where somebody is from, or whose side he is on: Jaan Tamm (Lepik)
    elif after == "." and before[1:] == ", " and word in _STATES:
        yield "eponymous"  # New Orleans, La.


def _result(text: str, start: int, end: int) -> str:
    """The line, where it may be one of two sides and their points."""
    last = text.find("\n", end)
    line = text[text.rfind("\n", 0, start) + 1 : last if last >= 0 else len(text)].strip()
    return line if len(line) <= REACH and any(map(str.isdigit, line)) else ""


def _word_before(lexicon: Lexicon, word: str) -> str:
    if word == "&":
        return "organisation-before"
    if not word or word[-1] in _SENTENCE_END:
        return "sentence-start"
    if not word[-1].isalnum():
        return "comma-before" if word[-1] in ",;" else "mark-before"
    if word[0].isdigit():
        return "number-before"
    plain = word.lower()
    if plain in ("the", "a", "an"):
        return "the-before" if plain == "the" else "a-before"
    if plain in lexicon.classes["other preposition"]:
        return f"{plain}-before"
    for section, feature in _SECTIONS_BEFORE:
        if plain in lexicon.classes[section]:
            return feature
    noun = plain.rpartition("-")[2]
    if noun in lexicon.persons or noun in lexicon.classes["office"] or noun in lexicon.classes["honorific"]:
        return "role-before"
    return "word-before"


def _word_after(lexicon: Lexicon, raw: str) -> str:
    if raw == "&":
        return "organisation-after"
    if raw[0] == "(":
        return "bracket-after"
    if raw[0].isdigit():
        return "number-after"
    word = raw.strip("\"“”‘’'.,;:")
    if word in lexicon.classes["speech"]:
        return "who-after" if word in ("who", "whose") else "speech-after"
    for section in ("place preposition", "other preposition", "function"):
        if word in lexicon.classes[section]:
            return "and-after" if word == "and" else "preposition-after" if section[0] != "f" else "function-after"
    if word in lexicon.classes["verb and noun"]:
        return _EITHER
    if lexicon.is_noun_of_group(word):
        return "noun-after"
    if word in lexicon.verbs or (word.endswith("ed") and word in lexicon.words):
        return "verb-after"
    return "word-after"


def _apposition(words: Sequence[str], lexicon: Lexicon) -> str:
    """ ", 45," · ", who" · ", the Estonian foreign minister" · ", a spokesman for"."""
    if not words:
        return "comma-after"
    first = words[0].strip(",.;:()")
    if first in ("who", "whose"):
        return "who-after"
    if first.isdigit() and len(first) <= 2:
        return "age-after"
    for raw in words[:6]:
        word = raw.strip(",.;:()").lower()
        if word in lexicon.persons or word in lexicon.classes["office"]:
            return "role-after"
        if raw[-1] in ",.":
            break
    return "comma-after"
