"""The kinds of a run's words, looked at again beside each other: which are names after all, and which are none."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from dateline.tagging.people.words import deeds
from dateline.tagging.people.words.ambiguous import JESUS, TITLES, is_between, is_given, is_surname

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.tagging.people.lists.lexicon import Lexicon
    from dateline.tagging.people.words.word import Word

_LETTERS = ("A", "I")
_BEFORE_INITIALS = ("honorific", "office")
_J = "J"
_LONG_GERUND = 7  # letters
_SYLLABLE = re.compile("[bcdfghjklmnpqrstvwxyz]{0,2}[aeiouy]{1,3}[bcdfghjklmnpqrstvwxyz]{0,2}")  # as in China's south
_LONG_WORD = 9  # letters of what is a title in another language sooner than a name that no list has


def take_back(
    run: Sequence[Word],
    kinds: list[str],
    lexicon: Lexicon,
    opens_sentence: bool,
    of_place: bool = False,
    in_list: bool = False,
) -> None:
    """Words of other classes that are names beside a name: Theresa May, John Major, Bill Gates, Jordan Henderson."""
    _take_back_callings(run, kinds, lexicon)
    _take_back_letters(run, kinds, in_list)
    _end_before_callings(run, kinds, lexicon)
    deeds.end_names(run, kinds, lexicon)
    for i in range(len(run)):
        kind = kinds[i]
        follows = i > 0 and kinds[i - 1] in ("name", "initial", "nickname") and not run[i - 1].possessive
        if kind == "name":
            if not follows:
                kinds[i] = _of_first(run, i, kinds, lexicon, i == 0 and opens_sentence, i == 0 and of_place)
        elif kind == "number" and follows:
            kinds[i] = "suffix"  # Leo XIII; but XI JINPING
        elif kind == "suffix":
            if not follows:
                kinds[i] = "initial" if _is_jr(run, i, kinds) else "function"
        elif kind in ("acronym", "number"):
            kinds[i] = "acronym"
            _take_back_capitals(run, i, kinds, lexicon)
        elif kind in ("initial", "particle", "nickname"):
            continue
        elif follows:
            _take_back_after_name(run, i, kinds, lexicon)
        elif kind == "function" and i == 0 and opens_sentence and run[i].folded not in (JESUS, "jan"):
            continue  # Will Tamm win?
        elif is_given(run, i, kinds, lexicon) or _is_addressed(run, i, lexicon):
            kinds[i] = "name"


def _is_addressed(run: Sequence[Word], i: int, lexicon: Lexicon) -> bool:
    """True for the surname that a company has too in Mr. Ford, Dr Siemens's."""
    if i + 1 < len(run) or i == 0 or run[i].folded not in lexicon.classes["brand"]:
        return False
    return run[i].family == 1 and run[i - 1].folded.rstrip(".") in lexicon.classes["sure title"]


def _take_back_callings(run: Sequence[Word], kinds: list[str], lexicon: Lexicon) -> None:
    """What somebody is, behind other words that tell it: Planning Coordinator Jane Tamm."""
    for i in range(1, len(run) - 1):
        word = run[i]
        if kinds[i] != "name" or not word.is_plain or kinds[i + 1] not in ("name", "initial"):
            continue
        if word.folded in lexicon.persons and (run[i + 1].given in (1, 2) or kinds[i + 1] == "initial"):
            kinds[i] = "office"
            before = i - 1
            while before >= 0 and kinds[before] == "name" and run[before].is_plain:
                kinds[before] = "modifier"
                before -= 1


def is_calling(word: Word, name: Word, lexicon: Lexicon) -> bool:
    """True for Instructor Lindgren: what somebody is, before a surname or a given name that is no other word."""
    known = name.kind == "name" and (name.family == 1 or name.given == 1) and not (name.ordinary or name.place)
    return known and word.folded in lexicon.persons and word.is_plain


def _end_before_callings(run: Sequence[Word], kinds: list[str], lexicon: Lexicon) -> None:
    """What the next one is, in a line that has lost its stops: Director: Jane Tamm Musical Director: Ann Lee."""
    if kinds[-1] in ("organisation", "place"):
        return  # Ann Lee Parent Teacher Organization
    for i in range(2, len(run)):
        if kinds[i] != "name" or not run[i].is_plain or run[i - 2].given != 1 or run[i - 1].possessive:
            continue
        following = kinds[i + 1] if i + 1 < len(run) else ""
        ends = following in ("office", "honorific")
        if kinds[i - 2 : i] == ["name", "name"] and (ends or run[i].folded in lexicon.persons):
            kinds[i] = "function"


