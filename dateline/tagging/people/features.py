"""A segment and the text around it -> the names of the features that speak for or against a person.

A feature is a plain word such as "office-before" or "given-1"; its weight stands in dateline/data/people/weights.json.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.tagging.people import names
from dateline.tagging.people.lexicon import tier
from dateline.tagging.people.runs import QUOTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.tagging.people.lexicon import Lexicon
    from dateline.tagging.people.segments import Segment

REACH = 60  # characters looked at on either side
OTHER_MEANINGS = {"last-is-word", "last-is-plural", "last-is-place-1", "last-is-place-2", "last-is-place-3"}
_SENTENCE_END = ".!?…"
_MARKS = "\"“”‘’'()[]*_"
_SECTIONS_BEFORE = (
    ("place preposition", "place-preposition"),
    ("agent preposition", "agent-preposition"),
    ("speech", "speech-before"),
    ("lower particle", "particle-word-before"),
)
# he, she, his, her, him; its. The first letter is asked first: `re` then skips to it, which halves the time.
_PRONOUN = re.compile(r"[HSIhsi](?<!\w.)(?:((?<=[Hh])(?:e|is|er)|(?<=h)im|(?<=[Ss])he)|(?<=[Ii])ts)\b")


def shape(segment: Segment, lexicon: Lexicon) -> list[str]:
    """What the words themselves say."""
    tokens = [token for token in segment.tokens if token.text[0] not in QUOTES]
    words = [token.folded for token in tokens]
    found = []
    if len(words) > 1 and words[-1] in names.SUFFIXES:
        found.append("suffix")
        tokens, words = tokens[:-1], words[:-1]
    last = words[-1]
    if len(words) > 1:
        found += _of_several(words, lexicon)
    found += (f"family-{tier(lexicon.family, last)}", f"last-given-{tier(lexicon.given, last)}")
    if last in lexicon.words:
        found.append("last-is-word")
        if last[-1] == "s" and last[:-1] in lexicon.words and tier(lexicon.family, last) != 1:
            found.append("last-is-plural")
    if place := tier(lexicon.places, last):
        found.append(f"last-is-place-{place}")
    if last in lexicon.countries:
        found.append("last-is-country")
    if (kind := lexicon.kind(last)) in ("organisation", "place"):
        found.append(f"last-is-{kind}-word")
    found += _letters(tokens[-1].text)
    return found


def _of_several(words: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    first, last = words[0], words[-1]
    yield f"words-{min(len(words), 4)}"
    if len(first) <= 4 and first.endswith("."):
        yield "given-initial"
    else:
        given = tier(lexicon.given, first)
        if given > 1 and first in lexicon.words:
            given = 0  # the lower tiers have words that somebody, somewhere, was named by
        yield f"given-{given}"
        if first in lexicon.words:
            yield "first-is-word"
        if place := tier(lexicon.places, first):
            yield f"first-is-place-{place}"
        if not tier(lexicon.given, last) and not tier(lexicon.family, last):
            yield f"last-unknown-given-{min(1, given)}"
    if all(word in lexicon.words for word in words):
        yield "all-words"
    if any(word in lexicon.words and not tier(lexicon.given, word) for word in words[1:-1]):
        yield "inner-is-word"
    if any(len(word) == 2 and word[1] == "." for word in words[1:-1]):
        yield "middle-initial"
    if any(word in lexicon.classes["particle"] for word in words[1:-1]):
        yield "particle"
    if " ".join(words) in lexicon.places_of_many_words:
        yield "is-place"


def _letters(text: str) -> Iterator[str]:
    if len(text) <= 2:
        yield "short"
    if text[1:].islower() and text.isalpha():
        return  # as nearly all are
    if any(letter.isdigit() for letter in text):
        yield "digit"
    if text.isupper() and len(text) > 2:
        yield "capitals"
    elif any(letter.isupper() for letter in text[3:]) and "-" not in text and "'" not in text:
        yield "camel"  # AstraZeneca; not McCain
    first, _, second = text.partition("-")
    if second.islower() and first[0].isupper():
        yield "hyphen-lower"  # Geun-hye
    if text.casefold().startswith(("al-", "el-", "bin-", "ben-")):
        yield "arabic-article"


def around(segment: Segment, text: str, lexicon: Lexicon, in_headline: bool = False) -> list[str]:
    """What stands before and after it; `in_headline` where nearly all words have a capital."""
    found = []
    if in_headline:
        found.append("headline")
        if any(token.folded in lexicon.words for token in segment.tokens):
            found.append("headline-word")
    if segment.titles:
        found.append(_titles(segment, lexicon))
    elif segment.first_in_run:
        found.append(_before(text, segment.start, lexicon))
    if segment.before:
        found.append(f"{segment.before}-before")
    if segment.after:
        found.append(f"{segment.after}-after")
    if segment.tokens[-1].possessive:
        found.append("possessive")
    elif segment.last_in_run:
        found.append(_after(text, segment.end, lexicon))
        if found[-1] in ("word-after", "noun-after") and "the-before" in found:
            found.remove("the-before")
            found.append("eponym")  # the Roswell case: a person's, a place's, a firm's
    if pronoun := _PRONOUN.search(text, segment.end, segment.end + 2 * REACH):
        found.append("pronoun-near" if pronoun[1] else "its-near")
    return found


def _titles(segment: Segment, lexicon: Lexicon) -> str:
    kinds = {lexicon.kind(title.folded) for title in segment.titles}
    return next((f"{kind}-before" for kind in ("honorific", "office") if kind in kinds), "modifier-before")


def _before(text: str, start: int, lexicon: Lexicon) -> str:
    line = text.rfind("\n", max(0, start - REACH), start)
    words = text[line + 1 if line >= 0 else max(0, start - REACH) : start].rsplit(None, 2)
    if not words:
        return "line-start"
    word = words[-1].strip(_MARKS)
    if word == "of" and len(words) > 1 and words[-2][0].isupper():
        return "capital-of-before"
    key = ("before", word)
    feature = lexicon.memory.get(key)
    if feature is None:
        feature = lexicon.memory[key] = _word_before(word, lexicon)
    return feature


def _word_before(word: str, lexicon: Lexicon) -> str:
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


def _after(text: str, end: int, lexicon: Lexicon) -> str:
    line = text.find("\n", end, end + REACH)
    chunk = text[end : line if line >= 0 else end + REACH]
    if chunk[:1] == ",":
        return _apposition(chunk.split()[1:], lexicon)
    words = chunk.split(None, 1)
    if not words:
        return "line-end"
    if chunk[0] not in " \u00a0":
        return "colon-after" if chunk[0] == ":" else "dash-after" if chunk[0] in "-–—/" else "end-after"
    key = ("after", words[0])
    feature = lexicon.memory.get(key)
    if feature is None:
        feature = lexicon.memory[key] = _word_after(words[0], lexicon)
    return feature


def _word_after(raw: str, lexicon: Lexicon) -> str:
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
