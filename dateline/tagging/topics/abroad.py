"""A language other than English -> the topics with the words that speak for them in its texts."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline.tagging.tongue import speakers
from dateline.tagging.topics.spellings import first_words, variants

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from dateline.vocabulary import Topic

Cues = dict[str, float]  # term -> weight


def at_home(topics: Mapping[str, Topic], tongue: str) -> Mapping[str, Topic]:
    """`topics` with the terms of that language beside their own, for texts have Software and football in any.

    Of their own those are left out that are other words there: German says "war" for was, French "pays" for a country.
    Nothing changes without a language.
    """
    if not tongue:
        return topics
    more = _table().get(tongue, {})
    other = {*more.get("", ()), *(word for word, tongues in speakers().items() if tongue in tongues)}
    suspects = first_words(other)
    return {
        name: replace(topic, cues={**_without(other, suspects, topic.cues), **more.get(topic.code, {})})
        for name, topic in topics.items()
    }


def _without(other: AbstractSet[str], suspects: AbstractSet[str], cues: Mapping[str, float]) -> Cues:
    """Those of which no spelling is one of these words; `suspects` are all that one of them may be a spelling of."""
    return {term: w for term, w in cues.items() if term not in suspects or other.isdisjoint(variants(term))}


@cache
def _table() -> Mapping[str, Mapping[str, Cues]]:
    file = resources.files("dateline.data").joinpath("topics", "abroad.json")
    table: dict[str, dict[str, Cues]] = json.loads(file.read_text(encoding="utf-8"))
    return table
