"""Bill and Hillary Clinton -> Bill Clinton, too, where the vocabulary knows somebody of that name.

The vocabulary decides, since most who are named by one word before "and" have that for a surname: but not among kin,
where it is said that they are (born to John and Mary Tamm, the brothers Mart and Jaan Tamm).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.tagging.people import names
from dateline.tagging.people.candidates import Candidate

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from dateline.tagging.people.candidates import Part, Place

AND = " and "
FOREMOST = "foremost-of-two"  # feature of a place: of the two, the vocabulary knows him alone
_REACH = 60  # characters before the two in which it is said that they are kin
_OF_KIN = "sons?|daughters?|child|children|grandson|granddaughter|grandchildren|baby|babies|infant|widow|home|house"
_KIN_OF_EACH_OTHER = "parents|grandparents|brothers|sisters|siblings|twins|cousins|couple"
# daughter of the late John and Mary Tamm; brothers, Mart and Jaan Tamm
_KIN = re.compile(
    rf"\b(?:(?:born|married)\b[^;\n]*\bto|(?:{_OF_KIN}) (?:of|to|born to)|(?:{_KIN_OF_EACH_OTHER}),?)"
    r"(?: the)?(?: late)? \Z"
)
# That two who stand together are married, somewhere near them
_WEDDED = re.compile(r"\b(?:couple|sweethearts|spouses?|wedding|newlyweds|husbands?|wife|wives|Mr\.? and Mrs)\b")
_NEAR = 250  # characters
# That they live in one place, or have children: Mart and Anna Tamm, from Valga · and Anna Tamm and their sons
_AT_HOME = re.compile(
    r" and (?:[A-Z][\w'’-]+ ){1,2}[A-Z][\w'’-]+"
    r"(?:, (?:of|from) (?:the )?[A-Z]|,? and (?:their|family)\b|,? who (?:live|farm|run|own)\b)"
)


def complete(
    found: dict[names.Words, Candidate],
    known: Collection[names.Words],
    texts: Mapping[Part, str],
    gender: Callable[[str], str],
) -> None:
    """Give a given name the surname that stands behind the next one, where that makes one of the names that are known.

    found: the candidates of a text by their folded words. texts: where they stand, for what is said of kin. gender:
    that of a given name.
    """
    first = [(each, place) for each in found.values() for place in each.places if "and-after" in place.features]
    several = {(place.part, place.start): each for each in found.values() for place in each.places if " " in place.text}
    surnames_here = {each.core[-1] for each in found.values() if len(each.core) > 1}
    for candidate, place in first:
        partner = several.get((place.part, place.end + len(AND)))
        if not partner or len(candidate.words) > 1:
            continue
        surnames = [partner.words[n:] for n in range(1, len(partner.words))]
        words = next((both for surname in surnames if (both := candidate.words + surname) in known), None)
        own = candidate.core[0] in surnames_here  # Thomas and Ann Tamm, where Peter Thomas is
        if not words and not own and _are_kin(candidate, partner, place, texts[place.part], gender):
            words = candidate.words + _surname(partner)
        if not words:
            continue
        candidate.places.remove(place)
        if not candidate.places:
            del found[candidate.words]
        text = " ".join([place.text, *partner.text.split()[1 - len(words) :]])
        whole = found.setdefault(words, Candidate(words, names.core(words), text))
        whole.features |= {"given-1", "role-before"} if words not in known else set()
        features = (*place.features, FOREMOST) if words in known and partner.words not in known else place.features
        whole.places.append(place._replace(features=features, rule="people.given-name"))


def _are_kin(candidate: Candidate, partner: Candidate, place: Place, text: str, gender: Callable[[str], str]) -> bool:
    """True where a given name before "and" has no surname of its own."""
    if "last-given-1" not in candidate.features or "given-1" not in partner.features or "suffix" in partner.features:
        return False
    if _KIN.search(text, max(0, place.start - _REACH), place.start):
        return True
    both = {gender(candidate.words[0]), gender(partner.words[0])}
    if candidate.titles or len(both) < 2:
        return False  # Prince Harry and Jane Tamm
    if _WEDDED.search(text, max(0, place.start - _NEAR), place.end + _NEAR):
        return True
    return "" not in both and _AT_HOME.match(text, place.end) is not None


def _surname(partner: Candidate) -> names.Words:
    """What the two share: the last word (born to John and Mary Lind Tamm), with its particles."""
    return partner.words[1:] if len(partner.core) < len(partner.words) else partner.words[-1:]
