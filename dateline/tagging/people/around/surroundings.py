"""The text around a name -> the names of the features that speak for or against a person: "role-after", "the-before".

Their weights stand in dateline/data/people/weights.json, beside those of `features`.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from dateline.tagging.people import names
from dateline.tagging.people.around import apposition, firms, namesakes, neighbours
from dateline.tagging.people.around.namesakes import MARKS, REACH, Namesakes
from dateline.tagging.people.lists.lexicon import fold
from dateline.tagging.people.stretches.runs import APOSTROPHE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.tagging.people.cutting.cuts import Cut
    from dateline.tagging.people.lists.lexicon import Lexicon

REMEMBERED = 20_000  # words whose feature is kept
_OPENING, _CLOSING = ('"', "“", "‘", "'", "«", "„"), ('"', "”", "’", "'", "»", "“")
_ENDING = re.compile(rf"{APOSTROPHE}[^\W\d_]+")  # of a case: in English none is left out of a name
_BEFORE_A_FIRM_ENDS = {"organisation-after", "bracket-after", "and-after", "word-after", "noun-after"}
NAMESAKE = "namesake"  # of a place that says nothing of anybody
_KNOWN_GIVEN = {"given-1", "given-2"}
_AGE = re.compile(r"\(?\d{1,3}[- ]?(?:years?|yrs?|yr\.)-?", re.IGNORECASE)  # 43yr old
# 27-year-old: of a horse or a thing before a single word, which a child is called by seldom
_AGED = re.compile(
    r"(?:[1-9]\d|[a-z]+-[a-z]+|[a-z]+teen|[a-z]+ty)-(?:year|yr)-old|[1-9]\d?-(?:month|week|day)-old|[1-9]-year-old"
)
_MEMBER = re.compile(r" (?:MPs?|MEP|MSP|TD|MLA|MCA)\b")
# The former Xhavo West MP: a seat has its members one after another; not the outspoken Jaan Tamm MP
_SEAT = re.compile(
    r"\b[Tt]he (?:(?:then|former|current|present|previous|new|newly|elected|next|sitting|outgoing|incumbent|local) )"
    r"{0,2}\Z"
)
_AGE_BEFORE = re.compile(r"[^\W\d], [1-9]\d, \Z")
# Minister for Xhavo Welfare, Department of Xhavo Affairs
_MINISTRY_OF = re.compile(r"\b(?:[Mm]inist(?:er|ry)|[Ss]ecretary|[Dd]epartment|[Dd]irectorate) (?:of|for) \Z")
_AGE_BEHIND = re.compile(r", [1-9]\d?\b")
_OF_TOWN = {"first-is-place-1", "first-is-place-2", "is-place"}
_AND_OTHERS = re.compile(r" et al\b(?!\.?,? \d{4})")  # not of what is cited in brackets: (Tamm et al., 2019)
_THE = ("the ", "The ")
_OF_MINISTRIES = frozenset(["minister", "vice-minister"])  # Minister of Planning and Investment Xhavo Krell
_INTRODUCED = {"office-before", "honorific-before", "age-after"}  # of which "its" is another's
# he, she, his, her, him; its. The first letter is asked first: `re` then skips to it, which halves the time.
_PRONOUN = re.compile(r"[HSIhsi](?<!\w.)(?:((?<=[Hh])(?:e|is|er)|(?<=h)im|(?<=[Ss])he)|(?<=[Ii])ts)\b")


class Surroundings:
    """Looks around names with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._namesakes = Namesakes(lexicon)
        self._roles = lexicon.persons | lexicon.classes["office"] | lexicon.classes["of somebody"]
        self._word_before = lru_cache(REMEMBERED)(partial(neighbours.before, lexicon))
        self._word_after = lru_cache(REMEMBERED)(partial(neighbours.after, lexicon))

    def of(self, cut: Cut, text: str, start: int, *, in_headline: bool) -> list[str]:
        """The features of a cut at `start`; `in_headline` where nearly all words have a capital."""
        end = start + cut.length
        found = self._with_offices(cut, text, start, end)
        if in_headline:
            found.append("headline")
            if cut.has_ordinary_word:
                found.append("headline-word")
                if len(cut.words) == 2 and _ends_as_word(cut.shape):
                    found.append("mere-word-last")  # Tamm Trial
        if cut.begins_run and cut.ends_run and text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING:
            found.append("quoted")  # “Gran Torino”; what somebody says has a comma or a stop before the closing mark
        if cut.begins_run:
            found.append(self._before(cut, text, start))
        if self._namesakes.is_called_after(cut, text, start, end) or _is_of_state(found, text, start, end):
            found.append("eponymous")
        if cut.ends_run:
            after = self._behind(cut, text, start, end)
            if after in _BEFORE_A_FIRM_ENDS and firms.goes_on(text, end):
                found.append("eponymous")
                after = "organisation-after"
            if after in ("word-after", "noun-after") and "the-before" in found:
                found.remove("the-before")
                found.append("eponym")  # the Roswell case: a person's, a place's, a firm's
            found.append(after)
        if len(cut.words) == 1:
            found += self._of_single(cut, text, start, end)
        pronoun = _PRONOUN.search(text, end, end + 2 * REACH)
        if pronoun and (pronoun[1] or _INTRODUCED.isdisjoint(found)):
            found.append("pronoun-near" if pronoun[1] else "its-near")
        return found

    def _with_offices(self, cut: Cut, text: str, start: int, end: int) -> list[str]:
        """What the run says, and the offices and ships that stand beside it."""
        found = list(cut.fixed)
        if len(cut.words) > 1 and self._bears_office(cut, text, start, end):
            found.append(apposition.FEATURE)
        if "organisation-before" in found and len(cut.words) > 1:
            before = text[max(0, start - 2 * REACH) : start]
            known = not _KNOWN_GIVEN.isdisjoint(cut.shape)
            if known and apposition.heads(before, self._lexicon.classes["office"]):
                found[found.index("organisation-before")] = "role-before"
            elif apposition.heads(before, _OF_MINISTRIES):
                found[found.index("organisation-before")] = "office-before"
        if cut.title and self._namesakes.is_afloat(text[max(0, start - REACH) : start], cut.title):
            found.append("vessel-before")
        return found

    def _of_single(self, cut: Cut, text: str, start: int, end: int) -> Iterator[str]:
        """What the signs on both sides of a single word say of it, and an article before its title."""
        if cut.title and names.is_regal(cut.title) and text.endswith(_THE, 0, start - len(cut.title) - 1):
            yield "the-before"  # the Queen Elizabeth, which is a ship or a pub
        before, after = text[max(0, start - 2) : start], text[end : end + 1]
        closes = after == ")" or text.startswith(".)", end)  # (Ohio), (Del.)
        if closes and before == " (" and not self._is_completed(text[max(0, start - REACH) : start - 2]):
            yield "in-brackets"  # where somebody is from, or whose side he is on: Jaan Tamm (Lepik)
        elif before == ", " and _is_home(cut, text, start, end):
            yield "in-brackets"  # likewise: Jane Roe, 43, Lepik
        elif _is_party(text, start, end) or self._namesakes.is_patron(cut, text, end):
            yield NAMESAKE
        elif after == "." and before == ", " and cut.words[0] in self._lexicon.classes["state"]:
            yield "eponymous"  # New Orleans, La.

    def _is_completed(self, before: str) -> bool:
        """True where a given name alone stands before the bracket: Jaan (Tamm) was calm."""
        words = before.split()[-2:]
        alone = len(words) < 2 or not words[0][0].isupper() or not words[0][-1].isalnum()
        return alone and bool(words) and self._lexicon.given.tier(fold(words[-1].strip(MARKS))) == 1

    def _behind(self, cut: Cut, text: str, start: int, end: int) -> str:
        """The feature of what stands behind it, which may hang on the name before."""
        after = self._after(text, end)
        if after == neighbours.EITHER:
            return "verb-after" if len(cut.words) > 1 else "word-after"
        if after in ("number-after", "line-end") and (side := namesakes.is_side(text, start, end)):
            if side == "scored":
                return "eponymous"
            if after == "number-after" and len(cut.words) == 1:
                return "organisation-after"
        return after

    def _bears_office(self, cut: Cut, text: str, start: int, end: int) -> bool:
        before = text[max(0, start - REACH) : start] if cut.begins_run else ""
        after = text[end : end + REACH] if cut.ends_run else ""
        offices, held = self._lexicon.classes["office"], self._lexicon.classes["held"]
        return apposition.stands(before, after, offices, held) or apposition.is_told(before, after, self._roles)

    def _before(self, cut: Cut, text: str, start: int) -> str:
        chunk = text[max(0, start - REACH) : start]
        words = chunk[chunk.rfind("\n") + 1 :].rsplit(None, 2)
        if not words:
            return "line-start"
        word = words[-1].strip(MARKS)
        if kind := self._namesakes.kind_before(words):
            return kind
        full = len(cut.words) > 1
        noun = words[-2] if word == "of" and len(words) > 1 else ""
        if full and noun.strip(MARKS).lower() in self._lexicon.classes["of somebody"]:
            return "role-before"  # the widow of, the Estate of
        if noun[:1].isupper():
            return "capital-of-before"
        if word[-4:] == "-old" and (aged := _AGED.fullmatch(word)) and _is_aged(cut, aged[0]):
            return "role-before"
        if word == "de" and len(words) > 1 and words[-2].isdigit():
            return "number-before"  # 21 de Mayo
        if word in ("at", "with") and not cut.is_possessive and firms.is_employer(words, self._roles):
            return "employer-before"  # an analyst at Jane Tamm said
        if (full and word == "certain") or (word == "old" and len(words) > 1 and _AGE.fullmatch(words[-2])):
            return "role-before"  # a certain Jaan Tamm, 43yr old Jaan Tamm
        return self._word_before(word)

    def _after(self, text: str, end: int) -> str:
        chunk = text[end : end + REACH].split("\n", 1)[0]
        if chunk[:2].lstrip(" ")[:1] == ",":
            return neighbours.behind_comma(chunk.replace(",", ", ", 1).split()[1:], self._lexicon)
        words = chunk.split(None, 1)
        if not words:
            return "line-end"
        if words[0] == "et" and _AND_OTHERS.match(chunk):
            return "et-al-after"
        if chunk[0] not in " \u00a0":
            if ending := _ENDING.match(chunk):
                return self._after(text, end + ending.end())  # Tamm'ın (20)
            return "colon-after" if chunk[0] == ":" else "dash-after" if chunk[0] in "-–—/" else "end-after"
        return self._word_after(words[0])


