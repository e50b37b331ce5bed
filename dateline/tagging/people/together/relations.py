"""The candidates of one article -> the features that they give each other: a surname alone, and what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.tagging.people import names
from dateline.tagging.people.cutting import features

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.tagging.people.candidates import Candidate

_TITLED = {"honorific-before", "office-before"}
_ACTS = {"speech-after", "speech-before", "honorific-before", "office-before", "who-after"}
_NO_GIVEN_NAME = {"given-0", "first-is-word"}
_OF_MANY = {"the-before", "family-0"}


def relate(found: Mapping[names.Words, Candidate]) -> None:
    """Features that one candidate gives another: its surname alone elsewhere, with what stands there."""
    singles = {candidate.core[0]: candidate for candidate in found.values() if len(candidate.words) == 1}
    for candidate in found.values():
        if len(candidate.places) > 1:
            candidate.features.add("repeated")
        if len(candidate.words) < 2:
            other = candidate.features & features.OTHER_MEANINGS
            of_town = features.is_lord_of_town(candidate.features, candidate.titles)
            is_surname = "family-1" in candidate.features or not other or of_town
            if (is_surname or _is_ruler(candidate)) and candidate.features & _TITLED:
                # President Bush: what else the word may mean no longer counts
                candidate.features -= features.OTHER_MEANINGS
                candidate.features.add("titled-surname")
            continue
        alone = singles.get(candidate.core[-1])
        if alone and len(candidate.places) == 1 and candidate.features >= _NO_GIVEN_NAME:
            continue  # the surname would stand alone elsewhere after a verb just as well: Accuses Tamm
        if alone and _are_many(alone):
            candidate.features.add("eponymous")
        elif alone:
            candidate.features.add("surname-alone")
            if alone.features & _ACTS:
                candidate.features.add("surname-acts")
        elif candidate.core[0] in singles:
            candidate.features.add("first-alone")


def _are_many(alone: Candidate) -> bool:
    """True for a side: the Silverhoofs, of Everett Silverhoofs."""
    return alone.features >= _OF_MANY and alone.core[0].endswith("s")


def _is_ruler(candidate: Candidate) -> bool:
    """True for Elizabeth of Queen Elizabeth, though a town has that name too."""
    alone = {"last-given-1", "the-before"} & candidate.features == {"last-given-1"}
    return alone and any(map(names.is_regal, candidate.titles))
