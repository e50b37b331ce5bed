"""A run of capitalised words -> the segments of it that may be a name, with what stands around each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.tagging.people import placenames

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.tagging.people.lexicon import Lexicon
    from dateline.tagging.people.words import Word

LONGEST = 8  # words of a name; more is a list that has lost its commas
_TITLES = ("honorific", "office", "modifier")
_INSIDE = ("name", "initial", "particle", "nickname", "suffix")


class Segment(NamedTuple):
    """Neighbouring words that may be one name. A tuple: forty are made for each article."""

    first: int  # of its words in the run, 0-based
    words: tuple[Word, ...]
    titles: tuple[Word, ...] = ()  # the words of a title directly before: Prime, Minister
    before: str = ""  # kind of the word directly before in the run, where it is no title; "" at the run's start
    after: str = ""  # likewise of the word directly after; "eponym" in the Meloni Government
    first_in_run: bool = False  # nothing before it in the run
    last_in_run: bool = False
    particles: int = 0  # before a single word in a run: Envoy de Mistura


def split(run: Sequence[Word], lexicon: Lexicon, opens_sentence: bool = False) -> Iterator[Segment]:
    """Cut a run of several words where a word can be no part of a name, or where one ends with a possessive.

    `opens_sentence` says that the first word may have its capital from standing first.
    """
    kinds = [word.kind for word in run]
    placenames.mark(run, kinds, lexicon)
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
        if end - i <= LONGEST and "name" in kinds[i:end] and not _is_christened(run, i, lexicon):
            yield _segment(run, kinds, i, end, lexicon)
        i = j


def _segment(run: Sequence[Word], kinds: Sequence[str], i: int, j: int, lexicon: Lexicon) -> Segment:
    opening = i
    while opening > 0 and kinds[opening - 1] == "particle":
        opening -= 1
    particles = i - opening if opening else 0
    first = i - particles
    opening = first
    while first > 0 and kinds[first - 1] in _TITLES and not run[first - 1].possessive:
        first -= 1
    after = kinds[j] if j < len(run) and not run[j - 1].possessive else ""
    if after == "organisation" and run[j].folded in lexicon.classes["of a person"]:
        after = "eponym"
    return Segment(
        first=i,
        words=tuple(run[i:j]),
        titles=tuple(run[first:opening]),
        before=kinds[first - 1] if first else "",
        after=after,
        first_in_run=i == 0,
        last_in_run=j == len(run),
        particles=particles,
    )


def _is_christened(run: Sequence[Word], first: int, lexicon: Lexicon) -> bool:
    return first > 0 and run[first - 1].folded in lexicon.classes["christened"]


def _take_back(run: Sequence[Word], kinds: list[str], lexicon: Lexicon, opens_sentence: bool) -> None:
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
            _take_back_after_name(run, i, kinds, lexicon)
        elif not (kind == "function" and i == 0 and opens_sentence) and _is_given(run, i, kinds, lexicon):
            kinds[i] = "name"  # but "Will Tamm win?"


def _take_back_after_name(run: Sequence[Word], i: int, kinds: list[str], lexicon: Lexicon) -> None:
    if _is_surname(run, i, kinds, lexicon):
        kinds[i] = "name"
    elif not (run[i - 1].given or run[i - 1].family) and _is_given(run, i, kinds, lexicon):
        kinds[i - 1 : i + 1] = ("function", "name")  # Handelskammerchef Christian Lind


def _of_first(run: Sequence[Word], i: int, kinds: Sequence[str], lexicon: Lexicon, opens_sentence: bool) -> str:
    """The kind of a first word: no name where it only describes a full one (Teenager Greta Thunberg)."""
    first, word = run[i], run[i].folded
    if kinds[i + 1 : i + 2] == ["suffix"]:
        return "name"  # King Jr.
    if opens_sentence and first.given != 1 and (first.ordinary or word in lexicon.classes["opener"]):
        return _described(word, lexicon)  # Struggling Intel, Eventually Smith, Obwohl Bennett
    if i + 2 >= len(run) or first.possessive or run[i + 1].possessive or first.given == 1:
        return "name"
    if kinds[i + 1] not in ("name", "initial") or kinds[i + 2] not in ("name", "initial", "particle"):
        return "name"
    if run[i + 1].folded in lexicon.classes["particle"]:
        return "name"  # Marine Le Pen
    following = run[i + 1].given
    is_given = first.given and (first.given < 3 or run[i + 1].ordinary)  # the lowest tier has cities, too
    if first.place and not is_given and following == 1 and not run[i + 1].place:
        return "place"  # Archbishop of Canterbury Rowan Williams
    strange = not first.given and not first.family  # Bundeskanzler, Peaminister
    if not ((first.ordinary and 0 < following <= 2) or (strange and following == 1)):
        return "name"
    return _described(word, lexicon)


def _described(word: str, lexicon: Lexicon) -> str:
    """The kind of an ordinary word before a name: Economist Jane Roe, Economists Jane Roe and John Doe."""
    if word in lexicon.persons:
        return "office"
    return "modifier" if word.removesuffix("s") in lexicon.persons else "function"


def _is_surname(run: Sequence[Word], i: int, kinds: Sequence[str], lexicon: Lexicon) -> bool:
    token, before = run[i], run[i - 1]
    following = kinds[i + 1] if i + 1 < len(run) and not token.possessive else ""
    if kinds[i] == "place" and len(token.text) <= 3 and following == "name":
        return True  # Aung San Suu Kyi, Jill St. John
    if token.family != 1 or token.folded in ("springs", "falls", "heights"):
        return False
    if kinds[i] == "country" and token.folded not in lexicon.countries:
        return len(run) == 2 and before.given == 1 and not (before.ordinary or before.place)  # Dawn French
    if token.folded in lexicon.classes["calendar"] and token.folded not in ("may", "march", "august", "noel", "winter"):
        return False  # Merry Christmas
    last = following in ("", "suffix", "function")
    if kinds[i - 1] == "initial":
        return last
    given, place = before.given, before.place
    lowest = 1 if kinds[i] in ("place", "organisation") else 2  # John Street, but Edwards Street
    return last and 0 < given <= lowest and not 0 < place <= 2


def _is_given(run: Sequence[Word], i: int, kinds: Sequence[str], lexicon: Lexicon) -> bool:
    token, kind = run[i], kinds[i]
    if kind in ("honorific", "office") or token.possessive or i + 1 == len(run):
        return False
    if kinds[i + 1] == "particle" and run[i + 1].text.islower() and token.given == 1 and kind != "place":
        return True  # Oscar de la Renta
    if kinds[i + 1] != "name":
        return False
    if kind == "modifier" and i > 0 and kinds[i - 1] in _TITLES:
        return False  # Det Con Lisa Jones
    following = run[i + 1].folded
    if "-" in following and run[i + 1].text.partition("-")[2].islower():
        return True  # Park Geun-hye
    if token.given != 1 or (kind == "function" and token.folded not in ("will", "jan")):
        return False
    if _is_nobody_s(token, lexicon):
        return False
    if i > 0 and kinds[i - 1] in _TITLES and not run[i - 1].possessive:
        return following not in lexicon.words
    if (following in lexicon.words and lexicon.family.tier(following) != 1) or lexicon.places.tier(following) == 1:
        return False
    if kind == "country" and i + 2 < len(run) and kinds[i + 2] == "name" and lexicon.given.tier(following) == 1:
        return False  # Scot Andy Murray
    if kind == "country" and token.folded not in lexicon.classes["group"]:
        return token.folded in lexicon.countries and lexicon.family.tier(following) > 0
    return True


def _is_nobody_s(word: Word, lexicon: Lexicon) -> bool:
    """May, April, but Jan Mueller; Ford Taurus; Storm Desmond."""
    if word.folded in lexicon.classes["calendar"]:
        return len(word.text) > 3
    return word.folded in lexicon.classes["brand"] or word.folded in lexicon.classes["christened"]


def _take_back_capitals(run: Sequence[Word], i: int, kinds: list[str], lexicon: Lexicon) -> None:
    """PJ before Harvey, BOLT after Usain, ANGELA before MERKEL; never CDU after Merkel."""
    token = run[i]
    before = kinds[i - 1] if i > 0 and not run[i - 1].possessive else ""
    if len(token.text) > 3:
        after_given = before == "name" and 0 < run[i - 1].given <= 2
        both_capitals = after_given and run[i - 1].text.isupper()
        known = token.family == 1
        if (known and (before in ("honorific", "office", "initial") or after_given)) or (
            both_capitals and not token.ordinary and not 0 < token.place <= 2
        ):
            kinds[i] = "name"
            return
    if i + 1 == len(run) or token.possessive:
        return
    following = run[i + 1]
    if len(token.text) == 2 and kinds[i + 1] == "name":
        word = following.folded
        surname = lexicon.family.tier(word) and word not in lexicon.words and not 0 < lexicon.places.tier(word) <= 2
        if surname and token.folded not in lexicon.classes["acronym"]:
            kinds[i] = "initial"
    elif kinds[i + 1] == "acronym" and len(following.text) > 3 and 0 < token.given <= 2:
        plain = (token.folded, following.folded)
        if not any(word in lexicon.words or 0 < lexicon.places.tier(word) <= 2 for word in plain):
            kinds[i] = "name"