def _ends_as_word(shape: Sequence[str]) -> bool:
    """True for Tamm Trial, by its shape; not for Mike Pence."""
    if "last-is-word" not in shape or "family-1" in shape or "last-given-1" in shape:
        return False
    return "given-0" in shape


def _is_party(text: str, start: int, end: int) -> bool:
    """True for both sides of a case in court: Tamm v. Lepik, which is no match of two who play."""
    return text.startswith(" v. ", end) or text.endswith(" v. ", 0, start)


def _is_of_state(found: Sequence[str], text: str, start: int, end: int) -> bool:
    """True for a seat, with MP behind it and the words for one of several before it, and for what a ministry is for."""
    if "function-after" in found and _MEMBER.match(text, end):
        return bool(_SEAT.search(text, max(0, start - REACH), start))
    return "modifier-after" in found and bool(_MINISTRY_OF.search(text, max(0, start - REACH), start))


def _is_home(cut: Cut, text: str, start: int, end: int) -> bool:
    """True for a place behind somebody's age: Jane Roe, 43, Lepik; not in Jane Roe, 14, Lepik, 12."""
    aged = cut.begins_run and _AGE_BEFORE.search(text, max(0, start - len("e, 43, ")), start)
    return bool(aged) and not _AGE_BEHIND.match(text, end)


def _is_aged(cut: Cut, age: str) -> bool:
    """True for what may be somebody of an age: not a horse of 3, nor the 28-year-old Manchester keeper."""
    if len(cut.words) < 2:
        return len(age) > len("9-month-old")
    return "given-1" in cut.shape or _OF_TOWN.isdisjoint(cut.shape)
