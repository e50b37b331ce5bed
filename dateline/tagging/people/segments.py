"""A run of capitalised words -> the segments of it that may be a name, with what stands around each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.tagging.people import names
from dateline.tagging.people.lexicon import tier
from dateline.tagging.people.runs import QUOTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.tagging.people.lexicon import Lexicon
    from dateline.tagging.people.runs import Token

LONGEST = 8  # words of a name; more is a list that has lost its commas
_TITLES = ("honorific", "office", "modifier")
_INSIDE = ("name", "initial", "particle", "nickname", "suffix")


class Segment(NamedTuple):
    """Neighbouring words that may be one name. A tuple, not a dataclass: forty are made for each article."""

    tokens: tuple[Token, ...]
    titles: tuple[Token, ...] = ()  # the words of a title directly before: Prime, Minister
    before: str = ""  # kind of the word directly before in the run, where it is no title; "" at the run's start
    after: str = ""  # likewise of the word directly after; "eponym" in the Meloni Government
    first_in_run: bool = False  # nothing before it in the run
    last_in_run: bool = False

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


def split(run: Sequence[Token], lexicon: Lexicon, opens_sentence: bool = False) -> Iterator[Segment]:
    """Cut a run of several words where a word can be no part of a name, or where one ends with a possessive.

    `opens_sentence` says that the first word may have its capital from standing first.
    """
    kinds = [kind_of(token, lexicon) for token in run]
    _mark_places(run, kinds, lexicon)
    _take_back(run, kinds, lexicon, opens_sentence)
    i = 0
    while i < len(run):
        if kinds[i] not in ("name", "initial"):
            i += 1
            continue
        j = i + 1
        while j < len(run) and kinds[j] in _INSIDE and not run[j - 1].possessive:
            j += 1
        end = j
        while kinds[end - 1] in ("particle", "nickname"):
            end -= 1
        if end - i <= LONGEST and "name" in kinds[i:end]:
            yield _segment(run, kinds, i, end, lexicon)
        i = j


def _segment(run: Sequence[Token], kinds: Sequence[str], i: int, j: int, lexicon: Lexicon) -> Segment:
    first = i
    while first > 0 and kinds[first - 1] in _TITLES and not run[first - 1].possessive:
        first -= 1
    after = kinds[j] if j < len(run) and not run[j - 1].possessive else ""
    if after == "organisation" and run[j].folded in lexicon.classes["of a person"]:
        after = "eponym"
    return Segment(
        tokens=tuple(run[i:j]),
        titles=tuple(run[first:i]),
        before=kinds[first - 1] if first else "",
        after=after,
        first_in_run=i == 0,
        last_in_run=j == len(run),
    )


def kind_of(token: Token, lexicon: Lexicon) -> str:
    """What the word does to a name: "name" and "initial" are part of one, "suffix" and "particle" may be."""
    known = lexicon.memory.get(token.text)
    if known is None:
        known = lexicon.memory[token.text] = _kind_of(token, lexicon)
    return known


def _kind_of(token: Token, lexicon: Lexicon) -> str:
    text = token.text
    if text[0] in QUOTES:
        return "nickname"
    if len(text) == 1:
        return "function" if text in "AI" else "initial"
    if text[1] == ".":
        return "country" if token.folded in lexicon.demonyms or token.folded in lexicon.countries else "initial"
    if text.isupper():
        known = "number" if names.is_number(token.folded) else lexicon.kind(token.folded)
        return known if known in ("country", "suffix", "number") else "acronym"
    if text[0].islower() and token.folded in lexicon.classes["particle"]:
        return "particle"
    if "-" in text and lexicon.is_compound(text):
        return "function"
    return lexicon.kind(token.folded)


def _mark_places(run: Sequence[Token], kinds: list[str], lexicon: Lexicon) -> None:
    """New York, San Diego: all words of a place's name, unless they might as well be a person's."""
    for i in range(len(run) - 1):
        first, second = run[i].folded, run[i + 1].folded
        if f"{first} {second}" not in lexicon.places_of_many_words or run[i].possessive:
            continue
        if kinds[i] != "name" or tier(lexicon.given, first) != 1 or tier(lexicon.family, second) != 1:
            kinds[i] = kinds[i + 1] = "place"


def _take_back(run: Sequence[Token], kinds: list[str], lexicon: Lexicon, opens_sentence: bool) -> None:
    """Words of other classes that are names beside a name: Theresa May, John Major, Bill Gates, Jordan Henderson."""
    for i in range(len(run)):
        kind = kinds[i]
        follows = i > 0 and kinds[i - 1] in ("name", "initial", "nickname") and not run[i - 1].possessive
        if kind == "name":
            if not follows:
                kinds[i] = _of_first(run, i, kinds, lexicon, i == 0 and opens_sentence)
        elif kind == "number" and follows:
            kinds[i] = "suffix"  # Leo XIII; but XI JINPING
        elif kind == "suffix":
            if not follows:
                kinds[i] = "function"
        elif kind in ("acronym", "number"):
            kinds[i] = "acronym"
            _take_back_capitals(run, i, kinds, lexicon)
        elif kind in ("initial", "particle", "nickname"):
            continue
        elif follows:
            if _is_surname(run, i, kinds, lexicon):
                kinds[i] = "name"
        elif not (kind == "function" and i == 0 and opens_sentence) and _is_given(run, i, kinds, lexicon):
            kinds[i] = "name"  # but "Will Trump win?"


def _of_first(run: Sequence[Token], i: int, kinds: Sequence[str], lexicon: Lexicon, opens_sentence: bool) -> str:
    """The kind of a first word: no name where it only describes a full one (Teenager Greta Thunberg)."""
    word = run[i].folded
    ordinary = word in lexicon.words or word in lexicon.classes["opener"]
    if opens_sentence and ordinary and tier(lexicon.given, word) != 1:
        return "function"  # Struggling Intel, Eventually Smith, Obwohl Bennett
    if i + 2 >= len(run) or run[i].possessive or run[i + 1].possessive or tier(lexicon.given, word) == 1:
        return "name"
    if kinds[i + 1] not in ("name", "initial") or kinds[i + 2] not in ("name", "initial", "particle"):
        return "name"
    following = tier(lexicon.given, run[i + 1].folded)
    strange = not tier(lexicon.given, word) and not tier(lexicon.family, word)  # Bundeskanzler, Peaminister
    if not ((word in lexicon.words and 0 < following <= 2) or (strange and following == 1)):
        return "name"
    return "office" if word in lexicon.persons else "function"


def _is_surname(run: Sequence[Token], i: int, kinds: Sequence[str], lexicon: Lexicon) -> bool:
    token, before = run[i], run[i - 1]
    following = kinds[i + 1] if i + 1 < len(run) and not token.possessive else ""
    if kinds[i] == "place" and len(token.text) <= 3 and following == "name":
        return True  # Aung San Suu Kyi, Jill St. John
    if tier(lexicon.family, token.folded) != 1 or (kinds[i] == "country" and token.folded not in lexicon.countries):
        return False
    if token.folded in lexicon.classes["calendar"] and token.folded not in ("may", "march", "august", "noel"):
        return False  # Merry Christmas
    last = following in ("", "suffix", "function")
    if kinds[i - 1] == "initial":
        return last
    given, place = tier(lexicon.given, before.folded), tier(lexicon.places, before.folded)
    lowest = 1 if kinds[i] in ("place", "organisation") else 2  # John Street, but Edwards Street
    return last and 0 < given <= lowest and not 0 < place <= 2


def _is_given(run: Sequence[Token], i: int, kinds: Sequence[str], lexicon: Lexicon) -> bool:
    token, kind = run[i], kinds[i]
    if kind in ("honorific", "office") or token.possessive or i + 1 == len(run) or kinds[i + 1] != "name":
        return False
    following = run[i + 1].folded
    if "-" in following and run[i + 1].text.partition("-")[2].islower():
        return True  # Park Geun-hye
    if token.folded in lexicon.classes["calendar"] and len(token.text) > 3:
        return False  # May, April; but Jan Mueller
    if token.folded in lexicon.classes["brand"]:
        return False  # Ford Taurus
    if tier(lexicon.given, token.folded) != 1 or (kind == "function" and token.folded not in ("will", "jan")):
        return False
    if i > 0 and kinds[i - 1] in _TITLES and not run[i - 1].possessive:
        return following not in lexicon.words
    if (following in lexicon.words and tier(lexicon.family, following) != 1) or tier(lexicon.places, following) == 1:
        return False
    if kind == "country" and i + 2 < len(run) and kinds[i + 2] == "name" and tier(lexicon.given, following) == 1:
        return False  # Scot Andy Murray
    if kind == "country" and token.folded not in lexicon.classes["group"]:
        return token.folded in lexicon.countries and tier(lexicon.family, following) > 0
    return True


def _take_back_capitals(run: Sequence[Token], i: int, kinds: list[str], lexicon: Lexicon) -> None:
    """PJ before Harvey, BOLT after Usain, ANGELA before MERKEL; never CDU after Merkel."""
    token = run[i]
    before = kinds[i - 1] if i > 0 and not run[i - 1].possessive else ""
    if len(token.text) > 3:
        after_given = before == "name" and 0 < tier(lexicon.given, run[i - 1].folded) <= 2
        both_capitals = after_given and run[i - 1].text.isupper()
        known = tier(lexicon.family, token.folded) == 1
        if (known and (before in ("honorific", "initial") or after_given)) or (
            both_capitals and token.folded not in lexicon.words and not 0 < tier(lexicon.places, token.folded) <= 2
        ):
            kinds[i] = "name"
            return
    if i + 1 == len(run) or token.possessive:
        return
    following = run[i + 1]
    if len(token.text) == 2 and kinds[i + 1] == "name":
        word = following.folded
        surname = tier(lexicon.family, word) and word not in lexicon.words and not 0 < tier(lexicon.places, word) <= 2
        if surname and token.folded not in lexicon.classes["acronym"]:
            kinds[i] = "initial"
    elif kinds[i + 1] == "acronym" and len(following.text) > 3 and 0 < tier(lexicon.given, token.folded) <= 2:
        plain = (token.folded, following.folded)
        if not any(word in lexicon.words or 0 < tier(lexicon.places, word) <= 2 for word in plain):
            kinds[i] = "name"
