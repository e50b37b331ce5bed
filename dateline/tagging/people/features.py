"""A segment and the text around it -> the names of the features that speak for or against a person.

A feature is a plain word such as "office-before" or "given-1"; its weight stands in dateline/data/people/weights.json.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.tagging.people.lexicon import tier
from dateline.tagging.people.runs import QUOTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.tagging.people.lexicon import Lexicon
    from dateline.tagging.people.segments import Segment

_PLACE_PREPOSITIONS = frozenset(
    ["in", "at", "near", "outside", "inside", "around", "across", "throughout", "toward", "towards"]
)
_OTHER_PREPOSITIONS = frozenset(["from", "to", "of", "for", "on", "into", "over"])
_AGENT_PREPOSITIONS = frozenset(
    ["by", "with", "against", "between", "alongside", "versus", "v", "vs", "beat", "defeated", "and"]
)
_LOWER_PARTICLES = frozenset(
    ["de", "van", "von", "der", "den", "di", "da", "dos", "bin", "ibn", "del", "della", "du", "ter", "zu"]
)
_SENTENCE_END = ".!?…"
_REACH = 48  # characters looked at on either side


def shape(segment: Segment, lexicon: Lexicon) -> Iterator[str]:
    """What the words themselves say."""
    tokens = [token for token in segment.tokens if token.text[0] not in QUOTES]
    words = [token.folded for token in tokens]
    if words[-1] in lexicon.classes["suffix"] and len(words) > 1:
        yield "suffix"
        tokens, words = tokens[:-1], words[:-1]
    first, last = words[0], words[-1]
    if len(words) > 1:
        initial = len(first) <= 4 and first.endswith(".")
        yield "given-initial" if initial else f"given-{tier(lexicon.given, first)}"
        if not initial and first in lexicon.words:
            yield "first-is-word"
        if not initial and tier(lexicon.places, first):
            yield "first-is-place"
        yield f"words-{min(len(words), 4)}"
        if all(word in lexicon.words for word in words):
            yield "all-words"
        if any(word in lexicon.words and not tier(lexicon.given, word) for word in words[1:-1]):
            yield "inner-is-word"
        if any(word in lexicon.classes["particle"] for word in words[1:-1]):
            yield "particle"
        if " ".join(words) in lexicon.places_of_many_words:
            yield "is-place"
        if not initial and not tier(lexicon.given, last) and not tier(lexicon.family, last):
            yield f"last-unknown-given-{min(1, tier(lexicon.given, first))}"
    yield f"family-{tier(lexicon.family, last)}"
    yield f"last-given-{tier(lexicon.given, last)}"
    if last in lexicon.words:
        yield "last-is-word"
        if last[-1] == "s" and last[:-1] in lexicon.words and tier(lexicon.family, last) != 1:
            yield "last-is-plural"
    if place := tier(lexicon.places, last):
        yield f"last-is-place-{place}"
    if last in lexicon.countries:
        yield "last-is-country"
    yield from _letters(tokens[-1].text)


def _letters(text: str) -> Iterator[str]:
    if any(letter.isdigit() for letter in text):
        yield "digit"
    if text.isupper() and len(text) > 2:
        yield "capitals"
    elif any(letter.isupper() for letter in text[3:]) and "-" not in text and "'" not in text:
        yield "camel"  # AlphaTauri; not McCain
    if len(text) <= 2:
        yield "short"
    if text.casefold().startswith(("al-", "el-", "bin-", "ben-")):
        yield "arabic-article"


def around(segment: Segment, text: str, lexicon: Lexicon, in_headline: bool = False) -> Iterator[str]:
    """What stands before and after it; `in_headline` where nearly all words have a capital."""
    if in_headline:
        yield "headline"
        if any(token.folded in lexicon.words for token in segment.tokens):
            yield "headline-word"
    titles = {lexicon.kind(title.folded) for title in segment.titles}
    if "honorific" in titles:
        yield "honorific-before"
    if "office" in titles:
        yield "office-before"
    elif titles == {"modifier"}:
        yield "modifier-before"
    if segment.before:
        yield f"{segment.before}-before"
    if segment.after:
        yield f"{segment.after}-after"
    if not segment.titles and segment.first_in_run:
        yield from _before(text, segment.start, lexicon)
    if segment.last_in_run or segment.tokens[-1].possessive:
        yield from _after(text, segment, lexicon)


def _before(text: str, start: int, lexicon: Lexicon) -> Iterator[str]:
    chunk = text[max(0, start - _REACH) : start]
    line = chunk.rfind("\n")
    words = chunk[line + 1 :].split()
    if not words:
        yield "line-start"
        return
    word = words[-1].strip("\"“”‘’'()[]*_")
    if not word or word[-1] in _SENTENCE_END:
        yield "sentence-start"
    elif word[-1] in ",;":
        yield "comma-before"
    elif not word[-1].isalnum():
        yield "mark-before"
    elif word[0].isdigit():
        yield "number-before"
    elif word in ("the", "The"):
        yield "the-before"
    elif word in ("a", "an"):
        yield "a-before"
    elif word in _PLACE_PREPOSITIONS:
        yield "place-preposition"
    elif word == "of" and len(words) > 1 and words[-2][:1].isupper():
        yield "capital-of-before"
    elif word in _OTHER_PREPOSITIONS:
        yield f"{word}-before"
    elif word in _AGENT_PREPOSITIONS:
        yield "agent-preposition"
    elif word in lexicon.classes["speech"]:
        yield "speech-before"
    elif word in _LOWER_PARTICLES:
        yield "particle-word-before"
    elif (
        word in lexicon.classes["office"]
        or word in lexicon.classes["honorific"]
        or word in lexicon.persons
        or (word[-1].islower() and word.rpartition("-")[2] in lexicon.persons)
    ):
        yield "role-before"
    else:
        yield "word-before"


def _after(text: str, segment: Segment, lexicon: Lexicon) -> Iterator[str]:
    end = segment.end
    if segment.tokens[-1].possessive:
        yield "possessive"
        return
    chunk = text[end : end + _REACH]
    line = chunk.find("\n")
    words = (chunk if line < 0 else chunk[:line]).split()
    if not words:
        if line >= 0 or len(chunk) < _REACH:
            yield "line-end"
        return
    if chunk[0] == " ":
        word = words[0].strip("\"“”‘’'.,;:")
        if word in lexicon.classes["speech"]:
            yield "speech-after"
        elif words[0][0] == "(":
            yield "bracket-after"
        elif words[0][0].isdigit():
            yield "number-after"
        elif word == "and":
            yield "and-after"
        elif word in _PLACE_PREPOSITIONS or word in _OTHER_PREPOSITIONS:
            yield "preposition-after"
        elif word in lexicon.classes["function"]:
            yield "function-after"
        elif lexicon.is_noun_of_group(word):
            yield "noun-after"
        else:
            yield "word-after"
    elif chunk[0] == ",":
        yield from _apposition(words[1:], lexicon)
    elif chunk[0] == ":":
        yield "colon-after"
    elif chunk[0] in "-–—/":
        yield "dash-after"
    else:
        yield "end-after"


def _apposition(words: list[str], lexicon: Lexicon) -> Iterator[str]:
    """ ", 45," · ", who" · ", the Estonian foreign minister" · ", a spokesman for"."""
    if not words:
        return
    bare = [word.strip(",.;:()") for word in words]
    if bare[0] in ("who", "whose"):
        yield "who-after"
    elif bare[0].isdigit() and len(bare[0]) <= 2:
        yield "age-after"
    else:
        for word, raw in zip(bare[:6], words, strict=False):
            if word in lexicon.persons or word.lower() in lexicon.classes["office"]:
                yield "role-after"
                return
            if raw.endswith((",", ".")):
                break
        yield "comma-after"
