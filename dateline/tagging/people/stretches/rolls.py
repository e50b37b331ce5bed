"""Text -> the stretches that list people: "the dead were identified as …", "Councillors Tamm, Lepik and Kask"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

LISTED = "listed"  # the feature of a name that is an item of such a list
SEATED = "seated"  # likewise of those who hold one office
_LONGEST = 800  # characters
_END = r"(?:[:,]|(?: ?[-–—])?)(?=\s+(?:(?:one|former|late) )?[A-Z])"
_AS = re.compile(rf"(?: [\w'’-]+){{0,6}}? as{_END}")
_ARE = re.compile(rf"(?: [\w'’-]+){{0,4}}? (?:are|were|include|included|including)\b{_END}")
# The words that such a list begins with: they are looked for first, since the patterns are slow. Not nominees and
# defendants, which may be films and firms.
_SIGNS = (
    *((word, _AS) for word in ("identified", "named", "names")),
    *((word, _ARE) for word in ("named", "suspects", "victims", "deceased", "dead", "injured", "accused", "convicts")),
    *((word, _ARE) for word in ("arrested", "detainees", "survivors", "hostages")),
)
# To the end of the sentence: not at an initial or a title with its full stop, nor before a small letter
_ITEMS = re.compile(r"(?:[^\n.!?]|(?<=\b[A-Z])\.|(?<=\b(?:Dr|Mr|Ms|Md|Jr|Sr|Lt))\.|(?<=\bMrs)\.|\.(?=[\w,;]))*")
_SAYS = re.compile(r"\b(?:said|says|told|adding|added|according|who)\b")
_MEMBERS_OF = ("council members", "board members")
_LONGEST_OFFICE = max(map(len, _MEMBERS_OF))  # characters
_BOARD = frozenset("BCbc")  # what they begin with
_PLURAL = frozenset("sn.")  # what the offices end with: judges, councilmen, Sens.
_OPENS = "(\"“‘'"
_MEMBER = r"(?:(?:Mr|Ms|Mrs|Miss|Dr|Sir|Dame|Cllr)\.? )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*\.?){0,3}(?: \([^()\n]{1,25}\))?"
_MEMBERS = re.compile(
    rf" (?:{_MEMBER}(?:,? and| &) {_MEMBER}|{_MEMBER}(?:[,;] (?!and\b){_MEMBER})+(?:[,;]?(?: and| &) {_MEMBER})?)"
)
# What stands before a name that is no item of the list: "of Lagos", "from Kano", "in a Toyota"
_NO_ITEM = frozenset(
    ("place-preposition", "of-before", "from-before", "to-before", "for-before", "on-before", "into-before")
)
_NO_PERSON = frozenset(
    (
        *("the-before", "a-before", "capital-of-before", "organisation-after", "noun-after", "place-before"),
        *("place-after", "in-brackets"),
    )
)


def find(text: str) -> list[tuple[int, int]]:
    """Start and end of each list, in the order of the text."""
    found: list[tuple[int, int]] = []
    for start in sorted(_openings(text)):
        items = _ITEMS.match(text, start, start + _LONGEST)
        end = items.end() if items else start
        says = _SAYS.search(text, start, end)
        if not found or start >= found[-1][1]:
            found.append((start, says.start() if says else end))
    return found


def bench(text: str, start: int, run: str, offices: Collection[str]) -> tuple[int, int] | None:
    """Start and end of a list of people who hold one office, if its first name is in the run that begins at `start`.

    The office, one of those in the plural, is the run's first word, or stands before it: "Councillors Tamm and Lepik",
    "the judges Tamm, Lepik and Kask".
    """
    first = run.partition(" ")[0]
    if first[-1] in _PLURAL and first.lower() in offices:
        at = start + len(first)
    elif first[0] in _BOARD and (of_board := next((each for each in _MEMBERS_OF if run.lower().startswith(each)), "")):
        at = start + len(of_board)
    elif text[start - 2 : start - 1] in _PLURAL:  # asked first: it is so of few runs
        at = max(0, start - 1)
        before = text[text.rfind(" ", 0, at) + 1 : at].lstrip(_OPENS).lower()
        is_board = before == "members" and text[max(0, at - _LONGEST_OFFICE) : at].lower().endswith(_MEMBERS_OF)
        if before not in offices and not is_board:
            return None
    else:
        return None
    members = _MEMBERS.match(text, at)
    return (at + 1, members.end()) if members else None


def _openings(text: str) -> Iterator[int]:
    for word, rest in _SIGNS:
        at = text.find(word)
        while at >= 0:
            at += len(word)
            if opening := rest.match(text, at):
                yield opening.end()
            at = text.find(word, at)


def is_item(features: Collection[str]) -> bool:
    """True for a name in a list with these features of its place: not for the town where somebody lives."""
    return _NO_ITEM.isdisjoint(features) and _NO_PERSON.isdisjoint(features)