def _take_back_letters(run: Sequence[Word], kinds: list[str], in_list: bool) -> None:
    """Letters that are words, too, where they are initials: John A Tamm; in a list "J Kask, A Tamm, I Lepik"."""
    for i in range(len(run) - 1):
        surname = run[i + 1]
        if run[i].text not in _LETTERS or kinds[i + 1] != "name" or not surname.family or surname.ordinary:
            continue
        before = run[i - 1] if i and not run[i - 1].possessive else None
        behind_given = before and (kinds[i - 1] == "initial" or (kinds[i - 1] == "name" and before.given in (1, 2)))
        if behind_given or (in_list and len(run) == 2 and not 0 < surname.place <= 2):
            kinds[i] = "initial"


def _take_back_after_name(run: Sequence[Word], i: int, kinds: list[str], lexicon: Lexicon) -> None:
    if deeds.is_saying(run, i, lexicon):
        return
    may_be_between = kinds[i] == "country" or run[i].folded in lexicon.classes["calendar"]
    if is_surname(run, i, kinds, lexicon) or (may_be_between and is_between(run, i, kinds)):
        kinds[i] = "name"
    elif not (run[i - 1].given or run[i - 1].family) and is_given(run, i, kinds, lexicon):
        kinds[i - 1 : i + 1] = ("function", "name")  # Handelskammerchef Christian Lind


def _of_first(
    run: Sequence[Word], i: int, kinds: Sequence[str], lexicon: Lexicon, opens_sentence: bool, of_place: bool
) -> str:
    """The kind of a first word: no name where it only describes a full one (Teenager Greta Thunberg)."""
    first, word = run[i], run[i].folded
    if kinds[i + 1 : i + 2] == ["suffix"]:
        return "name"  # King Jr.
    if opens_sentence and first.given != 1 and (first.ordinary or word in lexicon.classes["opener"]):
        return _described(word, lexicon)  # Struggling Intel, Eventually Smith, Obwohl Bennett
    if i == 0 and first.is_plain and _is_verb(run):
        return _described(word, lexicon)
    if i + 2 == len(run) and is_calling(first, run[i + 1], lexicon):
        return "office"
    if i + 2 >= len(run) or first.possessive or run[i + 1].possessive or first.given == 1:
        return "name"
    if i and kinds[i - 1] == "modifier" and first.ordinary and not (first.given or first.family):
        return "modifier"  # Director of Public Prosecutions Ann Lee
    if kinds[i + 1] not in ("name", "initial") or kinds[i + 2] not in ("name", "initial", "particle"):
        return "name"
    if run[i + 1].folded in lexicon.classes["particle"]:
        return "name"  # Marine Le Pen
    following = run[i + 1].given
    if word in lexicon.persons and following == 1 and not first.given and first.family != 1:
        return _described(word, lexicon)  # Rower Ann Lee
    is_given = first.given and (first.given < 3 or run[i + 1].ordinary)  # the lowest tier has cities, too
    if first.place and not is_given and following == 1 and not run[i + 1].place:
        return "place"  # Archbishop of Canterbury Rowan Williams
    titled = i > 0 and kinds[i - 1] in TITLES  # Dr Okwudifu Grace Eze: nobody's title has another one before it
    # Okwudifu Grace Eze; but the mayor of Okwudi Grace Eze, Olympian Grace Eze
    short = first.text.isascii() and len(word) < _LONG_WORD and not of_place and word not in lexicon.persons
    of_many = len(word) <= _LONG_WORD and list(kinds[i + 2 : i + 4]) == ["name", "name"]  # Xhavolla Jane Lind Tamm
    strange = not (first.given or first.family or titled or short or of_many)  # Bundeskanzler, Peaminister
    plain = first.ordinary and 0 < following <= 2 and not _is_of_syllables(run[i : i + 4])
    return _described(word, lexicon) if plain or (strange and following == 1) else "name"


