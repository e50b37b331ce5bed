"""A run of capitalised words -> the segments of it that may be a name, with what stands around each."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dateline.tagging.people.words import korean, pinyin, placenames, second_look, titles, vietnamese
from dateline.tagging.people.words.ambiguous import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.tagging.people.lists.lexicon import Lexicon
    from dateline.tagging.people.words.word import Word

LONGEST = 8  # words of a name; more is a list that has lost its commas
_LONG = 4  # words, more than which may be a phrase of another language
_ROMANCE = frozenset(["de", "del", "di", "da", "do", "dos", "das", "du", "la", "las", "los", "della"])
_NOTES = tuple("ABCDEFGH")
_ANYBODY = frozenset(["man", "woman", "men", "women", "boy", "girl", "teen", "teens", "couple"])
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


def split(
    run: list[Word],
    lexicon: Lexicon,
    opens_sentence: bool = False,
    of_place: bool = False,
    in_list: bool = False,
) -> Iterator[Segment]:
    """Cut a run of several words where a word can be no part of a name, or where one ends with a possessive.

    `opens_sentence` says that the first word may have its capital from standing first, `of_place` that "of", "from" or
    "in" stands before it, `in_list` a comma.
    """
    kinds = [word.kind for word in run]
    placenames.mark(run, kinds, lexicon)
    titles.mark(run, kinds, lexicon)
    second_look.take_back(run, kinds, lexicon, opens_sentence, of_place, in_list)
    pinyin.take_back(run, kinds, opens_sentence)
    vietnamese.take_back(run, kinds, lexicon)
    korean.take_back(run, kinds, lexicon)
    i = 0
    while i < len(run):
        if kinds[i] not in ("name", "initial"):
            i += 1
            continue
        j = i + 1
        while j < len(run) and kinds[j] in _INSIDE and not run[j - 1].possessive and not _ends_before(run, i, j):
            j += 1
        j = _end_at_suffix(kinds, i, j)
        end = j
        while kinds[end - 1] in ("particle", "nickname"):
            end -= 1
        nobody = (
            _is_christened(run, i, lexicon)
            or _is_dedicated(run[i:end])
            or _is_saints_hall(run, i, end, lexicon)
            or _is_hall(run, i, kinds, lexicon)
            or _is_school(run, i, end, kinds, lexicon)
            or _is_of_office(run, i, end, kinds)
            or _is_feast(run[i:end])
            or _is_key(run[i:end])
            or _is_townsman(run[i:end])
            or _is_calling(run[i:end], lexicon)
            or (end - i > _LONG and _is_phrase(run[i:end]))
        )
        if end - i <= LONGEST and "name" in kinds[i:end] and not nobody:
            middle = (i + end) // 2
            if _is_said_twice(run[i:middle], run[middle:end]):
                yield _segment(run, kinds, i, middle, lexicon)
                yield _segment(run, kinds, middle, end, lexicon)
            else:
                yield _segment(run, kinds, i, end, lexicon)
        i = j


def _end_at_suffix(kinds: Sequence[str], first: int, end: int) -> int:
    """Where a name ends that has a suffix within: Jaan Tamm Jr. Testified; not in Jaan Tamm Jr. Memorial Park."""
    if "suffix" not in kinds[first:end] or kinds[end : end + 1] in (["organisation"], ["place"], ["modifier"]):
        return end
    return kinds.index("suffix", first) + 1


def _segment(run: Sequence[Word], kinds: Sequence[str], i: int, j: int, lexicon: Lexicon) -> Segment:
    opening = i
    while opening > 0 and kinds[opening - 1] == "particle":
        opening -= 1
    particles = i - opening if opening else 0
    first = i - particles
    opening = first
    while first > 0 and kinds[first - 1] in TITLES and not run[first - 1].possessive:
        first -= 1
    after = kinds[j] if j < len(run) and not run[j - 1].possessive else ""
    if after == "organisation" and run[j].folded in lexicon.classes["of a person"]:
        after = "eponym"
    elif after == "acronym" and run[j].folded in lexicon.classes["post-nominal"]:
        after = "function"  # Jane Tamm MP
    elif after == "modifier" and _ends_as_organisation(kinds[j:]) and (j - i > 1 or _is_patron(run, first, lexicon)):
        after = "organisation"
    return Segment(
        first=i,
        words=tuple(run[i:j]),
        titles=tuple(run[first:opening]),
        before=_before(run, kinds, first),
        after=after,
        first_in_run=i == 0,
        last_in_run=j == len(run),
        particles=particles,
    )


def _before(run: Sequence[Word], kinds: Sequence[str], first: int) -> str:
    """The kind of the word before; of a title that ends with a possessive nothing: King's Cross, Bishop's Stortford."""
    if not first or (run[first - 1].possessive and kinds[first - 1] in TITLES):
        return ""
    return kinds[first - 1]


def _is_patron(run: Sequence[Word], first: int, lexicon: Lexicon) -> bool:
    """True where the title that begins at `first` is one of those after whom institutions are called."""
    return run[first].folded in lexicon.classes["patron"]


def _ends_as_organisation(kinds: Sequence[str]) -> bool:
    """True for Presidential Library, National Tennis Center: what is called after somebody."""
    return kinds[-1] in ("organisation", "place") and set(kinds[:-1]) <= {"modifier", "name", "organisation", "place"}


def _is_school(run: Sequence[Word], first: int, end: int, kinds: Sequence[str], lexicon: Lexicon) -> bool:
    """True for Lincoln High, where nothing stands before or after it that makes it somebody."""
    last = run[end - 1]
    if end - first < 2 or last.folded not in lexicon.classes["school"] or end < len(run):
        return False
    return first == 0 or run[first - 1].possessive or kinds[first - 1] not in TITLES


def _is_of_office(run: Sequence[Word], first: int, end: int, kinds: Sequence[str]) -> bool:
    """True for a plain word between those of an office: the Senior Land Officer."""
    alone = end - first == 1 and run[first].ordinary and not run[first].possessive
    return alone and first > 0 and kinds[first - 1] in TITLES and list(kinds[end : end + 1]) == ["office"]


def _is_christened(run: Sequence[Word], first: int, lexicon: Lexicon) -> bool:
    return first > 0 and run[first - 1].folded in lexicon.classes["christened"]


def _ends_before(run: Sequence[Word], first: int, at: int) -> bool:
    """True where the word at `at` goes on no name that begins at `first`: SPEAKER JANE TAMM Jane."""
    if run[at].is_nickname:  # Jane Tamm "worried" Ann Lee; but Jane "the rock" Tamm
        full = at - first > 1 and at + 2 < len(run)
        return full and run[at].text[1:].islower() and 0 < run[at + 1].given <= 2 and run[at + 2].kind == "name"
    return _calms_down(run[first:at], run[at])


def _calms_down(words: Sequence[Word], following: Word) -> bool:
    """True where a full name in capitals ends before a word that is in none: SPEAKER JANE TAMM Jane; not Usain BOLT."""
    text = following.text
    shouted = len(words) > 1 and all(word.text.isupper() and len(word.text) > 2 for word in words)
    return shouted and text[:1].isupper() and text[1:].islower() and following.kind != "suffix"


def _is_said_twice(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """True for the halves of Ann Lee Ann Lee: a caption and its credit; Duran Duran is one name."""
    return len(before) > 1 and [word.folded for word in before] == [word.folded for word in after]


def _is_saints_hall(run: Sequence[Word], first: int, end: int, lexicon: Lexicon) -> bool:
    """True for Alexander Hall in "the St. Alexander Hall"."""
    if not first or end - first < 2 or run[first - 1].folded not in ("st", "st.", "saint"):
        return False
    return run[end - 1].folded in lexicon.classes["place"]


def _is_hall(run: Sequence[Word], first: int, kinds: Sequence[str], lexicon: Lexicon) -> bool:
    """True for Ismail in Masjid Sultan Ismail, where the word for what is called after him stands before."""
    while first > 0 and kinds[first - 1] in TITLES:
        first -= 1
    return first > 0 and kinds[first - 1] != "name" and run[first - 1].folded in lexicon.classes["hall"]


def _is_feast(words: Sequence[Word]) -> bool:
    """True for Singles Day; not for Robin Day."""
    return len(words) == 2 and words[1].folded == "day" and words[0].ordinary and words[0].given != 1


def _is_key(words: Sequence[Word]) -> bool:
    """True for C Major and B Minor, in which music stands; not for J. Major."""
    return len(words) == 2 and words[0].text in _NOTES and words[1].folded in ("major", "minor")


def _is_townsman(words: Sequence[Word]) -> bool:
    """True for Irvine Man and Irvine Man Held: somebody of a town that is a given name, too; not for Thomas Man."""
    anybody = len(words) > 1 and words[1].folded in _ANYBODY and words[0].place > 0
    return anybody and all(word.ordinary for word in words[2:])


def _is_calling(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """True for Jazz Saxophonist, in a line that writes every word with a capital; not for Jane Saxophonist."""
    first, last = words[0], words[-1]
    known = last.given or last.family or last.possessive
    return len(words) > 1 and not known and last.folded in lexicon.persons and (first.ordinary or not first.given)


def _is_phrase(words: Sequence[Word]) -> bool:
    """True for Línea de la Fiscalía del Distrito; not for Maria de la Cruz de los Santos."""
    small = [word.text in _ROMANCE for word in words]
    links = sum(one and not before for before, one in pairwise([False, *small]))
    return links > (2 if words[0].given == 1 else 1)


def _is_dedicated(words: Sequence[Word]) -> bool:
    """True for what is called after a saint: St Mary's, St Michael's on Wyre, St Ives."""
    return len(words) == 2 and (
        words[0].folded in ("st", "st.") or (words[1].possessive and words[0].folded == "saint")
    )
