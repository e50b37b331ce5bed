"""The words of a run and their kinds -> the kind "place" for those that are together a place's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.tagging.people import names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.tagging.people.lists.lexicon import Lexicon
    from dateline.tagging.people.words.word import Word

_WINDS = {"n.": "north", "s.": "south", "e.": "east", "w.": "west"}


def mark(run: Sequence[Word], kinds: list[str], lexicon: Lexicon) -> None:
    """New York, San Diego: all words of a place's name, unless they might as well be a person's."""
    for i in range(len(run) - 1):
        word = run[i].folded
        if word in lexicon.classes["place head"] or word in lexicon.classes["place head before an article"]:
            _mark_after_head(run, i, kinds, lexicon)
        if (wind := _WINDS.get(word)) and _is_town(wind, run[i + 1], lexicon):
            kinds[i] = kinds[i + 1] = "place"
        if i + 2 < len(run) and lexicon.is_place(" ".join([word.folded for word in run[i : i + 3]])):
            kinds[i : i + 3] = ("place", "place", "place")
        first, second = run[i], run[i + 1]
        if "-" in first.text and lexicon.is_place(f"{first.folded.rpartition('-')[2]} {second.folded}"):
            kinds[i] = kinds[i + 1] = "place"  # Dallas-Fort Worth, Ex-San Diego
            continue
        both = f"{first.folded} {second.folded}"
        if f"{first.folded.rstrip('.')} {second.folded}" in lexicon.phrases:
            both = f"{first.folded.rstrip('.')} {second.folded}"  # Dr. Pepper
        if first.possessive or not lexicon.is_place(both) or _goes_on_as_name(run, i, lexicon):
            continue
        if kinds[i] != "name" or first.given != 1 or second.family != 1 or both in lexicon.other_places:
            kinds[i] = kinds[i + 1] = "place"


def _is_town(wind: str, word: Word, lexicon: Lexicon) -> bool:
    """True for N. Carolina, as North Carolina is a place, and W. Columbia, a larger town rather than a name."""
    larger = 0 < word.place <= 2 and word.family != 1 and word.given != 1
    return larger or lexicon.is_place(f"{wind} {word.folded}")


def _mark_after_head(run: Sequence[Word], i: int, kinds: list[str], lexicon: Lexicon) -> None:
    """Deir ez-Zor, Bab al Hawa, Dayr Az Zawr; but Tal Cohen."""
    following = run[i + 1]
    article = kinds[i + 1] == "particle" or following.folded in lexicon.classes["prefix"]
    last = i + 2 if article and i + 2 < len(run) else i + 1
    if last == i + 2 or names.bare(following.folded) != following.folded:
        kinds[i : last + 1] = ["place"] * (last + 1 - i)


def _goes_on_as_name(run: Sequence[Word], i: int, lexicon: Lexicon) -> bool:
    """True for Aung San, a town, in Aung San Suu Kyi."""
    if i + 2 >= len(run) or run[i].kind != "name" or run[i].given not in (1, 2):
        return False
    second, third = run[i + 1], run[i + 2]
    if lexicon.places.tier(f"{run[i].folded} {second.folded}") < 2 or second.possessive:
        return False  # a large city, or none
    return third.kind == "name" and third.given > 0 and not third.ordinary