def _is_of_syllables(words: Sequence[Word]) -> bool:
    """True for Low Siew Hong, Chow Pak Yeow: a surname that is a word, too, before syllables; not for Price Jim Lee."""
    if len(words) != 3 or words[0].family != 1 or words[2].ordinary:
        return False
    foreign = words[1].given != 1 or not (words[2].given or words[2].family)
    return foreign and all(_SYLLABLE.fullmatch(word.folded) for word in words)


def _described(word: str, lexicon: Lexicon) -> str:
    """The kind of an ordinary word before a name: Economist Jane Roe, Economists Jane Roe and John Doe."""
    if word in lexicon.persons:
        return "office"
    return "modifier" if word.removesuffix("s") in lexicon.persons else "function"


def _is_verb(run: Sequence[Word]) -> bool:
    """True for the first words of Remembering Ann Lee and ", Accuses Tamm Of Theft"; the latter may be a plural."""
    word = run[0].folded
    if word.endswith("ing"):
        return len(word) >= _LONG_GERUND  # not Ding, King
    ends = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return ends and len(run) == 2 and run[1].family == 1 and run[1].given != 1


def _is_full_name(words: Sequence[Word], kinds: Sequence[str]) -> bool:
    """True for Attiq Joshi in SM Attiq Joshi."""
    if list(kinds) != ["name", "name"] or words[0].possessive:
        return False
    given, surname = words
    known = given.given and surname.family and not (given.ordinary or surname.ordinary)
    return bool(known) and not 0 < given.place <= 2


def _is_jr(run: Sequence[Word], i: int, kinds: Sequence[str]) -> bool:
    """True for initials that a suffix looks like: JR Tamm; not JR East, which is a railway."""
    if run[i].text != "JR" or kinds[i + 1 : i + 2] != ["name"]:
        return False
    following = run[i + 1]
    return not (following.ordinary or 0 < following.place <= 2)


def _is_of_initials(letters: Word, word: Word, kind: str, lexicon: Lexicon) -> bool:
    """True for JJ before what no list has, or is a brand, too: few but people have a J for initial."""
    if letters.text[0] != _J or letters.folded in lexicon.classes["acronym"] or word.ordinary:
        return False
    strange = kind == "name" and not (word.given or word.family or word.place)
    return strange or (kind == "organisation" and word.family == 1 and word.folded in lexicon.classes["brand"])


def _take_back_capitals(run: Sequence[Word], i: int, kinds: list[str], lexicon: Lexicon) -> None:
    """PJ before Harvey, BOLT after Usain, ANGELA before MERKEL; never CDU after Merkel."""
    token = run[i]
    last = i - 2 if i > 1 and kinds[i - 1] == "nickname" else i - 1  # HANS JAAN “Jack” TAMM
    before = kinds[last] if i > 0 and not run[last].possessive else ""
    if len(token.text) > 3:
        after_given = before == "name" and 0 < run[last].given <= 2
        both_capitals = after_given and run[last].text.isupper()
        known = token.family == 1
        if (known and (before in ("honorific", "office", "initial") or after_given)) or (
            both_capitals and not token.ordinary and not 0 < token.place <= 2
        ):
            kinds[i] = "name"
            return
    if i + 1 == len(run) or token.possessive:
        return
    following = run[i + 1]
    if len(token.text) == 2 and _is_of_initials(token, following, kinds[i + 1], lexicon):
        kinds[i : i + 2] = ("initial", "name")
    elif len(token.text) == 2 and kinds[i + 1] == "name":
        word = following.folded
        surname = lexicon.family.tier(word) and word not in lexicon.words and not 0 < lexicon.places.tier(word) <= 2
        surname = surname or _is_full_name(run[i + 1 : i + 3], kinds[i + 1 : i + 3])
        surname = surname or (before == "name" and run[last].given == 1 and following.family == 1)  # George HW Tamm
        # President DK Xhavomar
        surname = surname or (before in _BEFORE_INITIALS and not (following.ordinary or 0 < following.place <= 2))
        if surname and token.folded not in lexicon.classes["acronym"]:
            kinds[i] = "initial"
        return
    between = takewhile(lambda kind: kind in ("initial", "nickname"), kinds[i + 1 : -1])
    following = run[i + 1 + len(list(between))]  # JAAN H. TAMM
    if following.kind == "acronym" and len(following.text) > 3 and 0 < token.given <= 2:
        plain = (token.folded, following.folded)
        if not any(word in lexicon.words or 0 < lexicon.places.tier(word) <= 2 for word in plain):
            kinds[i] = "name"
