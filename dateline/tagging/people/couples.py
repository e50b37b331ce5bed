"""Bill and Hillary Clinton -> Bill Clinton, too, where the vocabulary knows somebody of that name.

The vocabulary decides, since most who are named by one word before "and" have that for a surname.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.tagging.people import names
from dateline.tagging.people.candidates import Candidate

if TYPE_CHECKING:
    from collections.abc import Collection

AND = " and "
FOREMOST = "foremost-of-two"  # feature of a place: of the two, the vocabulary knows him alone


def complete(found: dict[names.Words, Candidate], known: Collection[names.Words]) -> None:
    """Give a given name the surname that stands behind the next one, where that makes one of the names that are known.

    found: the candidates of a text by their folded words.
    """
    first = [(each, place) for each in found.values() for place in each.places if "and-after" in place.features]
    several = {(place.part, place.start): each for each in found.values() for place in each.places if " " in place.text}
    for candidate, place in first:
        partner = several.get((place.part, place.end + len(AND)))
        if not partner or len(candidate.words) > 1:
            continue
        surnames = [partner.words[n:] for n in range(1, len(partner.words))]
        words = next((both for surname in surnames if (both := candidate.words + surname) in known), None)
        if not words:
            continue
        candidate.places.remove(place)
        if not candidate.places:
            del found[candidate.words]
        text = " ".join([place.text, *partner.text.split()[1 - len(words) :]])
        whole = found.setdefault(words, Candidate(words, names.core(words), text))
        features = place.features if partner.words in known else (*place.features, FOREMOST)
        whole.places.append(place._replace(features=features, rule="people.given-name"))
