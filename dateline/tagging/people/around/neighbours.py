"""The word beside a name -> the name of the feature that it gives: "role-before", "speech-after", "and-after"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.tagging.people.lists.lexicon import Lexicon

EITHER = "verb-or-noun-after"  # Jane Tamm plans; of a single word it says little: St. Paul plans, Toyota plans
_SENTENCE_END = ".!?…"
_RELATIVE = {"where", "which", "when"}
_SECTIONS_BEFORE = (
    ("place preposition", "place-preposition"),
    ("agent preposition", "agent-preposition"),
    ("speech", "speech-before"),
    ("lower particle", "particle-word-before"),
)


def before(lexicon: Lexicon, word: str) -> str:
    """The feature of the word directly before it, without quotes."""
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
    noun = plain if plain.endswith("-in-law") else plain.rpartition("-")[2]
    if noun in lexicon.persons or noun in lexicon.classes["office"] or noun in lexicon.classes["honorific"]:
        return "role-before"
    return "word-before"


def after(lexicon: Lexicon, raw: str) -> str:
    """The feature of the word directly after it, with what stands at it."""
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
        return EITHER
    if lexicon.is_noun_of_group(word):
        return "noun-after"
    if word in lexicon.verbs or (word.endswith("ed") and word in lexicon.words):
        return "verb-after"
    return "word-after"


def behind_comma(words: Sequence[str], lexicon: Lexicon) -> str:
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
        if word in _RELATIVE:
            break  # where the mayor lives
        if word in lexicon.persons or word in lexicon.classes["office"]:
            return "role-after"
        if raw[-1] in ",.":
            break
    return "comma-after"
