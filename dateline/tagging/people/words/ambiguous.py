"""Whether a word of another class is a name where it stands: May after Theresa, Jordan before Henderson."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.tagging.people.lists.lexicon import Lexicon
    from dateline.tagging.people.words.word import Word

TITLES = ("honorific", "office", "modifier")
JESUS = "jesus"  # a name like others before a surname: no Sunday, and no exclamation
_SEASONS = ("summer", "autumn", "winter")  # in lower case, where they are seasons
_DIRECTIONS = ("north", "south", "east", "west")  # West Stockbridge
_MODALS = ("will", "may")
_INFINITIVES = ("be", "not", "have", "never", "do", "go", "get", "make", "take", "soon", "also")
_SAN = "san"  # a given name, too, though no saint's
_SAINTS = ("st", "st.", "saint")
_DATED_SURNAMES = ("may", "march", "august", "noel", "winter", JESUS)


def is_surname(run: Sequence[Word], i: int, kinds: Sequence[str], lexicon: Lexicon) -> bool:
    """True for a surname of somebody whose given name stands before it."""
    token, before = run[i], run[i - 1]
    following = kinds[i + 1] if i + 1 < len(run) and not token.possessive else ""
    if following and _is_of_headline(run, i, kinds):
        return False
    if kinds[i] == "place" and len(token.text) <= 3 and following == "name":
        return True  # Aung San Suu Kyi, Jill St. John
    if kinds[i] == "office" and i > 1 and token.family and i + 1 == len(run):
        strange = not (before.given or before.family or before.place)
        if strange and kinds[i - 2] == "name" and run[i - 2].given == 1:
            return True  # Amara Ozidara Sheriff
    if kinds[i] == "country" and _is_ranked(run, i, kinds, lexicon):
        return True
    if token.family != 1 or token.folded in lexicon.classes["no surname"]:
        return False
    if kinds[i] == "place" and i > 1 and run[i - 2].folded in _SAINTS:
        return False  # St. Paul Park
    if kinds[i] == "country" and token.folded not in lexicon.countries:
        titled = i > 1 and kinds[i - 2] in TITLES and not run[i - 2].possessive
        plain_word = before.ordinary and not lexicon.gender(before.folded)  # Matt and Frank are men
        plain = titled or (i == 1 and not (plain_word or before.place))
        return plain and i == len(run) - 1 and before.given == 1  # Tom Holland, Comedian Dawn French
    if token.folded in lexicon.classes["calendar"] and token.folded not in _DATED_SURNAMES:
        return False  # Merry Christmas
    last = following in ("", "suffix", "function")
    if kinds[i] in ("honorific", "office"):
        last = last or following == "organisation"  # Martin Luther King Elementary
    if kinds[i - 1] == "initial":
        alone = i == 1 or run[i - 2].given != 1  # Vitamin C. The, Plan B. The
        is_sentence = alone and kinds[i] == "function" and token.folded not in _DATED_SURNAMES
        return last and not is_sentence
    given, place = before.given, before.place
    lowest = 1 if kinds[i] in ("place", "organisation") else 2  # John Street, but Edwards Street
    return last and 0 < given <= lowest and not 0 < place <= 2


def _is_of_headline(run: Sequence[Word], i: int, kinds: Sequence[str]) -> bool:
    """True for the third words of Ann Brown Will Be Mayor and Ann Brown Just Told Us."""
    if run[i].folded in _MODALS and run[i + 1].folded in _INFINITIVES:
        return True
    return kinds[i] == "function" and i > 1 and kinds[i - 2] == "name" and run[i - 2].given == 1


def _is_ranked(run: Sequence[Word], i: int, kinds: Sequence[str], lexicon: Lexicon) -> bool:
    """True for the last word of Gen. Madrodin Haiti: a rank, and a name that no list has."""
    if i < 2 or i + 1 < len(run) or run[i - 2].folded.rstrip(".") not in lexicon.classes["sure title"]:
        return False
    before = run[i - 1]
    return kinds[i - 1] == "name" and not (before.given or before.family or before.place or before.possessive)


def is_between(run: Sequence[Word], i: int, kinds: Sequence[str]) -> bool:
    """True for a second given name, before a surname and nothing else: Hans Christian Andersen, Anna May Tamm."""
    if run[i].given != 1 or run[i].possessive or i + 2 != len(run) or kinds[i + 1] != "name":
        return False
    before, after = run[i - 1], run[i + 1]
    in_list = after.family == 1 or (after.family > 0 and kinds[i] == "function")
    surname = in_list or (after.given != 1 and "-" in after.text)  # Mohammed Shia al-Tamm
    return surname and before.given == 1 and not (before.place or after.ordinary or after.place == 1)


def is_given(run: Sequence[Word], i: int, kinds: Sequence[str], lexicon: Lexicon) -> bool:
    """True for a given name of somebody whose surname stands after it."""
    token, kind = run[i], kinds[i]
    if kind in ("honorific", "office") or token.possessive or i + 1 == len(run) or token.folded in _DIRECTIONS:
        return False
    if kinds[i + 1] == "particle" and run[i + 1].text.islower() and token.given == 1 and kind != "place":
        return True  # Oscar de la Renta
    if kinds[i + 1] != "name" or (kind == "modifier" and i > 0 and kinds[i - 1] in TITLES):
        return False  # Det Con Lisa Jones
    following = run[i + 1].folded
    if "-" in following and run[i + 1].text.partition("-")[2].islower():
        return True  # Park Geun-hye
    if token.given == 1 and token.folded in lexicon.classes["calendar"] and _is_no_date(run, i, kinds):
        return True
    if token.given != 1 or (kind == "function" and token.folded not in ("will", "jan")):
        return False
    nobody = _is_nobody_s(token, lexicon) and not _is_called_so(run, i, kinds, lexicon)
    nobody = nobody or _is_saints_town(run, i, kinds)
    if nobody or _ends_a_place(run, i, kinds, lexicon):
        return False
    if i > 0 and kinds[i - 1] in TITLES and not run[i - 1].possessive:
        return following not in lexicon.words
    if (following in lexicon.words and lexicon.family.tier(following) != 1) or lexicon.places.tier(following) == 1:
        return False
    full = i + 2 < len(run) and kinds[i + 2] == "name" and lexicon.given.tier(following) == 1
    if full and (kind == "country" or (kind == "modifier" and i > 0)):
        return False  # Scot Andy Murray, NBA Star Ann Lee
    if kind == "country" and token.folded not in lexicon.classes["group"]:
        return token.folded in lexicon.countries and lexicon.family.tier(following) > 0
    return True


def _is_saints_town(run: Sequence[Word], i: int, kinds: Sequence[str]) -> bool:
    """True for San Anselmo; not for Cpl San Sim."""
    titled = i > 0 and kinds[i - 1] in TITLES
    return run[i].folded == _SAN and i + 2 == len(run) and run[i + 1].given == 1 and not titled


def _ends_a_place(run: Sequence[Word], i: int, kinds: Sequence[str], lexicon: Lexicon) -> bool:
    """True for York in the Southern District of New York Jane Tamm."""
    return i > 0 and kinds[i] == "place" and lexicon.is_place(f"{run[i - 1].folded} {run[i].folded}")


def _is_no_date(run: Sequence[Word], i: int, kinds: Sequence[str]) -> bool:
    """True before a surname in Actress June Tamm, Jesus Tamm, and Summer Tamm in a sentence."""
    if run[i + 1].family != 1:
        return False
    if i > 0 and kinds[i - 1] in ("honorific", "office") and not run[i - 1].possessive:
        return True
    return run[i].folded == JESUS or (run[i].folded in _SEASONS and not run[i + 1].ordinary)


def _is_called_so(run: Sequence[Word], i: int, kinds: Sequence[str], lexicon: Lexicon) -> bool:
    """True for a brand that is a given name and no word, before a surname and nothing else: Chelsea or Oscar Brown."""
    brand, surname = run[i], run[i + 1]
    if brand.folded not in lexicon.classes["brand"] or brand.ordinary or brand.place == 1:
        return False
    alone = i + 2 == len(run) and (i == 0 or kinds[i - 1] in TITLES)
    return alone and bool(lexicon.gender(brand.folded)) and surname.family == 1 and not surname.ordinary


def _is_nobody_s(word: Word, lexicon: Lexicon) -> bool:
    """May, April, but Jan Mueller; Ford Taurus; Storm Desmond."""
    if word.folded in lexicon.classes["calendar"]:
        return len(word.text) > 3
    return word.folded in lexicon.classes["brand"] or word.folded in lexicon.classes["christened"]
