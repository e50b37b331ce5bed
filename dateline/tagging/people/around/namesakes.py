"""The text around a name -> whether it is what a thing is called: a ship, a street, a disease, a company, a side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.tagging.people.cutting.cuts import Cut
    from dateline.tagging.people.lists.lexicon import Lexicon

REACH = 60  # characters looked at on either side
MARKS = "\"“”‘’'()[]*_"
_OF = {"of", "from", "to", "and"}  # before what is called a street, which few are called
_ON = {"on", "in", "at", "near", "along", "off", "onto", "across", "down", "between"}
_WINDS = {"n.", "s.", "e.", "w.", "n.e.", "n.w.", "s.e.", "s.w."}
_OF_TWO_WORDS = {("aircraft", "carrier"), ("tropical", "storm")}
_NAVAL = {"Admiral", "Marshal", "Commodore"}  # a person's has no article
_ONE_OF_THEM = re.compile(r"\b(?:an?|another|one)(?: [\w-]+){0,3}$")
_LETTERS = re.compile(r" \(([A-Z]{2,5})\)")
_SURELY_GIVEN = {"given-1", "given-initial"}
_REGISTERED = ("®", "(R)")  # a brand's
_POINTS = re.compile(r"[^\n,\d]+ \d+, [^\n,\d]+ \d+\.?")  # Franklin 35, Salem 0
# Of goals and points: "Cora Hill 24.13.157", "Cora Hill 4.13 (37)", "Tulla 1-11 - 0-12 John Roes"
_SCORE = re.compile(
    r"[^\n\d]+ \d+\.\d+[. ]\(?\d+\)?"
    r"|[^\n\d]+ \d-\d\d?,? (?:[-–v] )?(?:\d-\d\d? [^\n\d]+|[^\n\d]+ \d-\d\d?)"
)


class Namesakes:
    """Knows the words for such things from one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._classes = lexicon.classes
        self._kinds = lexicon.classes["vessel"] | lexicon.classes["kind of group"] | {"carrier", "storm", "called"}

    def is_called_after(self, cut: Cut, text: str, start: int, end: int) -> bool:
        """True for Lou Lind's disease, and for Lind Lane."""
        if cut.is_possessive and _owned(text, end) in self._classes["after somebody"]:
            return True
        if text.startswith(_REGISTERED, end + 2 * cut.is_possessive):
            return True
        if text.startswith(" (", end) and _is_shortened(cut, text, end):
            return True
        if len(cut.words) < 2:
            return False
        if cut.words[0] in _WINDS and text[max(0, start - 4) : start - 1].isdigit() and start > 3:
            return True  # 330 W. Broadway; not 43 E. Kask, who came in 43rd
        return cut.words[-1] in self._classes["street"] and _is_street(cut, text, start)

    def is_patron(self, cut: Cut, text: str, end: int) -> bool:
        """True for Queen Jane airport: what is called after a ruler."""
        if cut.title.lower() not in self._classes["patron"]:
            return False
        noun = text[end : end + REACH].split(None, 1)[:1] if text[end : end + 1] == " " else []
        return bool(noun) and noun[0].islower() and noun[0].rstrip(".,;:)") in self._classes["place"]

    def kind_before(self, words: Sequence[str]) -> Literal["", "vessel-before", "kind-of-group-before"]:
        """What the words directly before it call it: a ship, or what a company, a band or a paper is."""
        word = words[-1].strip(MARKS)
        if word not in self._kinds:
            return ""
        if self._is_vessel(word, words):
            return "vessel-before"
        return "kind-of-group-before" if self._is_group(word, words) else ""

    def _is_group(self, word: str, words: Sequence[str]) -> bool:
        """True for the startup Mira Robotics, a drug maker called Tammexy; not where the paper called Jane Roe."""
        kinds = self._classes["kind of group"]
        if word != "called" or len(words) < 3:
            return word in kinds
        return words[-2] in kinds and _ONE_OF_THEM.search(words[0]) is not None

    def _is_vessel(self, word: str, words: Sequence[str]) -> bool:
        """True for what a ship or a storm is: frigate, aircraft carrier; not mail carrier."""
        return word in self._classes["vessel"] or tuple(words[-2:]) in _OF_TWO_WORDS

    def is_afloat(self, before: str, title: str) -> bool:
        """True for a ship that is called after somebody with a rank: the frigate Admiral Lind, the Admiral Lind."""
        words = before.removesuffix(f"{title} ").rsplit(None, 2)
        if not words:
            return False
        return (title in _NAVAL and words[-1] in ("the", "The")) or self._is_vessel(words[-1].strip(MARKS), words)


def _is_shortened(cut: Cut, text: str, end: int) -> bool:
    """True where the bracket behind a name has its letters: the Detective Branch (DB), Aerotamm Krell (ATKL)."""
    letters = _LETTERS.match(text, end)
    if not letters or not _SURELY_GIVEN.isdisjoint(cut.shape):
        return False
    name = f"{cut.title} {cut.written}".strip()
    if len(cut.words) == 1:
        return bool(cut.title) and "".join([word[0] for word in name.split()]) == letters[1]
    rest = iter(name.upper())
    initials = [word[0].upper() for word in cut.written.split()]
    return all(letter in rest for letter in letters[1]) and all(initial in letters[1] for initial in initials)


def is_side(text: str, start: int, end: int) -> Literal["", "points", "scored"]:
    """What a line of two sides, or of one and its goals, says of a name in it; a side may be called like somebody."""
    last = text.find("\n", end)
    line = text[text.rfind("\n", 0, start) + 1 : last if last >= 0 else len(text)].strip()
    if len(line) > REACH or not any(map(str.isdigit, line)):
        return ""
    return "scored" if _SCORE.fullmatch(line) else "points" if _POINTS.fullmatch(line) else ""


def _is_street(cut: Cut, text: str, start: int) -> bool:
    """True behind the prepositions of streets and a house's number: on Lacey Lane, the end of Nelson Street."""
    if "place-before" in cut.fixed and not cut.title:
        return True  # North John Street
    before = text[max(0, start - len("  2400 block of ")) : start].split()
    if not before:
        return False
    if before[-1] in _OF:
        return cut.words[-1] == "street" or before[-2:] == ["block", "of"]
    return before[-1] in _ON or before[-1].isdigit()


def _owned(text: str, end: int) -> str:
    """The word after the possessive that ends at `end`."""
    words = text[end : end + REACH].split(None, 2)
    return words[1].strip("\"“”‘’'.,;:)").lower() if len(words) > 1 else ""
